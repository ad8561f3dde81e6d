import { outbox, type Write } from '@heju/db'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { stoppedNotFound } from './errors.ts'
import { kindOfEvent, stoppedKinds } from './kinds.ts'
import { mayAct, projectOf, subjectOf, theirs } from './queries.ts'
import { retryStoppedSchema, setAsideSchema, type RetryStopped, type SetAside } from './schemas.ts'

/**
 * Tries again what stopped, at once, with as many tries as at first; also what was set aside.
 * @throws `stopped_work.not_found` when it was done meanwhile, or is not the actor's
 */
export async function retryStopped(ctx: Ctx, raw: RetryStopped): Promise<{ eventId: string }> {
  const input = parse(retryStoppedSchema, raw)
  const { eventId } = input
  theirs(ctx, 'needs')
  return ctx.write('stopped_work.retry', input, async (write) => {
    const { kind, projectId } = await stoppedFor(ctx, eventId)
    change(ctx, write, eventId, {
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
 * @throws `stopped_work.not_found` when it was done meanwhile, or is not the actor's
 */
export async function setAsideStopped(ctx: Ctx, raw: SetAside): Promise<{ eventId: string }> {
  const input = parse(setAsideSchema, raw)
  const { eventId, reason } = input
  theirs(ctx, 'needs')
  return ctx.write('stopped_work.set_aside', input, async (write) => {
    const { kind, subjectId, projectId, failure } = await stoppedFor(ctx, eventId)
    change(ctx, write, eventId, { doneAt: sql`coalesce(done_at, ${ctx.now})`, setAsideAt: ctx.now })
    if (subjectId !== null) stoppedKinds[kind]?.whenSetAside?.(ctx, write, subjectId)
    const detail = { kind, reason, failure }
    write.audit('outbox.set_aside', eventId, { projectId: projectId ?? undefined, detail })
    return { eventId }
  })
}

async function stoppedFor(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db.orm
    .select({
      kind: sql<string>`${kindOfEvent}`,
      subjectId: sql<string | null>`${subjectOf}`,
      projectId: sql<string | null>`${projectOf}`,
      failure: outbox.failure,
    })
    .from(outbox)
    .where(and(eq(outbox.id, eventId), sql`failure IS NOT NULL`))
  if (row === undefined || !mayAct(ctx, row.kind, row.projectId)) throw stoppedNotFound()
  return row
}

function change(ctx: Ctx, write: Write, eventId: string, to: object): void {
  write.changeOne(
    ctx.db.orm
      .update(outbox)
      .set(to)
      .where(and(eq(outbox.id, eventId), sql`failure IS NOT NULL`)),
    stoppedNotFound,
  )
}
