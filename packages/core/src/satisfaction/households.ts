import { civilDateOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { occupancies, personPhones, rooms } from '../registry/index.ts'

/** Whose word counts for a household: those who own the place or live in it, not the developer who has not sold it. */
const askedRoles = sql.raw("('owner', 'co_owner', 'tenant')")
/** Rooms that nobody lives or works in. */
const notLivedIn = sql.raw("('storage', 'public')")

/**
 * The first of a person's phones that takes messages. Phones lie sealed; the shape of the mask tells a mobile
 * (138****1234) and a foreign number (+852****4567) from landlines and service numbers.
 * @param column what is wanted of it
 */
export function phoneForMessages(column: 'phone_index' | 'phone_sealed', personId: SQL): SQL {
  return sql`(SELECT ${sql.raw(column)} FROM ${personPhones} WHERE person_id = ${personId}
    AND (phone_masked LIKE '1__****____' OR phone_masked LIKE '+%') ORDER BY position LIMIT 1)`
}

/** Whether an occupancy, under this alias, is one of today. */
export function runsToday(ctx: Ctx, alias: string): SQL {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const [from, to] = [sql.raw(`${alias}.from_on`), sql.raw(`${alias}.to_on`)]
  return sql`(${from} IS NULL OR ${from} <= ${today}) AND (${to} IS NULL OR ${to} >= ${today})`
}

/** What makes a room, under the alias `r`, a household: it is lived or worked in, and somebody can be asked. */
export function isHousehold(ctx: Ctx): SQL {
  return sql`r.archived_at IS NULL AND coalesce(r.use, '') NOT IN ${notLivedIn} AND EXISTS (
    SELECT 1 FROM ${occupancies} o WHERE o.room_id = r.id AND o.role IN ${askedRoles} AND ${runsToday(ctx, 'o')})`
}

/**
 * The households of today with the one person of each who is asked: `room_id`, `project_id`, `sort_key`, `person_id`
 * and `phone_index`, which is null for who left no phone that takes messages. The owner is asked before co-owners and
 * tenants, but whoever can be sent a message before who cannot. A household without such a phone belongs to those who
 * are surveyed as much as any other: leaving it out would leave out older people above all. Staff ask it on a visit.
 */
export function households(ctx: Ctx): SQL {
  return sql`SELECT room_id, project_id, sort_key, person_id, phone_index FROM (
    SELECT *, row_number() OVER (PARTITION BY room_id
      ORDER BY phone_index IS NULL, CASE role WHEN 'owner' THEN 0 WHEN 'co_owner' THEN 1 ELSE 2 END, occupancy_id) AS choice
    FROM (SELECT r.id AS room_id, r.project_id, r.sort_key, o.person_id, o.role, o.id AS occupancy_id,
        ${phoneForMessages('phone_index', sql`o.person_id`)} AS phone_index
      FROM ${rooms} r
      JOIN ${occupancies} o ON o.room_id = r.id AND o.role IN ${askedRoles} AND ${runsToday(ctx, 'o')}
      WHERE r.archived_at IS NULL AND coalesce(r.use, '') NOT IN ${notLivedIn})) WHERE choice = 1`
}

/** The rooms that are an owner's today, by the phone of their account: `room_id`. */
export function roomsOfOwner(ctx: Ctx, ownerId: string): SQL {
  return sql`SELECT o.room_id FROM owners w JOIN ${personPhones} ph ON ph.phone_index = w.phone_index
    JOIN ${occupancies} o ON o.person_id = ph.person_id AND o.role <> 'developer' AND ${runsToday(ctx, 'o')}
    WHERE w.id = ${ownerId} AND o.room_id IS NOT NULL`
}
