import { pageSchema } from '@heju/core'
import {
  bookedSchema,
  daySheet,
  daySheetFilterSchema,
  daySheetSchema,
  exceptionDetailSchema,
  exceptionRowSchema,
  exportPayments,
  exportPaymentsSchema,
  listExceptions,
  listExceptionsSchema,
  listPayments,
  listPaymentsSchema,
  paymentRowSchema,
  printedSchema,
  printReceipt,
  printReceiptSchema,
  readException,
  readReceipt,
  receiptSchema,
  recordPayment,
  recordPaymentBodySchema,
  resolvedSchema,
  resolveException,
  resolveExceptionSchema,
  reversePayment,
  reversePaymentSchema,
} from '@heju/core/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, params, query, route } from '../http/describe.ts'
import { tableDownload } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'
import { portsFor } from '../http/ports.ts'

const receiptParam = params(v.pick(printReceiptSchema, ['receiptId']))
const exceptionParam = params(v.pick(resolveExceptionSchema, ['exceptionId']))

/** Money at the desk, receipts, and what came in and did not fit. */
export const paymentRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Payments and reversals, newest first', pageSchema(paymentRowSchema)),
    query(listPaymentsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listPayments(ctx, c.req.valid('query')))),
  )
  .post(
    '/',
    route(
      'Record money that was paid at the desk; issues the receipt',
      bookedSchema,
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    body(recordPaymentBodySchema),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), requestId }
      return c.json(await withCtx(c, (ctx) => recordPayment(ctx, input, portsFor(c))))
    },
  )
  .get(
    '/day-sheet',
    route('What was taken on a day, by method and by cashier', daySheetSchema),
    query(daySheetFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => daySheet(ctx, c.req.valid('query')))),
  )
  .get(
    '/file',
    route(
      'The payments that a filter finds, as a workbook or CSV file',
      anySpreadsheet,
      [401, 403, 413, 422],
    ),
    query(v.omit(exportPaymentsSchema, ['requestId'])),
    async (c) => {
      const { requestId, locale } = c.var
      const input = { ...c.req.valid('query'), requestId }
      return tableDownload(await withCtx(c, (ctx) => exportPayments(ctx, input, locale)))
    },
  )
  .post(
    '/:paymentId/reversal',
    route(
      'Take back a payment that was entered at the desk by mistake',
      v.object({ reversalId: v.string() }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    params(v.pick(reversePaymentSchema, ['paymentId'])),
    body(v.omit(reversePaymentSchema, ['requestId', 'paymentId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestId }
      return c.json(await withCtx(c, (ctx) => reversePayment(ctx, input)))
    },
  )
  .get(
    '/receipts/:receiptId',
    route('A receipt as it was issued', receiptSchema, [401, 403, 404]),
    receiptParam,
    async (c) => c.json(await withCtx(c, (ctx) => readReceipt(ctx, c.req.valid('param').receiptId))),
  )
  .post(
    '/receipts/:receiptId/prints',
    route('Count a copy before it is printed; from the second on it says so', printedSchema, [401, 403, 404]),
    idempotent,
    receiptParam,
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => printReceipt(ctx, { requestId, ...c.req.valid('param') })))
    },
  )
  .get(
    '/exceptions',
    route('Money that came in and waits for a decision, newest first', pageSchema(exceptionRowSchema)),
    query(listExceptionsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listExceptions(ctx, c.req.valid('query')))),
  )
  .get(
    '/exceptions/:exceptionId',
    route('An exception with all that is known of it', exceptionDetailSchema, [401, 403, 404]),
    exceptionParam,
    async (c) => c.json(await withCtx(c, (ctx) => readException(ctx, c.req.valid('param').exceptionId))),
  )
  .post(
    '/exceptions/:exceptionId/resolutions',
    route(
      'Decide about money that did not fit: refunded, allocated, held or noted',
      resolvedSchema,
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    exceptionParam,
    body(v.omit(resolveExceptionSchema, ['requestId', 'exceptionId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), requestId }
      return c.json(await withCtx(c, (ctx) => resolveException(ctx, input, portsFor(c))))
    },
  )
