import { describe, expect, test } from 'vitest'
import type { Cell } from '../spreadsheets/index.ts'
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
  test.each<[Cell]>([
    ['3.5元/吨'],
    ['0.56元/度'],
    ['2.5元/次'],
    ['3.5元/m³'],
    ['30元/人'],
    ['30元/户·月'],
    ['2.5%'],
    ['5元起'],
  ])('%s is none per ㎡', (price) =>
    expect(read(['费用编号', '收费项目', '单价'], [1, '水费', price])).toEqual(refused),
  )

  test.each(['元/吨', '元/人·月', '元每次', '元/户·月'])('in a heading, %s is none per ㎡', (unit) =>
    expect(read(['费用编号', '收费项目', `单价（${unit}）`], [1, '水费', 3.5])).toEqual(refused),
  )

  test.each<[Cell]>([[2.5], ['2.5元'], ['2.5元/㎡·月'], ['2.5元/月/m²（建筑面积）'], ['2.5元/㎡（含税）']])(
    '%s is one per ㎡',
    (price) =>
      expect(read(['费用编号', '收费项目', '单价'], [1, '物业费', price])).toEqual({
        tariffs: [['area', 25_000, null]],
        causes: [],
      }),
  )

  test.each<[Cell]>([[30], ['30元'], ['30元/户·月'], ['30元/月/户'], ['30元整']])(
    '%s is one per room',
    (amount) =>
      expect(
        read(['费用编号', '收费项目', '计费方式', '固定费用'], [1, '保洁费', '固定费用', amount]),
      ).toEqual({ tariffs: [['fixed', null, 3000]], causes: [] }),
  )

  test.each<[Cell]>([['30元/人'], ['30元/㎡']])('%s is none per room', (amount) =>
    expect(read(['费用编号', '收费项目', '计费方式', '固定费用'], [1, '保洁费', '固定费用', amount])).toEqual(
      refused,
    ),
  )

  test('beside a room, a price per household is none per ㎡, and the room is taken without it', () =>
    expect(read(['房号', '面积', '物业费单价', '计价单位'], ['3-101', 90, 300, '元/户·月'], '房屋')).toEqual({
      tariffs: [],
      causes: ['tariff_unit_of_room'],
    }))
})
