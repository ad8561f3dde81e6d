import fc from 'fast-check'
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTables, type Cell } from '../../platform/spreadsheets/index.ts'
import { downloadBadRows } from './index.ts'
import { approveDraft, inCodes, workbook } from './testing.ts'
import {
  atOnceAndInTwo,
  onRecord,
  startCorrecting as start,
  withFaults,
  type Faulty,
} from './testing/corrected-files.ts'

const rooms = (name: string, ...rows: CellValue[][]): WriteSheet => ({
  name,
  rows: [['楼栋', '单元', '房号', '建筑面积', '业主编号', '业主姓名', '费用编号'], ...rows],
})
const spaces = (...rows: CellValue[][]): WriteSheet => ({
  name: '车位',
  rows: [['车位号', '业主编号', '房号', '开始日期'], ...rows],
})
const people = (...rows: CellValue[][]): WriteSheet => ({
  name: '业主和住户',
  rows: [['业主编号', '姓名', '住户类型', '入住日期'], ...rows],
})
const fees: WriteSheet = {
  name: '收费标准',
  rows: [
    ['费用编号', '收费项目', '计费方式', '单价', '固定费用'],
    ['1', '物业服务费', '面积×单价', 3.6, null],
    ['2', '垃圾清运费', '固定费用', null, 12],
    ['3', '公摊费', '固定费用', null, 20],
  ],
}
const broken = [
  rooms(
    '房屋',
    ['41栋', '1单元', '101', 90, null, '往一', '1'],
    ['41栋', '1单元', '102', '八十', null, '往二', '1#2'],
    ['41栋', '1单元', '103', 70, null, '往三', '3'],
  ),
  spaces(['W-1', null, '41栋-1单元-101', '2026-01-01'], ['W-2', null, '41栋-1单元-101', '2026-13-01']),
  fees,
]

test('a file to correct brings the rows that its rows refer to, and comes back clean', async () => {
  const all = await start()
  const { first, second } = await all.inTwo(await workbook(...broken), {
    '房屋!3': { 建筑面积: 80 },
    '车位!3': { 开始日期: '2026-02-01' },
  })
  expect(first.said).toEqual(['房屋 3 number_malformed', '车位 3 day_malformed'])
  expect(await all.toCorrect(first.id)).toEqual([
    '房屋 2 along',
    '房屋 3',
    '车位 3',
    '收费标准 2 along',
    '收费标准 3 along',
  ])
  expect(second.said).toEqual([])
  expect(second.counts).toMatchObject({
    rooms: { created: 1, changed: 0, unchanged: 1 },
    parkingSpaces: { created: 1, changed: 0, unchanged: 0 },
    tariffs: { created: 0, changed: 0, unchanged: 2 },
    roomTariffs: { created: 2, changed: 0, unchanged: 1 },
  })
  const [, , , there, charged] = await onRecord(all)
  expect(there).toContain(' W-2 往一 owner 2026-02-01 ')
  expect(charged).toEqual(expect.arrayContaining([expect.stringMatching(/^41栋-1单元-102 垃圾清运费/)]))
})

test('and so under tariffs in use: its new rooms change nothing of rooms on record', async () => {
  const all = await start()
  await all.take(await workbook(rooms('房屋', ['40栋', '1单元', '101', 90, null, '甲', '1']), fees))
  await approveDraft(all.ctx, '物业服务费')
  const { second } = await all.inTwo(await workbook(...broken), {
    '房屋!3': { 建筑面积: 80 },
    '车位!3': { 开始日期: '2026-02-01' },
  })
  expect([second.said, second.charges]).toEqual([[], []])
})

test('people come with their places and places with their people, so that none is left without the other', async () => {
  const all = await start()
  const file = await workbook(
    rooms(
      '房屋',
      ['42栋', '1单元', '101', 90, 'A01', null, null],
      ['42栋', '1单元', '102', '八十', 'A02', null, null],
    ),
    people(
      ['A01', '甲', '业主', null],
      ['A01', '家一', '家属', '2026-13-01'],
      ['A02', '乙', '业主', '2020-01-01'],
      ['A02', '家二', '家属', '2021-01-01'],
    ),
  )
  const { second } = await all.inTwo(file, {
    '房屋!3': { 建筑面积: 80 },
    '业主和住户!3': { 入住日期: '2026-02-01' },
  })
  expect(second.said).toEqual([])
  const [, , , there] = await onRecord(all)
  expect(there).toEqual([
    '42栋-1单元-101 家一 family 2026-02-01 ',
    '42栋-1单元-101 甲 owner  ',
    '42栋-1单元-102 乙 owner 2020-01-01 ',
    '42栋-1单元-102 家二 family 2021-01-01 ',
  ])
})

