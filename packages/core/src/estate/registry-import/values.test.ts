import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { chineseNumber } from '../registry/index.ts'
import { readCount, readDate, readEndDate, readFloor, readScaled, readShare } from './values.ts'

const blank = { blank: true }

describe('readDate', () => {
  test.each<[Cell, string]>([
    [{ date: '2020-06-10' }, '2020-06-10'],
    ['2020-6-10', '2020-06-10'],
    ['2020/06/10', '2020-06-10'],
    ['2020.6.10', '2020-06-10'],
    ['２０２０年６月１０日', '2020-06-10'],
    ['2020年6月10号', '2020-06-10'],
    ['20200610', '2020-06-10'],
    [20200610, '2020-06-10'],
    [43992, '2020-06-10'],
    [43992.75, '2020-06-10'],
    ['2020-06-10 00:00:00', '2020-06-10'],
    ['2020-06-10T08:30', '2020-06-10'],
    ['2020-06-10 0:00', '2020-06-10'],
    ['2020/6/10 上午8:30', '2020-06-10'],
    ['2020年6月10日 8时30分', '2020-06-10'],
    ['2020-06-10 星期三', '2020-06-10'],
    ['2020年6月', '2020-06-01'],
    ['2020年6月份', '2020-06-01'],
    [{ date: '2020-06-01', isMonth: true }, '2020-06-01'],
    ['2024-2-29', '2024-02-29'],
  ])('%o is a day', (cell, value) => expect(readDate(cell)).toEqual({ value }))

  test.each<Cell>([
    '2023-02-29',
    '20-6-10',
    '6月10日',
    '13/14/2020',
    'abc',
    '2020-13-01',
    '2020-11-31',
    '20/11/15',
    '2020年6月底',
    '2020年',
    '2020-06-10 2020-07-10',
    '2020-06-10至2020-07-10',
    '2020-06-10T16:00:00Z',
    2020.1,
    12,
    { date: '1899-12-31' },
  ])('%o is refused rather than guessed', (cell) =>
    expect(readDate(cell)).toEqual({ wrong: 'date_malformed' }),
  )

  test.each<Cell>([null, '', '—', '无', 0])('%o says nothing', (cell) =>
    expect(readDate(cell)).toEqual(blank),
  )

  test('any day in any of the forms is that day', () => {
    const day = fc.date({ min: new Date('1950-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
    const forms = [
      (y: number, m: number, d: number) => `${y}-${m}-${d}`,
      (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
      (y: number, m: number, d: number) => `${y} / ${m} / ${d}`,
      (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      (y: number, m: number, d: number) => Date.UTC(y, m - 1, d) / 86_400_000 + 25_569,
    ]
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (date, form) => {
        const cell = form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
        expect(readDate(cell)).toEqual({ value: date.toISOString().slice(0, 10) })
      }),
    )
  })
})

describe('readEndDate', () => {
  test.each<Cell>(['长期', '至今', '2037-1-1', '2099-12-31', '9999-12-31'])('%o is no end', (cell) =>
    expect(readEndDate(cell)).toEqual(blank),
  )
  test.each<[Cell, string]>([
    ['2026年11月', '2026-11-30'],
    ['2026-11', '2026-11-30'],
    ['2026.2', '2026-02-28'],
    ['2028/02', '2028-02-29'],
    [2026.11, '2026-11-30'],
    [{ date: '2026-11-01', isMonth: true }, '2026-11-30'],
    [{ date: '2026-11-01' }, '2026-11-01'],
    ['2026-11-15 23:59:59', '2026-11-15'],
  ])('%o as an end is the last day of what it tells', (cell, value) =>
    expect(readEndDate(cell)).toEqual({ value }),
  )
  test('an ordinary end is one', () => expect(readEndDate('2030-1-1')).toEqual({ value: '2030-01-01' }))
})

describe('readScaled', () => {
  test.each<[Cell, number, number]>([
    [94.56, 2, 9456],
    ['94.56㎡', 2, 9456],
    ['９４．５６平方米', 2, 9456],
    ['1,280.5', 2, 128_050],
    ['¥12.5元', 2, 1250],
    ['2.35元/㎡·月', 4, 23_500],
    [94.565, 2, 9457],
    [94.564999, 2, 9456],
    [0.1 + 0.2, 2, 30],
    [0, 2, 0],
    ['88.', 2, 8800],
  ])('%o with %i decimals is %i', (cell, decimals, value) =>
    expect(readScaled(cell, decimals)).toEqual({ value }),
  )

  test.each<Cell>(['约一百', '--3', '-约3', '12.5.1', '1,28', '90+10', '99999999999999999'])(
    '%o is refused',
    (cell) => {
      expect(readScaled(cell, 2)).toEqual({ wrong: 'number_malformed' })
    },
  )

  test.each<Cell>([-5, '-3', '−94.56㎡', '-1,280.5'])(
    '%o is a number, and refused for being below nought',
    (cell) => expect(readScaled(cell, 2)).toEqual({ wrong: 'number_negative' }),
  )

  test('an amount of two decimals comes back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (e2) => {
        expect(readScaled(e2 / 100, 2)).toEqual({ value: e2 })
      }),
    )
  })
})

test.each<[Cell, number]>([
  [3, 3],
  ['3F', 3],
  ['3楼', 3],
  ['第十二层', 12],
  ['廿一层', 21],
  [-1, -1],
  ['B2', -2],
  ['负一层', -1],
  ['地下2层', -2],
])('floor %o is %i', (cell, value) => expect(readFloor(cell)).toEqual({ value }))

test.each<Cell>(['顶层', '3-4', '夹层', 1234])('floor %o is refused', (cell) =>
  expect(readFloor(cell)).toEqual({ wrong: 'floor_malformed' }),
)

test.each<[Cell, number]>([
  ['50%', 5000],
  [0.5, 5000],
  [50, 5000],
  ['1/3', 3333],
  ['三分之一', 3333],
  ['100%', 10_000],
  [1, 10_000],
])('share %o is %i of 10,000', (cell, value) => expect(readShare(cell)).toEqual({ value }))

test.each<Cell>(['全部', 0, '120%', '3/2'])('share %o is refused', (cell) =>
  expect(readShare(cell)).toEqual({ wrong: 'share_malformed' }),
)

test('counts are read in digits and in words', () => {
  expect([readCount('18层'), readCount('六层'), readCount(33), readCount('多')]).toEqual([
    { value: 18 },
    { value: 6 },
    { value: 33 },
    { wrong: 'number_malformed' },
  ])
})

test('numbers in Chinese words from 0 to 99', () => {
  expect(['零', '三', '十', '十二', '二十', '九十九', '两', '百', ''].map(chineseNumber)).toEqual([
    0,
    3,
    10,
    12,
    20,
    99,
    2,
    null,
    null,
  ])
})
