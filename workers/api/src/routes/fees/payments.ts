import {
  bookedSchema,
  daySheet,
  daySheetFilterSchema,
  daySheetSchema,
  exceptionDetailSchema,
  exceptionList,
  paymentList,
  printedSchema,
  printReceipt,
  printReceiptSchema,
  readException,
  readReceipt,
  receiptSchema,
  recordPayment,
  recordPaymentSchema,
  resolvedSchema,
  resolveException,
  resolveExceptionSchema,
  reversePayment,
  reversePaymentSchema,
} from '@heju/core/fees/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'
import { portsFor } from '../../http/ports.ts'

const ofReceipt = v.pick(printReceiptSchema, ['receiptId'])

/** Money at the desk, receipts, and what came in and did not fit. */
export const paymentRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Payments and reversals, newest first', paymentList))
  .post(
    ...command(
      '/',
      'Record money that was paid at the desk; issues the receipt',
      (ctx, input, c) => recordPayment(ctx, input, portsFor(c)),
      recordPaymentSchema,
      bookedSchema,
      [502],
    ),
  )
  .get(
    ...question(
      '/day-sheet',
      'What was taken on a day, by method and by cashier',
      daySheet,
      daySheetFilterSchema,
      daySheetSchema,
    ),
  )
  .get(...fileOf('/file', 'The payments that a filter finds, as a workbook or CSV file', paymentList))
  .post(
    ...command(
      '/:paymentId/reversal',
      'Take back a payment that was entered at the desk by mistake',
      reversePayment,
      reversePaymentSchema,
      v.object({ reversalId: v.string() }),
    ),
  )
  .get(
    ...question(
      '/receipts/:receiptId',
      'A receipt as it was issued',
      (ctx, { receiptId }) => readReceipt(ctx, receiptId),
      ofReceipt,
      receiptSchema,
    ),
  )
  .post(
    ...command(
      '/receipts/:receiptId/prints',
      'Count a copy before it is printed; from the second on it says so',
      printReceipt,
      printReceiptSchema,
      printedSchema,
    ),
  )
  .get(...listOf('/exceptions', 'Money that came in and waits for a decision, newest first', exceptionList))
  .get(
    ...question(
      '/exceptions/:exceptionId',
      'An exception with all that is known of it',
      (ctx, { exceptionId }) => readException(ctx, exceptionId),
      v.pick(resolveExceptionSchema, ['exceptionId']),
      exceptionDetailSchema,
    ),
  )
  .post(
    ...command(
      '/exceptions/:exceptionId/resolutions',
      'Decide about money that did not fit: refunded, allocated, held or noted',
      (ctx, input, c) => resolveException(ctx, input, portsFor(c)),
      resolveExceptionSchema,
      resolvedSchema,
      [502],
    ),
  )
