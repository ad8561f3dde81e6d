import * as v from 'valibot'
import { nameSchema, requestIdSchema } from '../../input.ts'

/** Ours, or made of the id of what it is about where many events are written by one statement. */
const eventIdSchema = v.pipe(
  v.string(),
  v.regex(/^evt_[\w-]{1,100}$/, 'field.id'),
  v.examples(['evt_01kaqf3m7s8x2w9v4t6r0pjhzd']),
)

const stoppedStates = ['retrying', 'stopped', 'set_aside'] as const

export const stoppedSchema = v.object({
  id: v.string(),
  /** Names its texts: `billing.run_requested`, `job.reminders`. */
  kind: v.string(),
  subjectId: v.nullable(v.string()),
  projectId: v.nullable(v.string()),
  /** Values of the subject's text. */
  facts: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  /** `retrying`: tried several times in vain, and again by itself. */
  state: v.picklist(stoppedStates),
  /** Code of what went wrong the last time. */
  failure: v.string(),
  attempts: v.number(),
  /** Epoch ms since when it does not work. */
  since: v.number(),
  /** Epoch ms of the next try by itself; null when there is none. */
  nextAt: v.nullable(v.number()),
  /** Whether the one who asks may try it again or set it aside. */
  mayAct: v.boolean(),
})
export type Stopped = v.InferOutput<typeof stoppedSchema>

export const retryStoppedSchema = v.object({ requestId: requestIdSchema, eventId: eventIdSchema })
export type RetryStopped = v.InferInput<typeof retryStoppedSchema>

export const setAsideSchema = v.object({ ...retryStoppedSchema.entries, reason: nameSchema(200) })
export type SetAside = v.InferInput<typeof setAsideSchema>
