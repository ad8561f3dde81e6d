import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { projectsOfOwner } from '../../estate/registry/index.ts'
import { feeItems } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { tariffPrices, tariffs } from './tables.ts'
import type { PublicTariff } from './tariff-schemas.ts'

/**
 * What the projects of an owner charge for today and what each price stands on: owners are to be told the items and
 * standards of charges, whether they ask or not (民法典 943, D129, D133). One round trip.
 */
function publicTariffs(ctx: Ctx, ownerId: string) {
  const today = todayOf(ctx)
  const { toOn, priceE4, additionFen, grade, baseE4, rangeE4, approvalKind, approvalNo, approvalOn } =
    tariffPrices
  return ctx.db.orm
    .select({
      projectId: tariffs.projectId,
      projectName: projects.name,
      name: tariffs.name,
      feeItem: tariffs.feeItem,
      itemName: feeItems.name,
      basis: tariffs.basis,
      fromOn: tariffPrices.fromOn,
      toOn,
      priceE4,
      additionFen,
      grade,
      baseE4,
      rangeE4,
      approvalKind,
      approvalNo,
      approvalOn,
    })
    .from(tariffs)
    .innerJoin(projects, eq(projects.id, tariffs.projectId))
    .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
    .innerJoin(tariffPrices, eq(tariffPrices.tariffId, tariffs.id))
    .where(
      and(
        sql`${tariffs.projectId} IN (${projectsOfOwner(ctx, ownerId)})`,
        eq(tariffs.state, 'active'),
        sql`${tariffPrices.fromOn} <= ${today} AND coalesce(${toOn}, '9999-12-31') >= ${today}`,
      ),
    )
    .orderBy(asc(projects.name), asc(feeItems.settleOrder), asc(feeItems.id), asc(tariffs.name))
}

/** The same for whoever is signed in as an owner. */
export async function listPublicTariffs(ctx: Ctx): Promise<PublicTariff[]> {
  return publicTariffs(ctx, ctx.requireOwner())
}
