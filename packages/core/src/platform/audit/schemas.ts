import * as v from 'valibot'
import { daySchema } from '../calendar/index.ts'
import { fileEntries } from '../exports/index.ts'
import { pageEntries } from '../../paging.ts'

const id = v.pipe(v.string(), v.maxLength(80))
const filterEntries = {
  /** What it was done to. */
  subjectId: v.optional(id),
  /** Who did it. */
  actorId: v.optional(id),
  /** What was done, by its code: `payments.recorded`. */
  action: v.optional(v.pipe(v.string(), v.regex(/^[a-z_]+\.[a-z_]+$/))),
  /** First and last day, in the company's zone. */
  from: v.optional(daySchema),
  to: v.optional(daySchema),
}
export const auditFilterSchema = v.object({ ...filterEntries, ...pageEntries })
export type AuditFilter = v.InferInput<typeof auditFilterSchema>

export const exportAuditSchema = v.object({ ...fileEntries, ...filterEntries })

export const auditEntrySchema = v.object({
  id: v.string(),
  at: v.number(),
  actorKind: v.string(),
  actorId: v.string(),
  /**
   * Of a colleague, or who has an owner's phone by now; null for what the system does. The log itself holds ids: names are
   * looked up when it is read, so that one that is taken out of the registry is gone from here as well.
   */
  actorName: v.nullable(v.string()),
  action: v.string(),
  subjectId: v.string(),
  /** What people call it, as it is called now: a room, a number of a complaint; null where nothing names it. */
  subjectName: v.nullable(v.string()),
  projectId: v.nullable(v.string()),
  projectName: v.nullable(v.string()),
  detail: v.record(v.string(), v.unknown()),
})
export type AuditEntryRow = v.InferOutput<typeof auditEntrySchema>
