import { readReceipt } from '@heju/core/fees/payments'
import { Hono } from 'hono'
import { withCtx } from '../../http/company.ts'
import type { HttpEnv } from '../../http/env.ts'
import { ReceiptPage } from './receipt-pages.tsx'

export const receiptPages = new Hono<HttpEnv>().get('/receipts/:id', async (c) =>
  c.html(<ReceiptPage c={c} receipt={await withCtx(c, (ctx) => readReceipt(ctx, c.req.param('id')))} />),
)
