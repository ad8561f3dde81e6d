import { buildingName, wordKey } from '../registry/index.ts'
import { placedRows, type PlacedRow } from './equal-rows.ts'
import type { Table } from './find-table.ts'
import { ownersIn } from './holders-in.ts'
import type { Problems } from './problems.ts'
import { answered, mostValues, together, type Question, type Said } from './question.ts'
import type { Registered } from './registered.ts'

/** A row of rooms or buildings that names no estate, and where its building may be on record: `''` as it is written. */
interface Bare {
  table: Table
  index: number
  building: string
  /** Parts that buildings on record have before this one: 一期 of 一期1栋 for 1栋. */
  parts: readonly string[]
  /** The one of them under which the room is on record with these owners; null when there is none, or several. */
  found: string | null
}

/**
 * Asks of which estate or phase rows are that name none, where buildings of their names are on record under one or several
 * (一期1栋 and 二期1栋 for 1栋): 1栋 must not be made beside them, and 1栋101 of the one never become 1栋101 of the other. Where
 * each row is a room on record, with its owners, in one of them alone, nothing is asked.
 * @param untold tables that tell no estate
 */
export function askWhichEstate(
  untold: readonly Table[],
  said: Said,
  problems: Problems,
  registered: Registered,
): Question[] {
  const rows = bareRows(untold, registered)
  const concerned = rows.filter(({ parts }) => parts.some((part) => part !== ''))
  if (concerned.length === 0) return []
  const tables = new Set(concerned.map(({ table }) => table))
  const own = rows.filter(({ table }) => tables.has(table))
  if (concerned.every(({ found }) => found !== null)) {
    giveParts(own, ({ found }) => found ?? '')
    for (const table of tables) noteFound(table, concerned, problems)
    return []
  }
  const question = questionOf(concerned, said)
  const { answer } = question
  if (answer !== null)
    giveParts(own, ({ parts }) => (isOnRecordAlone(parts) ? '' : answer.slice(inPart.length)))
  return [question]
}

const inPart = 'in:'

/** Its building is on record as it is written, and nowhere else: it says by its name where it is. */
function isOnRecordAlone(parts: readonly string[]): boolean {
  return parts.length === 1 && parts[0] === ''
}

function bareRows(tables: readonly Table[], registered: Registered): Bare[] {
  const buildings = registered.buildings ?? new Map<string, string>()
  // Most projects have buildings of plain numbers or letters alone, with nothing before them.
  if (![...buildings.keys()].some((key) => /[^a-z0-9]./.test(key))) return []
  const partsOf = new Map<string, string[]>()
  const parts = (building: string) => {
    const known = partsOf.get(building) ?? partsBefore(building, buildings)
    partsOf.set(building, known)
    return known
  }
  return placedRows(tables, registered).flatMap((placed): Bare[] => {
    const [kind = '', building = '', ...room] = placed.key.split('|')
    if (kind === 'parking') return []
    const { table, index } = placed.row
    const may = parts(building)
    const found =
      kind === 'buildings' ? alone(may) : foundAmong(placed, may, building, room.join('|'), registered)
    return [{ table, index, building, parts: may, found }]
  })
}

function alone(parts: readonly string[]): string | null {
  return parts.length === 1 ? parts[0]! : null
}

/** What stands before a building of this name on record, as it is called there. */
function partsBefore(building: string, buildings: ReadonlyMap<string, string>): string[] {
  return [...buildings].flatMap(([key, name]) => {
    const part = key.slice(0, -building.length)
    // 11栋 is not 1栋 with something before it.
    if (building === '' || !key.endsWith(building) || /[a-z0-9]$/.test(part)) return []
    const called = name.slice(0, part.length)
    return [wordKey(called) === part ? called : part]
  })
}

/** The part under which the room is on record, unless its owners are others than the row's. */
function foundAmong(
  { row }: PlacedRow,
  parts: readonly string[],
  building: string,
  room: string,
  { rooms = new Map(), owners = new Map() }: Registered,
): string | null {
  const named = rooms.get(wordKey(row.text('address')))
  // Our own lists have the whole name beside the columns.
  if (row.text('building') !== '' && named?.key === `${building}|${room}`) return ''
  const mine = ownersIn(row)
  const fitting = parts.filter((part) => {
    const key = `${wordKey(part)}${building}|${room}`
    const theirs = owners.get(key) ?? []
    const fits = mine.length === 0 || theirs.length === 0 || mine.some((one) => theirs.includes(one))
    return rooms.has(key) && fits
  })
  return alone(fitting)
}

function giveParts(rows: readonly Bare[], partOf: (row: Bare) => string): void {
  for (const [table, own] of Map.groupBy(rows, (row) => row.table)) {
    const parts = new Map(own.map((row) => [row.index, partOf(row)]))
    table.said.buildingParts.push((index) => parts.get(index) ?? '')
  }
}

function noteFound(table: Table, rows: readonly Bare[], problems: Problems): void {
  const found = rows.filter((row) => row.table === table && row.found !== null && row.found !== '')
  if (found.length === 0) return
  const estates = [...new Set(found.map((row) => row.found))].join('、')
  problems.add('estate_found', { sheet: table.sheet.name, row: null }, { rows: found.length, estates })
}

function questionOf(rows: readonly Bare[], said: Said): Question {
  const parts = [...new Set(rows.flatMap((row) => row.parts))].filter(Boolean)
  return answered(
    {
      id: 'estate-missing',
      about: 'which',
      sheet: rows[0]!.table.sheet.name,
      column: null,
      heading: null,
      values: together([rows.map(({ building }) => ({ value: buildingName(building), rows: 1 }))]).slice(
        0,
        mostValues,
      ),
      choices: [...parts.slice(0, mostValues), ''].map((part) => `${inPart}${part}`),
    },
    // Of which estate the rows of another file were says nothing of these.
    said.remembered ? { ...said, answers: new Map() } : said,
  )
}
