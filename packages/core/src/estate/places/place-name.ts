import { sql, type SQL } from 'drizzle-orm'
import { projects } from '../projects/index.ts'
import { buildings, nameOfPlace, rooms, units } from '../registry/index.ts'
import { commonPlaces } from './tables.ts'

/**
 * The whole name of a common place, made of what it stands under as that is called now: what is renamed above it needs no word
 * here. `nameOfCommonPlace` says the same of what was read.
 * @param place the table or its alias
 */
export function commonPlaceName(place = 'common_places'): SQL<string> {
  const p = sql.raw(place)
  return sql<string>`(coalesce((SELECT name FROM ${buildings} WHERE id = ${p}.building_id) || '-', '')
    || coalesce((SELECT name FROM ${units} WHERE id = ${p}.unit_id) || '-', '')
    || CASE WHEN ${p}.floor IS NULL THEN '' WHEN ${p}.floor < 0 THEN 'B' || -${p}.floor || '-' ELSE ${p}.floor || 'F-' END
    || ${p}.name)`
}

/** What a place is called today, by its id and whatever it is: null where there is none. For use in SQL. */
export function nameOfPlaceRef(id: SQL): SQL<string | null> {
  const tail = sql`substr(${id}, 1, instr(${id}, '_') - 1)`
  return sql<string | null>`CASE ${tail}
    WHEN 'proj' THEN (SELECT name FROM ${projects} WHERE id = ${id})
    WHEN 'bldg' THEN (SELECT name FROM ${buildings} WHERE id = ${id})
    WHEN 'unit' THEN (SELECT b.name || '-' || u.name FROM ${units} AS u JOIN ${buildings} AS b ON b.id = u.building_id WHERE u.id = ${id})
    WHEN 'room' THEN (SELECT name FROM ${rooms} WHERE id = ${id})
    WHEN 'park' THEN ${nameOfPlace(sql`NULL`, id)}
    WHEN 'place' THEN (SELECT ${commonPlaceName('cp')} FROM ${commonPlaces} AS cp WHERE cp.id = ${id}) END`
}
