import { compile, type Statement } from '@heju/db'
import type { Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { testCtx } from '../../testing.ts'
import { toAsk } from './ask-households.ts'
import { openSurveys } from './list-open-surveys.ts'
import { outcomesIn } from './read-month.ts'
import { withoutOutcome } from './calculate-rounds.ts'
import { trend } from './read-trend.ts'
import { sharedSumsQuery, sumsQuery } from './sums.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

async function planOf(query: Statement): Promise<string> {
  const { sql: text, args } = compile(query) as { sql: string; args: never[] }
  const { rows } = await ctx.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${text}`, args })
  return rows.map((row) => String(row.detail)).join('\n')
}

/** Tables that are read from end to end, other than lists of ids and what was gathered on the way. */
function readThrough(plan: string): string[] {
  return plan.split('\n').filter((line) => /^SCAN (?!json_each|\(|p1$)/.test(line))
}

const month = '2026-10' as Period
const rounds = sql`SELECT s.id FROM survey_rounds s WHERE s.period = ${month} AND ${withoutOutcome}`

describe('nothing is read from end to end', () => {
  test('for the surveys that an owner can answer', async () => {
    const plan = await planOf(openSurveys(ctx, 'ownr_a'))
    expect(readThrough(plan)).toEqual([])
    expect(plan).toContain(
      'survey_households USING INDEX sqlite_autoindex_survey_households_1 (round_id=? AND room_id=?)',
    )
    expect(plan).toContain('person_phones_by_phone')
  })

  test.each(['all', ['proj_a', 'proj_b']] as const)('for the results of a month, of %s', async (scope) => {
    const plan = await planOf(outcomesIn(ctx, month, scope))
    expect(readThrough(plan)).toEqual([])
    expect(plan).toContain('survey_outcomes_by_period')
  })

  test('for the trend of some projects', async () => {
    const range = { from: '2026-01', to: '2026-12', projectId: undefined, measure: 'all' } as const
    expect(readThrough(await planOf(trend(ctx, range, ['proj_a'])))).toEqual([])
    expect(readThrough(await planOf(trend(ctx, range, 'all')))).toEqual([])
  })

  test('for the sums of rounds', async () => {
    const [sums, shared] = [await planOf(sumsQuery(rounds)), await planOf(sharedSumsQuery(rounds))]
    // `a` are the answers that have been found, side by side.
    const others = (plan: string) => readThrough(plan).filter((line) => line !== 'SCAN a')
    expect(others(sums)).toEqual([])
    expect(others(shared)).toEqual([])
    expect(sums).toContain('survey_households_answered')
    expect(sums).toContain('m USING PRIMARY KEY (answer_id=?)')
  })

  test.each([false, true])('for the households to be told (reminding: %s)', async (remind) => {
    const plan = await planOf(toAsk(ctx, 'srnd_a', remind, 'room_a'))
    expect(readThrough(plan)).toEqual([])
    expect(plan).toContain('h USING INDEX sqlite_autoindex_survey_households_1 (round_id=? AND room_id>?)')
    expect(plan).toContain(
      'other USING INDEX sqlite_autoindex_survey_households_1 (round_id=? AND room_id=?)',
    )
  })
})
