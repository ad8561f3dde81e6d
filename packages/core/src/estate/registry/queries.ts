import { eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { buildingNotFound, personNotFound, roomNotFound } from './errors.ts'
import { owningRoles } from './rules.ts'
import type { Occupant } from './schemas.ts'
import { buildings, people, rooms } from './tables.ts'

/** @throws `registry.building_not_found` */
export async function buildingById(ctx: Ctx, id: string) {
  const [building] = await ctx.db.orm.select().from(buildings).where(eq(buildings.id, id))
  if (!building) throw buildingNotFound()
  return building
}

/** @throws `registry.room_not_found` */
export async function roomById(ctx: Ctx, id: string) {
  const [room] = await ctx.db.orm.select().from(rooms).where(eq(rooms.id, id))
  if (!room) throw roomNotFound()
  return room
}

/** @throws `registry.person_not_found` */
export async function personById(ctx: Ctx, id: string) {
  const [person] = await ctx.db.orm.select().from(people).where(eq(people.id, id))
  if (!person) throw personNotFound()
  return person
}

/** Today's occupancies: begun or of unknown beginning, not ended. */
export const runsOn = (alias: string, day: string | SQL): SQL =>
  sql`(${sql.raw(alias)}.from_on IS NULL OR ${sql.raw(alias)}.from_on <= ${day}) AND (${sql.raw(alias)}.to_on IS NULL OR ${sql.raw(alias)}.to_on >= ${day})`

/** The same for today in the company's zone. @param alias of `occupancies` in the query */
export function runsToday(ctx: Ctx, alias: string): SQL {
  return runsOn(alias, todayOf(ctx))
}

export const owning = sql.raw(owningRoles.map((role) => `'${role}'`).join(', '))

/**
 * A JSON array of the people at a place, for use as a column. Columns of the outer table are to be written out
 * (`rooms.id`): drizzle leaves the table's name out in selected columns, and `id` would be another one in here.
 * @param where conditions on `o` (occupancies); must name the place
 */
export function occupantsJson(where: SQL, order: SQL): SQL<string> {
  return sql<string>`(SELECT json_group_array(json_object('occupancyId', id, 'personId', person_id, 'name', name, 'role', role,
      'shareE4', share_e4, 'fromOn', from_on, 'toOn', to_on, 'phone', phone_masked, 'plate', plate, 'revision', revision))
    FROM (SELECT o.id, o.person_id, p.name, o.role, o.share_e4, o.from_on, o.to_on, ph.phone_masked, o.plate, o.revision
      FROM occupancies o JOIN people p ON p.id = o.person_id
      LEFT JOIN person_phones ph ON ph.person_id = p.id AND ph.position = 0
      WHERE ${where} ORDER BY ${order}))`
}

/** The owner first, then the others in the order in which they came. */
export const ownerFirst = sql`CASE o.role WHEN 'owner' THEN 0 WHEN 'developer' THEN 0 WHEN 'co_owner' THEN 1 ELSE 2 END, o.from_on, o.id`

export function parseOccupants(json: string): Occupant[] {
  return JSON.parse(json) as Occupant[]
}
