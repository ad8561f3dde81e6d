import { auditLog } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { staff } from '../../people/identity/index.ts'
import type { Ctx } from '../../context.ts'

/** As many as one looks through. */
const most = 50

/**
 * Who did what to some things and named one place in doing so, the latest first: a query, to go with others in one round
 * trip. Who may see the place may know who changed it; the log as a whole takes `audit.read`.
 * @param subjects the things, a subquery of ids
 */
export function entriesNaming(
  ctx: Ctx,
  { placeId, subjects, actions }: { placeId: string; subjects: SQL; actions: readonly string[] },
) {
  return ctx.db.orm
    .select({
      at: auditLog.at,
      action: auditLog.action,
      subjectId: auditLog.subjectId,
      by: sql<string | null>`(SELECT name FROM ${staff} WHERE id = audit_log.actor_id)`,
      fromOn: sql<string | null>`audit_log.detail_json ->> 'fromOn'`,
      toOn: sql<string | null>`audit_log.detail_json ->> 'toOn'`,
    })
    .from(auditLog)
    .where(
      sql`audit_log.subject_id IN (${subjects}) AND audit_log.action IN (SELECT value FROM json_each(${JSON.stringify(actions)}))
        AND EXISTS (SELECT 1 FROM json_each(audit_log.detail_json, '$.targetIds') AS j WHERE j.value = ${placeId})`,
    )
    .orderBy(sql`audit_log.at DESC, audit_log.seq DESC`)
    .limit(most)
}