test('what leads nowhere may mean each of what is listed: all of it comes along, and is found once it is put right', async () => {
  const sheets = (owner: string, fee: string, room: string) =>
    workbook(
      rooms(
        '房屋',
        ['43栋', '1单元', '101', 90, 'A01', null, '1'],
        ['43栋', '1单元', '102', 80, owner, null, fee],
      ),
      people(
        ['A01', '甲', '业主', null],
        ['A02', '乙', '业主', '2026-03-01'],
        ['A02', '乙妻', '共有人', null],
      ),
      spaces(['W-1', null, room, '2026-04-01']),
      fees,
    )
  const [right, all] = [await start(), await start()]
  await right.take(await sheets('A02', '2', '43栋-1单元-102'))
  const { first, second } = await all.inTwo(await sheets('A9', '9', '43栋-1单元-902'), {
    '房屋!3': { 业主编号: 'A02', 费用编号: '2' },
    '车位!2': { 房号: '43栋-1单元-102' },
  })
  expect(first.said).toEqual(['房屋 3 owner_missing', '房屋 3 tariff_missing', '车位 2 space_room_missing'])
  expect(second.said).toEqual([])
  expect(await onRecord(all)).toEqual(await onRecord(right))
})

test('a space of a room whose owner is left out is told so, and gets the owner with the corrected file', async () => {
  const sheets = (day: string) =>
    workbook(
      rooms('房屋', ['44栋', '1单元', '101', 80, 'A01', null, null]),
      people(['A01', '甲', '业主', day]),
      spaces(['W-1', null, '44栋-1单元-101', '2026-02-01']),
    )
  const [right, all] = [await start(), await start()]
  await right.take(await sheets('2020-01-01'))
  const { first, second } = await all.inTwo(await sheets('2026-13-01'), {
    '业主和住户!2': { 入住日期: '2020-01-01' },
  })
  expect(first.said).toEqual([
    '房屋 2 owner_refused',
    '业主和住户 2 day_malformed',
    '车位 2 space_owner_refused',
  ])
  expect(second.said).toEqual([])
  expect(await onRecord(all)).toEqual(await onRecord(right))
})

test('a room to correct brings the row of the space beside it, which tells its lot', async () => {
  const all = await start()
  const file = await workbook(
    {
      name: '房屋',
      rows: [
        ['楼栋', '单元', '房号', '建筑面积', '业主姓名', '车位'],
        ['41栋', '1单元', '101', '九十', '往一', 'W-1、W-2'],
        ['41栋', '1单元', '102', 80, '往二', 'W-3'],
      ],
    },
    {
      name: '车位',
      rows: [
        ['停车场', '车位号', '面积'],
        ['地库', 'W-1', 12],
        ['地库', 'W-3', 13],
      ],
    },
  )
  const { first, second } = await all.inTwo(file, { '房屋!2': { 建筑面积: 90 } })
  expect(await all.toCorrect(first.id)).toEqual(['房屋 2', '车位 2 along'])
  expect(second.said).toEqual([])
})

test('a co-owner without a first day does not come before the owner whose row is wrong', async () => {
  const headings = ['楼栋', '单元', '房号', '建筑面积', '姓名', '与业主关系', '入住日期', '搬离日期']
  const sheet = (day: string) =>
    workbook({
      name: '房屋',
      rows: [
        headings,
        ['3', '2', '103', 80, '旧三', '业主', '2015-01-01', '2026-08-10'],
        ['3', '2', '103', 80, '新妻', '共有人', null, null],
        ['3', '2', '103', 80, '新四', '业主', day, null],
      ],
    })
  const [right, all] = [await start(), await start()]
  await right.take(await sheet('2026-09-01'))
  const { first, second } = await all.inTwo(await sheet('2026-13-01'), {
    '房屋!4': { 入住日期: '2026-09-01' },
  })
  expect(first.said).toEqual(['房屋 2 holder_waits', '房屋 3 household_incomplete', '房屋 4 day_malformed'])
  expect(second.said).toEqual([])
  expect(await onRecord(all)).toEqual(await onRecord(right))
})

test('and so at a parking space', async () => {
  const sheet = (day: string) =>
    workbook({
      name: '车位',
      rows: [
        ['停车场', '车位号', '姓名', '关系', '开始日期'],
        ['地库', 'W-1', '新四', '业主', day],
        ['地库', 'W-1', '新妻', '共有人', null],
      ],
    })
  const [right, all] = [await start(), await start()]
  await right.take(await sheet('2026-03-20'))
  const { first, second } = await all.inTwo(await sheet('2026-13-01'), {
    '车位!2': { 开始日期: '2026-03-20' },
  })
  expect(first.said).toEqual(['车位 2 day_malformed', '车位 3 household_incomplete'])
  expect(second.said).toEqual([])
  expect(await onRecord(all)).toEqual(await onRecord(right))
})

