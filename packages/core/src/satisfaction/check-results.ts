import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { currentMethod } from './methodology.ts'
import { outcomesFrom, type Outcome } from './reckon-rounds.ts'
import { reckoningQueries } from './reckoning.ts'
import { checkSchema, type Check, type Checked } from './schemas.ts'
import { surveyOutcomes } from './tables.ts'

/**
 * Reckons a month's closed rounds again from the answers, and says of each whether it comes out as it was reported. One
 * round trip.
 */
export async function checkResults(ctx: Ctx, raw: Check): Promise<Checked[]> {
  const scope = ctx.projectsWhere('satisfaction.compare')
  const { period } = parse(checkSchema, raw)
  const which = and(
    eq(surveyOutcomes.period, period),
    eq(surveyOutcomes.method, currentMethod),
    scope === 'all' ? undefined : inArray(surveyOutcomes.projectId, [...scope]),
  )
  const [reported, ...reckoned] = await ctx.db.orm.batch([
    ctx.db.orm.select().from(surveyOutcomes).where(which),
    ...reckoningQueries(ctx, sql`SELECT ${surveyOutcomes.roundId} FROM ${surveyOutcomes} WHERE ${which}`),
  ])
  const ids = [...new Set(reported.map(({ roundId }) => roundId))]
  const again = await outcomesFrom(reckoned)
  const known = new Map(reported.map((row) => [`${row.roundId}|${row.measure}`, row]))
  const same = (result: Outcome) => {
    const row = known.get(`${result.roundId}|${result.measure}`)
    return (
      row !== undefined && (Object.keys(row) as (keyof Outcome)[]).every((key) => row[key] === result[key])
    )
  }
  return ids.map((roundId) => {
    const results = again.filter((result) => result.roundId === roundId)
    return { roundId, projectId: results[0]?.projectId ?? '', intact: results.every(same) }
  })
}
