import { and, asc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { occupancies, people, rooms, roomsNamed } from '../../estate/registry/index.ts'
import { listUnansweredSchema, type AskedState, type ListUnanswered, type Unanswered } from './schemas.ts'
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

/**
 * When somebody was told. A phone gets one message for all of its rooms, so a household was told when its person was, for
 * whichever room.
 */
const toldAt = (column: 'invited_at' | 'reminded_at') => sql<
  number | null
>`(SELECT max(other.${sql.raw(column)})
  FROM ${occupancies} o JOIN ${surveyHouseholds} other
    ON other.round_id = ${surveyHouseholds.roundId} AND other.room_id = o.room_id
  WHERE o.person_id = ${surveyHouseholds.personId} AND other.person_id = ${surveyHouseholds.personId})`
const [invitedAt, remindedAt] = [toldAt('invited_at'), toldAt('reminded_at')]

const wasAsked: Readonly<Record<AskedState, SQL>> = {
  reminded: sql`${remindedAt} IS NOT NULL`,
  invited: sql`${invitedAt} IS NOT NULL AND ${remindedAt} IS NULL`,
  not_asked: sql`${invitedAt} IS NULL AND ${remindedAt} IS NULL`,
}

/** The query of `listUnanswered`, which a test holds to its indexes. */
export function unanswered(
  ctx: Ctx,
  input: {
    projectId: string
    asked?: AskedState | undefined
    search?: string
    after?: string | undefined
    limit: number
  },
) {
  const { projectId, asked, search = '' } = input
  const after = decodeCursor<[string]>(input.after, ['string'])
  const { roundId, roomId, personId, answerId } = surveyHouseholds
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
        sql`${roundId} = (SELECT id FROM ${surveyRounds} WHERE project_id = ${projectId}
          AND closed_at IS NULL AND closes_at > ${ctx.now} ORDER BY period DESC LIMIT 1)`,
        isNull(answerId),
        asked && wasAsked[asked],
        search === '' ? undefined : sql`${roomId} IN (${roomsNamed(projectId, search)})`,
        after && gt(roomId, after[0]),
      ),
    )
    .orderBy(asc(roomId))
    .limit(input.limit + 1)
}
