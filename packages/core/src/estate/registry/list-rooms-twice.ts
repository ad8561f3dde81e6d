import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { RoomTwice } from './schemas.ts'

/** How the key of a building or unit ended that was called by its number, as 3号. */
const numbered = '号|'

/** As many as anybody puts right before looking again. */
const most = 200

/**
 * Rooms of a project that are on record twice, as 0802 and 802 or 3号508 and 3栋508, from before the two were known to be
 * one. No import and no form makes such a pair any more; the second of it kept the key that it had then (migrations
 * `canonical_rooms` and `keys_as_they_compare`), and is found by it. Pairs that somebody looked at and told apart are left
 * out. One round trip.
 */
export async function listRoomsTwice(ctx: Ctx, projectId: string): Promise<RoomTwice[]> {
  ctx.require('registry.read', projectId)
  // As `roomKeyOfToday`: without the 号 of a building or unit; the walk takes off the zeros that lead a number.
  const rows = await ctx.db.orm.all<{ id: string; name: string; otherId: string; otherName: string }>(
    sql`WITH RECURSIVE walk(id, rest, done, digit) AS (
      SELECT id, replace(replace(replace(replace(key, ${numbered}, '|'), '/', '-'), '_', '-'), '~', '-'), '', 0 FROM rooms
        WHERE project_id = ${projectId} AND archived_at IS NULL
          AND (key GLOB '0[0-9]*' OR key GLOB '*[^0-9]0[0-9]*' OR key GLOB '*[/_~]*' OR key GLOB ${`*[0-9]${numbered}*`})
      UNION ALL
      SELECT id, substr(rest, 2),
        CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
        CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
      FROM walk WHERE rest <> '')
    SELECT first.id, first.name, second.id AS otherId, second.name AS otherName
    FROM walk w JOIN rooms second ON second.id = w.id
      JOIN rooms first ON first.project_id = ${projectId} AND first.key = w.done AND first.archived_at IS NULL
    WHERE w.rest = '' AND first.id <> second.id AND NOT EXISTS (SELECT 1 FROM rooms_apart a
      WHERE a.room_id = min(first.id, second.id) AND a.other_id = max(first.id, second.id)) ORDER BY first.sort_key, first.id LIMIT ${most}`,
  )
  return rows.map(({ id, name, otherId, otherName }) => ({
    first: { id, name },
    second: { id: otherId, name: otherName },
  }))
}
