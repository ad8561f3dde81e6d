import { describe, expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

/** What a table of fees, or a list of rooms with their price, makes of one row: its tariffs, and what is said of it. */
function read(headings: string[], row: Cell[], name = '收费标准') {
  const { draft, problems } = readRegistry([sheet(name, [headings, row])])
  return {
    tariffs: draft.tariffs.map(({ way, priceE4, amountFen }) => [way, priceE4, amountFen]),
    causes: problems
      .map(({ code }) => code.replace('registry_import.', ''))
      .filter((one) => /unit/.test(one)),
  }
}
const refused = { tariffs: [], causes: ['tariff_unit'] }

describe('a price is what it is charged by', () => {
  const headings = ['费用编号', '收费项目', '单价']
  test.each<[Cell]>([
    ['3.5元/吨'],
    ['0.56元/度'],
    ['2.5元/次'],
    ['3.5元/m³'],
    ['30元/人'],
    ['30元每人'],
    ['30元/户·月'],
    ['2.5%'],
    ['5元起'],
  ])('%s is none per ㎡', (price) => expect(read(headings, [1, '水费', price])).toEqual(refused))

  test.each([
    '单价（元/吨）',
    '单价（元/人·月）',
    '单价(元 / 吨)',
    '单价（¥/吨）',
    '单价(RMB/吨)',
    '单价/吨',
    '单价（吨）',
    '单价（每吨）',
    '单价(元,每人)',
    '单价【元/人】',
    '单价（元/户·月）',
  ])('under %s it is none per ㎡', (heading) =>
    expect(read(['费用编号', '收费项目', heading], [1, '水费', 3.5])).toEqual(refused),
  )

  test.each<[Cell]>([
    [2.5],
    ['2.5元'],
    ['2.5元/㎡·月'],
    ['2.5元/月/m²（建筑面积）'],
    ['2.5元/㎡（含税）'],
    ['2.5元/㎡·月（住宅）'],
    ['2.5元/㎡（高层）'],
    ['2.5元/建筑平方米·月'],
    ['2.5元/㎡.月(不含公摊)'],
    ['2.5元/㎡/月·建面'],
    ['2.5元/㎡·月 住宅'],
    ['2.5元/㎡·自然月'],
  ])('%s is one per ㎡', (price) =>
    expect(read(headings, [1, '物业费', price])).toEqual({ tariffs: [['area', 25_000, null]], causes: [] }),
  )

  const fixed = ['费用编号', '收费项目', '计费方式', '固定费用']
  test.each<[Cell]>([
    [30],
    ['30元'],
    ['30元/户·月'],
    ['30元/月/户'],
    ['30元整'],
    ['30元/商铺·月'],
    ['30元/住户'],
    ['30元/车位·月'],
  ])('%s is one per room', (amount) =>
    expect(read(fixed, [1, '保洁费', '固定费用', amount])).toEqual({
      tariffs: [['fixed', null, 3000]],
      causes: [],
    }),
  )

  test.each<[Cell]>([['30元/人'], ['30元/㎡'], ['30元/位·月'], ['30元/套内面积']])(
    '%s is none per room',
    (amount) => expect(read(fixed, [1, '保洁费', '固定费用', amount])).toEqual(refused),
  )

  test.each<[string, Cell[]]>([
    ['a column of units', [1, '水费', '固定费用', 3.5, '元/吨']],
    ['a column of units beside the area', [1, '甲费', '面积×单价', 3.5, '元/人']],
    ['a column of units that are rooms, beside the area', [1, '乙费', '面积×单价', 3.5, '元/户']],
    ['the way of charging', [1, '丙费', '固定费用/人', 3.5, null]],
    ['the way of charging, with rooms in it', [1, '丁费', '每户每人', 3.5, null]],
    ['the name of the fee', [1, '水费(元/吨)', '固定费用', 3.5, null]],
  ])('a unit counts wherever it stands: %s', (_, row) =>
    expect(read(['费用编号', '收费项目', '计费方式', '单价', '计费单位'], row)).toEqual(refused),
  )

  test('the heading of a column says nothing of a row that has no price in it', () => {
    const both = ['费用编号', '收费项目', '计费方式', '单价（元/㎡·月）', '固定费用（元/户·月）']
    expect(read(both, [1, '垃圾费', '固定费用', null, 12.5])).toEqual({
      tariffs: [['fixed', null, 1250]],
      causes: [],
    })
    expect(read(both, [1, '垃圾费', '固定费用', 0, 12.5])).toEqual({
      tariffs: [['fixed', null, 1250]],
      causes: [],
    })
    expect(read(both, [1, '物业费', '面积×单价', 2.5, null])).toEqual({
      tariffs: [['area', 25_000, null]],
      causes: [],
    })
  })

  test('beside a room, a price per household is none per ㎡, and the room is taken without it', () =>
    expect(read(['房号', '面积', '物业费单价', '计价单位'], ['3-101', 90, 300, '元/户·月'], '房屋')).toEqual({
      tariffs: [],
      causes: ['tariff_unit_of_room'],
    }))
})
