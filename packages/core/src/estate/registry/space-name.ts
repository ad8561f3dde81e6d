import { sql, type SQL } from 'drizzle-orm'
import { parkingSpaces, rooms } from './tables.ts'

/**
 * The one name of a parking space, as people read it: its lot and number, B1-001, the number alone where the project has
 * one lot. A word such as 车位 before it is the page's, in the language of the page.
 * @param space the table or its alias
 */
export function spaceName(space = 'parking_spaces'): SQL<string> {
  const s = sql.raw(space)
  return sql<string>`(CASE ${s}.lot WHEN '' THEN ${s}.code ELSE ${s}.lot || '-' || ${s}.code END)`
}

/** The name of a room or parking space, whichever of the two was joined; empty where neither was. */
export function placeName(room = 'rooms', space = 'parking_spaces'): SQL<string> {
  return sql<string>`coalesce(${sql.raw(room)}.name, ${spaceName(space)}, '')`
}

/** The same of a place that is known by its id, of which one of the two is: null where neither is on record. */
export function nameOfPlace(roomId: SQL, spaceId: SQL): SQL<string | null> {
  return sql<string | null>`coalesce((SELECT r.name FROM ${rooms} r WHERE r.id = ${roomId}),
    (SELECT ${spaceName('s')} FROM ${parkingSpaces} s WHERE s.id = ${spaceId}))`
}
