import { canonicalCode, spaceKey, wordKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import { holdersIn, ownersIn, textOf } from './holders-in.ts'
import { readLegend } from './legend.ts'
import { Problems, type Cause } from './problems.ts'
import { spacesBeside } from './read-rooms.ts'
import type { Registered } from './registered.ts'
import { RegisteredSpaces, type RegisteredSpace } from './registered-spaces.ts'
import { dataRows, type TableRow } from './table-rows.ts'
import { LotsOfEstates, SpaceBesideRooms } from './spaces-of-estates.ts'
import { contradiction, factsIn, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

/** A space that a row names: a row of a list of spaces, or one of a room beside which the space stands. */
interface Named {
  row: TableRow
  field: 'space' | 'parking'
  /** Empty where it is not told. */
  lot: string
  code: string
}

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
  tables: readonly Table[],
  registered: Registered,
  problems: Problems,
): void {
  const spaces = registered.spaces ?? new RegisteredSpaces([])
  const named = tables.flatMap((table) =>
    namedIn(table).filter(({ row: { source } }) => !problems.isBad(source.sheet, source.row)),
  )
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
      report('space_lot_unclear', one, problems, { lots: may.join('、') })
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
    const clear = own.filter(({ row: { source } }) => !problems.isBad(source.sheet, source.row))
    refuseBesideRooms(clear, known, ofEstates, problems)
  }
  for (const table of tables) noteFound(table, placed, problems)
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
    if (estates !== '') report('space_of_estates', one, problems, { estates })
  }
}

/** Says which lots were taken for those of a list that does not name them, or not in full. */
function noteFound({ sheet }: Table, placed: readonly Placed[], problems: Problems): void {
  const found = placed.filter(
    ({ row, field, lot, lotOnRecord }) =>
      row.table.sheet === sheet &&
      field === 'space' &&
      lot !== lotOnRecord &&
      !problems.isBad(sheet.name, row.source.row),
  )
  if (found.length === 0) return
  const lots = [...new Set(found.map(({ lotOnRecord }) => lotOnRecord))].slice(0, 5).join('、')
  problems.add('spaces_found', { sheet: sheet.name, row: null }, { spaces: found.length, lots })
}

function namedIn(table: Table): Named[] {
  if (table.kind === 'parking') {
    return rowsOf(table).flatMap((row): Named[] => {
      const code = textOf(row, 'space')
      const lot = [...row.buildingParts, textOf(row, 'lot')].join('')
      return code === '' ? [] : [{ row, field: 'space', lot, code }]
    })
  }
  if (table.kind !== 'rooms' || !table.columns.has('parking')) return []
  return rowsOf(table).flatMap((row) =>
    spacesBeside(textOf(row, 'parking')).map((code): Named => ({ row, field: 'parking', lot: '', code })),
  )
}

/** What is wrong with the rows otherwise is said when they are read. */
function rowsOf(table: Table): TableRow[] {
  return dataRows(table, readLegend(table), new Problems())
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
      report('space_written_otherwise', one, problems, params)
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
  if (!('row' in other)) return report(`registered_space_${by}`, one, problems, params)
  const { sheet, row } = other.row.source
  report(`space_${by}`, one, problems, { ...params, otherSheet: sheet, otherRow: row })
}

function whatDiffers({ row }: Named, found: Contradiction): { what?: string } {
  return found.by === 'holders' ? {} : { what: row.heading(found.field) }
}

function asWritten({ lot, code }: Pick<Named, 'lot' | 'code'>): string {
  return [lot, code].filter(Boolean).join(' ')
}

function report(
  cause: Cause,
  { row, field, code }: Named,
  problems: Problems,
  params: Record<string, string | number>,
): void {
  const column = columnName(row.table.columns.get(field)!)
  problems.add(cause, { ...row.source, column, value: textOf(row, field) || code }, params)
}
