import { idSchema, pageSchema } from '@heju/core'
import {
  approveTariff,
  approveTariffSchema,
  billRunPageSchema,
  billRunSchema,
  billSchema,
  collectionFigures,
  collectionFigureSchema,
  collectionFiguresSchema,
  createTariff,
  createTariffSchema,
  discardBillRun,
  draftBillRun,
  draftBillRunSchema,
  listBills,
  listBillsSchema,
  listRuns,
  listRunsSchema,
  listSkips,
  listSkipsSchema,
  listTariffs,
  listTariffsSchema,
  owedOfRoom,
  publishBillRun,
  readRun,
  skipSchema,
  switchTariff,
  switchTariffSchema,
  tariffSchema,
  voidBill,
  voidBillSchema,
} from '@heju/core/billing'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const ofTariff = params(v.object({ tariffId: idSchema('tariff') }))
const tariffAnswer = v.object({ tariffId: v.string() })
const refusals = [401, 403, 404, 409, 422] as const

/** What projects charge for. */
export const tariffRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'What projects charge for, with the latest price of each',
      v.object({ tariffs: v.array(tariffSchema) }),
    ),
    query(listTariffsSchema),
    async (c) => c.json({ tariffs: await withCtx(c, (ctx) => listTariffs(ctx, c.req.valid('query'))) }),
  )
  .post(
    '/',
    route('Set a tariff for all rooms or spaces of a project', tariffAnswer, refusals),
    idempotent,
    body(v.omit(createTariffSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createTariff(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:tariffId/approval',
    route('Say what an imported price stands on; from then on it is billed by', tariffAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.omit(approveTariffSchema, ['requestId', 'tariffId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => approveTariff(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
  .put(
    '/:tariffId/state',
    route('Take a tariff out of use, or back into it', tariffAnswer, refusals),
    idempotent,
    ofTariff,
    body(v.pick(switchTariffSchema, ['state'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => switchTariff(ctx, { ...input, ...c.req.valid('json') })))
    },
  )

const ofRun = params(v.object({ runId: idSchema('brun') }))
const runAnswer = v.object({ runId: v.string() })

/** Bills of a project for a month, made at one time: a draft first, then published. */
export const billRunRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Bill runs, the latest first', pageSchema(billRunSchema)),
    query(listRunsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listRuns(ctx, c.req.valid('query')))),
  )
  .post(
    '/',
    route('Draft the bills of a project for a month; an earlier draft is replaced', runAnswer, refusals),
    idempotent,
    body(v.omit(draftBillRunSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => draftBillRun(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .get(
    '/:runId',
    route('A run with its sums and what was skipped', billRunPageSchema, [401, 403, 404]),
    ofRun,
    async (c) => c.json(await withCtx(c, (ctx) => readRun(ctx, c.req.valid('param').runId))),
  )
  .get(
    '/:runId/skips',
    route('What a run did not bill, each with its reason', pageSchema(skipSchema)),
    ofRun,
    query(v.omit(listSkipsSchema, ['runId'])),
    async (c) =>
      c.json(await withCtx(c, (ctx) => listSkips(ctx, { ...c.req.valid('param'), ...c.req.valid('query') }))),
  )
  .post(
    '/:runId/publish',
    route('Publish a draft: owners see and owe it', runAnswer, refusals),
    idempotent,
    ofRun,
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => publishBillRun(ctx, input)))
    },
  )
  .post('/:runId/discard', route('Drop a draft', runAnswer, refusals), idempotent, ofRun, async (c) => {
    const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
    return c.json(await withCtx(c, (ctx) => discardBillRun(ctx, input)))
  })

/** Bills as staff look at them. */
export const billRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Bills, the latest month first', pageSchema(billSchema)),
    query(listBillsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listBills(ctx, c.req.valid('query')))),
  )
  .get(
    '/owed',
    route('What a room owes, the oldest first', v.object({ bills: v.array(billSchema) })),
    query(v.object({ roomId: idSchema('room') })),
    async (c) => c.json({ bills: await withCtx(c, (ctx) => owedOfRoom(ctx, c.req.valid('query').roomId)) }),
  )
  .get(
    '/collection',
    route(
      'Billed and collected, by project and month',
      v.object({ figures: v.array(collectionFigureSchema) }),
    ),
    query(collectionFiguresSchema),
    async (c) => c.json({ figures: await withCtx(c, (ctx) => collectionFigures(ctx, c.req.valid('query'))) }),
  )
  .post(
    '/:billId/void',
    route('Take back a bill that should not have been made', v.object({ billId: v.string() }), refusals),
    idempotent,
    params(v.object({ billId: idSchema('bill') })),
    body(v.pick(voidBillSchema, ['reason'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
      return c.json(await withCtx(c, (ctx) => voidBill(ctx, { ...input, ...c.req.valid('json') })))
    },
  )
