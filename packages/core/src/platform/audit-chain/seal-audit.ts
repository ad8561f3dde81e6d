import { auditLog, auditSeals } from '@heju/db'
import { asc, desc, gt, sql } from 'drizzle-orm'
import type { ScheduledJob } from '../outbox/index.ts'
import type { Audited } from './audited.ts'
import { entryDigest, sealDigest } from './entry.ts'
import { healForks, overtakenSeals } from './heal-forks.ts'

/** A block holds at most so many entries; more make more blocks. */
const entriesOfBlock = 1_000

/**
 * Seals what could not be sealed when it was entered: sealing goes along with the outbox of a company, and what keeps it
 * from being done must not keep events waiting.
 */
export const sealJob: ScheduledJob = {
  name: 'audit_seal',
  async run(ctx) {
    await sealAudit(ctx)
    return null
  },
}

/**
 * Chains what was entered in an audit log, a company's or the platform's, since the last seal. Of several at once one
 * adds its seal; the others find
 * that the seal which they follow has a successor, and leave it at that.
 * @returns how many entries were sealed by this call
 */
export async function sealAudit(ctx: Audited): Promise<number> {
  ctx.requireJob()
  const { orm } = ctx.db
  const since = sql`coalesce((SELECT max(last_seq) FROM ${auditSeals}), 0)`
  const [[seal], entries, overtaken] = await orm.batch([
    orm.select().from(auditSeals).orderBy(desc(auditSeals.lastSeq)).limit(1),
    orm
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, since))
      .orderBy(asc(auditLog.seq))
      .limit(entriesOfBlock),
    overtakenSeals(ctx),
  ])
  // What is healed is entered in the log, and so belongs to what is sealed now.
  if (overtaken.length > 0 && (await healForks(ctx, overtaken)) > 0) return sealAudit(ctx)
  const last = entries.at(-1)
  if (last === undefined) return 0
  const digests = await Promise.all(
    entries.map(async (row) => ({ seq: row.seq, sha256: await entryDigest(row) })),
  )
  const sha256 = await sealDigest(seal?.sha256 ?? '', digests)
  const afterSeq = seal?.lastSeq ?? 0
  const { rowsAffected } = await ctx.db.orm
    .run(sql`INSERT INTO ${auditSeals} (last_seq, entries, sha256, at, after_seq)
    SELECT ${last.seq}, ${entries.length}, ${sha256}, ${ctx.now}, ${afterSeq}
    WHERE ${since} = ${afterSeq} ON CONFLICT DO NOTHING`)
  if (rowsAffected === 0) return 0
  return entries.length + (entries.length === entriesOfBlock ? await sealAudit(ctx) : 0)
}
