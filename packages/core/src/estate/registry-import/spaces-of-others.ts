import { canonicalCode, spaceKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import { textOf } from './holders-in.ts'
import { KnownEstates } from './known-estates.ts'
import { mentionOf, namedSpaces, namesSpaces, type NamedSpace } from './named-spaces.ts'
import type { Cause, Problems } from './problems.ts'
import type { Registered } from './registered.ts'
import { RegisteredSpaces, type RegisteredSpace } from './registered-spaces.ts'
import { isOfSame, SpaceLots } from './space-lots.ts'
import type { TableRow } from './table-rows.ts'
import { rowKey } from './told-by.ts'
import { contradiction, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

/** With the lot that it has by the registry, or by the list of spaces of the workbook. */
interface Placed extends NamedSpace {
  key: string
  lotOnRecord: string
  form: string
}

/** The lots of the spaces that rows name. */
export class LotsOfRows {
  readonly #lots: ReadonlyMap<string, string>

  constructor(placed: readonly Placed[]) {
    this.#lots = new Map(placed.map(({ row, code, lotOnRecord }) => [inRow(row, code), lotOnRecord]))
  }

  /** Of a row that tells no space rightly, which is left out, any. */
  of(row: TableRow, code: string): string {
    return this.#lots.get(inRow(row, code)) ?? ''
  }
}

function inRow({ source }: TableRow, code: string): string {
  return `${rowKey(source)}|${canonicalCode(code)}`
}

/**
 * Refuses the rows of a space that is written in several ways (C001, c001, C1), here or in the registry, each with holders
 * or facts of its own: these may be two spaces. Where nothing else differs, it is said that both are one. A space without
 * its lot that several lots have is refused too.
 * @param tables with their rows
 * @returns the lots of the spaces of all other rows
 */
export function refuseSpacesOfOthers(
  tables: ReadonlyMap<Table, readonly TableRow[]>,
  registered: Registered,
  problems: Problems,
): LotsOfRows {
  if ([...tables.keys()].every((table) => !namesSpaces(table))) return new LotsOfRows([])
  const spaces = registered.spaces ?? new RegisteredSpaces([])
  const estates = KnownEstates.of([...tables.values()].flat(), registered)
  const named = namedSpaces(tables, estates, registered).filter(
    ({ row: { source } }) => !problems.isBad(source.sheet, source.row),
  )
  const lots = new SpaceLots(spaces, estates)
  const placed = shareOut(place(named, lots, problems), spaces, lots, problems)
  for (const [key, own] of Map.groupBy(placed, (one) => one.key)) lookOver(own, spaces.get(key), problems)
  for (const table of tables.keys()) noteFound(table, placed, problems)
  return new LotsOfRows(placed)
}

function place(named: readonly NamedSpace[], lots: SpaceLots, problems: Problems): Placed[] {
  const inOne = (one: NamedSpace, may: readonly string[]): Placed[] => {
    if (may.length === 1) return [inLot(one, may[0]!)]
    report('space_lot_unclear', one, problems, { lots: may.join('、') })
    return []
  }
  const lists = Map.groupBy(
    named.filter(({ field }) => field === 'space'),
    ({ code }) => canonicalCode(code),
  )
  const listed = [...lists.values()].flatMap((alike) =>
    alike.flatMap((one) => inOne(one, lots.ofListed(one, alike))),
  )
  const listedLots = Map.groupBy(listed, ({ code }) => canonicalCode(code))
  const beside = named
    .filter(({ field }) => field === 'parking')
    .flatMap((one) => {
      const told = listedLots.get(canonicalCode(one.code)) ?? []
      const own = told.map(({ lotOnRecord }) => lotOnRecord)
      return inOne(one, lots.ofBeside(one, own))
    })
  return [...listed, ...beside]
}

function inLot(one: NamedSpace, lot: string): Placed {
  // A space beside a room is written without its lot wherever it is.
  const written = one.field === 'parking' ? lot : one.lot
  return { ...one, key: spaceKey(lot, one.code), lotOnRecord: lot, form: formOf(`${written}|${one.code}`) }
}

/**
 * A space of no estate that stands beside rooms of several is that of the estate whose people have it, and those of the others
 * are new. Where nothing says whose it is, their rows are refused.
 */
function shareOut(
  placed: readonly Placed[],
  spaces: RegisteredSpaces,
  lots: SpaceLots,
  problems: Problems,
): Placed[] {
  return [...Map.groupBy(placed, ({ key }) => key)].flatMap(([key, own]) => {
    // A list that tells the estate of one row and none of another tells of two spaces.
    const apart = own.some((one) => isListed(one) && !one.isLotTold && one.isEstateTold)
    const isClaim = (one: Placed) => !isListed(one) || (!one.isLotTold && apart)
    const [claiming, listed] = [own.filter(isClaim), own.filter((one) => !isClaim(one))]
    const claims = [...Map.groupBy(claiming, ({ estate }) => estate.key).values()]
    if (claims.length < 2 || !lots.isFree(own[0]!.lotOnRecord)) return own
    const known = spaces.get(key)
    const holders = [...(known?.holders[0] ?? []), ...listed.flatMap(({ people }) => people)]
    const theirs = claims.filter((rows) => rows.some((one) => isOfSame(one.people, holders)))
    const isNew = known === undefined && listed.length === 0
    const shared = claims.flatMap((rows) => {
      const { name } = rows[0]!.estate
      if (theirs.includes(rows) || (isNew && name === '')) return rows
      if (name !== '' && (isNew || theirs.length > 0)) return rows.map((one) => inLot(one, name))
      const may = [own[0]!.lotOnRecord, ...claims.map(([one]) => one!.estate.name)].filter(Boolean)
      for (const one of rows) report('space_lot_unclear', one, problems, { lots: may.join('、') })
      return []
    })
    return [...listed, ...shared]
  })
}

function isListed({ field }: NamedSpace): boolean {
  return field === 'space'
}

/** Says which lots were taken for those of a list that does not name them, or not in full, or names what is on record without. */
function noteFound({ sheet }: Table, placed: readonly Placed[], problems: Problems): void {
  const found = placed.filter(
    (one) =>
      one.row.table.sheet === sheet &&
      isListed(one) &&
      one.lot !== one.lotOnRecord &&
      !problems.isBad(sheet.name, one.row.source.row),
  )
  const [without, inFull] = [found.filter(isLonger), found.filter((one) => !isLonger(one))]
  const at = { sheet: sheet.name, row: null }
  const few = (names: readonly string[]) => [...new Set(names)].slice(0, 5).join('、')
  if (inFull.length > 0) {
    const known = few(inFull.map(({ lotOnRecord }) => lotOnRecord))
    problems.add('spaces_found', at, { spaces: inFull.length, lots: known })
  }
  if (without.length > 0)
    problems.add('spaces_without_lot', at, { spaces: without.length, names: few(without.map(asWritten)) })
}

/** The lot is told, of a space that is on record without. */
function isLonger({ lot, lotOnRecord }: Placed): boolean {
  return canonicalCode(lot).length > canonicalCode(lotOnRecord).length
}

type Mentioned = Placed & Mention

function lookOver(own: readonly Placed[], known: RegisteredSpace | undefined, problems: Problems): void {
  const forms = new Set([...own, ...(known ? [known] : [])].map(({ form }) => form))
  if (forms.size < 2) return
  const mentions = own.map((one): Mentioned => ({ ...one, ...mentionOf(one, one.lot), form: one.form }))
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

function whatDiffers({ row }: NamedSpace, found: Contradiction): { what?: string } {
  return found.by === 'holders' ? {} : { what: row.heading(found.field) }
}

function asWritten({ lot, code }: Pick<NamedSpace, 'lot' | 'code'>): string {
  return [lot, code].filter(Boolean).join(' ')
}

function report(
  cause: Cause,
  { row, field, code }: NamedSpace,
  problems: Problems,
  params: Record<string, string | number>,
): void {
  const column = columnName(row.table.columns.get(field)!)
  problems.add(cause, { ...row.source, column, value: textOf(row, field) || code }, params)
}
