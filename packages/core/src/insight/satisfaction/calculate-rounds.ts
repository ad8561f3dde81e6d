import { sha256Hex } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Sample, SharedSums } from '../statistics/index.ts'
import { measured } from './figures.ts'
import { currentMethod } from './methodology.ts'
import { calculationQueries, calculations, type RoundCalculation } from './calculation.ts'
import { surveyOutcomes, surveyRounds } from './tables.ts'

/** Rounds in one write, each with seven results. */
const atOnce = 100

export type Outcome = typeof surveyOutcomes.$inferInsert

/** Closes the rounds whose time is over. From here on no answer can change what they come to. */
export async function closeRounds(ctx: Ctx): Promise<void> {
  await ctx.writeAnew('satisfaction.close_rounds', (write) => {
    write.change(sql`UPDATE ${surveyRounds} SET closed_at = ${ctx.now}
      WHERE reckoned_at IS NULL AND closed_at IS NULL AND closes_at <= ${ctx.now}`)
  })
}

/** Closed, and not calculated by the method of today; of `s`, a round. */
export const withoutOutcome = sql`NOT EXISTS (SELECT 1 FROM ${surveyOutcomes} o WHERE o.round_id = s.id
  AND o.measure = 'all' AND o.method = ${currentMethod})`

/**
 * Writes what closed rounds came to, a hundred at a time, so that head office reads it in one look-up. Set-based: the
 * answers stay in the database, only their sums travel. A job that died between closing and this finds them here again;
 * so it does rounds that were calculated by an older method, whose correction the log tells.
 * @returns whether there may be more
 */
export async function calculateRounds(ctx: Ctx): Promise<boolean> {
  const which = sql`SELECT s.id FROM ${surveyRounds} s WHERE s.closed_at IS NOT NULL AND ${withoutOutcome}
    ORDER BY s.id LIMIT ${atOnce}`
  const [earlier, ...calculated] = await ctx.db.orm.batch([
    ctx.db.orm.all<{ id: string }>(sql`SELECT id FROM ${surveyRounds}
      WHERE id IN (${which}) AND reckoned_at IS NOT NULL`),
    ...calculationQueries(ctx, which),
  ])
  const outcomes = await outcomesFrom(calculated)
  if (outcomes.length === 0) return false
  const wholes = outcomes.filter(({ measure }) => measure === 'all')
  const corrected = new Set(earlier.map(({ id }) => id))
  await ctx.writeAnew('satisfaction.reckon_rounds', (write) => {
    write.add(insertOutcomes(outcomes))
    const ids = JSON.stringify(wholes.map(({ roundId }) => roundId).filter((id) => !corrected.has(id)))
    write.change(sql`UPDATE ${surveyRounds} SET reckoned_at = ${ctx.now}
      WHERE id IN (SELECT value FROM json_each(${ids}))`)
    for (const { roundId, projectId, sha256, method } of wholes) {
      const told = { projectId, detail: { method, sha256 } }
      if (corrected.has(roundId)) write.audit('satisfaction.round_reckoned_again', roundId, told)
      else write.audit('satisfaction.round_reckoned', roundId, told)
    }
  })
  return wholes.length === atOnce
}

/** One argument carries all rows: seven times a hundred would be too many arguments one by one. */
function insertOutcomes(outcomes: readonly Outcome[]): SQL {
  const columns = Object.keys(outcomes[0] as Outcome) as (keyof Outcome)[]
  const names = columns.map((column) => sql.identifier(surveyOutcomes[column].name))
  const values = columns.map((_, i) => sql`value ->> ${sql.raw(String(i))}`)
  const rows = JSON.stringify(outcomes.map((outcome) => columns.map((column) => outcome[column])))
  return sql`INSERT INTO ${surveyOutcomes} (${sql.join(names, sql`, `)})
    SELECT ${sql.join(values, sql`, `)} FROM json_each(${rows})`
}

/** What rounds come to, from what `calculationQueries` answered. */
export function outcomesFrom(rows: Readonly<Parameters<typeof calculations>>): Promise<Outcome[]> {
  return Promise.all(calculations(...rows).map(outcomeOf))
}

async function outcomeOf(calculation: RoundCalculation): Promise<Outcome> {
  const { round, measure, sample, asked, low, byStaff, loyaltyAsked, loyal } = calculation
  const { loyaltyPersons, loyalPersons } = calculation
  const { x, y, xx, yy, xy } = sample.sums
  const { index, change, answers, answered } = measured(calculation)
  return {
    roundId: round.id,
    measure,
    method: currentMethod,
    projectId: round.projectId,
    period: round.period,
    persons: asked.persons,
    answered,
    answers,
    x,
    y,
    xx,
    yy,
    xy,
    low,
    byStaff,
    loyaltyAsked,
    loyal,
    loyaltyPersons,
    loyalPersons,
    indexE2: index?.valueE2 ?? null,
    lowE2: index?.lowE2 ?? null,
    highE2: index?.highE2 ?? null,
    changeE2: change?.valueE2 ?? null,
    changeLowE2: change?.lowE2 ?? null,
    changeHighE2: change?.highE2 ?? null,
    changeChanceE9: change?.chanceE9 ?? null,
    sha256: await hashOf(calculation),
  }
}

/**
 * Over everything that goes into the figures of a measure, and nothing else; but the persons of the loyalty question,
 * which came later: they are compared beside it, so that what was sealed before comes out the same.
 */
function hashOf({ round, measure, sample, asked, before, ...more }: RoundCalculation): Promise<string> {
  const { low, byStaff, loyaltyAsked, loyal } = more
  const earlier = before && [listed(before.sample), listedShared(before.shared)]
  const whom = [asked.persons, asked.households]
  const own = [round.methodology, measure, ...whom, listed(sample), low, byStaff, loyaltyAsked, loyal]
  return sha256Hex(JSON.stringify([own, earlier ?? null]))
}

function listed({ sums: { n, x, y, xx, yy, xy }, answers }: Sample): number[] {
  return [n, answers, x, y, xx, yy, xy]
}

function listedShared({ n, x1, y1, x2, y2, x1x2, x1y2, y1x2, y1y2 }: SharedSums): number[] {
  return [n, x1, y1, x2, y2, x1x2, x1y2, y1x2, y1y2]
}
