import { firstDay, invalidInput, lastDay, monthsBetween, type Period } from '@heju/kernel'
import { and, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { householdsByProject } from '../registry/index.ts'
import { complaintFiguresSchema, type ComplaintFigure, type ComplaintFiguresQuery } from './list-schemas.ts'
import { complaints } from './tables.ts'
import { termIs } from './terms.ts'

const mostMonths = 24

/**
 * Complaints by project and month: how many for a thousand households, how many in time (D109). Each figure is the
 * number of complaints that `listComplaints` finds with `view: 'all'`, the project, the month and the term. One round
 * trip.
 */
export async function complaintFigures(ctx: Ctx, raw: ComplaintFiguresQuery): Promise<ComplaintFigure[]> {
  const input = parse(complaintFiguresSchema, raw)
  const months = monthsBetween(input.from as Period, input.to as Period) + 1
  if (months < 1 || months > mostMonths)
    throw invalidInput({}, { fields: [{ path: 'to', code: 'complaints.field.months' }] })
  const scope = scopeOf(ctx, input.projectId)
  const [counts, homes] = await ctx.db.orm.batch([
    countsOf(ctx, input, scope),
    householdsByProject(ctx, scope),
  ])
  const households = new Map(homes.map((row) => [row.projectId, row.households]))
  return counts.map((row) => {
    const all = households.get(row.projectId) ?? 0
    const decided = row.met + row.missed
    return {
      ...row,
      households: all,
      perThousandE2: all === 0 ? null : Math.round((row.complaints * 100_000) / all),
      onTimeE4: decided === 0 ? null : Math.round((row.met * 10_000) / decided),
    }
  })
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
  const firstLate = sql`coalesce(first_handled_at, ${ctx.now}) > first_due_at`
  return ctx.db.orm
    .select({
      projectId: complaints.projectId,
      month: month.as('month'),
      complaints: sql<number>`count(*)`,
      effective: count(sql`nature = 'effective'`),
      met: count(termIs('met', ctx.now)),
      missed: count(termIs('missed', ctx.now)),
      running: count(termIs('running', ctx.now)),
      firstMet: count(sql`first_handled_at <= first_due_at`),
      firstMissed: count(firstLate),
      reopened: count(sql`round > 1`),
      satisfied: count(sql`satisfied = 1`),
      dissatisfied: count(sql`satisfied = 0`),
    })
    .from(complaints)
    .where(
      and(
        sql`${complaints.registeredOn} BETWEEN ${firstDay(from as Period)} AND ${lastDay(to as Period)}`,
        scope === 'all' ? undefined : inArray(complaints.projectId, [...scope]),
      ),
    )
    .groupBy(complaints.projectId, month)
    .orderBy(month, complaints.projectId)
}

function count(condition: SQL): SQL<number> {
  return sql<number>`count(CASE WHEN ${condition} THEN 1 END)`
}
