import { expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { leavesOutAPart } from './problems.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

/** A row of a room that is right in all of its columns. */
const right: Readonly<Record<string, Cell>> = {
  楼栋: '1栋',
  单元: '1单元',
  房号: '101',
  楼层: 1,
  户型: '三室',
  建筑面积: 90,
  套内面积: 80,
  计费面积: 88,
  房屋用途: '住宅',
  房屋状态: '自住',
  交付日期: '2020-06-10',
  业主编号: 'A1',
  业主姓名: '陈一',
  业主电话: '13911112222',
  产权份额: '50%',
  入住日期: '2020-06-10',
  搬离日期: '2030-06-10',
  租户姓名: '赵二',
  物业费单价: 2.5,
  计费开始日期: '2020-06-10',
  备注: '无',
}

const bad: readonly Cell[] = ['面议', -3, '#N/A', '2020-13-45', 99_999_999]

test.each(Object.keys(right).flatMap((column) => bad.map((value) => [column, value] as const)))(
  'a row of which an error says that it is left out brings no room, and one that brings a room has lost a part: %s %s',
  (column, value) => {
    const row = { ...right, [column]: value }
    const { draft, problems } = readRegistry([sheet('房屋', [Object.keys(row), Object.values(row)])])
    const isLeftOut = problems.some(
      ({ severity, row: at, code }) => severity === 'error' && at !== null && !leavesOutAPart(code),
    )
    expect(draft.rooms.length).toBe(isLeftOut ? 0 : 1)
  },
)

const rightSpace: Readonly<Record<string, Cell>> = {
  停车场: 'B1',
  车位号: 'C1',
  车位类型: '地下',
  面积: 12.5,
  业主姓名: '陈一',
  业主电话: '13911112222',
  楼栋: '1栋',
  房号: '101',
  与车位关系: '业主',
  车牌号: '粤B12345',
  开始日期: '2020-06-10',
  结束日期: '2030-06-10',
}

test.each(
  Object.keys(rightSpace).flatMap((column) =>
    [...bad, { date: '2020-06-10' } as Cell].map((value) => [column, value] as const),
  ),
)('the same of a row of a space: %s %s', (column, value) => {
  const row = { ...rightSpace, [column]: value }
  const { draft, problems } = readRegistry([sheet('车位', [Object.keys(row), Object.values(row)])])
  const isLeftOut = problems.some(
    ({ severity, row: at, code }) => severity === 'error' && at !== null && !leavesOutAPart(code),
  )
  expect(draft.parkingSpaces.length).toBe(isLeftOut ? 0 : 1)
  if (isLeftOut) expect(draft.people).toEqual([])
})

test.each([
  ['面议', 'tariff_price_malformed_of_room'],
  [-3, 'tariff_price_negative_of_room'],
])(
  'a price beside a room that cannot be read, %s, leaves out the charge alone, and says so',
  (price, cause) => {
    const row = { ...right, 物业费单价: price }
    const { draft, problems } = readRegistry([sheet('房屋', [Object.keys(row), Object.values(row)])])
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect([errors, draft.rooms.length, draft.people.length, draft.tariffs]).toEqual([
      [`registry_import.${cause}`],
      1,
      2,
      [],
    ])
  },
)
