import { approvalSchema, createTariffSchema } from '@heju/core/fees/billing/shape'
import { recordPaymentSchema } from '@heju/core/fees/payments/shape'
import { createRoomSchema } from '@heju/core/estate/registry/shape'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { longestOf } from './longest-of.ts'

test('an input takes as many characters as its verb does, whatever the field is wrapped in', () => {
  expect(longestOf(createTariffSchema.entries.name)).toEqual({ maxLength: 40 })
  expect(longestOf(approvalSchema.entries.approvalNo)).toEqual({ maxLength: 60 })
  expect(longestOf(recordPaymentSchema.entries.payerName)).toEqual({ maxLength: 60 })
  expect(longestOf(createRoomSchema.entries.unit)).toEqual({ maxLength: 40 })
  expect(longestOf(createRoomSchema.entries.remark)).toEqual({ maxLength: 500 })
})

test('a field without a bound is a mistake that is seen when it is drawn', () => {
  expect(() => longestOf(v.string())).toThrow('no bound')
})
