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
} from '@heju/core/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { payerOf } from '../http/caller.ts'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'
import { portsFor } from '../http/ports.ts'

const order = params(orderActionSchema)

/** An owner pays online, and finds the receipts again. */
export const portalPaymentRoutes = new Hono<HttpEnv>()
  .post(
    '/payments',
    route('Begin to pay whole bills online', openedPaymentSchema, [401, 403, 404, 409, 422]),
    idempotent,
    body(v.omit(openPaymentSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), requestId }
      return c.json(
        await withCtx(c, (ctx) => openPayment(ctx, input, portsFor(c), payerOf(c, input.orderId))),
      )
    },
  )
  .get(
    '/payments/:orderId',
    route('What became of a payment, as far as it is booked', orderViewSchema, [401, 403, 404]),
    order,
    async (c) => c.json(await withCtx(c, (ctx) => readPayment(ctx, c.req.valid('param')))),
  )
  .post(
    '/payments/:orderId/check',
    route('Ask the provider what became of a payment', orderViewSchema, [401, 403, 404]),
    order,
    async (c) => c.json(await withCtx(c, (ctx) => followPayment(ctx, c.req.valid('param'), portsFor(c)))),
  )
  .post(
    '/payments/:orderId/continuation',
    route('A fresh way to pay an open order', openedPaymentSchema, [401, 403, 404, 409]),
    order,
    async (c) => c.json(await withCtx(c, (ctx) => continuePayment(ctx, c.req.valid('param'), portsFor(c)))),
  )
  .post(
    '/payments/:orderId/cancellation',
    route('Give up a payment', endedOrderSchema, [401, 403, 404, 409]),
    order,
    async (c) => c.json(await withCtx(c, (ctx) => cancelPayment(ctx, c.req.valid('param'), portsFor(c)))),
  )
  .get(
    '/receipts',
    route('One’s receipts, newest first', pageSchema(receiptRowSchema)),
    query(pageQuerySchema),
    async (c) => c.json(await withCtx(c, (ctx) => listReceipts(ctx, c.req.valid('query')))),
  )
  .get(
    '/receipts/:receiptId',
    route('A receipt as it was issued', receiptSchema, [401, 403, 404]),
    params(v.pick(printReceiptSchema, ['receiptId'])),
    async (c) => c.json(await withCtx(c, (ctx) => readReceipt(ctx, c.req.valid('param').receiptId))),
  )
