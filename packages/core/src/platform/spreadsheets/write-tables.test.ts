import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTables } from './read-tables.ts'
import { listTable } from './table-file.ts'
import { writeCsvTable, writeTables, type DownloadTable } from './write-tables.ts'

const table: DownloadTable = {
  name: '房屋/业主:2026',
  columns: [
    { heading: '房号' },
    { heading: '金额', kind: 'yuan' },
    { heading: '类型', choices: ['住宅', '商铺'] },
  ],
  rows: [
    ['0138', 12.5, '=1+1'],
    ['-3', null, '@备注'],
  ],
}

test('a workbook keeps texts as texts and numbers as numbers', async () => {
  const workbook = await readXlsx(await writeTables([table]))
  expect(workbook.sheets[0]).toMatchObject({
    name: '房屋 业主 2026',
    rows: [
      ['房号', '金额', '类型'],
      ['0138', 12.5, '=1+1'],
      ['-3', null, '@备注'],
    ],
  })
})

const list = listTable<[room: string, paid: number | null, on: string | null, at: number | null]>(
  {
    name: '收款',
    columns: [
      ['房号', ([room]) => room],
      ['金额', ([, paid]) => paid, { kind: 'yuan' }],
      ['单价', () => 2.5, { kind: 'number' }],
      ['笔数', () => 1, { kind: 'number', total: true }],
      ['缴费日期', ([, , on]) => on, { kind: 'date' }],
      ['登记时间', ([, , , at]) => at, { kind: 'moment' }],
    ],
  },
  [
    ['1-101', 0.1, '2026-11-22', Date.UTC(2026, 10, 22, 16, 30, 59)],
    ['1-102', 0.2, '1900-02-28', null],
    ['1-103', -0.3, null, Date.UTC(2026, 0, 1)],
    ['1-104', 1234.56, '1900-03-01', 9e15],
  ],
  { zone: 'Asia/Shanghai', locale: 'zh-CN' },
)

/** What of a cell tells a reader what it is. */
async function cellsOf(of: DownloadTable) {
  const { sheets } = await readXlsx(await writeTables([of]), { readStyles: true })
  const [sheet] = sheets
  const cell = (at: string) => {
    const { value, style, formula, formulaResult } = sheet!.cells?.get(at) ?? {}
    return [value ?? formulaResult ?? null, style?.numFmt, formula].filter((part) => part !== undefined)
  }
  return { sheet: sheet!, cell }
}

test('days and moments of a list are days that a spreadsheet counts with, as the company’s clocks show them', async () => {
  const { sheet, cell } = await cellsOf(list)
  expect(cell('1,4')).toEqual([new Date('2026-11-22T00:00:00Z'), 'yyyy-mm-dd'])
  expect(cell('1,5')).toEqual([new Date('2026-11-23T00:30:00Z'), 'yyyy-mm-dd hh:mm'])
  // A spreadsheet numbers no day before the first of March 1900 rightly, and none after the year 9999.
  expect(cell('2,4')[0]).toBe('1900-02-28')
  expect(cell('4,4')[0]).toEqual(new Date('1900-03-01T00:00:00Z'))
  expect(cell('4,5')[0]).toBe('9000000000000000')
  expect(sheet.rows[3]?.slice(4)).toEqual([null, new Date('2026-01-01T08:00:00Z')])
})

test('a list filters by its headings, and adds up what of it is shown', async () => {
  const { sheet, cell } = await cellsOf(list)
  expect(sheet.autoFilter).toMatchObject({ range: 'A1:F5' })
  expect(sheet.rows).toHaveLength(6)
  expect([cell('5,0'), cell('5,2'), cell('5,4')].map(([value]) => value)).toEqual(['合计', null, null])
  expect(cell('5,1')).toEqual([1234.56, '#,##0.00', 'SUBTOTAL(109,B2:B5)'])
  expect(cell('5,3')).toEqual([4, 'General', 'SUBTOTAL(109,D2:D5)'])
})

test('a rate in all follows from sums of what is shown, and what only all rows know is left out where some are hidden', async () => {
  const rates = listTable<[name: string, part: number, whole: number | null]>(
    {
      name: '收缴',
      columns: [
        ['项目', ([name]) => name],
        ['实收', ([, part]) => part, { kind: 'yuan' }],
        ['应收', ([, , whole]) => whole, { kind: 'yuan' }],
        ['收缴率', () => 50, { kind: 'number', total: { part: ['实收'], whole: ['实收', '应收'] } }],
        ['户数', () => 7, { kind: 'number', total: { ofAll: () => 12 } }],
        ['下限', () => 7, { kind: 'number', total: { ofAll: () => null } }],
      ],
    },
    [
      ['甲', 0.1, 0.2],
      ['乙', 0.2, null],
    ],
    { zone: 'Asia/Shanghai', locale: 'zh-CN' },
  )
  const { cell } = await cellsOf(rates)
  const [sum, whole] = ['SUBTOTAL(109,B2:B3)', 'SUBTOTAL(109,B2:B3)+SUBTOTAL(109,C2:C3)']
  expect(cell('3,3')).toEqual([60, 'General', `IF(${whole}=0,"",ROUND(100*(${sum})/(${whole}),2))`])
  expect(cell('3,4')).toEqual([12, 'General', 'IF(SUBTOTAL(103,A2:A3)=2,12,"")'])
  expect(cell('3,5')).toEqual([null, 'General'])
  const none = { ...rates, rows: [['甲', 0, null, null, 7, 7]] }
  expect((await cellsOf(none)).cell('2,3')).toEqual([null, 'General'])
})

