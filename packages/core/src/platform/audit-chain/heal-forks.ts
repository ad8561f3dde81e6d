import { auditLog, auditSeals } from '@heju/db'
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { productKey } from '../../product-keys.ts'
import type { Audited } from './audited.ts'
import { entryDigest, sealDigest } from './entry.ts'

type Seal = typeof auditSeals.$inferSelect

/** What the entry about a healed fork is about: the seal that was overtaken. */
export function forkSubject(lastSeq: number): string {
  return `seal_${lastSeq}`
}

/**
 * Seals of the time when two sealers could follow the same seal, which the log does not tell of yet. There are a few in
 * old databases, and none comes about any more.
 */
export function overtakenSeals(ctx: Audited) {
  const told = sql`EXISTS (SELECT 1 FROM ${auditLog} WHERE subject_id = 'seal_' || ${auditSeals.lastSeq}
    AND action IN ('audit.fork_healed', 'audit.fork_not_right'))`
  return ctx.db.orm
    .select()
    .from(auditSeals)
    .where(sql`overtaken = 1 AND NOT ${told}`)
    .limit(20)
}

/**
 * Enters in the log that a seal was overtaken, once it is seen that it is right: it covers the entries after the seal
 * that it follows, as they still stand. One that is not right is left to `verifyAudit`, which shows it as a break; that it
 * was looked at is entered too, so that it is not read again at every sealing and hides no other.
 * @returns how many were entered
 */
export async function healForks(ctx: Audited, overtaken: readonly Seal[]): Promise<number> {
  for (const seal of overtaken) {
    const found = (await isRight(ctx, seal)) ? 'fork_healed' : 'fork_not_right'
    const { lastSeq, afterSeq, entries, sha256 } = seal
    await ctx.writeOnce(productKey('audit.heal_fork', `audit-fork-${lastSeq}`), (write) => {
      write.audit(`audit.${found}`, forkSubject(lastSeq), {
        detail: { afterSeq, lastSeq, entries, sha256 },
      })
    })
  }
  return overtaken.length
}

async function isRight(ctx: Audited, { lastSeq, afterSeq, entries, sha256 }: Seal): Promise<boolean> {
  const { orm } = ctx.db
  const [[before], rows] = await orm.batch([
    orm.select({ sha256: auditSeals.sha256 }).from(auditSeals).where(eq(auditSeals.lastSeq, afterSeq)),
    orm
      .select()
      .from(auditLog)
      .where(and(gt(auditLog.seq, afterSeq), lte(auditLog.seq, lastSeq)))
      .orderBy(asc(auditLog.seq)),
  ])
  if (rows.length !== entries || (before === undefined && afterSeq !== 0)) return false
  const digests = await Promise.all(
    rows.map(async (row) => ({ seq: row.seq, sha256: await entryDigest(row) })),
  )
  return (await sealDigest(before?.sha256 ?? '', digests)) === sha256
}
