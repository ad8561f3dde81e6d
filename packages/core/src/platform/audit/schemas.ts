import * as v from 'valibot'

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