test('a household of several rooms comes with all of them, and is on record once', async () => {
  const all = await start()
  const family = people(
    ['A01', '甲', '业主', '2020-01-01'],
    ['A01', '家', '家属', '2022-01-01'],
    ['A02', '乙', '业主', '2020-01-01'],
  )
  const sheet = rooms(
    '房屋',
    ['1栋', null, '101', '八十', 'A01'],
    ['2栋', null, '201', 81, 'A01'],
    ['2栋', null, '202', 82, 'A02'],
  )
  const { first, second } = await all.inTwo(await workbook(sheet, family), { '房屋!2': { 建筑面积: 80 } })
  expect(await all.toCorrect(first.id)).toEqual([
    '房屋 2',
    '房屋 3 along',
    '业主和住户 2 along',
    '业主和住户 3 along',
  ])
  expect(second.said).toEqual([])
  const [, , names] = await onRecord(all)
  expect(names).toEqual(['乙 A02', '家 ', '甲 A01'])
})

test('the file to correct of such a file has its remarks once', async () => {
  const all = await start()
  const { second } = await all.inTwo(await workbook(...broken), { '房屋!3': { 建筑面积: '九十' } })
  const [sheet] = await readTables(await downloadBadRows(all.ctx, second.id, inCodes), '改.xlsx')
  expect(sheet!.rows[0]!.filter((cell) => cell === '原行号' || cell === '问题')).toEqual(['原行号', '问题'])
  expect(sheet!.rows[0]).toContain('费用编号')
})

const faulty: fc.Arbitrary<Faulty> = fc
  .record({
    rooms: fc.array(
      fc.record({
        building: fc.integer({ min: 1, max: 2 }),
        owner: fc.constantFrom('A01', 'A02', 'A03', '名'),
        fees: fc.constantFrom('', '1', '2', '1#2', '3'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    spaces: fc.array(
      fc.record({ room: fc.nat({ max: 4 }), by: fc.constantFrom('room', 'number', 'nobody') }),
      { maxLength: 3 },
    ),
    family: fc.array(fc.constantFrom('A01', 'A02'), { maxLength: 2 }),
    blanks: fc.boolean(),
    floors: fc.boolean(),
    faults: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
  })
  .map(({ rooms: told, spaces: parked, family, blanks, floors, faults }) => {
    const sorted = told.toSorted((a, b) => a.building - b.building)
    const sheets = [
      {
        name: '房屋',
        headings: ['楼栋', '房号', '建筑面积', '业主编号', '业主姓名', '费用编号'],
        rows: sorted.map(({ building, owner, fees: named }, at): Cell[] => [
          // A block names its building once.
          blanks && sorted[at - 1]?.building === building ? null : `${building}栋`,
          `${at + 1}01`,
          80 + at,
          owner === '名' ? null : owner,
          owner === '名' ? `业主${at}` : null,
          named || null,
        ]),
      },
      {
        name: '业主和住户',
        headings: ['业主编号', '姓名', '住户类型', '入住日期'],
        rows: [
          ['A01', '甲', '业主', '2020-01-01'],
          ['A02', '乙', '业主', null],
          ['A03', '丙', '业主', '2021-01-01'],
          ...family.map((number, at): Cell[] => [number, `家${at}`, '家属', '2022-01-01']),
        ] as Cell[][],
      },
      {
        name: '车位',
        headings: ['车位号', '业主编号', '房号', '开始日期'],
        rows: parked.map(({ room, by }, at): Cell[] => {
          const of = room % sorted.length
          return [
            `W-${at}`,
            by === 'number' ? 'A02' : null,
            by === 'room' ? `${sorted[of]!.building}栋-${of + 1}01` : null,
            '2026-02-01',
          ]
        }),
      },
      {
        name: '收费标准',
        headings: ['费用编号', '收费项目', '计费方式', '单价', '固定费用'],
        rows: fees.rows!.slice(1).map((row) => [...row]) as Cell[][],
      },
      ...(floors
        ? [
            {
              name: '楼栋',
              headings: ['楼栋', '层数'],
              rows: [
                ['1栋', 18],
                ['2栋', 6],
              ] as Cell[][],
            },
          ]
        : []),
    ].filter(({ rows }) => rows.length > 0)
    return withFaults(sheets, faults)
  })
  .filter(({ wrong }) => wrong.length > 0)

test('whatever rows are wrong: put right in the file to correct, all is on record as by the right workbook', async () => {
  await fc.assert(
    fc.asyncProperty(faulty, async (file) => {
      const { whole, first, second, once, twice } = await atOnceAndInTwo(file)
      // In a workbook that is right nothing is said but of what a block of rows leaves blank.
      expect(whole.said.filter((line) => !line.endsWith('building_carried_down'))).toEqual([])
      expect(first.errors + first.warnings).toBeGreaterThan(0)
      expect(second.said.filter((line) => !line.endsWith('building_carried_down'))).toEqual([])
      expect(twice).toEqual(once)
    }),
    { numRuns: 10 },
  )
}, 180_000)
