import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { workbook } from './testing.ts'
import { atOnceAndInTwo, startCorrecting, withFaults, type Faulty } from './testing/corrected-files.ts'

type Name = '房屋' | '商铺' | '业主和住户' | '车位' | '地库'
const headings: Record<Name, string[]> = {
  房屋: ['楼栋', '房号', '建筑面积', '业主编号', '姓名', '与业主关系', '入住日期', '搬离日期', '车位'],
  商铺: ['楼栋', '房号', '建筑面积', '业主编号'],
  业主和住户: ['业主编号', '姓名', '住户类型', '入住日期'],
  车位: ['停车场', '车位号', '面积', '业主编号', '姓名', '关系', '房号', '开始日期', '结束日期'],
  地库: ['停车场', '车位号', '面积', '业主编号'],
}
type Rows = Partial<Record<Name, Cell[][]>>

const bookOf = (rows: Rows) =>
  Object.entries(rows).map(([name, own]) => ({ name, headings: [...headings[name as Name]], rows: own }))
const room = (
  name: string,
  fromOn: Cell = null,
  toOn: Cell = null,
  role: Cell = '业主',
  space: Cell = null,
) => ['1栋', '101', 80, null, name, role, fromOn, toOn, space]
const byNumber = (number: string): Cell[] => ['1栋', '101', 80, number, null, null, null, null, null]
const space = (name: Cell, fromOn: Cell = null, toOn: Cell = null, role: Cell = '业主'): Cell[] => [
  '地下车库',
  'W-1',
  12,
  null,
  name,
  role,
  null,
  fromOn,
  toOn,
]
const ofRoom = (code: string): Cell[] => ['地下车库', code, 12, null, null, null, '1栋-101', null, null]

/** What is right, the cell of it that is wrong at first, and what is said then. */
type Case = [what: string, rows: Rows, wrong: [Name, row: number, heading: string], said: string[]]

const waiting: Case[] = [
  [
    'of a room',
    { 房屋: [room('张三', '2020-01-01'), room('李四', '2020-01-01')] },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits'],
  ],
  [
    'without days',
    { 房屋: [room('张三'), room('李四'), room('王五')] },
    ['房屋', 2, '建筑面积'],
    ['房屋 2 number_malformed', '房屋 3 holder_waits', '房屋 4 holder_waits'],
  ],
  [
    'in another sheet',
    {
      房屋: [room('张三', '2020-01-01')],
      商铺: [byNumber('A02').slice(0, 4)],
      业主和住户: [['A02', '李四', '业主', '2021-01-01']],
    },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '商铺 2 holder_waits'],
  ],
  [
    'by number, where the first one is listed wrongly',
    {
      房屋: [byNumber('A01、A02')],
      业主和住户: [
        ['A01', '张三', '业主', '2020-01-01'],
        ['A02', '李四', '业主', '2021-01-01'],
      ],
    },
    ['业主和住户', 2, '入住日期'],
    ['房屋 2 holder_waits', '房屋 2 owner_refused', '业主和住户 2 day_malformed'],
  ],
  [
    'of a space',
    { 车位: [space('张三', '2020-01-01'), space('李四', '2020-01-01')] },
    ['车位', 2, '开始日期'],
    ['车位 2 day_malformed', '车位 3 holder_waits'],
  ],
  [
    'of a space, without days, in two lists',
    {
      车位: [space('张三')],
      地库: [['地下车库', 'W-1', 12, 'A02']],
      业主和住户: [['A02', '李四', '业主', null]],
    },
    ['车位', 2, '面积'],
    ['车位 2 number_malformed', '地库 2 holder_waits'],
  ],
  [
    'who rent a space',
    { 车位: [space('张三', '2020-01-01', null, '租户'), space('李四', '2020-01-01', null, '租户')] },
    ['车位', 2, '开始日期'],
    ['车位 2 day_malformed', '车位 3 holder_waits'],
  ],
  [
    'of a space that a list gives to their room',
    { 房屋: [room('张三', '2020-01-01'), room('李四', '2020-01-01')], 车位: [ofRoom('W-1')] },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits', '车位 2 holder_waits', '车位 2 space_owner_refused'],
  ],
  [
    'of a space that a list gives to their room, after one who left',
    {
      房屋: [room('张三', '2015-01-01', '2020-05-31'), room('李四', '2018-01-01')],
      车位: [ofRoom('W-1')],
    },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits', '车位 2 holder_waits'],
  ],
  [
    'of a space beside their room',
    {
      房屋: [
        room('张三', '2020-01-01', null, '业主', 'W-1'),
        room('李四', '2020-01-01', null, '业主', 'W-1'),
      ],
    },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits'],
  ],
  [
    'who came after one of whom no last day is told',
    { 房屋: [room('张三', '2015-01-01', '2020-05-31'), room('李四', '2020-06-01')] },
    ['房屋', 2, '搬离日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits'],
  ],
  [
    'who came on the last day of one whose first day is not known, and may be the same',
    { 房屋: [room('张三', '2020-06-01', '2020-06-01'), room('李四', '2020-06-01')] },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits'],
  ],
  [
    'who tells no first day, after one who left',
    { 房屋: [room('李四'), room('张三', '2015-01-01', '2020-05-31')] },
    ['房屋', 3, '入住日期'],
    ['房屋 2 holder_waits', '房屋 3 day_malformed'],
  ],
  [
    'who left on the day on which the next one came',
    { 房屋: [room('张三', '2015-01-01', '2020-06-01'), room('李四', '2020-06-01')] },
    ['房屋', 3, '入住日期'],
    ['房屋 2 holder_waits', '房屋 3 day_malformed'],
  ],
  [
    'after one who waits himself',
    { 房屋: [room('张三', '2012-01-01', '2015-12-31'), room('李四'), room('王五', '2021-01-01')] },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed', '房屋 3 holder_waits', '房屋 4 holder_waits'],
  ],
]

