import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { notOfOneProject, personNotFound, roomNotFound, spaceNotFound } from './errors.ts'
import type { Place } from './people-schemas.ts'
import { parkingSpaces, people, rooms } from './tables.ts'

/**
 * The one project of a place and of the people who are to have it. Nobody comes to what was archived. One round trip.
 * @throws `registry.room_not_found`, `registry.space_not_found`, `registry.person_not_found`,
 *   `registry.not_of_one_project`
 */
export async function projectOf(ctx: Ctx, place: Place, personIds: readonly string[]): Promise<string> {
  const table = place.kind === 'room' ? rooms : parkingSpaces
  const [[found], theirs] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ projectId: table.projectId })
      .from(table)
      .where(and(eq(table.id, place.id), isNull(table.archivedAt))),
    ctx.db.orm
      .select({ projectId: people.projectId })
      .from(people)
      .where(inArray(people.id, [...personIds])),
  ])
  if (!found) throw place.kind === 'room' ? roomNotFound() : spaceNotFound()
  if (theirs.length < new Set(personIds).size) throw personNotFound()
  if (theirs.some(({ projectId }) => projectId !== found.projectId)) throw notOfOneProject()
  return found.projectId
}

/** Whether a place is on record still: a condition. Whatever comes to a place asks it in its write, and not before only. */
export function placeIsThere(place: Place): SQL {
  const table = place.kind === 'room' ? rooms : parkingSpaces
  return sql`EXISTS (SELECT 1 FROM ${table} WHERE id = ${place.id} AND archived_at IS NULL)`
}

/** The same, and what to say where it was archived: nobody comes to such a place. */
export function stillThere(place: Place): [SQL, typeof roomNotFound] {
  return [placeIsThere(place), place.kind === 'room' ? roomNotFound : spaceNotFound]
}

/** The columns of an occupancy that name its place. */
export function placeColumns(place: Place) {
  return {
    roomId: place.kind === 'room' ? place.id : null,
    parkingSpaceId: place.kind === 'parking' ? place.id : null,
  }
}
