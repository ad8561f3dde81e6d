import { isPeriod, type Period } from '@heju/kernel'
import * as v from 'valibot'
import { idSchema, requestIdSchema, seenWords } from '../../input.ts'
import { dateSchema, placeSchema } from '../../estate/registry/shape.ts'
import { runStates, skipReasons } from './rules.ts'

export const periodSchema = v.pipe(
  v.string(),
  v.check(isPeriod, 'field.period'),
  v.transform((text) => text as Period),
)
const reasonSchema = v.pipe(v.string(), seenWords, v.minLength(2), v.maxLength(200))

export const draftBillRunSchema = v.object({
  requestId: requestIdSchema,
  runId: idSchema('brun'),
  projectId: idSchema('proj'),
  period: periodSchema,
  /** Left out: the last day of the month, or fifteen days from now when that is over. */
  dueOn: v.optional(dateSchema),
})
export type DraftBillRun = v.InferInput<typeof draftBillRunSchema>

export const ofRunSchema = v.object({ requestId: requestIdSchema, runId: idSchema('brun') })
export type OfRun = v.InferInput<typeof ofRunSchema>

export const publishBillRunSchema = v.object({
  ...ofRunSchema.entries,
  /** `false`: nobody is reminded of these bills before they are due. Who is overdue is reminded all the same. */
  remind: v.optional(v.boolean(), true),
})
export type PublishBillRun = v.InferInput<typeof publishBillRunSchema>

export const billOneSchema = v.object({
  requestId: requestIdSchema,
  place: placeSchema,
  period: periodSchema,
  /** Left out: all tariffs of the place. */
  tariffId: v.optional(idSchema('tariff')),
  dueOn: v.optional(dateSchema),
  /** Whether the payer is reminded before the due day, where the policy says so. */
  remind: v.optional(v.boolean(), true),
})
/** The same as it is asked what it would send. */
export const billOneAskedSchema = v.object({
  placeId: v.union([idSchema('room'), idSchema('park')]),
  period: periodSchema,
  dueOn: v.optional(dateSchema),
})
export type BillOneAsked = v.InferInput<typeof billOneAskedSchema>
export type BillOne = v.InferInput<typeof billOneSchema>

export const voidBillSchema = v.object({
  requestId: requestIdSchema,
  billId: idSchema('bill'),
  reason: reasonSchema,
})
export type VoidBill = v.InferInput<typeof voidBillSchema>

export const billRunSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  projectName: v.string(),
  period: v.string(),
  dueOn: v.string(),
  state: v.picklist(runStates),
  targets: v.number(),
  /** Steps done and steps in all, while it computes. */
  stepsDone: v.number(),
  steps: v.number(),
  bills: v.number(),
  totalFen: v.number(),
  skips: v.number(),
  createdAt: v.number(),
  readyAt: v.nullable(v.number()),
  publishedAt: v.nullable(v.number()),
  discardedAt: v.nullable(v.number()),
})

export const billRunPageSchema = v.object({
  ...billRunSchema.entries,
  /** What each tariff comes to. */
  tariffs: v.array(
    v.object({
      tariffId: v.string(),
      name: v.string(),
      feeItem: v.string(),
      bills: v.number(),
      totalFen: v.number(),
    }),
  ),
  skipped: v.array(v.object({ reason: v.picklist(skipReasons), count: v.number() })),
})
export type BillRunPage = v.InferOutput<typeof billRunPageSchema>

export const skipSchema = v.object({
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  /** What is not billed; of `not_yet` what begins on that day, of `ended` what ended. Null where nothing is assigned. */
  tariff: v.nullable(v.object({ id: v.string(), name: v.string() })),
  reason: v.picklist(skipReasons),
  /** How many days it is about; null for all days of the tariff in the month. */
  days: v.nullable(v.number()),
  /** For `not_yet` the first day, for `ended` the last. */
  onDay: v.nullable(v.string()),
  /** For `billed_otherwise` the tariff by which these days are billed. */
  billedBy: v.nullable(v.object({ id: v.string(), name: v.string() })),
})
export type Skip = v.InferOutput<typeof skipSchema>

const changeSchema = v.object({
  id: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  feeItem: v.string(),
  /** The names of the tariffs by which it was billed the month before, and is in this one; none where there is no bill. */
  tariffsBefore: v.array(v.string()),
  tariffsAfter: v.array(v.string()),
  beforeFen: v.number(),
  afterFen: v.number(),
})
export const runChangesSchema = v.object({
  /** The month compared with. */
  previous: v.string(),
  previousFen: v.number(),
  totalFen: v.number(),
  counts: v.object({ same: v.number(), changed: v.number(), added: v.number(), gone: v.number() }),
  /** The largest differences first, of each sort at most a hundred. */
  changed: v.array(changeSchema),
  added: v.array(changeSchema),
  gone: v.array(changeSchema),
})
export type RunChanges = v.InferOutput<typeof runChangesSchema>