test.each([
  ['has no rows', { ...list, rows: [] }, 1],
  ['adds nothing up', { ...list, columns: list.columns.map((one) => ({ ...one, total: false })) }, 5],
  ['is no list', { ...list, totals: undefined }, 5],
])('a table that %s has no row of totals', async (_which, { totals, ...of }, rows) => {
  const { sheet } = await cellsOf({ ...of, ...(totals !== undefined && { totals }) })
  expect(sheet.rows).toHaveLength(rows)
  expect(sheet.autoFilter === undefined).toBe(totals === undefined)
})

test('a long list has days and totals too, which are an empty row away', async () => {
  const rows = Array.from({ length: 2001 }, () => list.rows[0]!)
  const { sheet, cell } = await cellsOf({ ...list, rows })
  expect(cell('2001,4')).toEqual([new Date('2026-11-22T00:00:00Z'), 'yyyy-mm-dd'])
  expect(cell('2001,5')).toEqual([new Date('2026-11-23T00:30:00Z'), 'yyyy-mm-dd hh:mm'])
  expect(new Set(sheet.rows[2002])).toEqual(new Set([null]))
  expect(sheet.rows[2003]?.slice(0, 4)).toEqual(['合计', 200.1, null, 2001])
})

test('a program that reads the list as CSV finds no totals', async () => {
  const lines = new TextDecoder().decode(await writeCsvTable(list)).split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toBe('1-101,0.1,2.5,1,2026-11-22,2026-11-23 00:30')
})

test('a CSV file opens in Excel as Chinese and runs nothing', async () => {
  const bytes = await writeCsvTable(table)
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
  const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/)
  expect(lines).toEqual(['房号,金额,类型', "0138,12.5,'=1+1", "-3,,'@备注"])
})

test('a long table is the same in CSV as a short one, line by line', async () => {
  const rows = Array.from({ length: 4321 }, (_, at) => [`第${at}行，"引号"`, at + 0.5, null])
  const text = new TextDecoder().decode(await writeCsvTable({ ...table, rows }))
  expect(text.split('\r\n')).toEqual([
    '房号,金额,类型',
    ...rows.map(([words, amount]) => `"${String(words).replaceAll('"', '""')}",${amount},`),
  ])
})

test.each([...'=+-@＝＋－＠\t\r\n'])(
  'a text of a CSV file that begins with %j is no formula, in a row or as a heading',
  async (sign) => {
    const text = `${sign}1+cmd`
    const columns = [text, '房号', '业主', '电话', '备注'].map((heading) => ({ heading }))
    const rows = [[text, `1${text}`, '-3.5', '1-101', '甲']]
    const [sheet] = await readTables(await writeCsvTable({ name: '单', columns, rows }), 'a.csv')
    expect(sheet!.rows).toEqual([
      [`'${text}`, '房号', '业主', '电话', '备注'],
      [`'${text}`, `1${text}`, '-3.5', '1-101', '甲'],
    ])
  },
)

test('a table of 40,000 rows is written within 96 MB of heap, and reads back as it was', async () => {
  const program = `
    const { writeTables } = await import(${JSON.stringify(join(import.meta.dirname, 'write-tables.ts'))})
    const { readTables } = await import(${JSON.stringify(join(import.meta.dirname, 'read-tables.ts'))})
    const columns = Array.from({ length: 14 }, (_, at) => ({ heading: '列' + at, kind: at === 1 ? 'yuan' : 'text' }))
    const rows = Array.from({ length: 40000 }, (_, row) => columns.map((_, at) => (at === 1 ? row + 0.5 : '=' + row + '-' + at)))
    const file = await writeTables([{ name: '账单', columns, rows }])
    rows.length = 10000
    const [sheet] = await readTables(await writeTables([{ name: '账单', columns, rows }]), 'a.xlsx')
    console.log(JSON.stringify([file[0], sheet.name, sheet.rows.length, sheet.rows[0][13], sheet.rows[10000].slice(0, 3)]))`
  const { stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=96', '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  )
  expect(JSON.parse(stdout)).toEqual([0x50, '账单', 10_001, '列13', ['=9999-0', 9999.5, '=9999-2']])
})
