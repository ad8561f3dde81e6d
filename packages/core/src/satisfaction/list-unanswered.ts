import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { decodeCursor, pageOf, type Page } from '../paging.ts'
import { people, rooms } from '../registry/index.ts'
import { listUnansweredSchema, type ListUnanswered, type Unanswered } from './schemas.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * The households of a project that have not answered its open survey, for those who call or visit them. Empty while no
 * survey is open. One round trip.
 */
export async function listUnanswered(ctx: Ctx, raw: ListUnanswered): Promise<Page<Unanswered>> {
  ctx.require('surveys.record')
  const input = parse(listUnansweredSchema, raw)
  ctx.require('surveys.record', input.projectId)
  const rows = await unanswered(ctx, input)
  return pageOf(rows, input.limit, (row) => [row.roomId])
}

/** The query of `listUnanswered`, which a test holds to its indexes. */
export function unanswered(
  ctx: Ctx,
  input: { projectId: string; after?: string | undefined; limit: number },
) {
  const after = decodeCursor<[string]>(input.after, ['string'])
  const { roundId, roomId, personId, answerId, invitedAt, remindedAt } = surveyHouseholds
  return ctx.db.orm
    .select({
      roundId,
      roomId,
      roomName: rooms.name,
      personId,
      personName: people.name,
      phoneMasked: sql<string | null>`(SELECT phone_masked FROM person_phones
        WHERE person_id = ${personId} ORDER BY position LIMIT 1)`,
      invitedAt,
      remindedAt,
    })
    .from(surveyHouseholds)
    .innerJoin(rooms, eq(rooms.id, roomId))
    .innerJoin(people, eq(people.id, personId))
    .where(
      and(
        sql`${roundId} = (SELECT id FROM ${surveyRounds} WHERE project_id = ${input.projectId}
          AND closed_at IS NULL AND closes_at > ${ctx.now} ORDER BY period DESC LIMIT 1)`,
        isNull(answerId),
        after && gt(roomId, after[0]),
      ),
    )
    .orderBy(asc(roomId))
    .limit(input.limit + 1)
}
