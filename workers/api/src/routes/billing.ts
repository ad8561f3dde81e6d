import { idSchema, pageSchema } from '@heju/core'
import {
  arrearsSchema,
  arrearsTotalSchema,
  billOne,
  billOneAskedSchema,
  billOneSchema,
  billRunPageSchema,
  billRunSchema,
  billSchema,
  collectionFigures,
  collectionFigureSchema,
  collectionFiguresSchema,
  compareRun,
  discardBillRun,
  draftBillRun,
  draftBillRunSchema,
  exportArrears,
  exportArrearsSchema,
  exportBills,
  exportBillsSchema,
  listArrears,
  listArrearsSchema,
  listBills,
  listBillsSchema,
  listRuns,
  listRunsSchema,
  listSkips,
  listSkipsSchema,
  onePreviewSchema,
  owedOfRoom,
  owedOfSpace,
  previewOne,
  publishBillRun,
  readRun,
  runChangesSchema,
  skipSchema,
  voidBillSchema,
} from '@heju/core/billing'
import { voidBill } from '@heju/core/payments'
import { oneMessages, runMessages, runMessagesSchema } from '@heju/core/reminders'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, params, query, route } from '../http/describe.ts'
import { tableDownload } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'
import { portsFor } from '../http/ports.ts'

const refusals = [401, 403, 404, 409, 422] as const
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
  .get(
    '/:runId/messages',
    route('What publishing a run sends: to how many, and when', runMessagesSchema, [401, 403, 404]),
    ofRun,
    async (c) => c.json(await withCtx(c, (ctx) => runMessages(ctx, c.req.valid('param').runId))),
  )
  .get(
    '/:runId/changes',
    route('A run beside the month before', runChangesSchema, [401, 403, 404]),
    ofRun,
    async (c) => c.json(await withCtx(c, (ctx) => compareRun(ctx, c.req.valid('param').runId))),
  )
  .post(
    '/:runId/publish',
    route('Publish a draft: owners see and owe it', runAnswer, refusals),
    idempotent,
    ofRun,
    // Not a body: whoever publishes without saying anything publishes with reminders, as ever.
    query(v.object({ remind: v.optional(v.picklist(['yes', 'no']), 'yes') })),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const remind = c.req.valid('query').remind === 'yes'
      const input = { requestId, ...c.req.valid('param'), remind }
      return c.json(await withCtx(c, (ctx) => publishBillRun(ctx, input)))
    },
  )
  .post('/:runId/discard', route('Drop a draft', runAnswer, refusals), idempotent, ofRun, async (c) => {
    const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('param') }
    return c.json(await withCtx(c, (ctx) => discardBillRun(ctx, input)))
  })

const owedAnswer = v.object({ bills: v.array(billSchema) })
const arrearsAnswer = v.object({ ...pageSchema(arrearsSchema).entries, total: arrearsTotalSchema })
const billedAnswer = v.object({
  billIds: v.array(v.string()),
  /** What was not billed with it, and why; `days` is null for all days of the tariff in the month. */
  skips: v.array(
    v.object({
      tariffId: v.nullable(v.string()),
      reason: v.string(),
      days: v.nullable(v.number()),
      /** For `billed_otherwise` the tariff by which these days are billed. */
      billedBy: v.nullable(v.object({ id: v.string(), name: v.string() })),
    }),
  ),
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
    route('What a household owes, its parking included, the oldest first', owedAnswer),
    query(v.object({ roomId: idSchema('room') })),
    async (c) => c.json({ bills: await withCtx(c, (ctx) => owedOfRoom(ctx, c.req.valid('query').roomId)) }),
  )
  .get(
    '/owed/parking-spaces/:parkingSpaceId',
    route('What is owed for a parking space, the oldest first', owedAnswer, [401, 403]),
    params(v.object({ parkingSpaceId: idSchema('park') })),
    async (c) => {
      const { parkingSpaceId } = c.req.valid('param')
      return c.json({ bills: await withCtx(c, (ctx) => owedOfSpace(ctx, parkingSpaceId)) })
    },
  )
  .get(
    '/arrears',
    route('Who should have paid by now, by place and payer, with the totals of all', arrearsAnswer),
    query(listArrearsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listArrears(ctx, c.req.valid('query')))),
  )
  .get(
    '/arrears/file',
    route('The same as a workbook or CSV file', anySpreadsheet, [401, 403, 413, 422]),
    query(v.omit(exportArrearsSchema, ['requestId'])),
    async (c) => {
      const { requestId, locale } = c.var
      const input = { ...c.req.valid('query'), requestId }
      return tableDownload(await withCtx(c, (ctx) => exportArrears(ctx, input, locale)))
    },
  )
  .get(
    '/file',
    route('The bills that a filter finds, as a workbook or CSV file', anySpreadsheet, [401, 403, 413, 422]),
    query(v.omit(exportBillsSchema, ['requestId'])),
    async (c) => {
      const { requestId, locale } = c.var
      const input = { ...c.req.valid('query'), requestId }
      return tableDownload(await withCtx(c, (ctx) => exportBills(ctx, input, locale)))
    },
  )
  .get(
    '/one/preview',
    route('What billing one room or space would make, to the fen', onePreviewSchema, refusals),
    query(billOneAskedSchema),
    async (c) => c.json(await withCtx(c, (ctx) => previewOne(ctx, c.req.valid('query')))),
  )
  .get(
    '/one/messages',
    route('What billing one room or space sends: to whom, and when', runMessagesSchema, refusals),
    query(billOneAskedSchema),
    async (c) => c.json(await withCtx(c, (ctx) => oneMessages(ctx, c.req.valid('query')))),
  )
  .post(
    '/one',
    route('Bill one room or space for a month and publish that at once', billedAnswer, refusals),
    idempotent,
    body(v.omit(billOneSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => billOne(ctx, { requestId, ...c.req.valid('json') })))
    },
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
      return c.json(
        await withCtx(c, (ctx) => voidBill(ctx, { ...input, ...c.req.valid('json') }, portsFor(c))),
      )
    },
  )
