import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { noRound } from './errors.ts'
import { currentMethod, dimensions, scale, type AnswerChannel } from './methodology.ts'
import { calculationQueries, calculations } from './calculation.ts'
import { flagChanges } from './flag-changes.ts'
import { fromOutcome, fromCalculation, projectRound } from './round-figures.ts'
import { outcomesIn } from './read-month.ts'
import { withoutOutcome } from './calculate-rounds.ts'
import { readRoundSchema, type ReadRound, type RoundFigures } from './figure-schemas.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyAnswers, surveyHouseholds, surveyMarks, surveyResults, surveyRounds } from './tables.ts'

const marks = Array.from({ length: scale.most }, (_, i) => i + 1)
/**
 * What one project's survey about one month came to, and how often each answer was given. One round trip.
 * @throws `satisfaction.no_round`
 */
export async function readRound(ctx: Ctx, raw: ReadRound): Promise<RoundFigures> {
  ctx.require('surveys.read')
  const { projectId, period } = parse(readRoundSchema, raw)
  ctx.require('surveys.read', projectId)
  const { orm } = ctx.db
  const ofRound = and(eq(surveyRounds.projectId, projectId), eq(surveyRounds.period, period))
  const id = sql`SELECT id FROM ${surveyRounds} WHERE ${ofRound}`
  const live = sql`SELECT s.id FROM ${surveyRounds} s
    WHERE s.project_id = ${projectId} AND s.period = ${period} AND ${withoutOutcome}`
  const [settingRows, found, outcomes, [reported], given, channels, ...calculated] = await orm.batch([
    settingsQuery(ctx),
    orm
      .select({ project: { id: projects.id, name: projects.name }, round: surveyRounds })
      .from(surveyRounds)
      .innerJoin(projects, eq(projects.id, surveyRounds.projectId))
      .where(ofRound),
    // Of all projects: whether a change is beyond chance is a matter of how many are looked at in the month.
    outcomesIn(ctx, period, 'all'),
    orm
      .select({ lowE2: surveyResults.lowE2, highE2: surveyResults.highE2 })
      .from(surveyResults)
      .where(sql`${surveyResults.roundId} = (${id}) AND ${surveyResults.measure} = 'all'`),
    orm.all<Given>(sql`SELECT m.question, m.expected, m.mark, count(*) AS times
      FROM ${surveyHouseholds} h JOIN ${surveyMarks} m ON m.answer_id = h.answer_id
      WHERE h.round_id = (${id}) AND m.expected IS NOT NULL GROUP BY m.question, m.expected, m.mark`),
    orm.all<{ channel: AnswerChannel; answers: number }>(sql`SELECT a.channel, count(*) AS answers
      FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id
      WHERE h.round_id = (${id}) GROUP BY a.channel ORDER BY a.channel`),
    ...calculationQueries(ctx, live),
  ])
  const [first] = found
  if (first === undefined) throw noRound()
  const settings = settingsOf(settingRows)
  const measures = [...outcomes.map(fromOutcome), ...calculations(...calculated).map(fromCalculation)]
  return {
    ...projectRound(first.project, first.round, measures, { settings, flagged: flagChanges(measures) }),
    method: currentMethod,
    corrected: reported ? { method: 1, ...reported } : null,
    leastAnswers: settings.leastAnswers,
    leastRateE4: settings.leastRateE4,
    spreads: dimensions.map((dimension) => {
      const ofIt = given.filter(({ question }) => question === dimension)
      return { dimension, expected: spreadOf(ofIt, 'expected'), perceived: spreadOf(ofIt, 'mark') }
    }),
    channels,
  }
}

/** How often a question was answered by a pair of marks. */
interface Given {
  question: string
  expected: number
  mark: number
  times: number
}

/** How often each mark was given on one side. */
function spreadOf(given: readonly Given[], side: 'expected' | 'mark'): number[] {
  return marks.map((mark) => given.reduce((sum, one) => sum + (one[side] === mark ? one.times : 0), 0))
}
