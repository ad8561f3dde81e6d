import { isTimeOfDay, type TimeOfDay } from '@heju/kernel'
import * as v from 'valibot'
import { givenRevisionSchema, idSchema, instantSchema, requestIdSchema } from '../../input.ts'
import { dropReasons, evidenceKinds, recordedKinds, reminderStates, stages } from './rules.ts'

const timeSchema = v.pipe(
  v.string(),
  v.check(isTimeOfDay, 'field.time_of_day'),
  v.transform((text) => text as TimeOfDay),
)
const dayAfter = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(180)))

export const policySchema = v.object({
  enabled: v.boolean(),
  fromTime: timeSchema,
  toTime: timeSchema,
  /** Days from the due day; a stage that is left out is not sent. */
  days: v.object({
    before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-15), v.maxValue(-1))),
    first: dayAfter,
    second: dayAfter,
    third: dayAfter,
  }),
  note: v.pipe(v.string(), v.trim(), v.maxLength(60)),
})

/** As it is shown to whoever changes it. */
export const shownPolicySchema = v.object({ ...policySchema.entries, revision: v.number() })
export const changePolicySchema = v.object({
  requestId: requestIdSchema,
  revision: givenRevisionSchema,
  ...policySchema.entries,
})
export type ChangePolicy = v.InferInput<typeof changePolicySchema>

/** A report of the SMS provider, what staff wrote down of a call, a visit or a letter, or that the portal showed the bills. */
const evidenceSchema = v.object({
  kind: v.picklist(['sms', ...recordedKinds]),
  /** Of a message: how far it came. */
  state: v.nullable(v.picklist(['accepted', 'delivered', 'failed'])),
  /** The provider's number and code, or the words of staff. */
  note: v.string(),
  /** Epoch ms. */
  at: v.number(),
})

export const reminderSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  personId: v.string(),
  personName: v.string(),
  rooms: v.string(),
  stage: v.picklist(stages),
  onDay: v.string(),
  state: v.picklist(reminderStates),
  dropReason: v.nullable(v.picklist(dropReasons)),
  messageId: v.nullable(v.string()),
  amountFen: v.nullable(v.number()),
  bills: v.nullable(v.number()),
  createdAt: v.number(),
  /** What proves that it reached the payer, the latest last. */
  evidence: v.array(evidenceSchema),
})
export type ReminderRow = v.InferOutput<typeof reminderSchema>

/** Made by the planning job of its payer and day. */
const reminderIdSchema = v.pipe(
  v.string(),
  v.regex(/^rem_[\w-]{1,80}$/, 'field.id'),
  v.examples(['rem_01kaqf3m7s8x2w9v4t6r0pjhzd_20261127']),
)

export const recordEvidenceSchema = v.object({
  requestId: requestIdSchema,
  evidenceId: idSchema('evid'),
  reminderId: reminderIdSchema,
  kind: v.picklist(evidenceKinds),
  note: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  /** Epoch ms at which it reached the payer; now, unless said otherwise. */
  at: v.optional(instantSchema),
})
export type RecordEvidence = v.InferInput<typeof recordEvidenceSchema>
