import type { Write } from '@heju/db'
import { isWithinDaytime, newId, nextDaytime } from '@heju/kernel'
import { and, asc, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import type { Role } from '../../permissions/index.ts'
import type { ScheduledJob } from '../outbox/index.ts'
import { addTasks, type NewTask, type TaskKindOfOne, type TaskKindOfRole } from '../tasks/index.ts'
import type { RaiseTable } from './columns.ts'
import type { WrittenMatters } from './matters.ts'

/**
 * Who hears of a term, and when: so long after its end; before it, where negative, which is a warning and no breach. Either
 * whoever has the matter, if anybody has, or all who hold a role in its project.
 */
type Rung = { afterMs: number } & (
  | { task: TaskKindOfOne; to: 'handler' }
  | { task: TaskKindOfRole; to: { role: Role } }
)

/** A term of a matter, and who hears, one after the other, that it is not kept. */
export interface LadderedClock<Reason extends string> {
  reason: Reason
  dueAt: SQLiteColumn
  /** How many rungs have heard. Set back to 0 by what begins the term anew. */
  rung: SQLiteColumn
  /** Where the term still runs, as the index of rung and end has it. */
  running: SQL
  rungs: readonly Rung[]
}

export interface Ladder<Reason extends string> {
  job: string
  verb: string
  clocks: readonly LadderedClock<Reason>[]
  raises: RaiseTable
  /** Matters of which people are told at night as well. */
  urgent: SQL
  /** When people are told of all others. */
  daytime: { from: string; to: string }
}

/** As many of each clock as one message raises. */
const mostAtOnce = 100

/**
 * The job that raises matters whose terms end, one rung after the other, each once: in daytime, urgent ones at once. Only
 * terms that still run are looked at, by their index; a company with none is not visited again.
 */
export function ladderJob<Reason extends string>(
  matters: WrittenMatters & { procedure: { stepKinds: readonly string[] } },
  ladder: Ladder<Reason>,
): ScheduledJob {
  const { job, verb, clocks } = ladder
  if (!matters.procedure.stepKinds.includes('raised'))
    throw new Error(`${job}: no step says that it was raised`)
  for (const { reason, rungs } of clocks)
    // One task of a kind lies open for a matter: the second would be heard by nobody.
    if (new Set(rungs.map(({ task }) => task)).size < rungs.length)
      throw new Error(`${reason}: two rungs with one kind of task`)
  return {
    name: job,
    async run(ctx) {
      ctx.requireJob()
      return ctx.writeAnew(verb, async (write) => {
        const read = clocks.flatMap((clock) => [
          lateOf(ctx, matters, ladder, clock),
          endsOf(ctx, matters, ladder, clock),
        ])
        // Drizzle types a batch of a known length only.
        const found = (await ctx.db.orm.batch(read as never)) as unknown[][]
        const lates = clocks.map((_, at) => found[2 * at] as Late[])
        const ends = clocks.map((_, at) => found[2 * at + 1]![0] as Ends)
        for (const [at, clock] of clocks.entries()) raise(ctx, write, matters, ladder, clock, lates[at]!)
        const nexts = lates.flat().flatMap(({ next }) => next ?? [])
        // Of what has waited for long one rung hears a visit.
        const isMore = lates.some((late) => late.length === mostAtOnce) || nexts.some((at) => at < ctx.now)
        return isMore ? ctx.now + 1 : nextVisit(ctx, ladder, ends, nexts)
      })
    },
  }
}

interface Late {
  id: string
  number: string
  place: string
  projectId: string
  round: number
  handlerId: string | null
  rung: number
  /** When its next rung is due; null where it is at the last. */
  next: number | null
}

/** Matters of which the next rung is to hear, and may now: at night only the urgent ones. */
export function lateOf<R extends string>(
  ctx: Ctx,
  { table }: WrittenMatters,
  { urgent, daytime }: Ladder<R>,
  clock: LadderedClock<R>,
) {
  const { dueAt, rung, running, rungs } = clock
  const { id, number, place, projectId, round, handlerId } = table
  const passed = rungs.map(
    ({ afterMs }, at) => sql`(${rung} = ${sql.raw(String(at))} AND ${dueAt} < ${ctx.now - afterMs})`,
  )
  const next = sql<number | null>`${dueAt} + ${afterOf(clock, sql`${rung} + 1`)}`
  return ctx.db.orm
    .select({ id, number, place, projectId, round, handlerId, rung, next })
    .from(table)
    .where(and(running, or(...passed), isDay(ctx, daytime) ? undefined : urgent))
    .orderBy(asc(dueAt))
    .limit(mostAtOnce)
}

interface Ends {
  next: number | null
  waiting: number
}

/** When the next rung is to hear, and how many that are to hear wait for the morning. */
function endsOf<R extends string>(
  ctx: Ctx,
  { table }: WrittenMatters,
  { urgent }: Ladder<R>,
  clock: LadderedClock<R>,
) {
  const { dueAt, rung, running, rungs } = clock
  const at = sql`(${dueAt} + ${afterOf(clock, rung)})`
  return ctx.db.orm
    .select({
      next: sql<number | null>`min(CASE WHEN ${at} >= ${ctx.now} THEN ${at} END)`,
      waiting: sql<number>`count(CASE WHEN ${at} < ${ctx.now} AND NOT (${urgent}) THEN 1 END)`,
    })
    .from(table)
    .where(sql`${running} AND ${rung} < ${sql.raw(String(rungs.length))}`)
}

/** How long after its end a rung hears of a term; null behind the last. */
function afterOf<R extends string>({ rungs }: LadderedClock<R>, rung: SQL | SQLiteColumn): SQL {
  const cases = rungs.map(({ afterMs }, at) => sql.raw(`WHEN ${at} THEN ${afterMs}`))
  return sql`CASE ${rung} ${sql.join(cases, sql` `)} END`
}

function raise<R extends string>(
  ctx: Ctx,
  write: Write,
  matters: WrittenMatters,
  ladder: Ladder<R>,
  clock: LadderedClock<R>,
  late: readonly Late[],
): void {
  for (const [at, rung] of clock.rungs.entries()) {
    const those = late.filter((matter) => matter.rung === at)
    if (those.length === 0) continue
    climb(ctx, write, matters, clock, at, those)
    if (rung.afterMs >= 0) record(ctx, write, matters, ladder, clock.reason, those)
    tell(ctx, write, rung, those)
  }
}

/** They hear as they were read: still late, and in the same hands. */
function climb<R extends string>(
  ctx: Ctx,
  write: Write,
  { table, errors }: WrittenMatters,
  clock: LadderedClock<R>,
  at: number,
  late: readonly Late[],
): void {
  const { dueAt, rung, running, rungs } = clock
  const name = sql.identifier(rung.name)
  const hands = JSON.stringify(late.map(({ id, handlerId }) => [id, handlerId]))
  const sameHands = sql`EXISTS (SELECT 1 FROM json_each(${hands}) AS j
    WHERE j.value ->> 0 = ${table.id} AND j.value ->> 1 IS ${table.handlerId})`
  const ids = inArray(
    table.id,
    late.map(({ id }) => id),
  )
  const isLate = sql`${rung} = ${at} AND ${dueAt} < ${ctx.now - rungs[at]!.afterMs}`
  write.change(sql`UPDATE ${table} SET ${name} = ${name} + 1 WHERE ${and(ids, running, isLate, sameHands)}`)
  // Another run is raising the same ones, or somebody has just done what was asked: looked at again, it is seen.
  write.require(sql`changes() = ${late.length}`, errors.moved)
}

/** A term that was not kept stands in the history; it is raised as such once in a round. */
function record<R extends string>(
  ctx: Ctx,
  write: Write,
  { steps, stepPrefix }: WrittenMatters,
  { raises, job }: Ladder<R>,
  reason: R,
  late: readonly Late[],
): void {
  const { orm } = ctx.db
  write.change(
    orm
      .insert(raises)
      .values(
        late.map(({ id, round }) => ({ matterId: id, round, reason, at: ctx.now })) as Record<
          string,
          unknown
        >[],
      )
      .onConflictDoNothing(),
  )
  write.add(
    orm.insert(steps).values(
      late.map(({ id, round }) => ({
        id: newId(stepPrefix, ctx.now),
        matterId: id,
        round,
        kind: 'raised',
        byKind: 'job',
        byId: job,
        at: ctx.now,
        detailJson: JSON.stringify({ reason }),
      })) as Record<string, unknown>[],
    ),
  )
}

function tell(ctx: Ctx, write: Write, { task: kind, to }: Rung, late: readonly Late[]): void {
  const told = late.flatMap(({ id: subjectId, number, place, projectId, handlerId }): NewTask[] => {
    const matter = { subjectId, projectId, dueAt: ctx.now, params: { number, place } }
    if (to !== 'handler') return [{ ...matter, kind: kind as TaskKindOfRole, for: to }]
    return handlerId === null ? [] : [{ ...matter, kind: kind as TaskKindOfOne, for: { staffId: handlerId } }]
  })
  addTasks(ctx, write, told)
}

function isDay(ctx: Ctx, { from, to }: { from: string; to: string }): boolean {
  return isWithinDaytime(ctx.now, ctx.company.zone, from, to)
}

/** A term is over a millisecond after its last one. */
function nextVisit<R extends string>(
  ctx: Ctx,
  { daytime }: Ladder<R>,
  all: readonly Ends[],
  climbed: readonly number[],
): number | null {
  const visits = [...all.flatMap(({ next }) => next ?? []), ...climbed].map((at) => at + 1)
  if (!isDay(ctx, daytime) && all.some(({ waiting }) => waiting > 0))
    visits.push(nextDaytime(ctx.now, ctx.company.zone, daytime.from, daytime.to))
  return visits.length === 0 ? null : Math.min(...visits)
}
