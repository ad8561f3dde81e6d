import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Place } from '../../estate/registry/index.ts'
import { isExclusive, targetKinds, type TargetKind } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { scopeKinds } from './rules.ts'
import { targetNames } from './targets.ts'

/** Whether a scope (alias given) takes in place `t`. */
export function takesIn(kind: TargetKind, scope: string): SQL {
  const s = sql.raw(scope)
  const narrower =
    kind === 'room'
      ? sql`WHEN 'room_use' THEN ${s}.value = t.use WHEN 'building' THEN ${s}.value = t.building_id`
      : sql`WHEN 'parking_kind' THEN ${s}.value = t.kind`
  return sql`CASE ${s}.kind WHEN 'project' THEN 1 ${narrower} ELSE 0 END`
}

/** Tariffs of rooms and tariffs of spaces, by what they are calculated by. */
export function forKind(kind: TargetKind, tariff: string): SQL {
  return sql`${sql.raw(tariff)}.basis ${kind === 'room' ? sql`<>` : sql`=`} 'parking_space'`
}

/** Wide scopes come first in `scopeKinds`. */
function width(scope: string): SQL {
  const ranks = scopeKinds.map((kind, rank) => sql.raw(`WHEN '${kind}' THEN ${rank} `))
  return sql`CASE ${sql.raw(scope)}.kind ${sql.join(ranks)} END`
}

/** What yields to others comes after all of them; of the rest the narrowest is first, and of equal ones the first. */
const rank = sql`(NOT s.yields) * 1000000000000 + ${width('s')} * 1000000000 - s.rowid`

/**
 * Brings rooms and spaces that were added since under the scopes of their project's tariffs. A charge for property or
 * parking comes on each day from the narrowest scope of that day, of equal ones from the first, from one that was to keep
 * what is there only where nothing else is, and from the day on which somebody gives the place one of its own from that
 * alone; other charges all hold. A scope that has ended takes nothing in
 * any more.
 *
 * A place is brought under them once, as they stand then. Afterwards only what somebody says of its charges changes them: a
 * tariff that is switched off or ended does not let another one in, for months that may be billed, and a home that becomes
 * a shop is charged as before.
 */
export function expandScopes(projectId: string, today: string): SQL[] {
  return targetKinds.flatMap((kind) => follow(kind, projectId, today))
}

/** Adds to a write that places which came since the last bills are as they would be billed now, before anything is decided. */
export function bringPlacesUnder(ctx: Ctx, write: Write, projectId: string): void {
  for (const expansion of expandScopes(projectId, todayOf(ctx))) write.change(expansion)
}

/** The same for one place. */
export function expandScopesTo(place: Place, projectId: string, today: string): SQL[] {
  return follow(place.kind, projectId, today, place.id)
}