const coming: Case[] = [
  [
    'who is told before',
    { 房屋: [room('张三', '2020-01-01'), room('李四', '2020-01-01')] },
    ['房屋', 3, '入住日期'],
    ['房屋 3 day_malformed'],
  ],
  [
    'beside an owner who comes in',
    { 车位: [space('张三', '2020-01-01'), space('李四', '2020-01-01'), space('王五', '2020-01-01')] },
    ['车位', 3, '开始日期'],
    ['车位 3 day_malformed'],
  ],
  [
    'who came after one whose last day is told',
    { 房屋: [room('张三', '2015-01-01', '2020-05-31'), room('李四', '2020-06-01')] },
    ['房屋', 2, '入住日期'],
    ['房屋 2 day_malformed'],
  ],
  [
    'on the day on which he left',
    { 车位: [space('张三', '2015-01-01', '2020-06-01'), space('李四', '2020-06-01')] },
    ['车位', 2, '面积'],
    ['车位 2 number_malformed'],
  ],
  [
    'who left before the next one came',
    { 房屋: [room('李四', '2020-06-01'), room('张三', '2015-01-01', '2020-05-31')] },
    ['房屋', 2, '建筑面积'],
    ['房屋 2 number_malformed'],
  ],
]

const faultyOf = (rows: Rows, [name, row, heading]: Case[2]): Faulty => {
  const sheets = bookOf(rows)
  const sheet = sheets.findIndex((one) => one.name === name)
  return { sheets, wrong: [{ sheet, row: row - 2, column: sheets[sheet]!.headings.indexOf(heading) }] }
}

describe.each([
  ['waits for the row of another that is left out', waiting],
  ['does not wait for it', coming],
])('one who has a place in turn %s', (_, cases) => {
  test.each(cases)('%s: all is as by the right workbook', async (__, rows, wrong, said) => {
    const { whole, first, second, once, twice } = await atOnceAndInTwo(faultyOf(rows, wrong))
    expect([whole.said, second.said]).toEqual([[], []])
    expect(first.said.toSorted()).toEqual(said.toSorted())
    expect(twice).toEqual(once)
  })
})

test('who is on record stays what he is, whosever row is left out', async () => {
  const { take } = await startCorrecting()
  const file = (...rows: Cell[][]) =>
    workbook({ name: '房屋', rows: [[...headings['房屋']], ...rows] as never })
  await take(await file(room('李四', '2020-01-01')))
  const { said } = await take(await file(room('张三', '2026-13-01'), room('李四', '2020-01-01')))
  expect(said).toEqual(['房屋 2 day_malformed'])
})

const day = fc.constantFrom(null, '2015-01-01', '2020-05-31', '2020-06-01', '2024-03-01')
const days = fc
  .tuple(day, day)
  .map(([a, b]) => (a !== null && b !== null && a > b ? ([b, a] as const) : ([a, b] as const)))
const person = fc.constantFrom('张三', '李四', '王五', '赵六')

const several: fc.Arbitrary<Faulty> = fc
  .record({
    rooms: fc.array(
      fc.record({ person, days, byNumber: fc.boolean(), beside: fc.boolean(), other: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
    spaces: fc.array(
      fc.record({
        person,
        days,
        by: fc.constantFrom('name', 'name', 'room'),
        code: fc.nat({ max: 1 }),
      }),
      { maxLength: 4 },
    ),
    listed: fc.array(fc.tuple(fc.constantFrom('A01', 'A02', 'A03'), day), { minLength: 3, maxLength: 3 }),
    faults: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  })
  .map(({ rooms, spaces, listed, faults }) => {
    const numberOf = (at: number) => `A0${(at % 3) + 1}`
    const sheets = bookOf({
      房屋: rooms
        .filter(({ other }) => !other)
        .map((one, at) =>
          one.byNumber
            ? byNumber(numberOf(at))
            : room(one.person, ...one.days, '业主', one.beside ? 'W-1' : null),
        ),
      商铺: rooms.filter(({ other }) => other).map((_, at) => byNumber(numberOf(at)).slice(0, 4)),
      业主和住户: listed.map(([, fromOn], at) => [`A0${at + 1}`, `业主${at + 1}`, '业主', fromOn]),
      车位: spaces.map((one) =>
        one.by === 'room'
          ? ofRoom(`W-${one.code + 1}`)
          : space(one.person, ...one.days).with(1, `W-${one.code + 1}`),
      ),
    }).filter(({ rows }) => rows.length > 0)
    return withFaults(sheets, faults)
  })
  .filter(({ wrong }) => wrong.length > 0)

test('whoever are told as owners of places, together or in turn, and whatever rows are wrong: once they are right, all is as by the right workbook', async () => {
  await fc.assert(
    fc.asyncProperty(several, async (faulty) => {
      const { whole, second, once, twice } = await atOnceAndInTwo(faulty)
      fc.pre(whole.said.length === 0)
      expect(second.said).toEqual([])
      expect(twice).toEqual(once)
    }),
    { numRuns: 10 },
  )
}, 180_000)
