import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { currentMethod, measures } from './methodology.ts'
import { outcomesFrom, type Outcome } from './calculate-rounds.ts'
import { calculationQueries } from './calculation.ts'
import { checkSchema, type Check, type Checked } from './figure-schemas.ts'
import { surveyOutcomes, surveyRounds } from './tables.ts'

/**
 * Calculates a month's closed rounds again from the answers, and says of each whether it comes out as it was reported and
 * which measures do not. One round trip.
 */
export async function checkResults(ctx: Ctx, raw: Check): Promise<Checked[]> {
  const scope = ctx.projectsWhere('satisfaction.compare')
  const { period } = parse(checkSchema, raw)
  const which = and(
    eq(surveyOutcomes.period, period),
    eq(surveyOutcomes.method, currentMethod),
    scope === 'all' ? undefined : inArray(surveyOutcomes.projectId, [...scope]),
  )
  const [reported, takenAway, ...calculated] = await ctx.db.orm.batch([
    ctx.db.orm.select().from(surveyOutcomes).where(which),
    withoutOutcomes(ctx, period, scope),
    ...calculationQueries(ctx, sql`SELECT ${surveyOutcomes.roundId} FROM ${surveyOutcomes} WHERE ${which}`),
  ])
  const again = await outcomesFrom(calculated)
  const known = new Map(again.map((result) => [keyOf(result), result]))
  const rounds = Map.groupBy(reported, ({ roundId }) => roundId)
  const found = [...rounds].map(([roundId, rows]) => {
    const differing = rows.filter((row) => !isSame(row, known.get(keyOf(row)))).map(({ measure }) => measure)
    // A round of which a measure was taken away is not as it was reported either.
    const told = new Set(rows.map(({ measure }) => measure))
    const missing = measures.filter((measure) => !told.has(measure))
    return {
      roundId,
      projectId: rows[0]?.projectId ?? '',
      intact: differing.length + missing.length === 0,
      differing: [...differing, ...missing],
    }
  })
  return [...found, ...takenAway.map((round) => ({ ...round, intact: false, differing: [...measures] }))]
}

/**
 * Rounds whose results were written and of which nothing is left: without a row of theirs all others would agree. Those of
 * an older method have theirs still, and are calculated anew.
 */
function withoutOutcomes(ctx: Ctx, period: string, scope: 'all' | readonly string[]) {
  const { id, projectId, calculatedAt } = surveyRounds
  return ctx.db.orm
    .select({ roundId: id, projectId })
    .from(surveyRounds)
    .where(
      and(
        eq(surveyRounds.period, period),
        isNotNull(calculatedAt),
        sql`NOT EXISTS (SELECT 1 FROM ${surveyOutcomes} o WHERE o.round_id = ${id} AND o.period = ${period})`,
        scope === 'all' ? undefined : inArray(projectId, [...scope]),
      ),
    )
    .orderBy(id)
}

const keyOf = ({ roundId, measure }: Pick<Outcome, 'roundId' | 'measure'>) => `${roundId} ${measure}`

function isSame(reported: Required<Outcome>, again: Outcome | undefined): boolean {
  return (
    again !== undefined &&
    (Object.keys(reported) as (keyof Outcome)[]).every((key) => reported[key] === again[key])
  )
}
