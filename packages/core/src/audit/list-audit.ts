import { auditLog } from '@heju/db'
import { and, desc, eq, lt } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { decodeCursor, pageEntries, pageOf, type Page } from '../paging.ts'

export const auditFilterSchema = v.object({
  ...pageEntries,
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(80))),
  actorId: v.optional(v.pipe(v.string(), v.maxLength(80))),
})
export type AuditFilter = v.InferInput<typeof auditFilterSchema>

export const auditEntrySchema = v.object({
  id: v.string(),
  at: v.number(),
  actorKind: v.string(),
  actorId: v.string(),
  action: v.string(),
  subjectId: v.string(),
  projectId: v.nullable(v.string()),
  detail: v.record(v.string(), v.unknown()),
})
export type AuditEntryRow = v.InferOutput<typeof auditEntrySchema>

/** Who did what, newest first; of one thing or one actor where asked. One round trip. */
export async function listAudit(ctx: Ctx, raw: AuditFilter): Promise<Page<AuditEntryRow>> {
  ctx.require('audit.read')
  const { subjectId, actorId, after, limit } = parse(auditFilterSchema, raw)
  const key = decodeCursor<[number]>(after, ['number'])
  const rows = await ctx.db.orm
    .select()
    .from(auditLog)
    .where(
      and(
        subjectId === undefined ? undefined : eq(auditLog.subjectId, subjectId),
        actorId === undefined ? undefined : eq(auditLog.actorId, actorId),
        key === undefined ? undefined : lt(auditLog.seq, key[0]),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(limit + 1)
  const page = pageOf(rows, limit, (row) => [row.seq])
  return {
    next: page.next,
    items: page.items.map(
      ({ seq, at, actorKind, actorId: by, action, subjectId: subject, projectId, detailJson }) => ({
        id: String(seq),
        at,
        actorKind,
        actorId: by,
        action,
        subjectId: subject,
        projectId,
        detail: JSON.parse(detailJson) as Record<string, unknown>,
      }),
    ),
  }
}
