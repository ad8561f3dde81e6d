import { describe, expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (rows: Cell[][], answers: Record<string, string> = {}) =>
  readRegistry([sheet('登记', rows)], {}, new Map(Object.entries(answers)))
const keys = ({ draft }: ReturnType<typeof readRegistry>) => draft.rooms.map(({ key }) => key)
const causes = ({ problems }: ReturnType<typeof readRegistry>) =>
  problems.map(({ row, code }) => `${row ?? ''} ${code.slice(16)}`.trim())

describe('prices of another time than a month', () => {
  test.each<[string, Cell]>([
    ['物业费单价(元/㎡·年)', 30],
    ['物业费单价', '30元/㎡·年'],
    ['物业费单价(元/㎡/季度)', 7.5],
  ])('%s %s makes no tariff of a room', (heading, price) => {
    const reading = read([
      ['房号', '面积', heading],
      ['3-101', 90, price],
    ])
    expect([reading.draft.tariffs, causes(reading)]).toEqual([[], ['2 tariff_period_of_room']])
  })

  test.each<Cell[][]>([
    [
      ['收费项目', '单价', '单位'],
      ['物业费', 30, '元/㎡·年'],
    ],
    [
      ['收费项目', '固定费用(元/季)'],
      ['垃圾费', 36],
    ],
  ])('and no tariff of a table: %j', (...rows) => {
    const reading = read(rows)
    expect(reading.draft.tariffs).toEqual([])
    expect(causes(reading)).toContain('2 tariff_period')
  })

  test.each([
    '元/年/㎡',
    '元/㎡.年（含税）',
    '元/㎡年',
    '元/半年',
    '元/季度·户',
    '元/3个月',
    '每两个月',
    '每年每平方米',
    '按季度收',
    '一年',
    '1年',
    '元/㎡·quarter',
    'yuan/year',
  ])('a price by %s is none of a month', (unit) => {
    const reading = read([
      ['收费项目', '单价', '单位'],
      ['物业费', 30, unit],
    ])
    expect(reading.draft.tariffs).toEqual([])
    expect(causes(reading)).toContain('2 tariff_period')
    const rooms = read([
      ['房号', '面积', '物业费单价', '计价单位'],
      ['3-101', 90, 30, unit],
    ])
    expect([rooms.draft.tariffs, causes(rooms)]).toEqual([[], ['2 tariff_period_of_room']])
  })

  test.each(['元/㎡·月', '元/月/㎡', '元/m²/月', '元/平方米'])('a price by %s is one', (unit) =>
    expect(
      read([
        ['房号', '面积', '物业费单价', '计价单位'],
        ['3-101', 90, 3, unit],
      ]).draft.tariffs,
    ).toHaveLength(1),
  )

  test('a price per month stays one', () =>
    expect(
      read([
        ['房号', '面积', '物业费单价（元/㎡·月）'],
        ['3-101', 90, 2.8],
      ]).draft.tariffs,
    ).toHaveLength(1))
})

describe('a cycle of another time than a month is no month', () => {
  const headings = '缴费周期 收费周期 计费周期 周期 付款周期 缴费方式 付款方式 缴费频率 缴费周期(月)'.split(
    ' ',
  )
  const others: Cell[] = [
    '季度',
    '季',
    '半年',
    '年',
    '年付',
    '按年缴',
    '每季度',
    '3',
    3,
    12,
    '6个月',
    '三个月',
    '一次性',
    'yearly',
  ]
  const monthly: Cell[] = [
    '月',
    '按月',
    '每月',
    '1个月',
    '一个月',
    '月付',
    '月缴',
    '1',
    1,
    '每月5日前',
    'monthly',
    '',
    '0',
  ]
  // 缴费方式 stands in lists of payments too, so that it is asked whether this is one.
  const take = { 'sheet:登记': 'take' }
  const rooms = (heading: string, cycle: Cell, price: string, value: Cell) =>
    read(
      [
        ['房号', '面积', '业主', price, heading],
        ['3-101', 90, '冯甲', value, cycle],
      ],
      take,
    )
  const table = (heading: string, cycle: Cell) =>
    read(
      [
        ['收费项目', '固定费用', heading],
        ['车位管理费', 1200, cycle],
      ],
      take,
    )

  test.each(headings)('by %s: beside a price, a fee item or a fixed sum its row is refused', (heading) => {
    for (const cycle of others) {
      for (const reading of [
        rooms(heading, cycle, '物业费单价', 2.5),
        rooms(heading, cycle, '费用编号', '1'),
        table(heading, cycle),
      ]) {
        expect([cycle, causes(reading)]).toEqual([cycle, ['2 tariff_cycle']])
        expect(reading.problems[0]!.params).toMatchObject({ heading, cycle: String(cycle) })
        expect([reading.draft.rooms, reading.draft.tariffs]).toEqual([[], []])
      }
    }
  })

  test.each(headings)('by %s: every month is taken', (heading) => {
    for (const cycle of monthly) {
      expect([cycle, rooms(heading, cycle, '物业费单价', 2.5).draft.roomTariffs.length]).toEqual([cycle, 1])
      expect([cycle, table(heading, cycle).draft.tariffs.length]).toEqual([cycle, 1])
    }
  })

  test('how people pay is no cycle, and what a cycle is called that nobody knows is refused', () => {
    expect(causes(rooms('缴费方式', '微信', '物业费单价', 2.5))).toEqual([])
    expect(causes(rooms('缴费周期', '见合同', '物业费单价', 2.5))).toEqual(['2 tariff_cycle'])
  })

  test('of two columns either counts', () => {
    const reading = read([
      ['房号', '面积', '物业费单价', '缴费周期', '付款方式'],
      ['3-101', 90, 2.5, '月', '年付'],
    ])
    expect(causes(reading)).toContain('2 tariff_cycle')
  })

  test('beside no price it says nothing, and is noted as left out', () => {
    const reading = read([
      ['房号', '面积', '缴费周期'],
      ['3-101', 90, '年'],
    ])
    expect([keys(reading), causes(reading)]).toEqual([['3||101'], ['column_unused']])
  })

  test.each([
    ['收费周期', '缴费周期'],
    ['收费周期', '收费周期'],
    ['收费周期', '收费频率', '付款方式'],
  ])('nor does a second of them, which repeats no column that is read: %s, %s', (...cycles) => {
    const reading = read([
      ['楼栋', '房号', '面积', '业主', ...cycles],
      ['3栋', '101', 88.5, '张三', ...cycles.map(() => '月')],
    ])
    expect(keys(reading)).toEqual(['3||101'])
    const left = reading.problems.map(({ column, value, code }) => [column, value, code.slice(16)])
    expect(left).toEqual(cycles.map((heading, at) => ['EFG'[at], heading, 'column_unused']))
  })

  test('nor in a list of spaces, from which no price is taken', () => {
    const reading = readRegistry([
      sheet('车位', [
        ['车位号', '使用人', '单价', '收费周期'],
        ['C1', '冯甲', 300, '季度'],
      ]),
    ])
    expect(reading.draft.tariffs).toEqual([])
    expect(causes(reading)).toEqual(['column_unknown', 'column_unknown'])
  })

  test('a kind of fee that recurs otherwise is refused as well', () =>
    expect(
      causes(
        read([
          ['收费项目', '固定费用', '周期类型'],
          ['车位管理费', 1200, '按年'],
        ]),
      ),
    ).toEqual(['2 tariff_cycle']))
})
