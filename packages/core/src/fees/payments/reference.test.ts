import { newId, type CivilDate } from '@heju/kernel'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { freshRequestId } from '../../testing.ts'
import { recordPaymentSchema } from './payment-schemas.ts'

test.each(['', ' ', '\u200E\u200F', '\u202A\u202C', '\u2800', '\u200B 　'])(
  'a transfer has a number that can be seen: %j is none',
  (referenceNo) => {
    const lines = [{ billId: newId('bill', 1), amountFen: 100 }]
    const paid = {
      requestId: freshRequestId(),
      paymentId: newId('pay', 1),
      paidOn: '2026-11-20' as CivilDate,
      lines,
    }
    const taken = v.safeParse(recordPaymentSchema, { ...paid, method: 'transfer', referenceNo })
    expect(taken.issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
      ['referenceNo', 'payments.field.reference'],
    ])
    expect(v.safeParse(recordPaymentSchema, { ...paid, method: 'cash', referenceNo }).success).toBe(true)
  },
)
