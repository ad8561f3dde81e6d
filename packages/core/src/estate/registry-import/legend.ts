import { fieldOf, type Field } from './headings.ts'
import type { Table } from './find-table.ts'
import { cellText } from './text.ts'
import { wordKey } from '../registry/index.ts'

/** What the remarks of a sheet say about the values of its columns. */
export interface Legend {
  /** Values that are written where nothing is known, by field. */
  placeholders: ReadonlyMap<Field, ReadonlySet<string>>
  /** The words behind codes, by field: 1001 is 业主. */
  codes: ReadonlyMap<Field, ReadonlyMap<string, string>>
  /** The rows of the sheet that say so, counted from 0. */
  rows: ReadonlySet<number>
}

/** Fields whose placeholder cannot be meant: an area of 1 is none, a storey 1 may well be the first. */
const guarded = new Set<Field>([
  'phone',
  'phone2',
  'idNumber',
  'gender',
  'builtArea',
  'innerArea',
  'chargeArea',
  'area',
  'layout',
])

/**
 * Reads the remarks that stand beside and below a table: a label that is one of the table's headings, then its
 * explanation in the same row and in the rows below it until the next label. Notes within a heading count too.
 */
export function readLegend(table: Table): Legend {
  const placeholders = new Map<Field, Set<string>>()
  const codes = new Map<Field, Map<string, string>>()
  const rows = new Set<number>()
  for (const [field, lines] of explanations(table)) {
    for (const { text, stands } of lines) {
      const values = guarded.has(field) ? placeholdersIn(text) : []
      for (const value of values) add(placeholders, field, new Set<string>()).add(value)
      const pairs = codesIn(text)
      for (const [code, words] of pairs) {
        const known = add(codes, field, new Map<string, string>())
        if (!known.has(code)) known.set(code, words)
      }
      if (values.length + pairs.length > 0) for (const row of stands) rows.add(row)
    }
  }
  return { placeholders, codes, rows }
}

/** What explains a column, and the rows in which it and its label stand. */
interface Line {
  text: string
  stands: readonly number[]
}

function add<V>(map: Map<Field, V>, field: Field, fresh: V): V {
  const value = map.get(field) ?? fresh
  map.set(field, value)
  return value
}

function explanations(table: Table): Map<Field, Line[]> {
  const found = new Map<Field, Line[]>()
  const unused = table.left.filter(({ because }) => because === 'unused').map(({ column }) => column)
  const data = new Set([...table.columns.values(), ...unused])
  for (const [field, column] of table.columns) {
    const heading = cellText(table.headings.get(column) ?? '')
    const [open, close] = [heading.indexOf('('), heading.lastIndexOf(')')]
    const notes = open === -1 ? '' : heading.slice(open + 1, Math.max(open + 1, close))
    const lines = notes === '' ? [] : [...notes.split(/[\n,;]/), ...pairsInLine(notes)]
    if (notes)
      found.set(
        field,
        lines.map((text) => ({ text, stands: [] })),
      )
  }
  let label: Field | null = null
  let labelColumn: number | null = null
  let labelRow = 0
  for (const [index, row] of table.sheet.rows.entries()) {
    const notes = row.flatMap((cell, column) =>
      data.has(column) || cellText(cell) === '' ? [] : [{ column, text: cellText(cell) }],
    )
    const [first] = notes
    if (!first) continue
    const labelled = fieldOfLabel(table, first.text)
    if (labelled !== null) [labelColumn, labelRow] = [first.column, index]
    // A word in the labels' column that is no column of the table begins an explanation of something else.
    if (labelled !== null || first.column === labelColumn) label = labelled
    if (label === null) continue
    const rest = notes.slice(labelled === null ? 0 : 1).map(({ text }) => text)
    // A legend may stand twice side by side: what follows the label once more is the copy.
    const copy = labelled === null ? -1 : rest.indexOf(first.text)
    const own = copy === -1 ? rest : rest.slice(0, copy)
    const texts = [...own.flatMap((text) => text.split('\n')), own.join(' ')]
    add(found, label, [] as Line[]).push(...texts.map((text) => ({ text, stands: [labelRow, index] })))
  }
  return found
}

function fieldOfLabel(table: Table, text: string): Field | null {
  const field = fieldOf(table.kind, text)?.field
  return field !== undefined && table.columns.has(field) ? field : null
}

const whenNothing =
  /(?:没有|如无|若无|未知|不详|不清楚)[^\d\n]{0,14}?(?:写|填|用|录)(?:入|为|写)?[:\s"“]*(\d{1,18}|[男女])/g
const always = /(?:目前|统一|固定|默认)(?:填写|写|填)(?:为)?[:\s"“]*(\d{1,18})/g

function placeholdersIn(line: string): string[] {
  return [...line.matchAll(whenNothing), ...line.matchAll(always)].map((match) => match[1]!)
}

/** A code with its words; what is longer is an explanation of something. */
const longestPair = 100

/** 1001 业主 · 1001:业主 · 住宅 110 · H 出租 */
function codesIn(line: string): [string, string][] {
  if (line.length > longestPair) return []
  const before = /^\s*(\d{2,5}|[A-Za-z])\s*[:=.、-]?\s*(\p{Script=Han}\S*)\s*$/u.exec(line)
  if (before) return [[wordKey(before[1]!), before[2]!]]
  const after = /^\s*(\p{Script=Han}+)\s*[:=-]?\s*(\d{2,5})\s*$/u.exec(line)
  return after ? [[after[2]!, after[1]!]] : []
}

/** Several pairs in one line: 9901 家用小汽车 9902 客车; H出租S出售. */
function pairsInLine(line: string): string[] {
  return line.match(/(?:\d{2,5}|[A-Z])\s*\p{Script=Han}+/gu) ?? []
}
