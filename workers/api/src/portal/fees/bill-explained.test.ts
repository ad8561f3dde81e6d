import type { MyBill } from '@heju/core/fees/payments'
import type { HttpContext } from '../../http/env.ts'
import { expect, test } from 'vitest'
import { basisLines, steps } from './bill-explained.tsx'

const c = {
  var: { locale: 'zh-CN', now: Date.UTC(2026, 10, 22), company: { zone: 'Asia/Shanghai' } },
} as unknown as HttpContext

/** A whole month of 89.37 m² at 2.80 yuan: 250.236, rounded to the fen. */
const whole = {
  period: '2026-11',
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  days: 30,
  wholeDays: null,
  wholeFen: null,
  quantityE2: 8937,
  amountFen: 25_024,
  basis: 'area',
  priceE4: 28_000,
  additionFen: 0,
  rounding: 'half_up',
  roundingUnitFen: 1,
} as MyBill

const explain = (more: Partial<MyBill> = {}) => steps(c, { ...whole, ...more })

test('a whole month by area: the exact product, and how it was rounded', () => {
  expect(explain()).toEqual([
    '计费面积 89.37 ㎡ × 每平方米每月 2.80 元 = 250.236 元',
    '四舍五入到分，得 250.24 元',
  ])
})

test('what comes out even is not said to be rounded', () => {
  expect(explain({ quantityE2: 10_000, amountFen: 28_000 })).toEqual([
    '计费面积 100.00 ㎡ × 每平方米每月 2.80 元 = 280.00 元',
  ])
})

test('a price per room or space, an addition, a rule that rounds up to the yuan', () => {
  expect(
    explain({
      basis: 'parking_space',
      quantityE2: 100,
      priceE4: 805_000,
      additionFen: 550,
      rounding: 'up',
      roundingUnitFen: 100,
      amountFen: 8_600,
    }),
  ).toEqual(['每个车位每月 80.50 元', '加上每月附加 5.50 元，每月共 86.00 元'])
  expect(
    explain({
      basis: 'room',
      quantityE2: 100,
      priceE4: 805_000,
      rounding: 'up',
      roundingUnitFen: 100,
      amountFen: 8_100,
    }),
  ).toEqual(['每户每月 80.50 元', '进位到元，得 81.00 元'])
})

test('a part of the month: from when to when, and what part of it that is', () => {
  expect(explain({ fromOn: '2026-11-16', days: 15, amountFen: 12_512 })).toEqual([
    '计费面积 89.37 ㎡ × 每平方米每月 2.80 元 = 250.236 元',
    '计费日期 11月16日 至 11月30日',
    '全月 30 天，只算 15 天：× 15 ÷ 30',
    '四舍五入到分，得 125.12 元',
  ])
  expect(explain({ quantityE2: 10_000, fromOn: '2026-11-16', days: 15, amountFen: 14_000 }).at(-1)).toBe(
    '得 140.00 元',
  )
})

test('a share of a month that several owed in turn: the whole, and one’s own days of it', () => {
  const share = { fromOn: '2026-11-11', days: 20, wholeDays: 30, wholeFen: 25_024, amountFen: 16_683 }
  expect(explain(share)).toEqual([
    '计费面积 89.37 ㎡ × 每平方米每月 2.80 元 = 250.236 元',
    '计费日期 11月11日 至 11月30日',
    '四舍五入到分，得 250.24 元',
    '这段时间换过缴费人，按天分摊：250.24 元 × 20 ÷ 30，舍去到分，得 166.82 元',
    '分摊余下的尾数 0.01 元计入本笔，得 166.83 元',
  ])
})

test('what a price stands on has its number and day in the brackets of its language', () => {
  const price = {
    approvalKind: 'contract',
    approvalNo: 'HT-2026-05',
    approvalOn: '2026-05-01',
    grade: null,
    baseE4: null,
    rangeE4: null,
  } as const
  expect(basisLines(c, price)).toEqual(['物业服务合同约定（HT-2026-05 · 2026年5月1日）'])
})
