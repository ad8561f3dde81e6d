import { newId, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { households, isHousehold, rooms } from '../../estate/registry/index.ts'
import { currentMethodology } from './methodology.ts'
import { roundTimes, type SurveySettings } from './rules.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * Opens the round of a month in every project that has households and no such round yet (D174): one read, then one
 * batch of the same few statements for ten households and for a hundred thousand.
 * @returns how many rounds were opened
 */
export async function openRounds(ctx: Ctx, period: Period, settings: SurveySettings): Promise<number> {
  const waiting = await ctx.db.orm.all<{ id: string }>(sql`SELECT p.id FROM ${projects} p
    WHERE p.archived_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM ${surveyRounds} s WHERE s.project_id = p.id AND s.period = ${period})
      AND EXISTS (SELECT 1 FROM ${rooms} r WHERE r.project_id = p.id AND ${isHousehold(ctx, 'r')})
    ORDER BY p.id`)
  if (waiting.length === 0) return 0
  const { closesAt, remindAt } = roundTimes(period, settings, ctx.company.zone, ctx.now)
  const rounds = waiting.map(({ id }) => ({
    id: newId('srnd', ctx.now),
    projectId: id,
    period,
    methodology: currentMethodology,
    households: 0,
    openedAt: ctx.now,
    remindAt,
    closesAt,
  }))
  // Two jobs at once: the second meets the first one's rounds, is refused, and finds them open when it comes again.
  return ctx.writeAnew('satisfaction.open_rounds', (write) => {
    write.add(ctx.db.orm.insert(surveyRounds).values(rounds))
    const opened = sql`SELECT id FROM ${surveyRounds} WHERE period = ${period} AND opened_at = ${ctx.now} AND closed_at IS NULL`
    write.add(sql`INSERT INTO ${surveyHouseholds} (round_id, room_id, person_id, lead)
      SELECT s.id, h.room_id, h.person_id, h.phone_index IS NOT NULL
        AND row_number() OVER (PARTITION BY s.id, h.phone_index ORDER BY h.sort_key, h.room_id) = 1
      FROM ${surveyRounds} s JOIN (${households(ctx)}) h ON h.project_id = s.project_id WHERE s.id IN (${opened})`)
    write.change(sql`UPDATE ${surveyRounds} SET households =
      (SELECT count(*) FROM ${surveyHouseholds} h WHERE h.round_id = ${surveyRounds.id}) WHERE id IN (${opened})`)
    for (const { id, projectId } of rounds) {
      write.publish({ type: askEventType, roundId: id, remind: false })
      write.audit('satisfaction.round_opened', id, { projectId, detail: { period } })
    }
    return rounds.length
  })
}

/** Owners are to be told about a round, or reminded of it. */
export const askEventType = 'survey.ask'
