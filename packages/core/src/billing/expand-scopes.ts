import { sql, type SQL } from 'drizzle-orm'
import type { Place } from '../registry/index.ts'
import { scopeKinds } from './rules.ts'
import { targetKinds, targetNames, type TargetKind } from './targets.ts'

/** Whether a scope (alias given) takes in place `t`. */
export function takesIn(kind: TargetKind, scope: string): SQL {
  const s = sql.raw(scope)
  const narrower =
    kind === 'room'
      ? sql`WHEN 'room_use' THEN ${s}.value = t.use WHEN 'building' THEN ${s}.value = t.building_id`
      : sql`WHEN 'parking_kind' THEN ${s}.value = t.kind`
  return sql`CASE ${s}.kind WHEN 'project' THEN 1 ${narrower} ELSE 0 END`
}

/** Tariffs of rooms and tariffs of spaces, by what they are reckoned by. */
export function forKind(kind: TargetKind, tariff: string): SQL {
  return sql`${sql.raw(tariff)}.basis ${kind === 'room' ? sql`<>` : sql`=`} 'parking_space'`
}

/** Wide scopes come first in `scopeKinds`. */
function width(scope: string): SQL {
  const ranks = scopeKinds.map((kind, rank) => sql.raw(`WHEN '${kind}' THEN ${rank} `))
  return sql`CASE ${sql.raw(scope)}.kind ${sql.join(ranks)} END`
}

/**
 * Brings rooms and spaces that were added since under the scopes of their project's tariffs. A charge for property or
 * parking comes from the narrowest scope, of equal ones from the first, and not at all where somebody has already given the place one of its own;
 * other charges all hold. A scope that has ended takes nothing in any more.
 */
export function expandScopes(projectId: string, today: string): SQL[] {
  return targetKinds.map((kind) => follow(followingFrom(kind, projectId, today)))
}

/** The same for one place. */
export function expandScopesTo(place: Place, projectId: string, today: string): SQL {
  return follow(followingFrom(place.kind, projectId, today, place.id))
}

function follow(following: SQL): SQL {
  return sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on) ${following}`
}

/**
 * What the scopes of a project say of places that have come since: rows of `tariff_assignments` that are not there yet.
 * Scopes of one tariff that both mean a place charge it once on each day. A tariff out of use stands in nobody's way.
 * @param only one place, by its id
 */
export function followingFrom(kind: TargetKind, projectId: string | SQL, today: string, only?: string): SQL {
  const running = (scope: string) =>
    sql`(${sql.raw(scope)}.to_on IS NULL OR ${sql.raw(scope)}.to_on >= ${today})`
  // What somebody put beside the others takes no part in who is the narrowest.
  const one = sql`f.fee_item <> 'other' AND NOT s.beside`
  const rival = sql`g.id <> f.id AND g.fee_item = f.fee_item AND g.state <> 'disabled'`
  const own = sql`EXISTS (SELECT 1 FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
      WHERE a.target_id = t.id AND (g.id = f.id OR ${one} AND ${rival}))`
  // Of equally wide ones the first wins, as they were written down: two may be of the same millisecond.
  const narrower = sql`${one} AND EXISTS (SELECT 1 FROM tariff_scopes n JOIN tariffs g ON g.id = n.tariff_id
      WHERE n.project_id = ${projectId} AND ${rival} AND ${forKind(kind, 'g')} AND NOT n.beside
        AND ${running('n')} AND ${takesIn(kind, 'n')}
        AND (${width('n')} > ${width('s')} OR ${width('n')} = ${width('s')} AND n.rowid < s.rowid))`
  return sql`WITH t AS MATERIALIZED (SELECT * FROM ${targetNames[kind].table} WHERE project_id = ${projectId}
        AND archived_at IS NULL ${only === undefined ? sql`` : sql`AND id = ${only}`} AND created_at >= (SELECT min(created_at) FROM tariff_scopes WHERE project_id = ${projectId})),
      following AS (SELECT t.id, s.tariff_id, s.from_on, s.to_on FROM tariff_scopes s CROSS JOIN tariffs f ON f.id = s.tariff_id
        CROSS JOIN t WHERE s.project_id = ${projectId} AND ${forKind(kind, 'f')} AND ${running('s')} AND t.created_at >= s.created_at
          AND ${takesIn(kind, 's')} AND NOT ${own} AND NOT (${narrower}))
      ${withoutOverlap}`
}

/** Rows of `following` of one place and tariff whose days overlap become one, from the first day to the last. */
const withoutOverlap = sql`SELECT id, tariff_id, min(from_on), nullif(max(coalesce(to_on, '9999-12-31')), '9999-12-31') FROM (
    SELECT *, sum(apart) OVER (PARTITION BY id, tariff_id ORDER BY from_on ROWS UNBOUNDED PRECEDING) AS stretch FROM (
      SELECT *, coalesce(from_on > max(coalesce(to_on, '9999-12-31')) OVER (PARTITION BY id, tariff_id ORDER BY from_on
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS apart FROM following))
    GROUP BY id, tariff_id, stretch`