function follow(kind: TargetKind, projectId: string, today: string, only?: string): SQL[] {
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on) ${followingFrom(kind, projectId, today, only)}`,
    sql`INSERT INTO scope_followers (target_id) SELECT id FROM (${followers(kind, projectId, only)})`,
  ]
}

/** The places of projects that came after the first scope there and have not been brought under any. */
export function followers(kind: TargetKind, projects: string | SQL, only?: string): SQL {
  return sql`SELECT p.* FROM (SELECT project_id AS of_project, min(created_at) AS began FROM tariff_scopes WHERE project_id IN (${projects}) GROUP BY project_id)
    CROSS JOIN ${targetNames[kind].table} AS p ON p.project_id = of_project WHERE p.archived_at IS NULL
    ${only === undefined ? sql`` : sql`AND p.id = ${only}`} AND p.created_at >= began
    AND NOT EXISTS (SELECT 1 FROM scope_followers WHERE target_id = p.id)`
}

/** The last day of what has no end. */
export const forEver = '9999-12-31'

/**
 * What the scopes of a project say of places that have come since: rows of `tariff_assignments` that are not there yet.
 * @param projects an id, or a query of ids. No parentheses around a query that finds several: SQLite would take its first row
 *   alone. No column of the statement around it: SQLite would go through all anew for each place, which takes minutes for some
 *   hundred of them (`plans.test`)
 * @param only one place, by its id
 */
export function followingFrom(kind: TargetKind, projects: string | SQL, today: string, only?: string): SQL {
  return scopesOver(kind, projects, today, followers(kind, projects, only))
}

/**
 * The same of places that are given.
 * @param places a query of their `id`, `project_id` and `created_at`, with what scopes take them in by
 */
export function scopesOver(kind: TargetKind, projects: string | SQL, today: string, places: SQL): SQL {
  const running = sql`(s.to_on IS NULL OR s.to_on >= ${today})`
  return sql`WITH t AS MATERIALIZED (${places}),
      candidate AS MATERIALIZED (SELECT * FROM (
        SELECT t.id, s.tariff_id, s.rowid AS nr, ${competing} AS item, s.from_on, ${rank} AS rank, s.yields, f.fee_item AS fee, f.state = 'active' AND NOT f.surcharge AS stands,
          min(coalesce(s.to_on, '${sql.raw(forEver)}'), coalesce(date(${ownFrom()}, '-1 day'), '${sql.raw(forEver)}')) AS to_on
        FROM tariff_scopes s CROSS JOIN tariffs f ON f.id = s.tariff_id CROSS JOIN t
        WHERE s.project_id IN (${projects}) AND t.project_id = s.project_id AND NOT s.excluded AND ${forKind(kind, 'f')} AND ${running} AND t.created_at >= s.created_at
          AND ${takesIn(kind, 's')} AND NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = t.id AND a.tariff_id = f.id))
        WHERE from_on <= to_on),
      barred AS MATERIALIZED (SELECT t.id, s.tariff_id, s.rowid AS nr, s.from_on, coalesce(s.to_on, '${sql.raw(forEver)}') AS to_on
        FROM tariff_scopes s CROSS JOIN t WHERE s.project_id IN (${projects}) AND t.project_id = s.project_id AND s.excluded AND ${takesIn(kind, 's')}),
      ${narrowestByDay} ${joined}`
}

/**
 * What a scope `s` of tariff `f` competes for: of the charges for one item a day has one. A charge of an item
 * that is not exclusive, a surcharge and what is not in use, a draft too, competes with itself alone.
 */
const competing = sql`CASE WHEN ${isExclusive(sql`f.fee_item`)} AND NOT f.surcharge AND f.state = 'active' THEN f.fee_item ELSE f.id END`

/** The first day on which somebody has given place `t` a charge of its own for the same. */
function ownFrom(): SQL {
  return sql`(SELECT min(a.from_on) FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
    WHERE a.target_id = t.id AND g.id <> f.id AND g.fee_item = f.fee_item AND ${isExclusive(sql`f.fee_item`)} AND NOT g.surcharge AND NOT f.surcharge
      AND g.state = 'active' AND f.state = 'active')`
}

/**
 * Of the candidates of each stretch of days, from one change to the next, that with the highest rank and not barred. What
 * yields is left out like at the rooms that were there: for all its days, where something in use that was decided on before
 * is charged for the same on any of them. What came after it takes days from it and no more.
 */
const narrowestByDay = sql`${sql.raw(`edge AS (
        SELECT id, item, from_on AS day FROM candidate
        UNION SELECT id, item, date(to_on, '+1 day') FROM candidate WHERE to_on < '${forEver}'
        UNION SELECT c.id, c.item, b.from_on FROM barred b JOIN candidate c ON c.id = b.id AND c.tariff_id = b.tariff_id
        UNION SELECT c.id, c.item, date(b.to_on, '+1 day') FROM barred b JOIN candidate c ON c.id = b.id AND c.tariff_id = b.tariff_id
          WHERE b.to_on < '${forEver}'),
      stretch AS (SELECT id, item, day AS from_on,
        coalesce(date(lead(day) OVER (PARTITION BY id, item ORDER BY day), '-1 day'), '${forEver}') AS to_on FROM edge),
      won AS (SELECT d.id, d.item, c.tariff_id, d.from_on, d.to_on, c.nr, c.yields, c.fee, c.stands, c.from_on AS its_from, c.to_on AS its_to, max(c.rank) AS rank FROM stretch d
        JOIN candidate c ON c.id = d.id AND c.item = d.item AND c.from_on <= d.from_on AND c.to_on >= d.from_on
        LEFT JOIN barred b ON b.id = c.id AND b.tariff_id = c.tariff_id AND b.nr > c.nr AND b.from_on <= d.from_on AND b.to_on >= d.from_on
        WHERE b.id IS NULL GROUP BY d.id, d.item, d.from_on),
      charged AS (SELECT w.id, w.tariff_id, w.from_on, w.to_on FROM won w LEFT JOIN won o ON w.yields AND w.stands AND o.id = w.id AND o.fee = w.fee
        AND `)}${isExclusive(sql`w.fee`)}${sql.raw(` AND o.tariff_id <> w.tariff_id AND o.stands AND o.nr < w.nr AND o.from_on <= w.its_to AND o.to_on >= w.its_from WHERE o.id IS NULL)`)}`

/**
 * Stretches that a place has of one tariff one after the other, or twice, become one. What scopes said stays with the place,
 * like all that they say: also when it is used for something else later.
 */
const joined =
  sql.raw(`SELECT id, tariff_id, min(from_on) AS from_on, nullif(max(to_on), '${forEver}') AS to_on FROM (
    SELECT *, sum(apart) OVER (PARTITION BY id, tariff_id ORDER BY from_on ROWS UNBOUNDED PRECEDING) AS part FROM (
      SELECT *, coalesce(from_on > date(max(to_on) OVER (PARTITION BY id, tariff_id ORDER BY from_on
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '+1 day'), 0) AS apart FROM charged))
    GROUP BY id, tariff_id, part`)
