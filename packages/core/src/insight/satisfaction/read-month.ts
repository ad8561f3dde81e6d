import { endOfDay, lastDay, type Period } from '@heju/kernel'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { collectedIn } from '../../fees/collection/index.ts'
import { complaintCounts, complaintCountsByLine, householdsInCare } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { currentMethod } from './methodology.ts'
import { withoutOutcome } from './calculate-rounds.ts'
import { calculationQueries, calculations } from './calculation.ts'
import { fromOutcome, fromCalculation, type RoundMeasure } from './round-figures.ts'
import { linesOfQuestions } from './service-lines.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyOutcomes, surveyRounds } from './tables.ts'

/**
 * All that a month's comparison follows from, of every project of the company: who may see which is not for here.
 * Closed rounds come from what was written when they closed; open ones, and those that an older method calculated, are
 * calculated now. One round trip.
 */
export async function readMonth(ctx: Ctx, period: Period) {
  const live = sql`SELECT s.id FROM ${surveyRounds} s WHERE s.period = ${period} AND ${withoutOutcome}`
  const [
    settingRows,
    rounds,
    outcomes,
    complaints,
    complaintsByLine,
    questions,
    households,
    collected,
    ...calculated
  ] = await ctx.db.orm.batch([
    settingsQuery(ctx),
    roundsIn(ctx, period),
    outcomesIn(ctx, period, 'all'),
    complaintCounts(ctx, { from: period, to: period }, 'all'),
    complaintCountsByLine(ctx, period, 'all'),
    linesOfQuestions(ctx),
    householdsInCare(ctx, [period], 'all'),
    collectedIn(ctx, { from: period, to: period }, 'all'),
    ...calculationQueries(ctx, live),
  ])
  const measures: RoundMeasure[] = [
    ...outcomes.map(fromOutcome),
    ...calculations(...calculated).map(fromCalculation),
  ]
  const figures = {
    complaints: byProject(complaints),
    households: byProject(households),
    collected: byProject(collected),
  }
  const ends = endOfDay(lastDay(period), ctx.company.zone)
  const known = ({ project: { id, createdAt }, round }: (typeof rounds)[number]) =>
    createdAt <= ends || round !== null || Object.values(figures).some((of) => of.has(id))
  // A project that was taken on since has nothing to do with a month that was over then.
  return {
    settings: settingsOf(settingRows),
    rounds: rounds.filter(known),
    measures,
    complaintsByLine,
    questions,
    ...figures,
  }
}

function byProject<T extends { projectId: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.projectId, row]))
}

function roundsIn(ctx: Ctx, period: string) {
  return ctx.db.orm
    .select({
      project: { id: projects.id, name: projects.name, createdAt: projects.createdAt },
      round: surveyRounds,
    })
    .from(projects)
    .leftJoin(surveyRounds, and(eq(surveyRounds.projectId, projects.id), eq(surveyRounds.period, period)))
    .where(isNull(projects.archivedAt))
    .orderBy(projects.name)
}

/** What closed rounds of a month came to. A test holds it to its index. */
export function outcomesIn(ctx: Ctx, period: string, scope: 'all' | readonly string[]) {
  return ctx.db.orm
    .select()
    .from(surveyOutcomes)
    .where(
      and(
        eq(surveyOutcomes.period, period),
        eq(surveyOutcomes.method, currentMethod),
        scope === 'all' ? undefined : inArray(surveyOutcomes.projectId, [...scope]),
      ),
    )
}
