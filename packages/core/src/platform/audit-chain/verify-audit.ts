import { auditLog, auditSeals } from '@heju/db'
import { asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import type { Audited } from './audited.ts'
import { sealDigest } from './entry.ts'
import { forkSubject } from './heal-forks.ts'
import { LogReader } from './log-reader.ts'
import { joined, without, type Span } from './spans.ts'

const seq = v.number()
export const auditVerdictSchema = v.object({
  /** Entries that were compared with their seals. */
  entries: v.number(),
  seals: v.number(),
  /** Entries since the last seal: compared with their own digest only. */
  unsealed: v.number(),
  /** Where something was altered, taken out or put in. Everything outside of these is as it was written. */
  breaks: v.array(
    v.object({
      firstSeq: seq,
      lastSeq: seq,
      /** Entries that do not say any more what they said when they were written, as far as they can be told. */
      altered: v.array(seq),
      /** Numbers of entries that are not there. */
      missing: v.array(seq),
    }),
  ),
  /**
   * Seals that another sealer overtook, in the time when two could follow one. Both are right over the same entries:
   * nothing was altered.
   */
  forks: v.array(
    v.object({
      firstSeq: seq,
      lastSeq: seq,
      sealedAt: v.number(),
      /** The log tells of it, in an entry that is sealed like any other. */
      healed: v.boolean(),
    }),
  ),
})
export type AuditVerdict = v.InferOutput<typeof auditVerdictSchema>

/** Of a break, so many entries are named; who looks for more looks into a backup. */
const mostNamed = 50

/**
 * Compares the whole audit log with its chain. It goes on after a break, since each seal stands on the hash of the one
 * before and not on its entries: all breaks are found, each as narrow as seals tell. One round trip, and one for every
 * 5,000 entries.
 */
export async function verifyAudit(ctx: Ctx): Promise<AuditVerdict> {
  ctx.require('audit.read')
  return verifyLog(ctx.db)
}

/** The same of the platform's own log: what operators did, and who signed up. */
export async function verifyPlatformAudit(ctx: PlatformCtx): Promise<AuditVerdict> {
  ctx.requireOperator()
  return verifyLog(ctx.db)
}

async function verifyLog(db: Audited['db']): Promise<AuditVerdict> {
  const { orm } = db
  const [seals, told] = await orm.batch([
    orm.select().from(auditSeals).orderBy(asc(auditSeals.lastSeq)),
    orm.select({ id: auditLog.subjectId }).from(auditLog).where(eq(auditLog.action, 'audit.fork_healed')),
  ])
  const healed = new Set(told.map(({ id }) => id))
  const log = new LogReader(db)
  const hashes = new Map([[0, '']])
  const [right, wrong, forks]: [Span[], Span[], AuditVerdict['forks']] = [[], [], []]
  let chainEnd = 0
  for (const [i, seal] of seals.entries()) {
    const { afterSeq, lastSeq, sha256, overtaken } = seal
    const entries = await log.between(afterSeq, lastSeq)
    const before = hashes.get(afterSeq)
    const fits =
      before !== undefined &&
      entries.length === seal.entries &&
      (await sealDigest(before, entries)) === sha256
    const follows = overtaken === 1 || afterSeq === chainEnd
    const span = { after: Math.min(afterSeq, chainEnd), upTo: lastSeq }
    if (fits && follows) right.push({ after: afterSeq, upTo: lastSeq })
    else wrong.push(span)
    if (fits && overtaken === 1) {
      forks.push({
        firstSeq: afterSeq + 1,
        lastSeq,
        sealedAt: seal.at,
        healed: healed.has(forkSubject(lastSeq)),
      })
    }
    hashes.set(lastSeq, sha256)
    if (overtaken === 0) chainEnd = lastSeq
    // What no later seal covers need not be kept in memory.
    log.forget(Math.min(...seals.slice(i + 1, i + 20).map((next) => next.afterSeq), lastSeq))
  }
  const unsealed = await log.rest(chainEnd)
  wrong.push(...log.altered.filter((one) => one > chainEnd).map((one) => ({ after: one - 1, upTo: one })))
  const broken = without(joined(wrong), joined(right))
  // Entries that another seal vouches for are as they were: then it is the seal itself that was altered.
  const onlySeals = wrong.filter(
    (one) => !broken.some((span) => span.after < one.upTo && one.after < span.upTo),
  )
  const breaks = joined([...broken, ...onlySeals]).map((span) => breakOf(span, log))
  return { entries: log.read - unsealed, seals: seals.length, unsealed, breaks, forks }
}

function breakOf({ after, upTo }: Span, log: LogReader): AuditVerdict['breaks'][number] {
  const within = (one: number) => one > after && one <= upTo
  return {
    firstSeq: after + 1,
    lastSeq: upTo,
    altered: log.altered.filter(within).slice(0, mostNamed),
    missing: log.missing.filter(within).slice(0, mostNamed),
  }
}
