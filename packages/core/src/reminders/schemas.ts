import { isTimeOfDay, type TimeOfDay } from '@heju/kernel'
import * as v from 'valibot'
import { requestIdSchema } from '../input.ts'
import { pageEntries } from '../paging.ts'
import { stages } from './rules.ts'
import { dropReasons, reminderStates } from './tables.ts'

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

export const changePolicySchema = v.object({ requestId: requestIdSchema, ...policySchema.entries })
export type ChangePolicy = v.InferInput<typeof changePolicySchema>

export const reminderFilterSchema = v.object({
  ...pageEntries,
  projectId: v.optional(v.string()),
  state: v.optional(v.picklist(reminderStates)),
})
export type ReminderFilter = v.InferInput<typeof reminderFilterSchema>

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
})
export type ReminderRow = v.InferOutput<typeof reminderSchema>
