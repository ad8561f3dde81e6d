import { instantOf, lastDay, type CivilDate, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../projects/index.ts'
import { todayOf } from '../../today.ts'
import { runsOn, runsToday } from './queries.ts'
import { occupancies, personPhones, rooms } from './tables.ts'

/** Whose home or workplace a room is: those who own it or rent it, not the developer who has not sold it. */
const dwelling = sql.raw("('owner', 'co_owner', 'tenant')")

/** A room that somebody may live or work in: in use, and neither a store nor everybody's. */
const livable = (room: SQL): SQL =>
  sql`${room}.archived_at IS NULL AND coalesce(${room}.use, '') NOT IN ('storage', 'public')`

/**
 * What makes a room a household (户): it is lived or worked in, and somebody can be asked. Surveys and the figures for a
 * thousand households count these and no others.
 * @param alias of `rooms` in the query
 */
export function isHousehold(ctx: Ctx, alias: string): SQL {
  const room = sql.raw(alias)
  return sql`${livable(room)} AND EXISTS (
    SELECT 1 FROM ${occupancies} o WHERE o.room_id = ${room}.id AND o.role IN ${dwelling} AND ${runsToday(ctx, 'o')})`
}

/**
 * How many households each project had on the last day of each month, or has today in the month that runs; without any
 * it is left out. What happens in a month is set against these, whether or not it had a survey. A room that was taken
 * out of the registry since counts until then. A query, for `orm.batch`.
 * @param inCare whether project `p` was the company's already at a time, given as SQL of epoch ms: owners without a first
 *   day have been there for ever, also in a project that was taken on since
 */
export function householdsByMonth(
  ctx: Ctx,
  months: readonly Period[],
  scope: 'all' | readonly string[],
  inCare: (at: SQL) => SQL,
) {
  const { zone } = ctx.company
  const days = months.map((month) => {
    const last = lastDay(month)
    const day = last < todayOf(ctx) ? last : todayOf(ctx)
    return { month, day, ends: instantOf(day as CivilDate, '24:00', zone) }
  })
  const within =
    scope === 'all'
      ? sql``
      : sql` AND r.project_id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
  return ctx.db.orm.all<HouseholdsOfMonth>(sql`SELECT r.project_id AS projectId, m.value ->> 'month' AS month,
      count(*) AS households
    FROM json_each(${JSON.stringify(days)}) m JOIN ${projects} p ON ${inCare(sql`(m.value ->> 'ends')`)} JOIN ${rooms} r ON r.project_id = p.id
    WHERE (r.archived_at IS NULL OR r.archived_at >= m.value ->> 'ends')
      AND coalesce(r.use, '') NOT IN ('storage', 'public')${within}
      AND EXISTS (SELECT 1 FROM ${occupancies} o WHERE o.room_id = r.id AND o.role IN ${dwelling}
        AND ${runsOn('o', sql`(m.value ->> 'day')`)})
    GROUP BY r.project_id, m.value ->> 'month'`)
}

interface HouseholdsOfMonth {
  projectId: string
  month: string
  households: number
}

/**
 * The first of a person's phones that takes messages. Phones lie sealed; the shape of the mask tells a mobile
 * (138****1234) and a foreign number (+852****4567) from landlines and service numbers.
 * @param column what is wanted of it
 */
export function phoneForMessages(column: 'phone_index' | 'phone_sealed', personId: SQL): SQL {
  return sql`(SELECT ${sql.raw(column)} FROM ${personPhones} WHERE person_id = ${personId}
    AND (phone_masked LIKE '1__****____' OR phone_masked LIKE '+%') ORDER BY position LIMIT 1)`
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
      JOIN ${occupancies} o ON o.room_id = r.id AND o.role IN ${dwelling} AND ${runsToday(ctx, 'o')}
      WHERE ${livable(sql`r`)})) WHERE choice = 1`
}
