import { canonicalCode, placeKey, readRoomName, wordKey } from '../registry/index.ts'
import { textOf } from './holders-in.ts'
import type { Registered } from './registered.ts'
import type { TableRow } from './table-rows.ts'

/** An estate or phase by the form in which names compare, and as it is called. */
export interface Estate {
  key: string
  name: string
}

/** Where a lot is by its name. */
export interface EstateOfLot {
  estate: string
  /** False where its name goes on as that of another estate, which nothing else tells of: 万科城二期车库, of 万科城. */
  isSure: boolean
}

const buildingOf = /^(?<estate>.*[^a-z0-9-])[a-z0-9-]+$/
const calledEstate = /(?:苑|园|庭|小区|花园|家园|组团|公寓|广场|大厦|城|府|里|湾|村|院|区|期)$/
const goesOn = /^(?:第?[一二三四五六七八九十\d]{1,3}期|苑|园|庭|花园|家园|组团|公寓|广场|大厦|城|府|里|湾|村)/

/** The estates and phases of which a workbook or the registry speaks: those that rows are told to be of, and those before buildings. */
export class KnownEstates {
  /** The longest first: 万科城二期 before 万科城. */
  readonly #all: readonly Estate[]

  private constructor(estates: Iterable<Estate>) {
    this.#all = [...new Map([...estates].map((one) => [one.key, one])).values()]
      .filter(({ key }) => key !== '')
      .toSorted((a, b) => b.key.length - a.key.length)
  }

  static of(rows: readonly TableRow[], registered: Registered): KnownEstates {
    const told = rows.map(toldEstate)
    const beside = rows.flatMap((row) => beforeBuilding(textOf(row, 'building')))
    const onRecord = [...(registered.buildings?.values() ?? [])].flatMap(beforeBuilding)
    const isNamed = ({ key }: Estate) => calledEstate.test(key) || (registered.spaces?.hasLot(key) ?? false)
    // As it is told it is called.
    return new KnownEstates([...[...onRecord, ...beside].filter(isNamed), ...told])
  }

  /** Null: of none that is known. */
  ofLot(lot: string): EstateOfLot | null {
    const found = this.#before(estateKey(lot))
    return found && { estate: found.estate.key, isSure: !goesOn.test(found.rest) }
  }

  ofBuilding(key: string): Estate {
    return this.#before(key)?.estate ?? nowhere
  }

  /** The longest that a name begins with; B1 is not what B11 begins with. */
  #before(name: string): { estate: Estate; rest: string } | null {
    const estate = this.#all.find(
      ({ key }) =>
        name.startsWith(key) && !(/[a-z0-9]$/.test(key) && /^[a-z0-9]/.test(name.slice(key.length))),
    )
    return estate === undefined ? null : { estate, rest: name.slice(estate.key.length) }
  }
}

/** As the keys of buildings have what stands before them: 一期 for 第一期. */
export function estateKey(name: string): string {
  return canonicalCode(name).replace(/^第/, '')
}

/** What is of no estate, as far as anything says. */
const nowhere: Estate = { key: '', name: '' }

/** The estate or phase that a row was told to be of, by a column, its sheet or the name of its room. */
export function toldEstate(row: TableRow): Estate {
  const name = [...row.buildingParts, estateInName(row)].join('')
  return { key: estateKey(name), name }
}

function estateInName(row: TableRow): string {
  const { kind, said } = row.table
  if (kind !== 'rooms') return ''
  const estate = readRoomName(textOf(row, 'room') || textOf(row, 'address'))?.estate ?? ''
  return estate !== '' && said.isPartOfName(estate) ? estate : ''
}

/** What a building has before its number, where that is: 丁香苑 of 丁香苑1栋. */
function beforeBuilding(building: string): Estate[] {
  const key = buildingOf.exec(placeKey(building))?.groups?.['estate'] ?? ''
  const called = building.slice(0, key.length)
  return key === '' ? [] : [{ key, name: wordKey(called) === key ? called : key }]
}
