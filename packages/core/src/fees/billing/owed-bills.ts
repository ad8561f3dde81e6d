import { and, asc, inArray, sql, type SQL } from 'drizzle-orm'
import { occupancies } from '../../estate/registry/index.ts'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { billRows } from './bill-rows.ts'
import type { Bill } from './bill-schemas.ts'
import { billsOwed } from './bills-owed.ts'
import { settledAs } from '../items/index.ts'
import { bills } from './tables.ts'

/**
 * What a household owes, the oldest first, and of one month in the order of their fee items: what the cashier takes money for. With a room come the parking spaces of
 * those who live there now, who come to the desk once; a developer's many spaces do not come with each unsold room.
 * One round trip.
 */
export async function owedOfRoom(ctx: Ctx, roomId: string): Promise<Bill[]> {
  const today = todayOf(ctx)
  const household = sql`SELECT person_id FROM ${occupancies} WHERE room_id = ${roomId}
    AND role IN ('owner', 'co_owner', 'tenant', 'user') AND coalesce(to_on, ${today}) >= ${today}`
  const theirs = sql`SELECT b.id FROM ${occupancies} o JOIN bills b ON b.parking_space_id = o.parking_space_id
    WHERE o.person_id IN (${household}) AND b.payer_person_id IN (${household})`
  return owedAmong(ctx, sql`SELECT id FROM bills WHERE room_id = ${roomId} UNION ${theirs}`)
}

/** What is owed for a parking space, the oldest first. One round trip. */
export async function owedOfSpace(ctx: Ctx, parkingSpaceId: string): Promise<Bill[]> {
  return owedAmong(ctx, sql`SELECT id FROM bills WHERE parking_space_id = ${parkingSpaceId}`)
}

/** @param ids a query of the bills that are looked among */
function owedAmong(ctx: Ctx, ids: SQL): Promise<Bill[]> {
  const scope = ctx.projectsWhere('bills.read')
  return billRows(ctx)
    .where(
      and(
        sql`${bills.id} IN (${ids})`,
        scope === 'all' ? undefined : inArray(bills.projectId, [...scope]),
        billsOwed,
      ),
    )
    .orderBy(asc(bills.period), settledAs(sql`${bills.feeItem}`), asc(bills.id))
}
