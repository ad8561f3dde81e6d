import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, people, placeName, rooms } from '../../estate/registry/index.ts'
import { itemNameAt } from '../items/index.ts'
import { bills, tariffPrices, tariffs } from './tables.ts'

/** Bills with the names that people know them by. */
export function billRows(ctx: Ctx) {
  return ctx.db.orm
    .select({
      id: bills.id,
      projectId: bills.projectId,
      projectName: projects.name,
      place: placeName(),
      roomId: bills.roomId,
      parkingSpaceId: bills.parkingSpaceId,
      payerPersonId: bills.payerPersonId,
      payerName: people.name,
      fee: tariffs.name,
      feeItem: bills.feeItem,
      itemName: itemNameAt(sql`${bills.feeItem}`, sql`${bills.publishedAt}`),
      period: bills.period,
      amountFen: bills.amountFen,
      paidFen: bills.paidFen,
      dueOn: bills.dueOn,
      state: bills.state,
      basis: tariffs.basis,
      quantityE2: bills.quantityE2,
      priceE4: tariffPrices.priceE4,
      additionFen: tariffPrices.additionFen,
      rounding: tariffPrices.rounding,
      roundingUnitFen: tariffPrices.roundingUnitFen,
      fromOn: bills.fromOn,
      toOn: bills.toOn,
      days: bills.days,
      wholeDays: bills.wholeDays,
      wholeFen: bills.wholeFen,
    })
    .from(bills)
    .innerJoin(projects, eq(projects.id, bills.projectId))
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .innerJoin(tariffPrices, eq(tariffPrices.id, bills.priceId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .$dynamic()
}
