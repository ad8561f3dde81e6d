import { sql, type SQL } from 'drizzle-orm'
import { rooms } from '../registry/index.ts'
import type { AreaKind } from './rules.ts'
import { areaPlaces, areaStewards } from './tables.ts'

/** The area for which a place was chosen by itself, on a day. */
export function areaChosenFor(placeId: SQL, kind: AreaKind | SQL, day: string | SQL): SQL<string | null> {
  return sql`(SELECT chosen.area_id FROM ${areaPlaces} AS chosen WHERE chosen.kind = ${kind} AND chosen.place_id = ${placeId}
    AND chosen.from_on <= ${day} ORDER BY chosen.from_on DESC LIMIT 1)`
}

/**
 * The area to which a room belongs on a day, for use in SQL: by what is said of the room, else of its unit, else of its
 * building. @param room alias of a row of `rooms`
 */
export function areaOfRoom(room: string, kind: AreaKind | SQL, day: string | SQL): SQL<string | null> {
  const of = (column: string) => areaChosenFor(sql.raw(`${room}.${column}`), kind, day)
  return sql`coalesce(${of('id')}, ${of('unit_id')}, ${of('building_id')})`
}

/** The rooms of an area on a day: `id`. For the scope of a list or of a role. */
export function roomsOfArea(areaId: string | SQL, kind: AreaKind, projectId: string, day: string): SQL {
  return sql`SELECT member.id FROM ${rooms} AS member WHERE member.project_id = ${projectId}
    AND member.archived_at IS NULL AND ${areaOfRoom('member', kind, day)} = ${areaId}`
}

/** Who is responsible for an area on a day. @param column of `area_stewards` */
export function responsibleOn(
  areaId: SQL,
  column: 'steward_id' | 'stand_in_id',
  day: string | SQL,
): SQL<string | null> {
  return sql`(SELECT duty.${sql.raw(column)} FROM ${areaStewards} AS duty WHERE duty.area_id = ${areaId}
    AND duty.from_on <= ${day} ORDER BY duty.from_on DESC LIMIT 1)`
}
