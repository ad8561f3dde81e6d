import { readRoomName, wordKey } from '../registry/index.ts'
import type { Table } from './find-table.ts'
import { fieldOf, type TableKind } from './headings.ts'
import { textAt } from './question.ts'

/** Where a table says of which estate or phase its rows are: a column, the names of its rooms, or the sheet's own name. */
export interface EstateSource {
  /** The same for the same source of another workbook. */
  id: string
  table: Table
  column: number | null
  heading: string | null
  where: 'column' | 'name' | 'sheet'
  valueOf: (row: number) => string
}

/** Rooms by name: nothing is unclear about those that the registry has. */
type Known = ReadonlyMap<string, unknown>

export const estateOfSheets = 'estate-of-sheet'

export function estateSources(table: Table, known: Known): EstateSource[] {
  const columns = estateColumns(table)
  const told = (row: number) => columns.map(({ valueOf }) => wordKey(valueOf(row)))
  return [...columns, ...estateInNames(table, known, told), ...estateOfSheet(table)]
}

function estateColumns(table: Table): EstateSource[] {
  const column = table.columns.get('estate')
  const more = table.left.filter(
    ({ because, heading }) => because === 'repeated' && isEstate(table.kind, heading),
  )
  return [...(column === undefined ? [] : [column]), ...more.map((one) => one.column)].map((at) => {
    const heading = table.written.get(at)!
    return {
      id: `estate:${wordKey(heading)}`,
      table,
      column: at,
      heading,
      where: 'column',
      valueOf: (row) => textAt(table, row, at),
    }
  })
}

function isEstate(kind: TableKind, heading: string): boolean {
  return fieldOf(kind, heading)?.field === 'estate'
}

/** 丁香苑1栋101: the estate stands before the building. What a column says too is not said twice. */
function estateInNames(table: Table, known: Known, told: (row: number) => string[]): EstateSource[] {
  const column = table.columns.get('address') ?? table.columns.get('room')
  if (column === undefined || table.kind === 'people') return []
  const heading = table.written.get(column)!
  const building = table.columns.get('building')
  const valueOf = (row: number) => {
    const text = textAt(table, row, column)
    const estate = known.has(wordKey(text)) ? '' : (readRoomName(text)?.estate ?? '')
    if (estate === '') return ''
    const said = [...told(row), building === undefined ? '' : wordKey(textAt(table, row, building))]
    return said.some((one) => one.includes(wordKey(estate))) ? '' : estate
  }
  return [{ id: `estate-in-name:${wordKey(heading)}`, table, column: null, heading, where: 'name', valueOf }]
}

function estateOfSheet(table: Table): EstateSource[] {
  const estate = estateWord(table)
  return estate === null ? [] : [sheetSource(table, estate)]
}

/** The sheet itself as what tells its rows apart, under a name. */
export function sheetSource(table: Table, estate = estateWord(table) ?? table.sheet.name): EstateSource {
  return { id: estateOfSheets, table, column: null, heading: null, where: 'sheet', valueOf: () => estate }
}

// The third issue of a year (2026年第3期) is no phase.
export const phase = '(?<![年月第])第?[一二三四五六七八九十\\d]{1,3}期'
const names = '\\S*?(?:苑|园|庭|小区|花园|家园|组团|公寓|广场|大厦)'
const region = '[一二三四五六七八九十东西南北中A-Za-z]区'
const subject =
  '(?:的|全部|所有|业主|住户|房屋|房产|商铺|住宅|车位|停车|楼栋|楼盘|客户|人员|产权|收费|物业|基本|基础|信息|资料|登记|名单|名册|清单|清册|明细|台账|档案|汇总|统计|数据|表|册|\\(.*\\))*'
const ofAnyTable = new RegExp(`^(?:\\d+[.、-])?(?<estate>${names}(?:${phase})?|\\S*?${phase})${subject}$`)
// Parking lots are called regions too.
const ofRooms = new RegExp(
  `^(?:\\d+[.、-])?(?<estate>${names}(?:${phase})?|\\S*?(?:${phase}|${region}))${subject}$`,
)

/** The estate or phase that the sheet's name speaks of: 一期, 丁香苑业主表. Null when it speaks of none. */
function estateWord({ kind, sheet }: Pick<Table, 'kind' | 'sheet'>): string | null {
  if (kind === 'tariffs' || kind === 'people') return null
  const pattern = kind === 'parking' ? ofAnyTable : ofRooms
  return pattern.exec(wordKey(sheet.name))?.groups?.['estate'] ?? null
}

/** By which a sheet that was told apart from another by its own name is known again, whatever the name. */
export function askedOfSheet(sheet: string): string {
  return `${estateOfSheets}|${wordKey(sheet)}`
}
