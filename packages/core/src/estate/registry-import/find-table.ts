import { fieldAfter, fieldOf, fieldsOf, tableKinds, type Field, type TableKind } from './headings.ts'
import { columnName, type Cell, type Sheet } from '../../platform/spreadsheets/index.ts'
import { joinedLong, longestOf, withoutLongCells, type LongCells } from './long-cells.ts'
import { asWritten, cellText } from './text.ts'

/** Where a sheet's data stands and what its columns tell. */
export interface Table {
  sheet: Sheet
  kind: TableKind
  /** Rows of the headings, counted from 0; the data begin after the last. */
  firstHeading: number
  lastHeading: number
  columns: Map<Field, number>
  /** What a person said of it. */
  said: SaidOfTable
  /** Cells of the data that are too long to be read and are not among the sheet's any more. */
  long: LongCells
  /** Rows that a person said to leave out, counted from 0. */
  leftOut: Set<number>
  /** Columns with a heading that is known but not used, not known, or a second one of the same meaning. */
  left: LeftColumn[]
  /** In plain form, to be understood. */
  headings: ReadonlyMap<number, string>
  /** The headings as they were typed, to be shown. */
  written: ReadonlyMap<number, string>
}

/** A column that is not read. A repeated one tells `field`, as a column does that is kept: there is one as long as it is. */
type LeftColumn = { column: number; heading: string } & (
  | { because: 'unused' | 'unknown'; field?: never }
  | { because: 'repeated'; field: Field }
)

type ValueOfRow = (row: number) => string

/** Answers about what tells rooms of a table apart. */
interface SaidOfTable {
  /** Parts of the buildings' names: 期, 组团. Blank for rows without. */
  buildingParts: ValueOfRow[]
  /** Of what stands before the buildings in the rooms' names, what is part of theirs. */
  isPartOfName: (estate: string) => boolean
  /** Left out as telling no rooms apart: rows that become equal without it are errors. */
  ignored: { id: string; what: string; valueOf: ValueOfRow }[]
  /** Estates whose rooms are taken in without their name, by question: the registry remembers them. Null: with it. */
  taken: { id: string; valueOf: (row: number) => string | null }[]
}

/** Headings stand in the first rows; a later row that looks like one is a repetition for the printer. */
const searchedRows = 60

const sheetNames: Record<TableKind, RegExp> = {
  rooms: /房|室|户型|物业/,
  people: /业主|住户|客户|人员|家庭|租户/,
  parking: /车位|停车|车库/,
  tariffs: /费/,
  buildings: /楼栋|单元|楼宇|栋|幢/,
}

/** Finds the table of a sheet by its headings, or null when nothing in it looks like one. */
export function findTable(sheet: Sheet): Table | null {
  let best: { table: Table; score: number } | null = null
  const last = Math.min(sheet.rows.length, searchedRows)
  for (let row = 0; row < last; row += 1) {
    for (const depth of [1, 2]) {
      if (depth === 2 && row === 0) continue
      const headings = depth === 1 ? singleHeadings(sheet, row) : doubleHeadings(sheet, row)
      if (headings.size === 0) continue
      for (const kind of tableKinds) {
        const candidate = assign(sheet, kind, headings, { firstHeading: row - depth + 1, lastHeading: row })
        const score = scoreOf(candidate)
        if (score > (best?.score ?? 0)) best = { table: candidate, score }
      }
    }
  }
  return best?.table ?? null
}

/**
 * The table without the cells that are longer than what their columns tell.
 * @param long those that were taken out of the sheet before its columns were known
 */
export function withoutLong(table: Table, long: LongCells): Table {
  const most = new Map([...table.columns].map(([field, column]) => [column, longestOf(field)]))
  const more = withoutLongCells(table.sheet, (column) => most.get(column) ?? null, table.lastHeading + 1)
  return { ...table, sheet: more.sheet, long: joinedLong(long, more.long) }
}

/** The table without what is told of a field, in however many columns: none is left as the repetition of one that is gone. */
export function withoutField(table: Table, field: Field): Table {
  const kept = table.columns.get(field)
  const mine = [kept, ...table.left.filter((one) => one.field === field).map(({ column }) => column)]
  const unused = mine.flatMap((column) => {
    if (column === undefined) return []
    return [{ column, heading: table.headings.get(column) ?? '', because: 'unused' as const }]
  })
  return {
    ...table,
    columns: new Map([...table.columns].filter(([one]) => one !== field)),
    left: [...table.left.filter((one) => one.field !== field), ...unused],
  }
}

/** The column that is read for a field, by letters and heading, to be named to a person. */
export function keptColumn(table: Table, field: Field): { kept: string; keptHeading: string } {
  const column = table.columns.get(field)!
  return { kept: columnName(column), keptHeading: table.written.get(column) ?? '' }
}

/** A heading with the forms in which it may be known, the likeliest first, and as it was typed. */
type Headings = ReadonlyMap<number, { forms: readonly string[]; written: string }>

function singleHeadings(sheet: Sheet, row: number): Headings {
  return new Map(
    (sheet.rows[row] ?? []).flatMap((cell, column) =>
      isWord(cell) ? [[column, { forms: [cellText(cell)], written: asWritten(cell) }] as const] : [],
    ),
  )
}

