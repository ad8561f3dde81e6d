import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { buildings } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import { comingUnder } from './as-charged.ts'
import { tariffNotFound } from './errors.ts'
import { feeItems } from '../items/index.ts'
import { forEver } from './expand-scopes.ts'
import { countTakenOut } from './taken-out.ts'
import { tariffPrices, tariffs, tariffScopes } from './tables.ts'
import type { TariffPage } from './tariff-schemas.ts'

/** How many places it charges from today on, how many of them have a last day, and the first and the last of these days. */
interface Charged {
  places: number
  ending: number
  endsOn: string | null
  endsLastOn: string | null
}

/**
 * A tariff with all its prices, the latest first, and for what it holds, places that came since the last bills among them.
 * One round trip.
 * @throws `billing.tariff_not_found`
 */
export async function readTariff(ctx: Ctx, tariffId: string): Promise<TariffPage> {
  ctx.require('tariffs.read')
  const { id, fromOn, toOn, priceE4, additionFen, rounding, roundingUnitFen } = tariffPrices
  const { grade, baseE4, rangeE4, approvalKind, approvalNo, approvalOn } = tariffPrices
  const today = todayOf(ctx)
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const guidance = { grade, baseE4, rangeE4, approvalKind, approvalNo, approvalOn }
  const [[tariff], prices, scopes] = await ctx.db.orm.batch([
    ctx.db.orm
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
        charged:
          sql<Charged>`(SELECT json_object('places', count(*), 'ending', count(nullif(last, ${forEver})), 'endsOn', min(nullif(last, ${forEver})),
            'endsLastOn', max(nullif(last, ${forEver})))
          FROM (SELECT target_id, max(coalesce(to_on, ${forEver})) AS last
            FROM (SELECT target_id, to_on FROM tariff_assignments WHERE tariff_id = ${tariffId}
              UNION ALL SELECT target_id, to_on FROM (${comingUnder({ project, today })}) WHERE tariff_id = ${tariffId})
            GROUP BY target_id HAVING last >= ${today}))`.mapWith(
            (json: string) => JSON.parse(json) as Charged,
          ),
        takenOut: countTakenOut(tariffId, today),
      })
      .from(tariffs)
      .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
      .where(eq(tariffs.id, tariffId)),
    ctx.db.orm
      .select({ id, fromOn, toOn, priceE4, additionFen, rounding, roundingUnitFen, ...guidance })
      .from(tariffPrices)
      .where(eq(tariffPrices.tariffId, tariffId))
      .orderBy(desc(fromOn)),
    ctx.db.orm
      .select({
        kind: tariffScopes.kind,
        value: tariffScopes.value,
        name: buildings.name,
        yields: tariffScopes.yields,
        excluded: tariffScopes.excluded,
        fromOn: tariffScopes.fromOn,
        toOn: tariffScopes.toOn,
      })
      .from(tariffScopes)
      .leftJoin(
        buildings,
        and(eq(buildings.id, tariffScopes.value), eq(buildings.projectId, tariffScopes.projectId)),
      )
      .where(sql`${tariffScopes.projectId} = ${project} AND ${tariffScopes.tariffId} = ${tariffId}`)
      .orderBy(tariffScopes.id),
  ])
  const [latest] = prices
  if (tariff === undefined || latest === undefined || !ctx.may('tariffs.read', tariff.projectId))
    throw tariffNotFound()
  const { id: _id, rounding: _rounding, roundingUnitFen: _unit, ...price } = latest
  const { charged, ...known } = tariff
  const chargedUntil = charged.ending === charged.places ? charged.endsLastOn : null
  return { ...known, ...charged, chargedUntil, ...price, beginsOn: prices.at(-1)!.fromOn, prices, scopes }
}
