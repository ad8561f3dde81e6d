import { fill } from '@heju/i18n'
import { exceptions } from './exception-texts.ts'
import { expect, test } from 'vitest'
import { happenedOf } from './happened.ts'

const found = {
  kind: 'bill_settled',
  amountFen: 26_477,
  expectedFen: 38_477,
  paidFen: 38_477,
  bookedFen: 12_000,
  receiptNumber: 'SJ-2026-000012',
  outTradeNo: 'HJ1',
  failure: null,
} as const
const toldOf = (exception: Parameters<typeof happenedOf>[0]) => {
  const [key, sums] = happenedOf(exception, 'zh-CN')
  return fill(exceptions[key], 'zh-CN', sums)
}

test('of a payment that settled some of its bills: all that was paid, what is booked, and what is too much', () => {
  expect(toldOf(found)).toContain('付了 ¥384.77，其中 ¥120.00 已入账（收据 SJ-2026-000012），多出 ¥264.77')
})

test('of one that settled none of them: all of it', () => {
  const none = { ...found, amountFen: 38_477, bookedFen: 0, receiptNumber: null }
  expect(toldOf(none)).toContain('付了 ¥384.77，但账单这时已用别的方式缴清')
})