/** Headings of two rows: 业主信息 over 姓名 and 电话. A group that was not merged reaches to the next one. */
function doubleHeadings(sheet: Sheet, row: number): Headings {
  const [upper, lower] = [sheet.rows[row - 1]!, sheet.rows[row] ?? []]
  const headings = new Map<number, { forms: string[]; written: string }>()
  let group = ''
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const above = isWord(upper[column] ?? null) ? cellText(upper[column]!) : ''
    const below = isWord(lower[column] ?? null) ? cellText(lower[column]!) : ''
    group = above || group
    if (above === below || below === '') {
      if (above) headings.set(column, { forms: [above], written: asWritten(upper[column]!) })
    } else {
      const forms = group ? [group + below, below + group, below] : [below]
      headings.set(column, { forms, written: asWritten(lower[column]!) })
    }
  }
  return headings
}

function isWord(cell: Cell): boolean {
  return typeof cell === 'string' && cellText(cell) !== '' && !/^[\d.,-]+$/.test(cellText(cell))
}

function assign(
  sheet: Sheet,
  kind: TableKind,
  headings: Headings,
  rows: Pick<Table, 'firstHeading' | 'lastHeading'>,
): Table {
  const chosen = new Map<Field, { column: number; rank: number }>()
  const left: Table['left'] = []
  const shown = new Map<number, string>()
  let whose: Field | null = null
  for (const [column, { forms }] of headings) {
    const heading = forms.at(-1)!
    shown.set(column, heading)
    const found = known(kind, forms, whose, chosen)
    if (found && personFields.has(found.field)) whose = found.field
    if (!found) left.push({ column, heading, because: 'unknown' })
    else if (found.field === 'ignored') left.push({ column, heading, because: 'unused' })
    else {
      const { field, rank } = found
      const earlier = chosen.get(field)
      if (earlier && earlier.rank <= rank) left.push({ column, heading, because: 'repeated', field })
      else {
        if (earlier)
          left.push({
            column: earlier.column,
            heading: shown.get(earlier.column)!,
            because: 'repeated',
            field,
          })
        chosen.set(field, { column, rank })
      }
    }
  }
  const columns = new Map([...chosen].map(([field, { column }]) => [field, column]))
  const said = { buildingParts: [], isPartOfName: () => false, ignored: [], taken: [] }
  const written = new Map([...headings].map(([column, heading]) => [column, heading.written]))
  const none = { long: new Map(), leftOut: new Set<number>() }
  return { sheet, kind, ...rows, columns, left, headings: shown, written, said, ...none }
}

const personFields = new Set<Field>(['name', 'tenant', 'coOwner', 'family'])

function known(
  kind: TableKind,
  forms: readonly string[],
  whose: Field | null,
  chosen: ReadonlyMap<Field, unknown>,
): { field: Field; rank: number } | null {
  const may = fieldsOf(kind, forms.at(-1)!)
  // Of the things that a heading names the one that no column has told yet: 单元/座 beside 楼栋 is the unit.
  if (may.length > 1) return may.find(({ field }) => !chosen.has(field)) ?? may[0]!
  for (const form of forms.slice(0, -1)) {
    const found = fieldOf(kind, form)
    if (found) return found
  }
  return fieldAfter(kind, whose, forms.at(-1)!)
}

/** 0: not such a table. Otherwise the more columns are known and the better the sheet's name fits, the higher. */
function scoreOf(table: Table): number {
  const { kind, columns, sheet } = table
  if (!hasWhatItNeeds(table)) return 0
  const named = sheetNames[kind].test(sheet.name) ? 1.5 : 0
  // Between two readings of the same columns the thing that is named first is what the rows are about.
  const first = keyFields[kind].some((field) => columns.get(field) === Math.min(...columns.values()))
    ? 0.5
    : 0
  return columns.size + named + first
}

const keyFields: Record<TableKind, readonly Field[]> = {
  rooms: ['room', 'address', 'building'],
  people: ['number', 'name'],
  parking: ['space', 'lot'],
  tariffs: ['code', 'title'],
  buildings: ['building'],
}

function hasWhatItNeeds({ kind, columns, sheet, lastHeading, headings }: Table): boolean {
  const has = (...fields: Field[]) => fields.some((field) => columns.has(field))
  const mentions = (other: TableKind, ...fields: Field[]) =>
    [...headings.values()].some((heading) => fields.includes(fieldOf(other, heading)?.field ?? 'ignored'))
  switch (kind) {
    case 'rooms':
      return (
        has('room', 'address') &&
        (columns.size > 1 || isList(sheet, lastHeading, headings)) &&
        // 单位 is a room in Hong Kong and what goods are counted in elsewhere.
        (!isUnitOfMeasure(headings.get(columns.get('room') ?? -1)) ||
          has('building', 'unit', 'floor', 'name'))
      )
    case 'people':
      return has('name') && columns.size > 1 && !mentions('rooms', 'room', 'address')
    case 'parking':
      return has('space') && columns.size > 1
    case 'tariffs':
      return has('code', 'title') && has('price', 'amount')
    case 'buildings':
      return (
        has('building') &&
        has('unit', 'floors', 'elevator') &&
        !mentions('rooms', 'room', 'address', 'name', 'builtArea')
      )
  }
}

function isUnitOfMeasure(heading: string | undefined): boolean {
  return heading !== undefined && /^(?:单位|單位)$/.test(heading)
}

/** A sheet of nothing but one column with a heading over it. */
function isList(sheet: Sheet, heading: number, headings: ReadonlyMap<number, string>): boolean {
  const below = sheet.rows[heading + 1] ?? []
  return headings.size === 1 && below.some((cell) => cell !== null)
}
