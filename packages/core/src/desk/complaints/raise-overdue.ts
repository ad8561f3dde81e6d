import type { Write } from '@heju/db'
import { isWithinDaytime, newId, nextDaytime } from '@heju/kernel'
import { and, asc, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { ScheduledJob } from '../../platform/outbox/index.ts'
import { addTasks } from '../../platform/tasks/index.ts'
import { complaintMoved } from './errors.ts'
import { clocksJob } from './registration.ts'
import { policy, type RaiseReason } from './rules.ts'
import { complaintRaises, complaints, complaintSteps } from './tables.ts'

/** As many of each clock as one message raises. */
const mostAtOnce = 100

/** The two clocks of D98: which column says when it ends, which that it was raised, and where it still runs. */
const clocks = {
  first_overdue: {
    dueAt: complaints.firstDueAt,
    raised: 'firstRaisedAt',
    running: sql`first_handled_at IS NULL AND first_raised_at IS NULL AND closed_at IS NULL`,
  },
  whole_overdue: {
    dueAt: complaints.wholeDueAt,
    raised: 'wholeRaisedAt',
    running: sql`replied_at IS NULL AND whole_raised_at IS NULL AND closed_at IS NULL`,
  },
} as const satisfies Partial<Record<RaiseReason, { dueAt: unknown; raised: string; running: SQL }>>
type Overdue = keyof typeof clocks

/**
 * Raises complaints that missed a term to the manager, once for each term: in daytime, an emergency at once. Only terms
 * that still run are looked at, by their index; a company with none is not visited again.
 */
export const raiseOverdue: ScheduledJob = {
  name: clocksJob,
  async run(ctx) {
    ctx.requireJob()
    return ctx.writeAnew('complaints.raise_overdue', async (write) => {
      const [lateFirst, lateWhole, [first], [whole]] = await ctx.db.orm.batch([
        overdue(ctx, 'first_overdue'),
        overdue(ctx, 'whole_overdue'),
        ends(ctx, 'first_overdue'),
        ends(ctx, 'whole_overdue'),
      ])
      raise(ctx, write, 'first_overdue', lateFirst)
      raise(ctx, write, 'whole_overdue', lateWhole)
      const isFull = [lateFirst, lateWhole].some((late) => late.length === mostAtOnce)
      return isFull ? ctx.now + 1 : nextVisit(ctx, [first, whole])
    })
  },
}

/** Terms that ended, and may be told of now: at night only those of emergencies. */
export function overdue(ctx: Ctx, reason: Overdue) {
  const { dueAt, running } = clocks[reason]
  const { id, number, place, projectId, round } = complaints
  return ctx.db.orm
    .select({ id, number, place, projectId, round })
    .from(complaints)
    .where(and(running, lt(dueAt, ctx.now), isDay(ctx) ? undefined : sql`emergency = 1`))
    .orderBy(asc(dueAt))
    .limit(mostAtOnce)
}

/** When the next term ends, and how many that ended wait for the morning. */
function ends(ctx: Ctx, reason: Overdue) {
  const { dueAt, running } = clocks[reason]
  return ctx.db.orm
    .select({
      next: sql<number | null>`min(CASE WHEN ${dueAt} >= ${ctx.now} THEN ${dueAt} END)`,
      waiting: sql<number>`count(CASE WHEN ${dueAt} < ${ctx.now} AND emergency = 0 THEN 1 END)`,
    })
    .from(complaints)
    .where(running)
}

type Late = Awaited<ReturnType<typeof overdue>>

function raise(ctx: Ctx, write: Write, reason: Overdue, late: Late): void {
  if (late.length === 0) return
  const { orm } = ctx.db
  const ids = late.map(({ id }) => id)
  write.change(
    orm
      .update(complaints)
      .set({ [clocks[reason].raised]: ctx.now })
      .where(and(inArray(complaints.id, ids), clocks[reason].running)),
  )
  // Another run is raising the same ones, or somebody has just answered one: looked at again, it is seen.
  write.require(sql`changes() = ${late.length}`, complaintMoved)
  write.change(
    orm
      .insert(complaintRaises)
      .values(late.map(({ id, round }) => ({ complaintId: id, round, reason, at: ctx.now })))
      .onConflictDoNothing(),
  )
  write.add(
    orm.insert(complaintSteps).values(
      late.map(({ id, round }) => ({
        id: newId('cstp', ctx.now),
        complaintId: id,
        round,
        kind: 'raised' as const,
        byKind: 'job' as const,
        byId: clocksJob,
        at: ctx.now,
        detailJson: JSON.stringify({ reason }),
      })),
    ),
  )
  addTasks(
    ctx,
    write,
    late.map(({ id, number, place, projectId }) => ({
      kind: 'complaint_overdue',
      subjectId: id,
      projectId,
      for: { role: 'project_manager' },
      dueAt: ctx.now,
      params: { number, place },
    })),
  )
}

function isDay(ctx: Ctx): boolean {
  return isWithinDaytime(ctx.now, ctx.company.zone, policy.daytime.from, policy.daytime.to)
}

/** A term is over a millisecond after its last one. */
function nextVisit(ctx: Ctx, all: readonly (Awaited<ReturnType<typeof ends>>[number] | undefined)[]) {
  const { from, to } = policy.daytime
  const visits = all.flatMap((end) => (end?.next == null ? [] : [end.next + 1]))
  if (!isDay(ctx) && all.some((end) => end !== undefined && end.waiting > 0))
    visits.push(nextDaytime(ctx.now, ctx.company.zone, from, to))
  return visits.length === 0 ? null : Math.min(...visits)
}
