import { civilDateOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { placeName } from '../../estate/registry/index.ts'
import { tariffNotFound } from './errors.ts'
import { comingUnder } from './as-charged.ts'
import { forEver, forKind, takesIn } from './expand-scopes.ts'
import { targetNames, type TargetKind } from './targets.ts'
import { listSinglePlacesSchema, type ListSinglePlaces, type SinglePlace } from './charged-place-schemas.ts'

/** A row as the database gives it. */
interface Found {
  placeId: string
  place: string
  sortKey: string
  isRoom: number
  fromOn: string
  toOn: string | null
}

/**
 * The rooms and spaces that a tariff charges, today or later, without a scope of it that takes them in: those that somebody
 * named one by one, and those that a workbook did; or those that have a last day, under whatever scope. In their own order.
 * One round trip. @throws `billing.tariff_not_found`
 */
export async function listSinglePlaces(ctx: Ctx, raw: ListSinglePlaces): Promise<Page<SinglePlace>> {
  ctx.require('tariffs.read')
  const { tariffId, ending, after, limit } = parse(listSinglePlacesSchema, raw)
  const from = decodeCursor<[string, string]>(after, ['string', 'string'])
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const [[tariff], rows] = await ctx.db.orm.batch([
    ctx.db.orm.all<{ projectId: string }>(
      sql`SELECT project_id AS projectId FROM tariffs WHERE id = ${tariffId}`,
    ),
    ctx.db.orm.all<Found>((ending === undefined ? singles : endings)(tariffId, today, from, limit + 1)),
  ])
  if (tariff === undefined || !ctx.may('tariffs.read', tariff.projectId)) throw tariffNotFound()
  const { items, next } = pageOf(rows, limit, ({ sortKey, placeId }) => [sortKey, placeId])
  return {
    next,
    items: items.map(({ placeId: id, place: name, isRoom, fromOn, toOn }) => ({
      id,
      place: { kind: isRoom === 1 ? 'room' : 'parking', id, name },
      fromOn,
      toOn,
    })),
  }
}

/**
 * Each place once, with the first of its days and the last, whatever stretches of days it has of the tariff. The project's
 * places are gone through in their order until there are enough: after an import nearly all of them may be single ones.
 */
function singles(tariffId: string, today: string, after: string[] | undefined, most: number): SQL {
  const of = (kind: TargetKind) => {
    const its = sql`FROM tariff_assignments a WHERE a.target_id = t.id AND a.tariff_id = f.id
      AND (a.to_on IS NULL OR a.to_on >= ${today}) AND NOT ${underScope(kind, today)}`
    return sql`SELECT * FROM (SELECT t.id, t.sort_key, ${kind === 'room' ? 1 : 0} AS is_room, (SELECT min(a.from_on) ${its}) AS from_on,
        (SELECT nullif(max(coalesce(a.to_on, '9999-12-31')), '9999-12-31') ${its}) AS to_on
      FROM tariffs f CROSS JOIN ${targetNames[kind].table} t ON t.project_id = f.project_id
      WHERE f.id = ${tariffId} AND ${forKind(kind, 'f')} AND ${after === undefined ? sql`1` : sql`(t.sort_key, t.id) > (${after[0]}, ${after[1]})`}
        AND EXISTS (SELECT 1 ${its}) ORDER BY t.sort_key, t.id LIMIT ${most})`
  }
  return sql`SELECT p.id AS placeId, ${placeName('r', 's')} AS place, p.sort_key AS sortKey, p.is_room AS isRoom, p.from_on AS fromOn, p.to_on AS toOn
    FROM (${of('room')} UNION ALL ${of('parking')}) p LEFT JOIN rooms r ON r.id = p.id LEFT JOIN parking_spaces s ON s.id = p.id
    ORDER BY p.sort_key, p.id LIMIT ${most}`
}

/** Each place of which all days end, places that came since the last bills among them: those that the page of the tariff counts. */
function endings(tariffId: string, today: string, after: string[] | undefined, most: number): SQL {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  return sql`WITH charged AS MATERIALIZED (SELECT target_id, min(from_on) AS from_on, max(coalesce(to_on, ${forEver})) AS last
      FROM (SELECT target_id, from_on, to_on FROM tariff_assignments WHERE tariff_id = ${tariffId}
        UNION ALL SELECT target_id, from_on, to_on FROM (${comingUnder({ project, today })}) WHERE tariff_id = ${tariffId})
      WHERE to_on IS NULL OR to_on >= ${today} GROUP BY target_id HAVING last < ${forEver})
    SELECT * FROM (SELECT c.target_id AS placeId, ${placeName('r', 's')} AS place, coalesce(r.sort_key, s.sort_key) AS sortKey, r.id IS NOT NULL AS isRoom,
        c.from_on AS fromOn, c.last AS toOn
      FROM charged c LEFT JOIN rooms r ON r.id = c.target_id LEFT JOIN parking_spaces s ON s.id = c.target_id)
    WHERE ${after === undefined ? sql`1` : sql`(sortKey, placeId) > (${after[0]}, ${after[1]})`}
    ORDER BY sortKey, placeId LIMIT ${most}`
}

/**
 * Whether a scope of the tariff of assignment `a` that has not ended takes place `t` in, and none after it takes it out on
 * the first of the days that are left of `a`.
 */
function underScope(kind: TargetKind, today: string): SQL {
  const first = sql`max(a.from_on, ${today})`
  return sql`EXISTS (SELECT 1 FROM tariff_scopes c WHERE c.project_id = t.project_id AND c.tariff_id = a.tariff_id AND NOT c.excluded
    AND (c.to_on IS NULL OR c.to_on >= ${today}) AND ${takesIn(kind, 'c')}
    AND NOT EXISTS (SELECT 1 FROM tariff_scopes x WHERE x.project_id = t.project_id AND x.tariff_id = a.tariff_id
      AND x.excluded AND x.rowid > c.rowid
      AND x.from_on <= ${first} AND (x.to_on IS NULL OR x.to_on >= ${first}) AND ${takesIn(kind, 'x')}))`
}
