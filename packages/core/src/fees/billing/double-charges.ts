import { civilDateOf, firstDay, lastDay, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { placeName } from '../../estate/registry/index.ts'
import { kindOfTarget } from './targets.ts'
import {
  listDoubleChargesSchema,
  type DoubleCharge,
  type ListDoubleCharges,
} from './charged-place-schemas.ts'

/** Which places are asked about, and on which days: without a month today and later. */
interface Asked {
  projectId?: string | undefined
  placeId?: string | undefined
  period?: Period | undefined
}

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
  places: number
}

/**
 * Rooms and spaces that two tariffs in use charge for the same, today or later, or in a month: from the time before the
 * narrowest scope won, or since a workbook said so. Surcharges stand beside all, and double nothing. One round trip.
 * @returns also how many places they are in all
 */
export async function listDoubleCharges(
  ctx: Ctx,
  raw: ListDoubleCharges,
): Promise<Page<DoubleCharge> & { places: number }> {
  const { after, limit, ...asked } = parse(listDoubleChargesSchema, raw)
  const from = decodeCursor<[string, string, string]>(after, ['string', 'string', 'string'])
  const rows = await ctx.db.orm.all<Found>(doubles(ctx, asked, from, limit + 1))
  const { items, next } = pageOf(rows, limit, (row) => [row.placeId, row.one, row.other])
  return { items: items.map(doubleOf), next, places: rows[0]?.places ?? 0 }
}

function doubleOf(row: Found): DoubleCharge {
  const { placeId, place, projectId, feeItem } = row
  return {
    id: `${placeId} ${row.one} ${row.other}`,
    projectId,
    feeItem,
    place: { kind: kindOfTarget(placeId), id: placeId, name: place },
    tariffs: [
      { id: row.one, name: row.oneName, fromOn: row.oneFrom, toOn: row.oneTo },
      { id: row.other, name: row.otherName, fromOn: row.otherFrom, toOn: row.otherTo },
    ],
  }
}

/** Tariffs that have another one in use for the same are gone through, each by the index of its assignments. */
function doubles(
  ctx: Ctx,
  { projectId, placeId, period }: Asked,
  after: string[] | undefined,
  most: number,
): SQL {
  const [first, last] =
    period === undefined
      ? [civilDateOf(ctx.now, ctx.company.zone), '9999-12-31']
      : [firstDay(period), lastDay(period)]
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
      WHERE ${among(ctx, projectId)} AND ${placeId === undefined ? sql`1` : sql`a.target_id = ${placeId}`} AND f.state = 'active' AND g.state = 'active' AND f.fee_item <> 'other'
        AND g.fee_item = f.fee_item AND NOT f.surcharge AND NOT g.surcharge AND EXISTS (SELECT 1 FROM tariffs o WHERE o.project_id = f.project_id
          AND o.id > f.id AND o.fee_item = f.fee_item AND o.state = 'active' AND NOT o.surcharge)
      GROUP BY a.target_id, f.id, g.id)
    SELECT d.place_id AS placeId, ${placeName('r', 's')} AS place, d.project_id AS projectId, d.fee_item AS feeItem,
      d.one, d.one_name AS oneName, d.one_from AS oneFrom, d.one_to AS oneTo,
      d.other, d.other_name AS otherName, d.other_from AS otherFrom, d.other_to AS otherTo,
      (SELECT count(DISTINCT place_id) FROM doubled) AS places
    FROM doubled d LEFT JOIN rooms r ON r.id = d.place_id LEFT JOIN parking_spaces s ON s.id = d.place_id
    WHERE ${after === undefined ? sql`1` : sql`(d.place_id, d.one, d.other) > (${after[0]}, ${after[1]}, ${after[2]})`}
    ORDER BY d.place_id, d.one, d.other LIMIT ${most}`
}

/** The projects that are asked about. @throws `access.not_allowed` */
function among(ctx: Ctx, projectId: string | undefined): SQL {
  const scope = ctx.projectsWhere('tariffs.read')
  const asked =
    projectId === undefined ? scope : scope === 'all' || scope.includes(projectId) ? [projectId] : []
  return asked === 'all'
    ? sql`1`
    : sql`f.project_id IN (SELECT value FROM json_each(${JSON.stringify(asked)}))`
}
