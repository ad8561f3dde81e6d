import { canonicalCode, spaceKey, wordKey } from '../registry/index.ts'
import { holdersIn, ownersIn, textOf } from './holders-in.ts'
import type { Problems } from './problems.ts'
import type { Registered } from './registered.ts'
import { RegisteredSpaces, type RegisteredSpace } from './registered-spaces.ts'
import type { TableRow } from './table-rows.ts'
import { LotsOfEstates, SpaceBesideRooms } from './spaces-of-estates.ts'
import { isLeftOut, reportSpace, type Named } from './spaces-named.ts'
import { contradiction, factsIn, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

/** With the lot that it has by the registry, or by the list of spaces of the workbook. */
interface Placed extends Named {
  key: string
  lotOnRecord: string
  form: string
}

/**
 * Refuses the rows of a space that is written in several ways (C001, c001, C1), here or in the registry, each with holders
 * or facts of its own: these may be two spaces. Where nothing else differs, it is said that both are one. A space without
 * its lot that several lots have is refused too, and one that stands beside rooms of several estates.
 */
export function refuseSpacesOfOthers(
  all: readonly Named[],
  registered: Registered,
  problems: Problems,
): void {
  const spaces = registered.spaces ?? new RegisteredSpaces([])
  const named = all.filter((one) => !isLeftOut(one, problems))
  const lots = Map.groupBy(
    named.filter(({ field }) => field === 'space'),
    ({ code }) => canonicalCode(code),
  )
  const ofEstates = new LotsOfEstates(
    registered,
    named.map(({ row }) => row),
  )
  const placed = named.flatMap((one): Placed[] => {
    const listed = one.field === 'parking' ? (lots.get(canonicalCode(one.code)) ?? []) : []
    const told = listed.length > 0 ? listed.map(({ lot }) => lot) : [one.lot]
    const may = [...new Set(told.flatMap((lot) => onRecord(lot, one.code, spaces)))]
    if (may.length > 1) {
      reportSpace('space_lot_unclear', one, problems, { lots: may.join('、') })
      return []
    }
    const lot = may[0]!
    // A space beside a room is written without its lot wherever it is.
    const written = one.field === 'parking' ? lot : one.lot
    return [
      { ...one, key: spaceKey(lot, one.code), lotOnRecord: lot, form: formOf(`${written}|${one.code}`) },
    ]
  })
  for (const [key, own] of Map.groupBy(placed, (one) => one.key)) {
    const known = spaces.get(key)
    lookOver(own, known, problems)
    const clear = own.filter((one) => !isLeftOut(one, problems))
    refuseBesideRooms(clear, known, ofEstates, problems)
  }
  noteFound(placed, problems)
}

/** The lots in which the registry has the space, or the one that is told. */
function onRecord(lot: string, code: string, spaces: RegisteredSpaces): string[] {
  const lots = spaces.lotsOf(lot, code)
  return lots.length > 0 ? lots : [lot]
}

/** What stands beside rooms of several people by one code, is one space or several: nothing that is written says. */
function refuseBesideRooms(
  own: readonly Placed[],
  known: RegisteredSpace | undefined,
  lots: LotsOfEstates,
  problems: Problems,
): void {
  const rows = (field: Named['field']) => own.filter((one) => one.field === field).map(({ row }) => row)
  const space = new SpaceBesideRooms(rows('parking'), rows('space'), known, lots)
  for (const one of own) {
    if (one.field !== 'parking') continue
    const estates = space.othersOf(one.row).join('、')
    if (estates !== '') reportSpace('space_of_estates', one, problems, { estates })
  }
}

/** Says which lots were taken for those of a list that does not name them, or not in full. */
function noteFound(placed: readonly Placed[], problems: Problems): void {
  const found = placed.filter(
    (one) => one.field === 'space' && one.lot !== one.lotOnRecord && !isLeftOut(one, problems),
  )
  for (const [sheet, own] of Map.groupBy(found, ({ row }) => row.table.sheet.name)) {
    const lots = [...new Set(own.map(({ lotOnRecord }) => lotOnRecord))].slice(0, 5).join('、')
    problems.add('spaces_found', { sheet, row: null }, { spaces: own.length, lots })
  }
}

type Mentioned = Placed & Mention

function lookOver(own: readonly Placed[], known: RegisteredSpace | undefined, problems: Problems): void {
  const forms = new Set([...own, ...(known ? [known] : [])].map(({ form }) => form))
  if (forms.size < 2) return
  const mentions = own.map((one): Mentioned => ({ ...one, ...mentionIn(one) }))
  const found = contradiction(known ? [...mentions, known] : mentions)
  for (const one of mentions) {
    const other = mentions.find(({ form }) => form !== one.form)
    if (found !== null) refuse(one, other ?? known!, found, problems)
    else if (one.form !== mentions[0]!.form) {
      const { source } = mentions[0]!.row
      const params = {
        written: asWritten(one),
        otherWritten: asWritten(mentions[0]!),
        otherSheet: source.sheet,
        otherRow: source.row,
      }
      reportSpace('space_written_otherwise', one, problems, params)
    }
  }
}

function mentionIn({ row, field, form }: Placed): Mention {
  const isBeside = field === 'parking'
  const people = isBeside ? ownersIn(row) : holdersIn(row)
  return {
    form,
    holders: [people, isBeside || people.length > 0 ? [] : roomIn(row)],
    facts: isBeside ? new Map() : factsIn(row),
    isShared: false,
  }
}

/** The room whose owners have the space, where nobody is named. */
function roomIn(row: TableRow): string[] {
  const room = (['building', 'unit', 'room', 'address'] as const).map((field) => textOf(row, field)).join('')
  return room === '' ? [] : [wordKey(room)]
}

function refuse(
  one: Mentioned,
  other: Mentioned | RegisteredSpace,
  found: Contradiction,
  problems: Problems,
): void {
  const params = { written: asWritten(one), otherWritten: asWritten(other), ...whatDiffers(one, found) }
  const by = found.by === 'holders' ? 'of_others' : 'told_otherwise'
  if (!('row' in other)) return reportSpace(`registered_space_${by}`, one, problems, params)
  const { sheet, row } = other.row.source
  reportSpace(`space_${by}`, one, problems, { ...params, otherSheet: sheet, otherRow: row })
}

function whatDiffers({ row }: Named, found: Contradiction): { what?: string } {
  return found.by === 'holders' ? {} : { what: row.heading(found.field) }
}

function asWritten({ lot, code }: Pick<Named, 'lot' | 'code'>): string {
  return [lot, code].filter(Boolean).join(' ')
}
