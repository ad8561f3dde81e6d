import type { CellValue } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { testCtx } from '../../testing.ts'
import { smallProject } from '../registry/testing.ts'
import { corrected, takeFound, workbook, type RightCells } from './testing.ts'

type Row = CellValue[]
interface Sheets {
  people: Row[]
  rooms: Row[]
  spaces?: Row[]
}
const book = ({ people, rooms, spaces = [] }: Sheets) =>
  workbook(
    { name: '业主', rows: [['业主编号', '业主名称', '业主类型', '入住日期'], ...people] },
    { name: '房屋', rows: [['楼栋', '房号', '建筑面积', '业主编号'], ...rooms] },
    ...(spaces.length > 0 ? [{ name: '车位', rows: [['车位号', '面积', '业主编号'], ...spaces] }] : []),
  )

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const take = async (file: Uint8Array) => {
    const { id, items } = await takeFound(ctx, projectId, '表.xlsx', file)
    const said = items.filter(
      ({ severity, code }) => severity !== 'note' || code.endsWith('person_of_refused_row'),
    )
    return { id, said: said.map(({ sheet, row, code }) => `${sheet} ${row} ${code.slice(16)}`) }
  }
  const there = async () => {
    const { rows } = await ctx.db.client
      .execute(`SELECT p.name, o.role, coalesce(r.name, s.code) AS place, o.from_on
      FROM people p LEFT JOIN occupancies o ON o.person_id = p.id
      LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN parking_spaces s ON s.id = o.parking_space_id ORDER BY p.name, place`)
    return rows.map((row) =>
      Object.values(row)
        .map((value) => value ?? '')
        .join(' ')
        .trim(),
    )
  }
  return { ctx, take, there }
}

const household: Row[] = [
  ['A01', '往一', '业主', null],
  ['A01', '往一妻', '共有人', null],
]
const wrong: [string, Sheets, RightCells, string[]][] = [
  [
    'the row of their room',
    {
      people: household,
      rooms: [
        ['41栋', '101', '9O', 'A01'],
        ['41栋', '102', 80, null],
      ],
    },
    { '房屋!2': { 建筑面积: 90 } },
    ['业主 2 person_of_refused_row', '业主 3 person_of_refused_row', '房屋 2 number_malformed'],
  ],
  [
    'the row of their owner',
    {
      people: [['A01', '往一', '业主', '2026-13-01'], ...household.slice(1)],
      rooms: [['41栋', '101', 90, 'A01']],
    },
    { '业主!2': { 入住日期: '2020-01-01' } },
    ['业主 2 day_malformed', '业主 3 household_owner_refused', '房屋 2 owner_refused'],
  ],
  [
    'both of these',
    {
      people: [['A01', '往一', '业主', '2026-13-01'], ...household.slice(1)],
      rooms: [
        ['41栋', '101', '9O', 'A01'],
        ['41栋', '102', 80, null],
      ],
    },
    { '业主!2': { 入住日期: '2020-01-01' }, '房屋!2': { 建筑面积: 90 } },
    ['业主 2 day_malformed', '业主 3 household_owner_refused', '房屋 2 number_malformed'],
  ],
  [
    'the row of a space',
    {
      people: [['B02', '往二', '业主', null]],
      rooms: [['41栋', '102', 80, null]],
      spaces: [['W-1', '十二', 'B02']],
    },
    { '车位!2': { 面积: 12 } },
    ['业主 2 person_of_refused_row', '车位 2 number_malformed'],
  ],
]

const mended = ({ people, rooms, spaces = [] }: Sheets, right: RightCells): Sheets => {
  const put = (name: string, headings: string[], rows: Row[]) =>
    rows.map(
      (row, at) => row.map((cell, column) => right[`${name}!${at + 2}`]?.[headings[column]!] ?? cell) as Row,
    )
  return {
    people: put('业主', ['业主编号', '业主名称', '业主类型', '入住日期'], people),
    rooms: put('房屋', ['楼栋', '房号', '建筑面积', '业主编号'], rooms),
    spaces: put('车位', ['车位号', '面积', '业主编号'], spaces),
  }
}

test.each(wrong)(
  'people of a list come with their place once it is right, each once, as the right workbook brings them: %s is left out',
  async (_, sheets, right, said) => {
    const [once, twice] = [await start(), await start()]
    await once.take(await book(mended(sheets, right)))
    const first = await twice.take(await book(sheets))
    expect(first.said).toEqual(said)
    expect(await twice.there()).toEqual([])
    const second = await twice.take(await corrected(twice.ctx, first.id, right))
    expect(second.said).toEqual([])
    const there = await twice.there()
    expect(there).toEqual(await once.there())
    expect(there.length).toBe(sheets.people.length)
  },
)

test('who has another place, or none that any row names, comes in as ever', async () => {
  const { take, there } = await start()
  const people: Row[] = [...household, ['C03', '往三', '业主', null], ['C03', '往三妻', '共有人', null]]
  const { said } = await take(
    await book({
      people,
      rooms: [
        ['41栋', '101', '9O', 'A01'],
        ['41栋', '102', 80, 'A01'],
      ],
    }),
  )
  expect(said).toEqual(['房屋 2 number_malformed'])
  expect(await there()).toEqual(['往一 owner 41栋-102', '往一妻 co_owner 41栋-102', '往三', '往三妻'])
})
