import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTables } from './read-tables.ts'
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
