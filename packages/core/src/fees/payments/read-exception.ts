import { and, asc, eq, sql } from 'drizzle-orm'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { exceptionNotFound } from './errors.ts'
import type { ExceptionDetail } from './exception-schemas.ts'
import { exceptionRows, exceptionsInScope } from './exception-list.ts'
import { billsToPay, owedFen } from './queries.ts'
import { evidenceField } from './settle.ts'
import { exceptionResolutions, merchants, paymentExceptions, paymentOrderLines } from './tables.ts'

/**
 * One exception with everything that is known of it: what the provider said, the bills that the order was for as they
 * are now, and what was decided so far. One round trip.
 * @throws `payments.exception_not_found`
 */
export async function readException(ctx: Ctx, exceptionId: string): Promise<ExceptionDetail> {
  const mine = and(eq(paymentExceptions.id, exceptionId), exceptionsInScope(ctx))
  const order = sql`(SELECT ${paymentExceptions.orderId} FROM ${paymentExceptions} WHERE ${paymentExceptions.id} = ${exceptionId})`
  const ofOrder = sql`${bills.id} IN (SELECT ${paymentOrderLines.billId} FROM ${paymentOrderLines} WHERE ${paymentOrderLines.orderId} = ${order})`
  const { kind, amountFen, reason, referenceNo, paymentId, resolvedAt } = exceptionResolutions
  const [[row], [sealed], asked, found, resolutions] = await ctx.db.orm.batch([
    exceptionRows(ctx).where(mine),
    ctx.db.orm
      .select({ evidence: paymentExceptions.evidenceSealed, merchantId: merchants.merchantId })
      .from(paymentExceptions)
      .innerJoin(merchants, eq(merchants.id, paymentExceptions.merchantRef))
      .where(mine),
    ctx.db.orm
      .select({ billId: paymentOrderLines.billId, amountFen: paymentOrderLines.amountFen })
      .from(paymentOrderLines)
      .where(sql`${paymentOrderLines.orderId} = ${order}`),
    billsToPay(ctx, ofOrder),
    ctx.db.orm
      .select({ kind, amountFen, reason, referenceNo, paymentId, resolvedAt, resolvedByName: staff.name })
      .from(exceptionResolutions)
      .leftJoin(staff, eq(staff.id, exceptionResolutions.resolvedBy))
      .where(eq(exceptionResolutions.exceptionId, exceptionId))
      .orderBy(asc(resolvedAt), asc(exceptionResolutions.id)),
  ])
  if (row === undefined || sealed === undefined) throw exceptionNotFound()
  const askedFen = new Map(asked.map((line) => [line.billId, line.amountFen]))
  return {
    ...row,
    merchantId: sealed.merchantId,
    evidence: withoutPayer(await ctx.vault.unseal(evidenceField, sealed.evidence)),
    bills: found.map((bill) => ({
      billId: bill.billId,
      place: bill.place,
      fee: bill.fee,
      period: bill.period,
      askedFen: askedFen.get(bill.billId) ?? 0,
      owedFen: owedFen(bill),
    })),
    resolutions,
  }
}

/** The provider's JSON without the payer's id, which nobody needs for the decision. */
function withoutPayer(raw: string): string {
  const { payer: _, ...said } = JSON.parse(raw) as Record<string, unknown>
  return JSON.stringify(said, null, 2)
}
