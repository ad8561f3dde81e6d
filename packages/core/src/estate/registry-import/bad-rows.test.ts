import { expect, test } from 'vitest'
import { badRows, writeBadRows } from './bad-rows.ts'
import { readTables, type Cell } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { inCodes, messyWorkbook, sheet, workbook } from './testing.ts'

async function messy() {
  const sheets = await readTables(await workbook(...messyWorkbook()), 'a.xlsx')
  return { sheets, reading: readRegistry(sheets) }
}

test('bad rows come with their headings, their cells as they stand and what is wrong', async () => {
  const { sheets, reading } = await messy()
  const tables = badRows(sheets, reading)
  const wrong = tables.map(({ sheet: name, rows }) => [
    name,
    rows.flatMap(({ row, problems }) => (problems.length > 0 ? [row] : [])),
  ])
  expect(wrong).toEqual([
    ['楼栋', []],
    ['业主', [3, 4]],
    ['收费', [4]],
    ['房屋', [3, 4, 6, 7]],
    ['车位', [3, 4]],
  ])
  const file = await readTables(await writeBadRows(tables, inCodes), 'b.xlsx')
  const rooms = file.find(({ name }) => name === '房屋')!.rows
  expect(rooms[0]!.slice(-3)).toEqual([null, '原行号', '问题'])
  const row = rooms.find((cells) => cells.at(-2) === 6)!
  expect(row.slice(0, 6)).toEqual([202, 2, 1, 2, '10102', '约一百'])
  expect(row.at(-1)).toContain('F 列：registry_import.number_malformed')
})

test('what explains their codes comes along, and they read as they did', async () => {
  const { sheets, reading } = await messy()
  const file = await readTables(await writeBadRows(badRows(sheets, reading), inCodes), 'b.xlsx')
  const again = readRegistry(file)
  const told = ({ draft, problems }: typeof reading) => ({
    rooms: draft.rooms.map(({ key, use, layout }) => [key, use, layout]),
    people: draft.people.map(({ name, phones, gender }) => [name, phones, gender]),
    problems: problems.filter(({ severity }) => severity !== 'note').map(({ code, value }) => [code, value]),
  })
  expect(told(again).problems).toEqual(told(reading).problems)
  for (const room of told(again).rooms) expect(told(reading).rooms).toContainEqual(room)
  for (const person of told(again).people) expect(told(reading).people).toContainEqual(person)
})

test('a title that names the building and the row above that does so come along', async () => {
  const sheets = [
    sheet('登记', [
      ['3栋登记表', '3栋登记表', '3栋登记表'],
      ['房号', '面积', '姓名'],
      ['101', 70, '张三'],
      ['102', '九十', '李四'],
    ]),
    sheet('其他', [
      ['楼栋', '单元', '房号', '面积'],
      ['A座', '1', '301', 60],
      [null, '2', '302', 60],
      [null, null, '303', '六十'],
      ['B座', '1', '301', 60],
    ]),
  ]
  const tables = badRows(sheets, readRegistry(sheets))
  tables[0]!.rows[0]!.cells[1] = 90
  tables[1]!.rows.at(-1)!.cells[3] = 60
  expect(tables.map(({ rows }) => rows.map(({ row }) => row))).toEqual([[4], [2, 3, 4]])
  const again = readRegistry(await readTables(await writeBadRows(tables, inCodes), 'b.xlsx'))
  expect(again.draft.rooms.map(({ key }) => key)).toEqual(['3||102', 'a|1|301', 'a|2|302', 'a|2|303'])
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
  const again = readRegistry(await readTables(await writeBadRows(tables, inCodes), 'b.xlsx'))
  expect(again.problems).toEqual([])
  expect(again.draft.rooms.map(({ key, builtAreaE2 }) => [key, builtAreaE2])).toEqual([['3||101', 9000]])
  expect(again.draft.people.map(({ name, phones }) => [name, phones])).toEqual([['张三', ['+8613912345678']]])
})

test('the rows below one whose room became a date are of its building, and of none where that became one', () => {
  const read = (...head: Cell[]) => {
    const headings = ['楼栋', '单元', '房号', '面积']
    const { draft, problems } = readRegistry([
      sheet('登记', [headings, ['2栋', '1', '101', 70], [...head, 70], [null, null, '102', 70]]),
    ])
    const said = problems.flatMap(({ row, code }) => (row === 4 ? [code] : []))
    return { rooms: draft.rooms.map(({ key }) => key), said }
  }
  const date = { date: '2026-03-02' }
  expect(read('3栋', '1', date).rooms).toEqual(['2|1|101', '3|1|102'])
  expect(read(date, '1', '101')).toEqual({
    rooms: ['2|1|101'],
    said: ['registry_import.building_missing'],
  })
})
