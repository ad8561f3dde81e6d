import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
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

test('a CSV file opens in Excel as Chinese and runs nothing', () => {
  const bytes = writeCsvTable(table)
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
  const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/)
  expect(lines).toEqual(['房号,金额,类型', "0138,12.5,'=1+1", "-3,,'@备注"])
})
