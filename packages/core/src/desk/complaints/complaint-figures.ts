import { addMonths, firstDay, invalidInput, lastDay, monthsBetween, shareE4, type Period } from '@heju/kernel'
import { and, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { sumOfCounts, type ComplaintCounts } from './count-sums.ts'
import { serviceLines, type ServiceLine } from '../../estate/service-lines/index.ts'
import { householdsByMonth } from '../../estate/registry/index.ts'
import { poissonInterval, wilsonInterval } from '../../insight/statistics/index.ts'
import {
  complaintFiguresSchema,
  type ComplaintFigure,
  type ComplaintFiguresQuery,
  type ComplaintLine,
  type ComplaintMonth,
} from './list-schemas.ts'
import { lineOfComplaint } from './service-line.ts'
import { complaints } from './tables.ts'
import { termIs } from './terms.ts'

const mostMonths = 24

/**
 * Complaints by project and month: how many for a thousand households of the month, how many in time (D109). Each figure
 * is the number of complaints that `complaintList` finds with `view: 'all'`, the project, the month and the term. One
 * round trip.
 */
export async function complaintFigures(ctx: Ctx, raw: ComplaintFiguresQuery): Promise<ComplaintFigure[]> {
  return (await complaintFiguresWithSums(ctx, raw)).figures
}

/**
 * The same, and the months in all: with the households of projects in which nobody complained too, so that their rate is that
 * of the company and not of those of its projects that stand in the list. `lines`: the last month by service line. One round
 * trip.
 */
export async function complaintFiguresWithSums(
  ctx: Ctx,
  raw: ComplaintFiguresQuery,
): Promise<{ figures: ComplaintFigure[]; months: ComplaintMonth[]; lines: ComplaintLine[] }> {
  const input = parse(complaintFiguresSchema, raw)
  const from = input.from as Period
  const length = monthsBetween(from, input.to as Period) + 1
  if (length < 1 || length > mostMonths)
    throw invalidInput({}, { fields: [{ path: 'to', code: 'complaints.field.months' }] })
  const scope = scopeOf(ctx, input.projectId)
  const months = Array.from({ length }, (_, i) => addMonths(from, i))
  const [counts, homes, ofLines] = await ctx.db.orm.batch([
    countsOf(ctx, input, scope),
    householdsInCare(ctx, months, scope),
    countsByLine(ctx, input.to, scope),
  ])
  const households = new Map(homes.map((row) => [`${row.projectId}|${row.month}`, row.households]))
  const figures = counts.map((row) => {
    const all = households.get(`${row.projectId}|${row.month}`) ?? 0
    return { ...row, households: all, ...complaintRates({ ...row, households: all }) }
  })
  const sums = months.map((month) => sumOf(month, counts, homes))
  return { figures, months: sums, lines: linesOf(ofLines) }
}

type Counts = Awaited<ReturnType<typeof countsOf>>[number]

/** A month in all that was counted: its rates follow from its own counts, since rates of projects do not add up. */
function sumOf(
  month: Period,
  counts: readonly Counts[],
  homes: readonly { month: string; households: number }[],
): ComplaintMonth {
  const all = {
    ...sumOfCounts(counts.filter((row) => row.month === month)),
    households: homes.reduce((before, row) => before + (row.month === month ? row.households : 0), 0),
  }
  return { month, ...all, ...complaintRates(all) }
}

/**
 * The households of each month that could have complained to the company: those of projects that it had entered by its end,
 * or that had complained before. A project that is taken on today is none of what the others are compared with in
 * months that are over. A query, for `orm.batch`.
 */
export function householdsInCare(ctx: Ctx, months: readonly Period[], scope: 'all' | readonly string[]) {
  return householdsByMonth(
    ctx,
    months,
    scope,
    (at) =>
      sql`(p.created_at < ${at} OR EXISTS (SELECT 1 FROM ${complaints} c WHERE c.project_id = p.id AND c.registered_at < ${at}))`,
  )
}

/**
 * How often for a thousand households and how much of it in time, each with its 95 % interval: the counts of a month
 * are few, so what they say of the service reaches far. The one is that of a Poisson count, the other of a share of all
 * cases that were decided.
 */
export function complaintRates(of: {
  complaints: number
  households: number
  met: number
  missed: number
}): Pick<ComplaintFigure, 'perThousandE2' | 'perThousand' | 'onTimeE4' | 'onTime'> {
  const perThousand = (cases: number) => (cases * 100_000) / of.households
  const counted = of.households === 0 ? null : poissonInterval(of.complaints)
  return {
    perThousandE2: counted && Math.round(perThousand(of.complaints)),
    perThousand: counted && {
      lowE2: Math.floor(perThousand(counted.low)),
      highE2: Math.ceil(perThousand(counted.high)),
    },
    ...shareInTime(of),
  }
}

/** Of what was decided, how much was in time. */
function shareInTime({
  met,
  missed,
}: {
  met: number
  missed: number
}): Pick<ComplaintFigure, 'onTimeE4' | 'onTime'> {
  const decided = met + missed
  const inTime = wilsonInterval(met, decided)
  return {
    onTimeE4: shareE4(met, decided),
    onTime: inTime && { lowE4: Math.floor(inTime.low * 10_000), highE4: Math.ceil(inTime.high * 10_000) },
  }
}

function scopeOf(ctx: Ctx, projectId: string | undefined): 'all' | readonly string[] {
  if (projectId === undefined) return ctx.projectsWhere('complaints.read')
  ctx.require('complaints.read', projectId)
  return [projectId]
}

/** The counting query, which a test holds to its index. */
export function countsOf(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
  scope: 'all' | readonly string[],
) {
  const month = sql<string>`substr(${complaints.registeredOn}, 1, 7)`
  return ctx.db.orm
    .select({
      projectId: complaints.projectId,
      month: month.as('month'),
      ...countColumns(ctx.now),
    })
    .from(complaints)
    .where(registeredWithin({ from, to }, scope))
    .groupBy(complaints.projectId, month)
    .orderBy(month, complaints.projectId)
}

/** The counts of a month by project and service line. A query, for `orm.batch`. */
export function countsByLine(ctx: Ctx, month: string, scope: 'all' | readonly string[]) {
  return ctx.db.orm
    .select({
      projectId: complaints.projectId,
      serviceLine: lineOfComplaint.as('line'),
      ...countColumns(ctx.now),
    })
    .from(complaints)
    .where(registeredWithin({ from: month, to: month }, scope))
    .groupBy(complaints.projectId, sql`line`)
}

/** What complaints are counted by, whatever they are grouped by. */
function countColumns(now: number) {
  return {
    complaints: sql<number>`count(*)`,
    effective: count(sql`nature = 'effective'`),
    met: count(termIs('met', now)),
    missed: count(termIs('missed', now)),
    running: count(termIs('running', now)),
    firstMet: count(sql`first_handled_at <= first_due_at`),
    firstMissed: count(sql`coalesce(first_handled_at, ${now}) > first_due_at`),
    reopened: count(sql`round > 1`),
    satisfied: count(sql`satisfied = 1`),
    dissatisfied: count(sql`satisfied = 0`),
  }
}

function registeredWithin({ from, to }: { from: string; to: string }, scope: 'all' | readonly string[]) {
  return and(
    sql`${complaints.registeredOn} BETWEEN ${firstDay(from as Period)} AND ${lastDay(to as Period)}`,
    scope === 'all' ? undefined : inArray(complaints.projectId, [...scope]),
  )
}

/** Each of the eight lines in the order of the dictionary, also without a complaint; what has none stands last, where there is any. */
export function linesOf(
  rows: readonly (ComplaintCounts & { serviceLine: ServiceLine | null })[],
): ComplaintLine[] {
  const without = rows.some(({ serviceLine }) => serviceLine === null) ? [null] : []
  return [...serviceLines, ...without].map((line) => {
    const {
      complaints: all,
      met,
      missed,
      running,
    } = sumOfCounts(rows.filter(({ serviceLine }) => serviceLine === line))
    return { serviceLine: line, complaints: all, met, missed, running, ...shareInTime({ met, missed }) }
  })
}

function count(condition: SQL): SQL<number> {
  return sql<number>`count(CASE WHEN ${condition} THEN 1 END)`
}
