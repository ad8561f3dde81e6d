import { columnName } from '../../platform/spreadsheets/index.ts'
import { withoutField, type Table } from './find-table.ts'
import type { TableRow } from './table-rows.ts'
import { meaningfulText, readCycle } from './values.ts'

/** Headings of nothing but a cycle; others, as 缴费方式, may tell how people pay as well as how often. */
const ofNothingElse = /周期|频率|频次|cycle|frequency/i

/**
 * Refuses a row that is charged or paid at other times than every month: bills are made by the month, and whether its price
 * is one of a month is not for us to say. Each column that tells a cycle counts.
 */
export function refuseOtherCycle(row: TableRow): void {
  const { table } = row
  const kept = table.columns.get('cycle')
  const recurs = table.columns.get('recurrence')
  const columns = [
    ...(kept === undefined ? [] : [kept]),
    ...table.left.filter(({ field }) => field === 'cycle').map(({ column }) => column),
  ]
  const other =
    columns.find((column) => isOther(textIn(row, column), headingOf(table, column))) ??
    // Of fees that recur or do not, in words (按年) or codes that tell no time.
    [recurs ?? -1].find(
      (column) => /^\D+$/.test(textIn(row, column)) && readCycle(textIn(row, column)) === 'other',
    )
  if (other === undefined) return
  const cycle = textIn(row, other)
  row.problem('tariff_cycle', null, { column: columnName(other), heading: headingOf(table, other), cycle })
}

function isOther(text: string, heading: string): boolean {
  if (text === '' || text === '0') return false
  const cycle = readCycle(text)
  return cycle === null ? ofNothingElse.test(heading) : cycle === 'other'
}

function textIn(row: TableRow, column: number): string {
  return meaningfulText(row.raw(column))
}

function headingOf({ headings }: Table, column: number): string {
  return headings.get(column) ?? ''
}

/** In a list of rooms without prices a cycle has nothing to say, and is left out with a note as other columns are. */
export function withoutIdleCycle(table: Table): Table {
  const { kind, columns } = table
  const isIdle = kind === 'rooms' && !columns.has('areaPrice') && !columns.has('tariffs')
  return isIdle ? withoutField(table, 'cycle') : table
}
