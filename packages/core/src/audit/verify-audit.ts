import { auditLog, auditSeals } from '@heju/db'
import { and, asc, gt, lte } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { entryDigest, sealDigest } from './entry.ts'

export const auditVerdictSchema = v.object({
  /** Entries that were compared with their seals. */
  entries: v.number(),
  seals: v.number(),
  /** The last entry before which all is as it was written; null when nothing was altered. */
  brokenAfter: v.nullable(v.number()),
})
export type AuditVerdict = v.InferOutput<typeof auditVerdictSchema>

/** Compares the whole audit log with its chain: an entry altered, taken out or put in later breaks it. */
export async function verifyAudit(ctx: Ctx): Promise<AuditVerdict> {
  ctx.require('audit.read')
  const seals = await ctx.db.orm.select().from(auditSeals).orderBy(asc(auditSeals.lastSeq))
  let [from, before, entries] = [0, '', 0]
  for (const seal of seals) {
    const rows = await ctx.db.orm
      .select()
      .from(auditLog)
      .where(and(gt(auditLog.seq, from), lte(auditLog.seq, seal.lastSeq)))
      .orderBy(asc(auditLog.seq))
    const digests = await Promise.all(
      rows.map(async (row) => ({ seq: row.seq, sha256: await entryDigest(row) })),
    )
    const whole = rows.length === seal.entries && (await sealDigest(before, digests)) === seal.sha256
    if (!whole) return { entries, seals: seals.length, brokenAfter: from }
    ;[from, before, entries] = [seal.lastSeq, seal.sha256, entries + rows.length]
  }
  return { entries, seals: seals.length, brokenAfter: null }
}
