import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { todayOf } from '../../today.ts'
import { comingUnder } from './as-charged.ts'
import { feeItems } from '../items/index.ts'
import { forEver } from './expand-scopes.ts'
import { tariffPrices, tariffs } from './tables.ts'
import { listTariffsSchema, type ListTariffs, type Tariff } from './tariff-schemas.ts'

/**
 * What projects charge for, with its first day, the latest price of each and its places, those among them that came since the
 * last bills, and their last day where all have one. One round trip.
 */
export async function listTariffs(ctx: Ctx, raw: ListTariffs): Promise<Tariff[]> {
  const scope = ctx.projectsWhere('tariffs.read')
  const { projectId } = parse(listTariffsSchema, raw)
  const { fromOn, toOn, priceE4, additionFen, grade, baseE4, rangeE4, approvalKind, approvalNo, approvalOn } =
    tariffPrices
  const today = todayOf(ctx)
  const latest = sql`(SELECT p.id FROM tariff_prices p WHERE p.tariff_id = ${tariffs.id} ORDER BY p.from_on DESC LIMIT 1)`
  const running = sql`FROM tariff_assignments a WHERE a.tariff_id = ${tariffs.id} AND (a.to_on IS NULL OR a.to_on >= ${today})`
  const listed = ctx.db.orm
    .select({
      id: tariffs.id,
      projectId: tariffs.projectId,
      name: tariffs.name,
      feeItem: tariffs.feeItem,
      exclusive: feeItems.exclusive,
      guided: feeItems.guided,
      basis: tariffs.basis,
      state: tariffs.state,
      surcharge: tariffs.surcharge,
      beginsOn: sql<string>`(SELECT min(p.from_on) FROM tariff_prices p WHERE p.tariff_id = ${tariffs.id})`,
      fromOn,
      toOn,
      priceE4,
      additionFen,
      grade,
      baseE4,
      rangeE4,
      approvalKind,
      approvalNo,
      approvalOn,
      places: sql<number>`(SELECT count(DISTINCT a.target_id) ${running})`,
      last: sql<string | null>`(SELECT max(coalesce(a.to_on, ${forEver})) ${running})`,
    })
    .from(tariffs)
    .innerJoin(tariffPrices, eq(tariffPrices.id, latest))
    .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
    .where(
      and(
        scope === 'all' ? undefined : inArray(tariffs.projectId, [...scope]),
        projectId === undefined ? undefined : eq(tariffs.projectId, projectId),
      ),
    )
    .orderBy(asc(tariffs.projectId), asc(tariffs.name))
  const asked = sql`SELECT id FROM ${projects} WHERE ${and(
    scope === 'all' ? sql`1` : inArray(projects.id, [...scope]),
    projectId === undefined ? undefined : eq(projects.id, projectId),
  )}`
  const [items, came] = await ctx.db.orm.batch([
    listed,
    ctx.db.orm.all<{ tariffId: string; places: number; last: string }>(
      sql`SELECT tariff_id AS tariffId, count(DISTINCT target_id) AS places, max(coalesce(to_on, ${forEver})) AS last FROM (${comingUnder({ project: asked, today })}) AS a
        WHERE a.to_on IS NULL OR a.to_on >= ${today} GROUP BY tariff_id`,
    ),
  ])
  const more = new Map(came.map(({ tariffId, ...coming }) => [tariffId, coming]))
  return items.map(({ last, ...item }) => {
    const coming = more.get(item.id)
    const until = [last ?? '', coming?.last ?? ''].toSorted().at(-1)
    return {
      ...item,
      places: item.places + (coming?.places ?? 0),
      chargedUntil: until === '' || until === undefined || until === forEver ? null : until,
    }
  })
}
