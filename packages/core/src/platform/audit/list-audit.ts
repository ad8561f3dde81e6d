import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { pageOf, type Page } from '../../paging.ts'
import { auditRows, entryOf, keyOf } from './queries.ts'
import { auditFilterSchema, type AuditEntryRow, type AuditFilter } from './schemas.ts'

/** Who did what, newest first; of one thing, one actor, one kind or some days where asked. One round trip. */
export async function listAudit(ctx: Ctx, raw: AuditFilter): Promise<Page<AuditEntryRow>> {
  ctx.require('audit.read')
  const { limit, ...query } = parse(auditFilterSchema, raw)
  const rows = await auditRows(ctx, query).limit(limit + 1)
  const page = pageOf(rows, limit, keyOf)
  return { next: page.next, items: page.items.map(entryOf) }
}
