import { auditLog, auditSeals } from '@heju/db'
import { asc, desc, gt, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { entryDigest, sealDigest } from './entry.ts'

/** A block holds at most so many entries; more make more blocks. */
const entriesOfBlock = 1_000

/**
 * Chains what was entered in the audit log since the last seal. Two at once make the same seal, which is kept once.
 * @returns how many entries were sealed
 */
export async function sealAudit(ctx: Ctx): Promise<number> {
  ctx.requireJob()
  const lastSeal = ctx.db.orm.select().from(auditSeals).orderBy(desc(auditSeals.lastSeq)).limit(1)
  const since = sql`coalesce((SELECT max(last_seq) FROM audit_seals), 0)`
  const [[seal], entries] = await ctx.db.orm.batch([
    lastSeal,
    ctx.db.orm
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, since))
      .orderBy(asc(auditLog.seq))
      .limit(entriesOfBlock),
  ])
  const last = entries.at(-1)
  if (last === undefined) return 0
  const digests = await Promise.all(
    entries.map(async (row) => ({ seq: row.seq, sha256: await entryDigest(row) })),
  )
  const sha256 = await sealDigest(seal?.sha256 ?? '', digests)
  await ctx.db.orm
    .insert(auditSeals)
    .values({ lastSeq: last.seq, entries: entries.length, sha256, at: ctx.now })
    .onConflictDoNothing()
  return entries.length + (entries.length === entriesOfBlock ? await sealAudit(ctx) : 0)
}
