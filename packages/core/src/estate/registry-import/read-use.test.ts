import { expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (...rows: Cell[][]) => readRegistry([sheet('登记', rows)])

test('two columns that tell a room’s use and differ in a row are an error that names both', () => {
  const reading = read(
    ['房号', '房间类型', '业主', '业态/商户类别'],
    ['3-101', '商户', '张三', '餐饮/仓储'],
    ['3-102', '商铺', '李四', '门面'],
    ['3-103', '住宅', '王五', ''],
    ['3-104', '住宅', '赵六', '住宅'],
  )
  expect(reading.draft.rooms.map(({ number, use }) => [number, use])).toEqual([
    ['102', 'shop'],
    ['103', null],
    ['104', 'residence'],
  ])
  const errors = reading.problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ row, column, code, params }) => [row, column, code.slice(16), params])).toEqual([
    [
      2,
      'D',
      'columns_disagree',
      {
        kept: 'D',
        keptHeading: '业态/商户类别',
        keptValue: '餐饮/仓储',
        other: 'B',
        otherHeading: '房间类型',
        otherValue: '商户',
      },
    ],
  ])
})

test('a column that repeats another names the one that is kept, though it stands after it', () => {
  const reading = read(['房号', '房间类型', '业主', '业态'], ['3-101', '商铺', '张三', '商铺'])
  expect(reading.problems.map(({ column, code, params }) => [column, code.slice(16), params])).toEqual([
    ['B', 'column_repeated', { kept: 'D', keptHeading: '业态' }],
  ])
  expect(reading.draft.rooms.map(({ use }) => use)).toEqual(['shop'])
})

test('what is no word for a use contradicts none: how a home came to its owner, who lives there, how it is laid out', () => {
  const reading = read(
    ['房号', '房屋用途', '业主', '房屋性质'],
    ['3-101', '住宅', '张三', '商品房'],
    ['3-102', '住宅', '李四', '自住'],
    ['3-103', '住宅', '王五', '平层'],
  )
  expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(reading.draft.rooms).toHaveLength(3)
  expect(reading.draft.rooms.map(({ use }) => use)).not.toContain('shop')
})
