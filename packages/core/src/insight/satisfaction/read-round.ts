import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { noRound } from './errors.ts'
import { currentMethod, dimensions, scale, type AnswerChannel } from './methodology.ts'
import { reckoningQueries, reckonings } from './reckoning.ts'
import { flagChanges } from './flag-changes.ts'
import { fromOutcome, fromReckoning, projectRound } from './round-figures.ts'
import { outcomesIn } from './read-month.ts'
import { withoutOutcome } from './reckon-rounds.ts'
import { readRoundSchema, type ReadRound, type RoundFigures } from './figure-schemas.ts'
import { settingsOf, settingsQuery } from './settings.ts'
import { surveyAnswers, surveyHouseholds, surveyResults, surveyRounds } from './tables.ts'

const values = Array.from({ length: scale.most }, (_, i) => i + 1)
/** How often each value was given on each side of each dimension. */
const timesGiven = dimensions
  .flatMap((dimension) => [`${dimension}_expected`, `${dimension}_perceived`])
  .flatMap((column) => values.map((value) => `sum(a.${column} = ${value}) AS ${column}_${value}`))
  .join(', ')

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
  const [settingRows, found, outcomes, [reported], [counted], channels, ...reckoned] = await orm.batch([
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
    orm.all<Record<string, number>>(sql`SELECT ${sql.raw(timesGiven)}
      FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id WHERE h.round_id = (${id})`),
    orm.all<{ channel: AnswerChannel; answers: number }>(sql`SELECT a.channel, count(*) AS answers
      FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id
      WHERE h.round_id = (${id}) GROUP BY a.channel ORDER BY a.channel`),
    ...reckoningQueries(ctx, live),
  ])
  const [first] = found
  if (first === undefined) throw noRound()
  const settings = settingsOf(settingRows)
  const measures = [...outcomes.map(fromOutcome), ...reckonings(...reckoned).map(fromReckoning)]
  return {
    ...projectRound(first.project, first.round, measures, { settings, flagged: flagChanges(measures) }),
    method: currentMethod,
    corrected: reported ? { method: 1, ...reported } : null,
    leastAnswers: settings.leastAnswers,
    leastRateE4: settings.leastRateE4,
    spreads: dimensions.map((dimension) => ({
      dimension,
      expected: values.map((value) => counted?.[`${dimension}_expected_${value}`] ?? 0),
      perceived: values.map((value) => counted?.[`${dimension}_perceived_${value}`] ?? 0),
    })),
    channels,
  }
}
