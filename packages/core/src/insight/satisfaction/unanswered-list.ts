import { eq, isNull, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { searchSchema } from '../../estate/registry/shape.ts'
import { occupancies, people, rooms, roomsNamed, personPhones } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { askedStates, unansweredSchema, type AskedState } from './schemas.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

const { roundId, roomId, personId, answerId } = surveyHouseholds

/**
 * When somebody was told. A phone gets one message for all of its rooms, so a household was told when its person was, for
 * whichever room.
 */
const toldAt = (column: 'invited_at' | 'reminded_at') => sql<
  number | null
>`(SELECT max(other.${sql.raw(column)})
  FROM ${occupancies} o JOIN ${surveyHouseholds} other
    ON other.round_id = ${roundId} AND other.room_id = o.room_id
  WHERE o.person_id = ${personId} AND other.person_id = ${personId})`
const [invitedAt, remindedAt] = [toldAt('invited_at'), toldAt('reminded_at')]

const wasAsked: Readonly<Record<AskedState, SQL>> = {
  reminded: sql`${remindedAt} IS NOT NULL`,
  invited: sql`${invitedAt} IS NOT NULL AND ${remindedAt} IS NULL`,
  not_asked: sql`${invitedAt} IS NULL AND ${remindedAt} IS NULL`,
}

/**
 * The households of a project that have not answered its open survey, for those who call or visit them. Empty while no
 * survey is open.
 */
export const unansweredList = defineList({
  permission: 'surveys.record',
  filter: {
    projectId: idSchema('proj'),
    asked: v.optional(v.picklist(askedStates)),
    /** A room's name or number, or a part of it. */
    search: searchSchema,
  },
  item: unansweredSchema,
  // Households are found by their round; a room's project is only looked at.
  project: (projects) => sql`+${rooms.projectId} IN ${[...projects]}`,
  where: ({ now }, { projectId, asked, search }) => [
    sql`${roundId} = (SELECT id FROM ${surveyRounds} WHERE project_id = ${projectId}
      AND closed_at IS NULL AND closes_at > ${now} ORDER BY period DESC LIMIT 1)`,
    isNull(answerId),
    asked && wasAsked[asked],
    search === '' ? undefined : sql`${roomId} IN (${roomsNamed(projectId, search)})`,
  ],
  order: { by: { roomId }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) => {
    const [roomName, personName] = [rooms.name, people.name]
    const phoneMasked = sql<string | null>`(SELECT phone_masked FROM ${personPhones}
      WHERE person_id = ${personId} ORDER BY position LIMIT 1)`
    return ctx.db.orm
      .select({ roundId, roomId, roomName, personId, personName, phoneMasked, invitedAt, remindedAt })
      .from(surveyHouseholds)
      .innerJoin(rooms, eq(rooms.id, roomId))
      .innerJoin(people, eq(people.id, personId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: (household) => household,
})
