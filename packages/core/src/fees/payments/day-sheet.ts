import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entityName } from '../../estate/organisation/index.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { daySheetFilterSchema, type DaySheet, type DaySheetFilter } from './payment-schemas.ts'
import { paymentExceptions, payments, receipts } from './tables.ts'

/**
 * What was taken on a day, by method and by cashier: what the drawer, the card terminal and the provider's console must
 * agree with. A day is that of recording, so that a transfer entered today counts today, whenever it was made. One round
 * trip.
 */
export async function daySheet(ctx: Ctx, raw: DaySheetFilter): Promise<DaySheet> {
  const query = parse(daySheetFilterSchema, raw)
  const on = query.on ?? todayOf(ctx)
  if (query.projectId !== undefined) ctx.require('payments.read', query.projectId)
  const scope = query.projectId === undefined ? ctx.projectsWhere('payments.read') : [query.projectId]
  const within = scope === 'all' ? undefined : inArray(payments.projectId, [...scope])
  const { method, recordedBy, cashierName, amountFen, reversesPaymentId } = payments
  const taken = sql`${reversesPaymentId} IS NULL`
  const [rows, series, [waiting]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        method,
        recordedBy,
        cashierName,
        payments: sql<number>`sum(${taken})`,
        takenFen: sql<number>`sum(CASE WHEN ${taken} THEN ${amountFen} ELSE 0 END)`,
        reversals: sql<number>`sum(NOT ${taken})`,
        reversedFen: sql<number>`sum(CASE WHEN ${taken} THEN 0 ELSE ${amountFen} END)`,
      })
      .from(payments)
      .where(and(eq(payments.recordedOn, on), within))
      .groupBy(method, recordedBy, cashierName)
      .orderBy(method, cashierName, recordedBy),
    ctx.db.orm
      .select({
        entityId: receipts.entityId,
        entity: entityName(ctx, receipts.entityId),
        first: ofSerial('min'),
        last: ofSerial('max'),
        count: sql<number>`count(*)`,
      })
      .from(payments)
      .innerJoin(receipts, eq(receipts.paymentId, payments.id))
      .where(and(eq(payments.recordedOn, on), within))
      .groupBy(receipts.entityId)
      .orderBy(receipts.entityId),
    ctx.db.orm
      .select({ count: sql<number>`count(*)` })
      .from(paymentExceptions)
      .where(
        and(
          eq(paymentExceptions.state, 'open'),
          // Money for a number that is not ours belongs to no project yet: everybody who looks should see it.
          scope === 'all'
            ? undefined
            : sql`coalesce(${paymentExceptions.projectId}, ${scope[0] ?? ''}) IN ${scope}`,
        ),
      ),
  ])
  return {
    on,
    rows,
    totalFen: rows.reduce((sum, row) => sum + row.takenFen + row.reversedFen, 0),
    series,
    openExceptions: waiting?.count ?? 0,
  }
}

/** The number of the first or last receipt of a series by what it counts: as texts 1000000 would come before 999999. */
function ofSerial(which: 'min' | 'max'): SQL<string> {
  return sql<string>`substr(${sql.raw(which)}(printf('%012d', ${receipts.serial}) || ${receipts.number}), 13)`
}
