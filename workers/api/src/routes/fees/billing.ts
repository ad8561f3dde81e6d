import { idSchema } from '@heju/core'
import {
  arrearsList,
  billList,
  billOne,
  billOneAskedSchema,
  billOneSchema,
  billRunList,
  billRunPageSchema,
  billSchema,
  compareRun,
  discardBillRun,
  draftBillRun,
  draftBillRunSchema,
  ofRunSchema,
  onePreviewSchema,
  owedOfRoom,
  owedOfSpace,
  previewOne,
  publishBillRun,
  readRun,
  runChangesSchema,
  skipList,
  voidBillSchema,
} from '@heju/core/fees/billing'
import {
  collectionFigures,
  collectionFigureSchema,
  collectionFiguresSchema,
  exportCollection,
  exportCollectionSchema,
} from '@heju/core/fees/collection'
import { voidBill } from '@heju/core/fees/payments'
import { oneMessages, runMessages, runMessagesSchema } from '@heju/core/fees/reminders'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question, tableOf } from '../../http/command.ts'
import { withCtx } from '../../http/context.ts'
import { idempotent, params, query, route } from '../../http/describe.ts'
import type { HttpEnv } from '../../http/env.ts'
import { portsFor } from '../../http/ports.ts'

const ofRun = v.pick(ofRunSchema, ['runId'])
const runAnswer = v.object({ runId: v.string() })

/** Bills of a project for a month, made at one time: a draft first, then published. */
export const billRunRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Bill runs, the latest first', billRunList))
  .post(
    ...command(
      '/',
      'Draft the bills of a project for a month; an earlier draft is replaced',
      draftBillRun,
      draftBillRunSchema,
      runAnswer,
    ),
  )
  .get(
    ...question(
      '/:runId',
      'A run with its sums and what was skipped',
      (ctx, { runId }) => readRun(ctx, runId),
      ofRun,
      billRunPageSchema,
    ),
  )
  .get(...listOf('/:runId/skips', 'What a run did not bill, each with its reason', skipList))
  .get(
    ...question(
      '/:runId/messages',
      'What publishing a run sends: to how many, and when',
      (ctx, { runId }) => runMessages(ctx, runId),
      ofRun,
      runMessagesSchema,
    ),
  )
  .get(
    ...question(
      '/:runId/changes',
      'A run beside the month before',
      (ctx, { runId }) => compareRun(ctx, runId),
      ofRun,
      runChangesSchema,
    ),
  )
  .post(
    '/:runId/publish',
    route('Publish a draft: owners see and owe it', runAnswer, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofRun),
    // Not a body: whoever publishes without saying anything publishes with reminders, as ever.
    query(v.object({ remind: v.optional(v.picklist(['yes', 'no']), 'yes') })),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const remind = c.req.valid('query').remind === 'yes'
      const input = { requestId, ...c.req.valid('param'), remind }
      return c.json(await withCtx(c, (ctx) => publishBillRun(ctx, input)))
    },
  )
  .post(...command('/:runId/discard', 'Drop a draft', discardBillRun, ofRunSchema, runAnswer))

const owedAnswer = v.object({ bills: v.array(billSchema) })
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
  .get(...listOf('/', 'Bills, the latest month first', billList))
  .get(
    ...question(
      '/owed',
      'What a household owes, its parking included, the oldest first',
      async (ctx, { roomId }) => ({ bills: await owedOfRoom(ctx, roomId) }),
      v.object({ roomId: idSchema('room') }),
      owedAnswer,
    ),
  )
  .get(
    ...question(
      '/owed/parking-spaces/:parkingSpaceId',
      'What is owed for a parking space, the oldest first',
      async (ctx, { parkingSpaceId }) => ({ bills: await owedOfSpace(ctx, parkingSpaceId) }),
      v.object({ parkingSpaceId: idSchema('park') }),
      owedAnswer,
    ),
  )
  .get(
    ...listOf(
      '/arrears',
      'Who should have paid by now, by place and payer, with the totals of all',
      arrearsList,
    ),
  )
  .get(...fileOf('/arrears/file', 'The same as a workbook or CSV file', arrearsList))
  .get(...fileOf('/file', 'The bills that a filter finds, as a workbook or CSV file', billList))
  .get(
    ...question(
      '/one/preview',
      'What billing one room or space would make, to the fen',
      previewOne,
      billOneAskedSchema,
      onePreviewSchema,
      [404, 409],
    ),
  )
  .get(
    ...question(
      '/one/messages',
      'What billing one room or space sends: to whom, and when',
      oneMessages,
      billOneAskedSchema,
      runMessagesSchema,
      [404, 409],
    ),
  )
  .post(
    ...command(
      '/one',
      'Bill one room or space for a month and publish that at once',
      billOne,
      billOneSchema,
      billedAnswer,
    ),
  )
  .get(
    ...tableOf(
      '/collection/file',
      'What was billed and collected, as a workbook or CSV file',
      exportCollection,
      exportCollectionSchema,
    ),
  )
  .get(
    ...question(
      '/collection',
      'Billed and collected, by project and month',
      async (ctx, input) => ({ figures: await collectionFigures(ctx, input) }),
      collectionFiguresSchema,
      v.object({ figures: v.array(collectionFigureSchema) }),
    ),
  )
  .post(
    ...command(
      '/:billId/void',
      'Take back a bill that should not have been made',
      (ctx, input, c) => voidBill(ctx, input, portsFor(c)),
      voidBillSchema,
      v.object({ billId: v.string() }),
      [502],
    ),
  )
