import {
  listMerchants,
  merchantActionSchema,
  merchantProofSchema,
  merchantSchema,
  proveMerchant,
  retireMerchant,
  saveMerchant,
  saveMerchantSchema,
} from '@heju/core/payments'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'
import { portsFor } from '../http/ports.ts'

const merchantParam = params(v.object({ merchantRef: merchantActionSchema.entries.id }))
const savedSchema = v.object({ id: v.string() })

/** The company's own merchants at the payment provider: secrets go in and never come out. */
export const merchantRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'The merchants in use, as far as they may be shown',
      v.object({ merchants: v.array(merchantSchema) }),
      [401, 403],
    ),
    async (c) => c.json({ merchants: await withCtx(c, listMerchants) }),
  )
  .put(
    '/',
    route('Enter or change a merchant; secrets that are left out stay', savedSchema, [401, 403, 409, 422]),
    idempotent,
    body(v.omit(saveMerchantSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => saveMerchant(ctx, { ...c.req.valid('json'), requestId })))
    },
  )
  .post(
    '/:merchantRef/proof',
    route('Test the settings of a merchant against the provider', merchantProofSchema, [401, 403, 404, 409]),
    idempotent,
    merchantParam,
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const id = c.req.valid('param').merchantRef
      return c.json(await withCtx(c, (ctx) => proveMerchant(ctx, { requestId, id }, portsFor(c))))
    },
  )
  .post(
    '/:merchantRef/retirement',
    route('End online payment through a merchant', savedSchema, [401, 403, 404]),
    idempotent,
    merchantParam,
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const id = c.req.valid('param').merchantRef
      return c.json(await withCtx(c, (ctx) => retireMerchant(ctx, { requestId, id })))
    },
  )
