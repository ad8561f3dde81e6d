import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { placeName, rooms, parkingSpaces } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import type { TargetKind } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { comingUnder } from './as-charged.ts'
import { singlePlaceSchema } from './charged-place-schemas.ts'
import { tariffNotFound } from './errors.ts'
import { forEver, forKind, takesIn } from './expand-scopes.ts'
import { tariffs } from './tables.ts'
import { kindOfTarget, targetNames } from './targets.ts'

/** A row as the database gives it. */
interface Found {
  placeId: string
  place: string
  sortKey: string
  fromOn: string
  toOn: string | null
}

/**
 * The rooms and spaces that a tariff charges, today or later, without a scope of it that takes them in: those that somebody
 * named one by one, and those that a workbook did; or those that have a last day, under whatever scope. In their own order.
 * A tariff that is not there is refused: `billing.tariff_not_found`.
 */
export const singlePlaceList = defineList({
  permission: 'tariffs.read',
  filter: {
    tariffId: idSchema('tariff'),
    /** Instead those that have a last day, whatever they are charged under. */
    ending: v.optional(v.literal('yes')),
  },
  item: singlePlaceSchema,
  project: (projects) => sql`projectId IN ${[...projects]}`,
  where: () => [],
  order: {
    by: { sortKey: { sql: sql`sortKey`, type: 'string' }, placeId: { sql: sql`placeId`, type: 'string' } },
    direction: 'ascending',
  },
  query: (ctx, { where, limit }, { tariffId, ending }) => {
    const today = todayOf(ctx)
    const found = ending === undefined ? singles : endings
    return ctx.db.orm.all<Found>(found(tariffId, today, where ?? sql`1`, limit))
  },
  shown: ({ placeId: id, place: name, fromOn, toOn }) => ({
    id,
    place: { kind: kindOfTarget(id), id, name },
    fromOn,
    toOn,
  }),
  beside: {
    answer: {},
    query: (ctx, _narrowed, { tariffId }) =>
      ctx.db.orm.select({ projectId: tariffs.projectId }).from(tariffs).where(eq(tariffs.id, tariffId)),
    shown: ([tariff], ctx) => {
      if (tariff === undefined || !ctx.may('tariffs.read', tariff.projectId)) throw tariffNotFound()
      return {}
    },
  },
})

/**
 * Each place once, with the first of its days and the last, whatever stretches of days it has of the tariff. The project's
 * places are gone through in their order until there are enough: after an import nearly all of them may be single ones.
 */
function singles(tariffId: string, today: string, where: SQL, most: number): SQL {
  const of = (kind: TargetKind) => {
    const its = sql`FROM tariff_assignments a WHERE a.target_id = t.id AND a.tariff_id = f.id
      AND (a.to_on IS NULL OR a.to_on >= ${today}) AND NOT ${underScope(kind, today)}`
    return sql`SELECT * FROM (SELECT t.id AS placeId, t.sort_key AS sortKey, t.project_id AS projectId, (SELECT min(a.from_on) ${its}) AS from_on,
        (SELECT nullif(max(coalesce(a.to_on, '9999-12-31')), '9999-12-31') ${its}) AS to_on
      FROM tariffs f CROSS JOIN ${targetNames[kind].table} t ON t.project_id = f.project_id
      WHERE f.id = ${tariffId} AND ${forKind(kind, 'f')} AND ${where}
        AND EXISTS (SELECT 1 ${its}) ORDER BY t.sort_key, t.id LIMIT ${most})`
  }
  return sql`SELECT p.placeId, ${placeName('r', 's')} AS place, p.sortKey, p.from_on AS fromOn, p.to_on AS toOn
    FROM (${of('room')} UNION ALL ${of('parking')}) p LEFT JOIN ${rooms} r ON r.id = p.placeId LEFT JOIN ${parkingSpaces} s ON s.id = p.placeId
    ORDER BY p.sortKey, p.placeId LIMIT ${most}`
}

/** Each place of which all days end, places that came since the last bills among them: those that the page of the tariff counts. */
function endings(tariffId: string, today: string, where: SQL, most: number): SQL {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  return sql`WITH charged AS MATERIALIZED (SELECT target_id, min(from_on) AS from_on, max(coalesce(to_on, ${forEver})) AS last
      FROM (SELECT target_id, from_on, to_on FROM tariff_assignments WHERE tariff_id = ${tariffId}
        UNION ALL SELECT target_id, from_on, to_on FROM (${comingUnder({ project, today })}) WHERE tariff_id = ${tariffId})
      WHERE to_on IS NULL OR to_on >= ${today} GROUP BY target_id HAVING last < ${forEver})
    SELECT * FROM (SELECT c.target_id AS placeId, ${placeName('r', 's')} AS place, coalesce(r.sort_key, s.sort_key) AS sortKey,
        coalesce(r.project_id, s.project_id) AS projectId,
        c.from_on AS fromOn, c.last AS toOn
      FROM charged c LEFT JOIN ${rooms} r ON r.id = c.target_id LEFT JOIN ${parkingSpaces} s ON s.id = c.target_id)
    WHERE ${where} ORDER BY sortKey, placeId LIMIT ${most}`
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
