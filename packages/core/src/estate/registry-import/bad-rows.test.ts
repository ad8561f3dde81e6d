import { expect, test } from 'vitest'
import { badRows, writeBadRows } from './bad-rows.ts'
import { readTables } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { messyWorkbook, sheet, workbook } from './testing.ts'

async function messy() {
  const sheets = await readTables(await workbook(...messyWorkbook()), 'a.xlsx')
  return { sheets, reading: readRegistry(sheets) }
}

test('bad rows come with their headings, their cells as they stand and what is wrong', async () => {
  const { sheets, reading } = await messy()
  const tables = badRows(sheets, reading)
  expect(tables.map(({ sheet: name, rows }) => [name, rows.map(({ row }) => row)])).toEqual([
    ['房屋', [6]],
    ['车位', [3, 4]],
  ])
  const file = await readTables(await writeBadRows(tables, ({ code }) => code), 'b.xlsx')
  expect(file[0]!.rows[0]!.slice(-3)).toEqual(['租金', '原行号', '问题'])
  expect(file[0]!.rows[1]!.slice(0, 6)).toEqual([202, 2, 1, 2, '10102', '约一百'])
  expect(file[0]!.rows[1]!.slice(-2)).toEqual([
    6,
    expect.stringContaining('F 列：registry_import.number_malformed'),
  ])
})

test('rows with warnings are added when asked for', async () => {
  const { sheets, reading } = await messy()
  const rooms = badRows(sheets, reading, true).find(({ sheet: name }) => name === '房屋')
  expect(rooms!.rows.map(({ row }) => row)).toEqual([3, 4, 6, 7])
})

test('bad rows that were corrected import as they are, also under headings of two rows', async () => {
  const sheets = [
    sheet('登记', [
      ['房屋', null, '业主', null],
      ['房号', '面积', '姓名', '电话'],
      ['3-101', '九十', '张三', '13912345678'],
      ['3-102', 80, '李四', null],
    ]),
  ]
  const tables = badRows(sheets, readRegistry(sheets))
  tables[0]!.rows[0]!.cells[1] = 90
  const again = readRegistry(await readTables(await writeBadRows(tables, () => '面积应填数字'), 'b.xlsx'))
  expect(again.problems).toEqual([])
  expect(again.draft.rooms.map(({ key, builtAreaE2 }) => [key, builtAreaE2])).toEqual([['3||101', 9000]])
  expect(again.draft.people.map(({ name, phones }) => [name, phones])).toEqual([['张三', ['+8613912345678']]])
})
