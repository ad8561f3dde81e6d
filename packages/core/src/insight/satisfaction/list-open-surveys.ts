import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { rooms, roomsOfOwner } from '../../estate/registry/index.ts'
import type { OpenSurvey } from './schemas.ts'
import { surveyAnswers, surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * The surveys that an owner can answer now, one for each of their rooms, whichever projects these are in; those not
 * answered yet first. What was answered is not shown: it may have been somebody else of the household. One round trip.
 */
export async function listOpenSurveys(ctx: Ctx): Promise<OpenSurvey[]> {
  return openSurveys(ctx, ctx.requireOwner())
}

/** Whether an answer was given, and whether another took its place since. One round trip. */
export async function standingOfAnswer(
  ctx: Ctx,
  answerId: string,
): Promise<'not_given' | 'counts' | 'replaced'> {
  const { roundId, roomId } = surveyAnswers
  const household = and(eq(surveyHouseholds.roundId, roundId), eq(surveyHouseholds.roomId, roomId))
  const [given] = await ctx.db.orm
    .select({ latest: surveyHouseholds.answerId })
    .from(surveyAnswers)
    .innerJoin(surveyHouseholds, household)
    .where(eq(surveyAnswers.id, answerId))
  if (given === undefined) return 'not_given'
  return given.latest === answerId ? 'counts' : 'replaced'
}

/** The query of `listOpenSurveys`, which a test holds to its indexes. */
export function openSurveys(ctx: Ctx, ownerId: string) {
  const { id, projectId, period, methodology, closesAt, closedAt } = surveyRounds
  const answered = sql<boolean>`${surveyHouseholds.answerId} IS NOT NULL`.mapWith(Boolean)
  return ctx.db.orm
    .select({
      roundId: id,
      projectId,
      projectName: projects.name,
      roomId: rooms.id,
      roomName: rooms.name,
      period,
      methodology,
      closesAt,
      answered,
    })
    .from(rooms)
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .innerJoin(surveyRounds, and(eq(projectId, rooms.projectId), isNull(closedAt), gt(closesAt, ctx.now)))
    .innerJoin(surveyHouseholds, and(eq(surveyHouseholds.roundId, id), eq(surveyHouseholds.roomId, rooms.id)))
    .where(sql`${rooms.id} IN (${roomsOfOwner(ctx, ownerId)})`)
    .orderBy(asc(answered), asc(projects.name), asc(rooms.sortKey))
}
