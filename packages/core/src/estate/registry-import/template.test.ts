import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTables } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { writeTemplate } from './template.ts'

const sheets = async () => readTables(await writeTemplate(), '模板.xlsx')

test('the template as downloaded imports nothing, and says that its examples were passed over', async () => {
  const { draft, tables, problems } = readRegistry(await sheets())
  expect(Object.values(draft).flat()).toEqual([])
  expect(tables.map(({ kind, dataRows }) => [kind, dataRows])).toEqual([
    ['rooms', 0],
    ['people', 0],
    ['parking', 0],
    ['tariffs', 0],
  ])
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['registry_import.sheet_of_examples']))
})

test('the template’s examples are right: as data they import without a problem', async () => {
  const examples = (await sheets())
    .filter(({ name }) => name.startsWith('示例'))
    .map((sheet) => ({ ...sheet, name: sheet.name.replace('示例-', '') }))
  const { draft, problems } = readRegistry(examples)
  expect(problems.filter(({ code }) => code !== 'registry_import.tariff_surcharge')).toEqual([])
  const counts = Object.entries(draft).map(([part, list]) => [part, list.length])
  expect(Object.fromEntries(counts)).toEqual({
    buildings: 2,
    units: 1,
    rooms: 3,
    parkingSpaces: 2,
    people: 5,
    occupancies: 7,
    untaken: 0,
    tariffs: 2,
    roomTariffs: 4,
  })
})

test('cells to fill in are text, so that a spreadsheet makes no date of a room and no power of ten of an ID', async () => {
  const workbook = await readXlsx(await writeTemplate(), { readStyles: true })
  const [rooms, people] = ['房屋', '业主和住户'].map((name) =>
    workbook.sheets.find((one) => one.name === name)!,
  )
  const formatAt = (one: typeof rooms, heading: string, row: number) =>
    one!.cells?.get(`${row},${one!.rows[0]!.indexOf(heading)}`)?.style?.numFmt
  expect([formatAt(rooms, '房号', 1), formatAt(rooms, '房号', 500), formatAt(people, '证件号码', 1)]).toEqual(
    ['@', '@', '@'],
  )
})
