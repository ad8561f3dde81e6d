import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { holdsThere } from '../../people/identity/index.ts'
import { buildings, rooms, units } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import { areaDayPast, areaPlaceNotFound, areaStewardCannot } from './errors.ts'
import { areaChosenFor, responsibleOn } from './resolve.ts'
import { stewardPermissions, type AreaKind } from './rules.ts'
import { areaPlaces, areaStewards } from './tables.ts'

export interface AreaOn {
  areaId: string
  projectId: string
  kind: AreaKind
  fromOn: string
}

/** @throws `areas.day_past`: what has held since before today is on record */
export function requireFromToday(ctx: Ctx, fromOn: string): void {
  if (fromOn < todayOf(ctx)) throw areaDayPast()
}

/**
 * Makes an area out of places from a day on, as part of a write: what joins leaves the area in which it was, and what is
 * not among them belongs to none by itself. What is said for later gives way of a place that joins, whosever it is, and of
 * one that is not among them as far as it is this area's: another area keeps what it plans. Places that stay as they are
 * keep what is planned for them; a room that was archived while it belongs to the area may be among them.
 * @throws `areas.place_not_found` at the write
 */
export function writePlaces(ctx: Ctx, write: Write, area: AreaOn, places: readonly string[]): void {
  const { areaId, projectId, kind, fromOn } = area
  const ids = JSON.stringify([...new Set(places)])
  const named = sql`SELECT value FROM json_each(${ids})`
  const chosen = areaChosenFor(sql`p.place_id`, kind, fromOn)
  const its = sql`SELECT DISTINCT place_id FROM ${areaPlaces} WHERE area_id = ${areaId}`
  const there = sql`SELECT id FROM ${buildings} WHERE project_id = ${projectId}
    UNION ALL SELECT u.id FROM ${units} AS u JOIN ${buildings} AS b ON b.id = u.building_id WHERE b.project_id = ${projectId}
    UNION ALL SELECT id FROM ${rooms} WHERE project_id = ${projectId} AND archived_at IS NULL
    UNION ALL SELECT p.place_id FROM (${its}) AS p WHERE ${chosen} = ${areaId}`
  write.require(sql`NOT EXISTS (${named} EXCEPT SELECT id FROM (${there}))`, areaPlaceNotFound)
  const leaving = sql`SELECT p.place_id FROM (${its}) AS p WHERE p.place_id NOT IN (${named}) AND ${chosen} = ${areaId}`
  const joining = sql`SELECT p.place_id FROM (SELECT value AS place_id FROM json_each(${ids})) AS p
    WHERE ${chosen} IS NOT ${areaId}`
  // Before the rows of that day: which places are touched is told by what held on it until now.
  const later = sql`kind = ${kind} AND from_on > ${fromOn}`
  // To be in none after this area is its plan too.
  const planned = sql`(area_id = ${areaId} OR area_id IS NULL AND ${areaId} = (SELECT before.area_id
    FROM ${areaPlaces} AS before WHERE before.kind = area_places.kind AND before.place_id = area_places.place_id
      AND before.from_on < area_places.from_on ORDER BY before.from_on DESC LIMIT 1))`
  write.change(
    sql`DELETE FROM ${areaPlaces} WHERE ${later} AND place_id IN (${its}) AND place_id NOT IN (${named}) AND ${planned}`,
  )
  write.change(sql`DELETE FROM ${areaPlaces} WHERE ${later} AND place_id IN (${joining})`)
  put(ctx, write, area, sql`NULL`, leaving)
  put(ctx, write, area, sql`${areaId}`, joining)
}

function put(ctx: Ctx, write: Write, { kind, fromOn }: AreaOn, areaId: SQL, places: SQL): void {
  write.change(sql`INSERT INTO ${areaPlaces} (kind, place_id, from_on, area_id, created_at)
    SELECT ${kind}, place_id, ${fromOn}, ${areaId}, ${ctx.now} FROM (${places}) WHERE true
    ON CONFLICT (kind, place_id, from_on) DO UPDATE SET area_id = excluded.area_id, created_at = excluded.created_at`)
}

/**
 * Says who is responsible for an area from a day on, as part of a write.
 * @throws `areas.steward_cannot` at the write
 */
export function writeStewards(
  ctx: Ctx,
  write: Write,
  { areaId, projectId, kind, fromOn }: AreaOn,
  { stewardId, standInId }: { stewardId: string | null; standInId: string | null },
): void {
  for (const id of [stewardId, standInId])
    if (id !== null)
      write.require(holdsThere(ctx, id, stewardPermissions[kind], projectId), areaStewardCannot)
  const now = (column: 'steward_id' | 'stand_in_id') => responsibleOn(sql`${areaId}`, column, fromOn)
  const differs = sql`${now('steward_id')} IS NOT ${stewardId} OR ${now('stand_in_id')} IS NOT ${standInId}`
  write.change(
    sql`DELETE FROM ${areaStewards} WHERE area_id = ${areaId} AND from_on > ${fromOn} AND (${differs})`,
  )
  write.change(sql`INSERT INTO ${areaStewards} (area_id, from_on, steward_id, stand_in_id, created_at)
    SELECT ${areaId}, ${fromOn}, ${stewardId}, ${standInId}, ${ctx.now} WHERE ${differs}
    ON CONFLICT (area_id, from_on) DO UPDATE SET steward_id = excluded.steward_id, stand_in_id = excluded.stand_in_id,
      created_at = excluded.created_at`)
}
