import { wordKey } from '../registry/index.ts'
import { columnName, type Cell } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import type { Field } from './headings.ts'
import { readLegend } from './legend.ts'
import { Problems } from './problems.ts'
import { answered, mostValues, together, type Question, type Said } from './question.ts'
import { dataRows, type TableRow } from './table-rows.ts'
import { asWritten, cellText } from './text.ts'
import { meaningfulText, readDate, readEndDate, readScaled, readShare, type Reading } from './values.ts'

/** What is charged and who owes, by fields that only one column can tell, each with the form in which its values compare. */
const charged: Readonly<Partial<Record<Field, (cell: Cell) => Reading<string | number>>>> = {
  builtArea: (cell) => readScaled(cell, 2),
  innerArea: (cell) => readScaled(cell, 2),
  chargeArea: (cell) => readScaled(cell, 2),
  area: (cell) => readScaled(cell, 2),
  areaPrice: (cell) => readScaled(cell, 4),
  price: (cell) => readScaled(cell, 4),
  amount: (cell) => readScaled(cell, 2),
  share: readShare,
  fromOn: readDate,
  toOn: readEndDate,
  tenantFromOn: readDate,
  tenantToOn: readEndDate,
  tariffFromOn: readDate,
  propertyFromOn: readDate,
  tariffs: asWords,
  way: asWords,
  pricedBy: asWords,
}

function asWords(cell: Cell): Reading<string> {
  return { value: wordKey(meaningfulText(cell)) }
}

/** Columns of one table that tell the same, the one that is read first. */
interface Same {
  table: Table
  /** The rows of data; what is wrong with them is said when they are read. */
  rows: readonly TableRow[]
  field: Field
  columns: { column: number; label: string }[]
}

/**
 * Asks which of several columns counts that tell the same of what is charged (建筑面积 and 产证面积, 单价 twice) and say other
 * things in a row, and reads that one. Nothing is asked where all that say something say the same.
 */
export function askAboutSame(tables: readonly Table[], said: Said): Question[] {
  const all = tables.flatMap(sameColumns)
  for (const same of all) takeFilled(same)
  const open = all.filter((same) => differences(same).length > 0)
  return [...Map.groupBy(open, idOf).values()].map((group) => {
    const question = questionOf(group, said)
    for (const same of group) carryOut(same, question.answer)
    return question
  })
}

function sameColumns(table: Table): Same[] {
  const found = (Object.keys(charged) as Field[]).flatMap((field) => {
    const kept = table.columns.get(field)
    const more = table.left.filter((one) => one.field === field).map(({ column }) => column)
    return kept === undefined || more.length === 0 ? [] : [{ field, columns: [kept, ...more] }]
  })
  if (found.length === 0) return []
  const rows = dataRows(table, readLegend(table), new Problems())
  return found.map(({ field, columns }) => ({ table, rows, field, columns: labelled(table, columns) }))
}

/** As much of a heading as tells columns apart; an answer is no longer than it may be. */
const longestLabel = 60

/** Columns by their headings, the second of one heading with its number. */
function labelled({ written }: Table, columns: readonly number[]): Same['columns'] {
  const seen = new Map<string, number>()
  const inOrder = columns
    .toSorted((a, b) => a - b)
    .map((column) => {
      const heading = (written.get(column) ?? '').slice(0, longestLabel)
      const times = (seen.get(heading) ?? 0) + 1
      seen.set(heading, times)
      return { column, label: times === 1 ? heading : `${heading}#${times}` }
    })
  return columns.map((column) => inOrder.find((one) => one.column === column)!)
}

function idOf({ table, field, columns }: Same): string {
  const labels = columns.map(({ label }) => wordKey(label)).toSorted()
  return `same:${table.kind}:${field}:${labels.join('|')}`.slice(0, 200)
}

function valueAt({ field }: Same, row: TableRow, column: number): string {
  const cell = row.raw(column)
  if (row.placeholders(field).has(cellText(cell))) return ''
  const reading = charged[field]!(cell)
  const value = 'value' in reading ? String(reading.value) : wordKey(meaningfulText(cell))
  return value === '0' ? '' : value
}

/** A column without anything in it gives way to one that has something. */
function takeFilled(same: Same): void {
  const { rows, columns } = same
  const isFilled = (column: number) => rows.some((row) => valueAt(same, row, column) !== '')
  const filled = columns.find(({ column }) => isFilled(column))
  if (filled !== undefined && filled !== columns[0]) read(same, filled.column)
}

/** Makes a column the one that is read. */
function read({ table, field, columns }: Same, chosen: number): void {
  table.columns.set(field, chosen)
  const others = columns.filter(({ column }) => column !== chosen).map(({ column }) => column)
  const isOne = (column: number) => columns.some((one) => one.column === column)
  const left = table.left.filter(({ column }) => !isOne(column))
  const repeated = others.map((column) => {
    const heading = table.headings.get(column) ?? ''
    return { column, heading, because: 'repeated' as const, field }
  })
  table.left = [...left, ...repeated]
}

/** What the columns say in rows in which they do not say the same; a blank beside the one that is read says nothing. */
function differences(same: Same): Question['values'] {
  const { table, field, columns } = same
  const kept = table.columns.get(field)!
  const differing = same.rows.filter((row) => {
    const mine = valueAt(same, row, kept)
    return columns.some(({ column }) => !['', mine].includes(valueAt(same, row, column)))
  })
  const told = differing.map((row) =>
    columns.map(({ column }) => asWritten(row.raw(column)) || '—').join(' / '),
  )
  return together([told.map((value) => ({ value, rows: 1 }))])
}

function questionOf(group: readonly Same[], said: Said): Question {
  const [{ table, columns }] = group as [Same]
  return answered(
    {
      id: idOf(group[0]!),
      about: 'same',
      sheet: table.sheet.name,
      column: columns.map(({ column }) => columnName(column)).join('、'),
      heading: columns.map(({ column }) => table.written.get(column) ?? '').join('、'),
      values: together(group.map(differences)).slice(0, mostValues),
      choices: columns.map(({ label }) => `take:${label}`),
    },
    said,
  )
}

function carryOut(same: Same, answer: string | null): void {
  const { table, columns } = same
  const chosen = columns.find(({ label }) => `take:${label}` === answer)
  if (chosen) return read(same, chosen.column)
  // What is asked about is not said to be left out as well.
  table.left = table.left.filter(({ column }) => !columns.some((one) => one.column === column))
}
