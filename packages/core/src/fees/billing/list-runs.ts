import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { parkingSpaces, placeName, rooms } from '../../estate/registry/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { runNotFound } from './errors.ts'
import {
  listRunsSchema,
  listSkipsSchema,
  type BillRun,
  type BillRunPage,
  type ListRuns,
  type ListSkips,
  type Skip,
} from './schemas.ts'
import { billRuns, bills, billRunSkips, tariffs } from './tables.ts'

/** Runs, the latest first. One round trip. */
export async function listRuns(ctx: Ctx, raw: ListRuns): Promise<Page<BillRun>> {
  const scope = ctx.projectsWhere('bills.read')
  const { projectId, after, limit } = parse(listRunsSchema, raw)
  const key = decodeCursor<[string]>(after, ['string'])
  const rows = await runRows(ctx)
    .where(
      and(
        scope === 'all' ? undefined : inArray(billRuns.projectId, [...scope]),
        projectId === undefined ? undefined : eq(billRuns.projectId, projectId),
        key === undefined ? undefined : lt(billRuns.id, key[0]),
      ),
    )
    .orderBy(desc(billRuns.id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}

/** How many drafts wait to be looked at and published: a query of one number. */
export function countOfDrafts(ctx: Ctx): SQL {
  const scope = ctx.projectsWhere('bills.publish')
  const within = scope === 'all' ? undefined : inArray(billRuns.projectId, [...scope])
  // Written out as the index of open runs has it, which is what SQLite then reads.
  const open = sql`${billRuns.state} IN ('draft', 'computing', 'ready')`
  return sql`SELECT count(*) FROM ${billRuns} WHERE ${and(open, within)}`
}

/** One run with what each tariff comes to and what was skipped, by reason. One round trip. @throws `billing.run_not_found` */
export async function readRun(ctx: Ctx, runId: string): Promise<BillRunPage> {
  ctx.require('bills.read')
  const [[run], byTariff, skipped] = await ctx.db.orm.batch([
    runRows(ctx).where(eq(billRuns.id, runId)),
    ctx.db.orm
      .select({
        tariffId: tariffs.id,
        name: tariffs.name,
        feeItem: tariffs.feeItem,
        bills: sql<number>`count(*)`,
        totalFen: sql<number>`sum(${bills.amountFen})`,
      })
      .from(billRuns)
      // Named by project and month, so that the index of bills serves it.
      .innerJoin(
        bills,
        and(
          eq(bills.projectId, billRuns.projectId),
          eq(bills.period, billRuns.period),
          eq(bills.runId, billRuns.id),
        ),
      )
      .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
      .where(eq(billRuns.id, runId))
      .groupBy(tariffs.id),
    ctx.db.orm
      .select({ reason: billRunSkips.reason, count: sql<number>`count(*)` })
      .from(billRunSkips)
      .where(eq(billRunSkips.runId, runId))
      .groupBy(billRunSkips.reason),
  ])
  if (run === undefined || !ctx.may('bills.read', run.projectId)) throw runNotFound()
  return { ...run, tariffs: byTariff, skipped }
}

/** What a run did not bill, reason by reason. One round trip. */
export async function listSkips(ctx: Ctx, raw: ListSkips): Promise<Page<Skip>> {
  const scope = ctx.projectsWhere('bills.read')
  const { runId, reason, after, limit } = parse(listSkipsSchema, raw)
  const key = decodeCursor<[string, number]>(after, ['string', 'number'])
  const { seq, roomId, parkingSpaceId, tariffId, days, onDay, otherTariffId } = billRunSkips
  const others = alias(tariffs, 'others')
  // Of what ended before the month, or begins after it, the run keeps the day alone; the main fee stands for its surcharges.
  const ofDay = sql<
    string | null
  >`(SELECT json_object('id', id, 'name', name) FROM (SELECT f.id, f.name, min(f.surcharge || f.name)
    FROM tariff_assignments a CROSS JOIN tariffs f ON f.id = a.tariff_id
    WHERE a.target_id = coalesce(${roomId}, ${parkingSpaceId})
      AND CASE ${billRunSkips.reason} WHEN 'ended' THEN a.to_on WHEN 'not_yet' THEN a.from_on END = ${onDay}) WHERE id IS NOT NULL)`
  const rows = await ctx.db.orm
    .select({
      seq,
      roomId,
      placeId: sql<string>`coalesce(${roomId}, ${parkingSpaceId})`,
      place: placeName(),
      tariffId,
      tariffName: tariffs.name,
      ofDay,
      reason: billRunSkips.reason,
      days,
      onDay,
      otherTariffId,
      otherName: others.name,
    })
    .from(billRunSkips)
    .innerJoin(billRuns, eq(billRuns.id, billRunSkips.runId))
    .leftJoin(rooms, eq(rooms.id, roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, parkingSpaceId))
    .leftJoin(tariffs, eq(tariffs.id, tariffId))
    .leftJoin(others, eq(others.id, otherTariffId))
    .where(
      and(
        eq(billRunSkips.runId, runId),
        scope === 'all' ? undefined : inArray(billRuns.projectId, [...scope]),
        reason === undefined ? undefined : eq(billRunSkips.reason, reason),
        key && sql`(${billRunSkips.reason}, ${seq}) > (${key[0]}, ${key[1]})`,
      ),
    )
    .orderBy(billRunSkips.reason, seq)
    .limit(limit + 1)
  const page = pageOf(rows, limit, (row) => [row.reason, row.seq])
  return {
    next: page.next,
    items: page.items.map((row) => ({
      place: { kind: row.roomId === null ? 'parking' : 'room', id: row.placeId, name: row.place },
      // A draft that was dropped since has no name and no page.
      tariff:
        row.tariffId === null
          ? (JSON.parse(row.ofDay ?? 'null') as Skip['tariff'])
          : row.tariffName === null
            ? null
            : { id: row.tariffId, name: row.tariffName },
      reason: row.reason,
      days: row.days,
      onDay: row.onDay,
      billedBy: row.otherTariffId === null ? null : { id: row.otherTariffId, name: row.otherName ?? '' },
    })),
  }
}

function runRows(ctx: Ctx) {
  return ctx.db.orm
    .select({
      id: billRuns.id,
      projectId: billRuns.projectId,
      projectName: projects.name,
      period: billRuns.period,
      dueOn: billRuns.dueOn,
      state: billRuns.state,
      targets: billRuns.targets,
      stepsDone: billRuns.stepsDone,
      steps: sql<number>`json_array_length(${billRuns.boundariesJson}) + 1`,
      bills: billRuns.bills,
      totalFen: billRuns.totalFen,
      skips: billRuns.skips,
      createdAt: billRuns.createdAt,
      readyAt: billRuns.readyAt,
      publishedAt: billRuns.publishedAt,
      discardedAt: billRuns.discardedAt,
    })
    .from(billRuns)
    .innerJoin(projects, eq(projects.id, billRuns.projectId))
    .$dynamic()
}
