import { firstDay, lastDay, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parkingSpaces, placeName, rooms } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { isExclusive } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { doubleChargeSchema, type DoubleCharge } from './charged-place-schemas.ts'
import { periodSchema } from './schemas.ts'
import { kindOfTarget } from './targets.ts'

/** A row as the database gives it. */
interface Found {
  placeId: string
  place: string
  projectId: string
  feeItem: DoubleCharge['feeItem']
  one: string
  oneName: string
  oneFrom: string
  oneTo: string | null
  other: string
  otherName: string
  otherFrom: string
  otherTo: string | null
}

/**
 * Rooms and spaces that two tariffs in use charge for the same, today or later, or in a month: from the time before the
 * narrowest scope won, or since a workbook said so. Surcharges stand beside all, and double nothing.
 */
export const doubleChargeList = defineList({
  permission: 'tariffs.read',
  filter: {
    projectId: v.optional(idSchema('proj')),
    /** One room or space alone. */
    placeId: v.optional(v.union([idSchema('room'), idSchema('park')])),
    /** The days of one month; without it today and all days to come. */
    period: v.optional(periodSchema),
  },
  item: doubleChargeSchema,
  project: (projects) => sql`f.project_id IN ${[...projects]}`,
  where: (_ctx, { placeId }) => [placeId === undefined ? undefined : sql`a.target_id = ${placeId}`],
  order: {
    by: {
      placeId: { sql: sql`d.place_id`, type: 'string' },
      one: { sql: sql`d.one`, type: 'string' },
      other: { sql: sql`d.other`, type: 'string' },
    },
    direction: 'ascending',
  },
  query: (ctx, { narrowed, beyond = sql`1`, limit }, { period }) =>
    ctx.db.orm.all<Found>(sql`${doubled(daysOf(ctx, period), narrowed)}
    SELECT d.place_id AS placeId, ${placeName('r', 's')} AS place, d.project_id AS projectId, d.fee_item AS feeItem,
      d.one, d.one_name AS oneName, d.one_from AS oneFrom, d.one_to AS oneTo,
      d.other, d.other_name AS otherName, d.other_from AS otherFrom, d.other_to AS otherTo
    FROM doubled d LEFT JOIN ${rooms} r ON r.id = d.place_id LEFT JOIN ${parkingSpaces} s ON s.id = d.place_id
    WHERE ${beyond}
    ORDER BY d.place_id, d.one, d.other LIMIT ${limit}`),
  shown: (row) => ({
    id: `${row.placeId} ${row.one} ${row.other}`,
    projectId: row.projectId,
    feeItem: row.feeItem,
    place: { kind: kindOfTarget(row.placeId), id: row.placeId, name: row.place },
    tariffs: [
      { id: row.one, name: row.oneName, fromOn: row.oneFrom, toOn: row.oneTo },
      { id: row.other, name: row.otherName, fromOn: row.otherFrom, toOn: row.otherTo },
    ],
  }),
  beside: {
    /** How many places they are in all. */
    answer: { places: v.number() },
    query: (ctx, narrowed, { period }) =>
      ctx.db.orm.all<{ places: number }>(
        sql`${doubled(daysOf(ctx, period), narrowed)} SELECT count(DISTINCT place_id) AS places FROM doubled`,
      ),
    shown: ([counted]) => ({ places: counted?.places ?? 0 }),
  },
})

/** The days of one month, or today and all days to come. */
function daysOf(ctx: Ctx, period: Period | undefined): [string, string] {
  return period === undefined ? [todayOf(ctx), '9999-12-31'] : [firstDay(period), lastDay(period)]
}

/** Tariffs that have another one in use for the same are gone through, each by the index of its assignments. */
function doubled([first, last]: [string, string], narrowed: SQL = sql`1`): SQL {
  const goesOn = (assignment: string) =>
    sql`${sql.raw(assignment)}.from_on <= ${last} AND (${sql.raw(assignment)}.to_on IS NULL OR ${sql.raw(assignment)}.to_on >= ${first})`
  const begins = (row: string) => sql`min(${sql.raw(row)}.from_on)`
  const ends = (row: string) => sql`nullif(max(coalesce(${sql.raw(row)}.to_on, '9999-12-31')), '9999-12-31')`
  return sql`WITH doubled AS MATERIALIZED (
      SELECT a.target_id AS place_id, f.project_id, f.fee_item, f.id AS one, f.name AS one_name, ${begins('a')} AS one_from,
        ${ends('a')} AS one_to, g.id AS other, g.name AS other_name, ${begins('b')} AS other_from, ${ends('b')} AS other_to
      FROM tariffs f CROSS JOIN tariff_assignments a ON a.tariff_id = f.id AND ${goesOn('a')}
      CROSS JOIN tariff_assignments b ON b.target_id = a.target_id AND b.tariff_id > f.id AND ${goesOn('b')}
        AND b.from_on <= coalesce(a.to_on, '9999-12-31') AND (b.to_on IS NULL OR b.to_on >= a.from_on)
      CROSS JOIN tariffs g ON g.id = b.tariff_id
      WHERE ${narrowed} AND f.state = 'active' AND g.state = 'active' AND ${isExclusive(sql`f.fee_item`)}
        AND g.fee_item = f.fee_item AND NOT f.surcharge AND NOT g.surcharge AND EXISTS (SELECT 1 FROM tariffs o WHERE o.project_id = f.project_id
          AND o.id > f.id AND o.fee_item = f.fee_item AND o.state = 'active' AND NOT o.surcharge)
      GROUP BY a.target_id, f.id, g.id)`
}
