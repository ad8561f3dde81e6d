import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { answeredTooOften, surveyClosed } from './errors.ts'
import { dimensions, loyaltyQuestion, scale, type AnswerChannel } from './methodology.ts'
import type { Scores } from './schemas.ts'
import { surveyAnswers, surveyHouseholds, surveyMarks, surveyRounds } from './tables.ts'

/** What a household says, whoever noted it down. */
export interface GivenAnswer {
  answerId: string
  roundId: string
  roomId: string
  scores: Scores
  loyalty: number | null
  comment: string
  named: boolean
}

/** The household that is asked, as it stands. */
export interface AskedHousehold {
  roundId: string
  projectId: string
  methodology: number
  closesAt: number
  closedAt: number | null
  answers: number
}

/** Nobody changes their mind more often than this in one round. */
const mostAnswers = 10
/** Within so long somebody should have looked into a low answer. */
const lookIntoWithinMs = 24 * 60 * 60_000

/** The columns of an `AskedHousehold`. */
export const askedHousehold = {
  roundId: surveyRounds.id,
  projectId: surveyRounds.projectId,
  methodology: surveyRounds.methodology,
  closesAt: surveyRounds.closesAt,
  closedAt: surveyRounds.closedAt,
  answers: surveyHouseholds.answers,
}

/** @throws `satisfaction.closed`, `satisfaction.answered_too_often` */
export function requireOpen(ctx: Ctx, household: AskedHousehold): void {
  if (household.closedAt !== null || household.closesAt <= ctx.now) throw surveyClosed()
  if (household.answers >= mostAnswers) throw answeredTooOften({ most: mostAnswers })
}

/**
 * Writes an answer, which from now on is the one that counts for its household. The latest counts until the round
 * closes: people see things differently after a talk, and whoever answers by mistake can mend it.
 */
export function writeAnswer(
  ctx: Ctx,
  write: Write,
  household: AskedHousehold,
  given: GivenAnswer,
  channel: AnswerChannel,
): void {
  const { answerId: id, roundId, roomId, comment, named } = given
  write.add(
    ctx.db.orm.insert(surveyAnswers).values({
      id,
      roundId,
      roomId,
      methodology: household.methodology,
      channel,
      byId: ctx.actor.id,
      comment,
      named,
      answeredAt: ctx.now,
    }),
    // The guard of the table refuses an answer to a round that was closed since it was read.
    surveyClosed,
  )
  write.add(ctx.db.orm.insert(surveyMarks).values(marksOf(id, given)))
  write.changeOne(
    sql`UPDATE ${surveyHouseholds} SET answer_id = ${id}, answers = answers + 1
      WHERE round_id = ${roundId} AND room_id = ${roomId} AND answers < ${mostAnswers}`,
    answeredTooOften({ most: mostAnswers }),
  )
  // Without the answer's id: who reads the log is not to learn who said what.
  write.audit('satisfaction.answered', roundId, { projectId: household.projectId, detail: { channel } })
  haveLookedInto(ctx, write, household, given)
}

/** The marks of an answer as they lie in their rows. */
function marksOf(answerId: string, { scores, loyalty }: Pick<GivenAnswer, 'scores' | 'loyalty'>) {
  const pairs = dimensions.map((question) => {
    const { expected, perceived } = scores[question]
    return { answerId, question: question as string, expected: expected as number | null, mark: perceived }
  })
  return loyalty === null
    ? pairs
    : [...pairs, { answerId, question: loyaltyQuestion, expected: null, mark: loyalty }]
}

/** Words beside a low answer are a call to act on, not only a number (D174): they come onto the manager's desk. */
function haveLookedInto(ctx: Ctx, write: Write, household: AskedHousehold, given: GivenAnswer): void {
  const low = dimensions.filter((dimension) => given.scores[dimension].perceived <= scale.low)
  const [lowest] = low.toSorted((a, b) => given.scores[a].perceived - given.scores[b].perceived)
  if (lowest === undefined || given.comment === '') return
  addTask(ctx, write, {
    kind: 'survey_low',
    subjectId: given.answerId,
    projectId: household.projectId,
    for: { role: 'project_manager' },
    dueAt: ctx.now + lookIntoWithinMs,
    params: { dimension: lowest, perceived: given.scores[lowest].perceived, low: low.length },
  })
}
