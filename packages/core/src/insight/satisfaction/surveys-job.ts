import { type Instant } from '@heju/kernel'
import { isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { ScheduledJob } from '../../platform/outbox/index.ts'
import { askedAlready } from './errors.ts'
import { askEventType, openRounds } from './open-rounds.ts'
import { closeRounds, calculateRounds, withoutOutcome } from './calculate-rounds.ts'
import { nextOpeningAt, openingAfter, periodToOpen, usualSettings, type SurveySettings } from './rules.ts'
import { settingsOf, settingsQuery, surveysJobName } from './settings.ts'
import { surveyRounds } from './tables.ts'

/**
 * Opens the survey of the month before in the first week of a month, reminds once, closes and calculates (D174). Whatever
 * of this was done already is left alone, so it may run at any time and any number of times; what it did not come to do
 * for a while, it does when it runs again. It sees no clock but `ctx.now`.
 */
export const surveysJob: ScheduledJob = {
  name: surveysJobName,
  async run(ctx) {
    ctx.requireJob()
    const { settings, underWay, uncalculated } = await readState(ctx)
    const period = periodToOpen(ctx.now, settings, ctx.company.zone)
    if (period !== null) await openRounds(ctx, period, settings)
    const toRemind = underWay.filter((round) => due(ctx, round.remindAt) && !isOver(ctx, round))
    if (toRemind.length > 0) await remind(ctx, toRemind)
    const over = underWay.some((round) => isOver(ctx, round))
    if (over) await closeRounds(ctx)
    if (over || uncalculated) while (await calculateRounds(ctx)) continue
    return nextDueAt(ctx)
  },
}

/** Every company has its survey from its first month on, unless it switches it off. */
export const surveysFirst = {
  job: surveysJobName,
  firstDueAt: (now: Instant, zone: string): Instant => openingAfter(now, usualSettings, zone),
}

/** A round that is not calculated yet. */
interface UnderWay {
  id: string
  /** Null when there is nothing to remind of any more. */
  remindAt: number | null
  closesAt: number
}

interface State {
  settings: SurveySettings
  underWay: UnderWay[]
  /** Closed rounds that the method of today has not calculated: of a job that died, or of an older method. */
  uncalculated: boolean
}

async function readState(ctx: Ctx): Promise<State> {
  const { id, remindAt, remindedAt, closesAt, calculatedAt } = surveyRounds
  const [settings, underWay, [left]] = await ctx.db.orm.batch([
    settingsQuery(ctx),
    ctx.db.orm
      .select({
        id,
        remindAt: sql<number | null>`CASE WHEN ${remindedAt} IS NULL THEN ${remindAt} END`,
        closesAt,
      })
      .from(surveyRounds)
      .where(isNull(calculatedAt)),
    ctx.db.orm.all<{ found: number }>(sql`SELECT EXISTS (SELECT 1 FROM ${surveyRounds} s
      WHERE s.closed_at IS NOT NULL AND ${withoutOutcome}) AS found`),
  ])
  return { settings: settingsOf(settings), underWay, uncalculated: left?.found === 1 }
}

function due(ctx: Ctx, at: number | null): boolean {
  return at !== null && at <= ctx.now
}

function isOver(ctx: Ctx, round: UnderWay): boolean {
  return round.closesAt <= ctx.now
}

/** Has those reminded who have not answered. */
async function remind(ctx: Ctx, rounds: readonly UnderWay[]): Promise<void> {
  const ids = JSON.stringify(rounds.map(({ id }) => id))
  await ctx.writeAnew('satisfaction.remind', (write) => {
    write.change(sql`UPDATE ${surveyRounds} SET reminded_at = ${ctx.now}
      WHERE id IN (SELECT value FROM json_each(${ids})) AND closed_at IS NULL AND reminded_at IS NULL`)
    write.require(sql`changes() = ${rounds.length}`, askedAlready)
    for (const { id } of rounds) write.publish({ type: askEventType, roundId: id, remind: true })
  })
}

async function nextDueAt(ctx: Ctx): Promise<Instant | null> {
  const { settings, underWay } = await readState(ctx)
  const instants = underWay.flatMap(({ remindAt, closesAt }) => [remindAt, closesAt])
  const all = [...instants, nextOpeningAt(ctx.now, settings, ctx.company.zone)].filter((at) => at !== null)
  return all.length === 0 ? null : Math.min(...all)
}
