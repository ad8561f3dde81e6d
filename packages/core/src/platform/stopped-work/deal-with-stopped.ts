import { outbox, type Write } from '@heju/db'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { leaseMs } from '../outbox/index.ts'
import { asideAlready, beingTried, stoppedNotFound } from './errors.ts'
import { kindOfEvent, stoppedKinds } from './kinds.ts'
import { mayAct, projectOf, subjectOf, theirs } from './queries.ts'
import { retryStoppedSchema, setAsideSchema, type RetryStopped, type SetAside } from './schemas.ts'

/**
 * Tries again what stopped, at once, with as many tries as at first; also what was set aside.
 * @throws `stopped_work.not_found` when it was done meanwhile, or is not the actor's, `stopped_work.being_tried`,
 *   `stopped_work.aside_already` when a colleague set it aside at the same time
 */
export async function retryStopped(ctx: Ctx, raw: RetryStopped): Promise<{ eventId: string }> {
  const input = parse(retryStoppedSchema, raw)
  const { eventId } = input
  theirs(ctx, 'needs')
  return ctx.write('stopped_work.retry', input, async (write) => {
    const seen = await stoppedFor(ctx, eventId)
    const { kind, projectId } = seen
    change(ctx, write, seen, {
      doneAt: null,
      setAsideAt: null,
      attempts: 0,
      notBefore: ctx.now,
      // What fails again is shown again at once: it is still the same trouble, since when it began.
      firstFailedAt: sql`coalesce(first_failed_at, done_at)`,
    })
    write.audit('outbox.retried', eventId, { projectId: projectId ?? undefined, detail: { kind } })
    write.publishedInBulk()
    return { eventId }
  })
}

/**
 * Takes what stopped off the list: it need not be done any more, for a reason that stays on record. What it held up is
 * let go where its kind says how.
 * @throws `stopped_work.not_found` when it was done meanwhile, or is not the actor's, `stopped_work.being_tried`,
 *   `stopped_work.aside_already`
 */
export async function setAsideStopped(ctx: Ctx, raw: SetAside): Promise<{ eventId: string }> {
  const input = parse(setAsideSchema, raw)
  const { eventId, reason } = input
  theirs(ctx, 'needs')
  return ctx.write('stopped_work.set_aside', input, async (write) => {
    const seen = await stoppedFor(ctx, eventId)
    const { kind, subjectId, projectId, failure } = seen
    if (seen.setAsideAt !== null) throw asideAlready()
    change(ctx, write, seen, { doneAt: sql`coalesce(done_at, ${ctx.now})`, setAsideAt: ctx.now })
    if (subjectId !== null) stoppedKinds[kind]?.whenSetAside?.(ctx, write, subjectId)
    const detail = { kind, reason, failure }
    write.audit('outbox.set_aside', eventId, { projectId: projectId ?? undefined, detail })
    return { eventId }
  })
}

/** What stopped, as it is before somebody decides about it. */
type Seen = Awaited<ReturnType<typeof stoppedFor>>

async function stoppedFor(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db.orm
    .select({
      eventId: outbox.id,
      kind: sql<string>`${kindOfEvent}`,
      subjectId: sql<string | null>`${subjectOf}`,
      projectId: sql<string | null>`${projectOf}`,
      failure: outbox.failure,
      doneAt: outbox.doneAt,
      setAsideAt: outbox.setAsideAt,
      attempts: outbox.attempts,
      notBefore: outbox.notBefore,
    })
    .from(outbox)
    .where(and(eq(outbox.id, eventId), isFailing))
  if (row === undefined || !mayAct(ctx, row.kind, row.projectId)) throw stoppedNotFound()
  if (isBeingTried(row, ctx.now)) throw beingTried()
  return row
}

const isFailing = sql`failure IS NOT NULL`

/**
 * Whether a consumer may hold it right now, or comes for it because somebody asked. Taken from under its hands, it would
 * be carried out twice, or its outcome be lost. A claim and the shortest waits between tries look the same: what comes by
 * itself within a minute is left to come.
 */
function isBeingTried(
  { doneAt, attempts, notBefore }: { doneAt: number | null; attempts: number; notBefore: number },
  now: number,
): boolean {
  return doneAt === null && notBefore <= now + leaseMs && (notBefore > now || attempts === 0)
}

/** Decides about it as it was seen: of several who decide at once the first does, and the others are told what it was. */
function change(ctx: Ctx, write: Write, seen: Seen, to: object): void {
  const { eventId, doneAt, setAsideAt, attempts, notBefore } = seen
  const now = (condition: SQL) => sql`EXISTS (SELECT 1 FROM ${outbox} WHERE id = ${eventId} AND ${condition})`
  write.require(now(isFailing), stoppedNotFound)
  write.require(now(sql`(set_aside_at IS NULL OR set_aside_at IS ${setAsideAt})`), asideAlready)
  write.changeOne(
    ctx.db.orm
      .update(outbox)
      .set(to)
      .where(
        sql`id = ${eventId} AND done_at IS ${doneAt} AND set_aside_at IS ${setAsideAt} AND attempts = ${attempts}
          AND not_before = ${notBefore}`,
      ),
    beingTried,
  )
}
