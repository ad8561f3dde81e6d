import { sha256Hex } from '@heju/db'
import { newId } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import type { SharedSums, Sums } from './estimates.ts'
import { measured } from './figures.ts'
import { reckoningQueries, reckonings, type RoundReckoning } from './reckoning.ts'
import { surveyResults, surveyRounds } from './tables.ts'

/** Rounds in one write, each with seven results. */
const atOnce = 100

export type Result = typeof surveyResults.$inferInsert

/** Closes the rounds whose time is over. From here on no answer can change what they come to. */
export async function closeRounds(ctx: Ctx): Promise<void> {
  await ctx.write('satisfaction.close_rounds', { requestId: newId('req', ctx.now) }, (write) => {
    write.change(sql`UPDATE ${surveyRounds} SET closed_at = ${ctx.now}
      WHERE reckoned_at IS NULL AND closed_at IS NULL AND closes_at <= ${ctx.now}`)
  })
}

/**
 * Writes what closed rounds came to, a hundred at a time, so that head office reads it in one look-up. Set-based: the
 * answers stay in the database, only their sums travel. A job that died between closing and this finds them here again.
 * @returns whether there may be more
 */
export async function reckonRounds(ctx: Ctx): Promise<boolean> {
  const results = await resultsOf(
    ctx,
    sql`SELECT id FROM ${surveyRounds} WHERE reckoned_at IS NULL AND closed_at IS NOT NULL ORDER BY id LIMIT ${atOnce}`,
  )
  if (results.length === 0) return false
  const wholes = results.filter(({ measure }) => measure === 'all')
  await ctx.write('satisfaction.reckon_rounds', { requestId: newId('req', ctx.now) }, (write) => {
    write.add(insertResults(results))
    const ids = JSON.stringify(wholes.map(({ roundId }) => roundId))
    write.change(sql`UPDATE ${surveyRounds} SET reckoned_at = ${ctx.now}
      WHERE id IN (SELECT value FROM json_each(${ids}))`)
    for (const { roundId, projectId, sha256 } of wholes)
      write.audit('satisfaction.round_reckoned', roundId, { projectId, detail: { sha256 } })
  })
  return wholes.length === atOnce
}

/** One argument carries all rows: seven times a hundred would be too many arguments one by one. */
function insertResults(results: readonly Result[]): SQL {
  const columns = Object.keys(results[0] as Result) as (keyof Result)[]
  const names = columns.map((column) => sql.identifier(surveyResults[column].name))
  const values = columns.map((_, i) => sql`value ->> ${sql.raw(String(i))}`)
  const rows = JSON.stringify(results.map((result) => columns.map((column) => result[column])))
  return sql`INSERT INTO ${surveyResults} (${sql.join(names, sql`, `)})
    SELECT ${sql.join(values, sql`, `)} FROM json_each(${rows})`
}

/**
 * What rounds come to, reckoned from the answers. One round trip.
 * @param rounds a query of round ids
 */
export async function resultsOf(ctx: Ctx, rounds: SQL): Promise<Result[]> {
  return resultsFrom(await ctx.db.orm.batch(reckoningQueries(ctx, rounds)))
}

/** The same from what `reckoningQueries` answered. */
export function resultsFrom(rows: Readonly<Parameters<typeof reckonings>>): Promise<Result[]> {
  return Promise.all(reckonings(...rows).map(resultOf))
}

async function resultOf(reckoning: RoundReckoning): Promise<Result> {
  const { round, measure, sums, low, byStaff, loyaltyAsked, loyal } = reckoning
  const { x, y, xx, yy, xy } = sums
  const { index, change, answers } = measured(reckoning)
  return {
    roundId: round.id,
    measure,
    projectId: round.projectId,
    period: round.period,
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
    indexE2: index?.valueE2 ?? null,
    lowE2: index?.lowE2 ?? null,
    highE2: index?.highE2 ?? null,
    changeE2: change?.valueE2 ?? null,
    changeLowE2: change?.lowE2 ?? null,
    changeHighE2: change?.highE2 ?? null,
    sha256: await hashOf(reckoning),
  }
}

/** Over everything that goes into the figures of a measure, and nothing else. */
function hashOf({ round, measure, sums, households, before, ...more }: RoundReckoning): Promise<string> {
  const { low, byStaff, loyaltyAsked, loyal } = more
  const earlier = before && [before.households, listed(before.sums), listedShared(before.shared)]
  const own = [round.methodology, measure, households, listed(sums), low, byStaff, loyaltyAsked, loyal]
  return sha256Hex(JSON.stringify([own, earlier ?? null]))
}

function listed({ n, x, y, xx, yy, xy }: Sums): number[] {
  return [n, x, y, xx, yy, xy]
}

function listedShared({ n, x1, y1, x2, y2, x1x2, x1y2, y1x2, y1y2 }: SharedSums): number[] {
  return [n, x1, y1, x2, y2, x1x2, x1y2, y1x2, y1y2]
}
