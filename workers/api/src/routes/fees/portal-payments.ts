import { pageQuerySchema, pageSchema } from '@heju/core'
import {
  cancelPayment,
  continuePayment,
  endedOrderSchema,
  followPayment,
  listReceipts,
  openedPaymentSchema,
  openPayment,
  openPaymentSchema,
  orderActionSchema,
  orderViewSchema,
  printReceiptSchema,
  readPayment,
  readReceipt,
  receiptRowSchema,
  receiptSchema,
} from '@heju/core/fees/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { payerOf } from '../../http/caller.ts'
import { command, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'
import { portsFor } from '../../http/ports.ts'

/** An owner pays online, and finds the receipts again. */
export const portalPaymentRoutes = new Hono<HttpEnv>()
  .post(
    ...command(
      '/payments',
      'Begin to pay whole bills online',
      (ctx, input, c) => openPayment(ctx, input, portsFor(c), payerOf(c, input.orderId)),
      openPaymentSchema,
      openedPaymentSchema,
      [502],
    ),
  )
  .get(
    ...question(
      '/payments/:orderId',
      'What became of a payment, as far as it is booked',
      readPayment,
      orderActionSchema,
      orderViewSchema,
    ),
  )
  .post(
    ...command(
      '/payments/:orderId/check',
      'Ask the provider what became of a payment',
      (ctx, input, c) => followPayment(ctx, input, portsFor(c)),
      orderActionSchema,
      orderViewSchema,
      [502],
    ),
  )
  .post(
    ...command(
      '/payments/:orderId/continuation',
      'A fresh way to pay an open order',
      (ctx, input, c) => continuePayment(ctx, input, portsFor(c)),
      orderActionSchema,
      openedPaymentSchema,
      [502],
    ),
  )
  .post(
    ...command(
      '/payments/:orderId/cancellation',
      'Give up a payment',
      (ctx, input, c) => cancelPayment(ctx, input, portsFor(c)),
      orderActionSchema,
      endedOrderSchema,
      [502],
    ),
  )
  .get(
    ...question(
      '/receipts',
      'One’s receipts, newest first',
      listReceipts,
      pageQuerySchema,
      pageSchema(receiptRowSchema),
    ),
  )
  .get(
    ...question(
      '/receipts/:receiptId',
      'A receipt as it was issued',
      (ctx, { receiptId }) => readReceipt(ctx, receiptId),
      v.pick(printReceiptSchema, ['receiptId']),
      receiptSchema,
    ),
  )
