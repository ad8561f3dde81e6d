import type { Write } from '@heju/db'
import { civilDateOf, newId } from '@heju/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type * as v from 'valibot'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { bookPayment } from './book-payment.ts'
import {
  billNotFound,
  billPaid,
  billsOfSeveralProjects,
  billWithdrawn,
  exceptionExceeded,
  exceptionNotFound,
  exceptionResolved,
  overpaid,
} from './errors.ts'
import { resolveExceptionSchema, type ResolveException } from './exception-schemas.ts'
import { exceptionsInScope } from './list-exceptions.ts'
import { actingStaff, among, billsToPay, owedFen, type BillToPay } from './queries.ts'
import { exceptionTransitions, sourcesOf, type ExceptionState } from './rules.ts'
import { exceptionResolutions, paymentExceptions } from './tables.ts'

type Resolution = v.InferOutput<typeof resolveExceptionSchema>
type Row = typeof paymentExceptions.$inferSelect

/**
 * A cashier decides about money that did not fit, wholly or a part at a time, with the reason: given back outside of
 * this system, allocated to bills (with a receipt), held as the owner's credit, or noted where there was no money of
 * ours behind it. The exception is resolved when nothing of it is left.
 * @throws `payments.exception_not_found`, `payments.exception_resolved`, `payments.exception_exceeded`, and for an
 *   allocation what `recordPayment` says of bills
 */
export async function resolveException(
  ctx: Ctx,
  raw: ResolveException,
): Promise<{ state: ExceptionState; receiptId: string | null }> {
  ctx.require('payments.exceptions')
  const input = parse(resolveExceptionSchema, raw)
  return ctx.write('payments.resolve_exception', input, async (write) => {
    const { row, found, cashierName } = await readCase(ctx, input)
    if (row.state === 'resolved') throw exceptionResolved()
    const leftFen = row.amountFen - row.resolvedFen
    const amountFen = amountOf(input, leftFen)
    if (amountFen > leftFen) throw exceptionExceeded()
    // Held money is neither given back nor allocated yet; everything else makes it less.
    const doneFen = input.kind === 'held' ? 0 : amountFen
    const state: ExceptionState =
      input.kind === 'held' ? 'held' : doneFen === leftFen ? 'resolved' : row.state
    write.changeOne(
      ctx.db.orm
        .update(paymentExceptions)
        .set({
          state,
          resolvedFen: sql`resolved_fen + ${doneFen}`,
          resolvedAt: state === 'resolved' ? ctx.now : null,
        })
        .where(
          and(
            eq(paymentExceptions.id, row.id),
            eq(paymentExceptions.resolvedFen, row.resolvedFen),
            inArray(paymentExceptions.state, sourcesOf(exceptionTransitions, state)),
          ),
        ),
      exceptionResolved,
    )
    const receiptId =
      input.kind === 'allocated' ? allocate(ctx, write, { input, row, found, cashierName }) : null
    write.add(
      ctx.db.orm.insert(exceptionResolutions).values({
        id: newId('res', ctx.now),
        exceptionId: row.id,
        kind: input.kind,
        amountFen,
        reason: input.reason,
        referenceNo: input.kind === 'refunded' ? input.referenceNo : null,
        paymentId: input.kind === 'allocated' ? input.paymentId : null,
        resolvedAt: ctx.now,
        resolvedBy: ctx.actor.id,
      }),
    )
    write.audit('payments.exception_resolved', row.id, {
      projectId: row.projectId ?? undefined,
      detail: { kind: input.kind, fen: amountFen, state },
    })
    return { state, receiptId }
  })
}

function amountOf(input: Resolution, leftFen: number): number {
  switch (input.kind) {
    case 'refunded':
      return input.amountFen
    case 'allocated':
      return input.lines.reduce((sum, line) => sum + line.amountFen, 0)
    case 'held':
    case 'noted':
      return leftFen
  }
}

async function readCase(
  ctx: Ctx,
  input: Resolution,
): Promise<{ row: Row; found: BillToPay[]; cashierName: string }> {
  const ids = input.kind === 'allocated' ? input.lines.map((line) => line.billId) : []
  const [[row], found, [cashier]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select()
      .from(paymentExceptions)
      .where(and(eq(paymentExceptions.id, input.exceptionId), exceptionsInScope(ctx))),
    billsToPay(ctx, sql`${bills.id} IN (${among(ids)})`),
    actingStaff(ctx),
  ])
  if (row === undefined) throw exceptionNotFound()
  return { row, found, cashierName: cashier?.name ?? '' }
}

/** Books the money for other bills, with a receipt, as it was paid online. */
function allocate(
  ctx: Ctx,
  write: Write,
  decided: {
    input: Extract<Resolution, { kind: 'allocated' }>
    row: Row
    found: BillToPay[]
    cashierName: string
  },
): string {
  const { input, row, found, cashierName } = decided
  const amounts = new Map(input.lines.map((line) => [line.billId, line.amountFen]))
  if (found.length < amounts.size) throw billNotFound()
  for (const { projectId } of found) ctx.require('payments.exceptions', projectId)
  if (new Set(found.map((bill) => bill.projectId)).size > 1) throw billsOfSeveralProjects()
  const lines = found.map((bill) => ({ bill, amountFen: amounts.get(bill.billId) ?? 0 }))
  if (lines.some(({ bill }) => bill.state === 'void')) throw billWithdrawn()
  if (lines.some(({ bill }) => owedFen(bill) === 0)) throw billPaid()
  if (lines.some(({ bill, amountFen }) => amountFen > owedFen(bill))) throw overpaid()
  return bookPayment(ctx, write, {
    paymentId: input.paymentId,
    method: 'wechat_pay',
    lines,
    paidOn: civilDateOf(row.paidAt ?? row.foundAt, ctx.company.zone),
    cashierName,
    referenceNo: row.transactionId,
    note: input.reason,
    exceptionId: row.id,
    evidenceSealed: row.evidenceSealed,
  })
}
