import { addDays, newId, type CivilDate } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireNotAhead } from '../../not-ahead.ts'
import { projects } from '../../estate/projects/index.ts'
import { requireOrder } from '../../estate/registry/index.ts'
import { feeItems } from '../items/index.ts'
import { approvalMissing, priceOverlaps } from './errors.ts'
import { requireChangeable } from './require-changeable.ts'
import { requireGuided, requireInBounds } from './price-guidance.ts'
import { tariffPrices, tariffs } from './tables.ts'
import { addPriceSchema, type AddPrice } from './tariff-schemas.ts'

/**
 * Sets a new price of a tariff from a day on, with what it stands on (D118, D133, 民法典 938): the one of now ends the day
 * before and stays, because bills were made by it. A price inside a month is charged by days.
 * @throws `billing.tariff_not_found`, `billing.approval_missing` for a draft, `billing.price_overlaps` where a price
 *   begins on that day or later, and what `requireChangeable` and `requireGuided` throw
 */
export async function addPrice(ctx: Ctx, raw: AddPrice): Promise<{ tariffId: string; priceId: string }> {
  ctx.require('tariffs.write')
  const input = parse(addPriceSchema, raw)
  requireNotAhead(ctx, { 'approval.approvalOn': input.approval?.approvalOn })
  const { tariffId, fromOn, toOn, priceE4, additionFen, rounding, roundingUnitFen, approval, guidance } =
    input
  requireOrder(input)
  return ctx.write('billing.add_price', input, async (write) => {
    const [found] = await ctx.db.orm
      .select({
        projectId: tariffs.projectId,
        guided: feeItems.guided,
        chargedBy: feeItems.chargedBy,
        basis: tariffs.basis,
        state: tariffs.state,
        priceRegime: projects.priceRegime,
      })
      .from(tariffs)
      .innerJoin(projects, eq(projects.id, tariffs.projectId))
      .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
      .where(eq(tariffs.id, tariffId))
    const tariff = requireChangeable(ctx, found)
    if (tariff.state === 'draft') throw approvalMissing()
    requireInBounds(tariff.basis, input)
    requireGuided(tariff.priceRegime, tariff, { priceE4, additionFen }, guidance)
    const priceId = newId('price', ctx.now)
    const lastDay = addDays(fromOn as CivilDate, -1)
    write.change(sql`UPDATE tariff_prices SET to_on = ${lastDay}
      WHERE tariff_id = ${tariffId} AND from_on < ${fromOn} AND (to_on IS NULL OR to_on >= ${fromOn})`)
    write.add(
      ctx.db.orm.insert(tariffPrices).values({
        id: priceId,
        tariffId,
        fromOn,
        toOn,
        priceE4,
        additionFen,
        rounding,
        roundingUnitFen,
        ...approval,
        ...guidance,
        createdAt: ctx.now,
      }),
      priceOverlaps,
    )
    write.audit('billing.price_added', tariffId, {
      projectId: tariff.projectId,
      detail: { priceId, priceE4, fromOn },
    })
    return { tariffId, priceId }
  })
}
