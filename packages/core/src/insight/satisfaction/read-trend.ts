import { invalidInput, monthsBetween, type Period } from '@heju/kernel'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { currentMethod } from './methodology.ts'
import { whyUnranked } from './rules.ts'
import { trendQuerySchema, type TrendPoint, type TrendQuery } from './figure-schemas.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyOutcomes, surveyRounds } from './tables.ts'

const mostMonths = 36

/**
 * How one measure went from month to month, project by project; closed rounds only, each with the reason if it has too
 * few answers to be trusted. One round trip.
 */
export async function readTrend(ctx: Ctx, raw: TrendQuery): Promise<TrendPoint[]> {
  const scope = ctx.projectsWhere('satisfaction.compare')
  const input = parse(trendQuerySchema, raw)
  if (input.projectId !== undefined) ctx.require('satisfaction.compare', input.projectId)
  const months = monthsBetween(input.from as Period, input.to as Period) + 1
  if (months < 1 || months > mostMonths)
    throw invalidInput({}, { fields: [{ path: 'to', code: 'satisfaction.field.months' }] })
  const wanted = input.projectId === undefined ? scope : [input.projectId]
  const [settingRows, rows] = await ctx.db.orm.batch([settingsQuery(ctx), trend(ctx, input, wanted)])
  const settings = settingsOf(settingRows)
  return rows.map(({ indexE2, lowE2, highE2, ...row }) => ({
    ...row,
    index: indexE2 === null ? null : { valueE2: indexE2, lowE2, highE2 },
    unrankedBecause: whyUnranked(row, settings),
  }))
}

/** The query of `readTrend`, which a test holds to its index. */
export function trend(
  ctx: Ctx,
  { from, to, measure }: ReturnType<typeof parse<typeof trendQuerySchema>>,
  scope: 'all' | readonly string[],
) {
  const { projectId, period, persons, answered, answers, indexE2, lowE2, highE2 } = surveyOutcomes
  return ctx.db.orm
    .select({
      projectId,
      period,
      persons,
      answered,
      answers,
      households: surveyRounds.households,
      methodology: surveyRounds.methodology,
      indexE2,
      lowE2,
      highE2,
    })
    .from(surveyOutcomes)
    .innerJoin(surveyRounds, eq(surveyRounds.id, surveyOutcomes.roundId))
    .where(
      and(
        sql`${period} BETWEEN ${from} AND ${to}`,
        eq(surveyOutcomes.measure, measure),
        eq(surveyOutcomes.method, currentMethod),
        scope === 'all' ? undefined : inArray(projectId, [...scope]),
      ),
    )
    .orderBy(asc(period), asc(projectId))
}
