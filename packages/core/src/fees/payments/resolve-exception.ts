import type { Write } from '@heju/db'
import { civilDateOf, newId } from '@heju/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { entityOfProject, heldOn, projectEntities } from '../../estate/organisation/index.ts'
import { parse } from '../../input.ts'
import { bookPayment } from './book-payment.ts'
import {
  billOfAnotherEntity,
  exceptionExceeded,
  exceptionMoved,
  exceptionNotFound,
  exceptionResolved,
} from './errors.ts'
import { resolveExceptionSchema, type Decision, type ResolveException } from './exception-schemas.ts'
import { freeBills } from './free-bills.ts'
import { exceptionsInScope } from './exception-list.ts'
import { linesToPay } from './lines-to-pay.ts'
import type { PaymentPorts } from './merchant.ts'
import {
  actingStaff,
  among,
  billsToPay,
  ordersHolding,
  type BillToPay,
  type HoldingOrder,
} from './queries.ts'
import { exceptionTransitions, sourcesOf, type ExceptionState } from './rules.ts'
import { exceptionResolutions, merchants, paymentExceptions, paymentOrders } from './tables.ts'

type Row = typeof paymentExceptions.$inferSelect

/** What is read before a decision. */
interface Case {
  row: Row
  found: BillToPay[]
  holding: HoldingOrder[]
  cashierName: string
  /** Whose account the money came to. */
  entityId: string
  /** When it was asked for; null for an order that is not ours. */
  orderedAt: number | null
  /** Whose the project of the bills was, is and will be. */
  whose: { fromOn: string; entityId: string }[]
}

/**
 * A cashier decides about money that did not fit, wholly or a part at a time, with the reason: given back outside of
 * this system, allocated to bills (with a receipt), held as the owner's credit, or noted where there was no money of
 * ours behind it. The exception is resolved when nothing of it is left.
 *
 * Before money goes to a bill, an online order that is open for it is closed at the provider: one that turns out to be
 * paid is booked, and nothing is allocated.
 * @throws `payments.exception_not_found`, `payments.exception_resolved`, `payments.exception_moved` when a colleague
 *   decided about a part of it at the same time, `payments.exception_exceeded`, and for an allocation what `recordPayment`
 *   says of bills, `payments.bill_of_another_entity`, `payments.paid_meanwhile`, and what else `freeBills` throws
 */
export async function resolveException(
  ctx: Ctx,
  raw: ResolveException,
  ports: PaymentPorts,
): Promise<{ state: ExceptionState; receiptId: string | null }> {
  ctx.require('payments.exceptions')
  const input = parse(resolveExceptionSchema, raw)
  return ctx.write('payments.resolve_exception', input, async (write) => {
    const { decision, reason } = input
    const read = await readCase(ctx, input.exceptionId, decision)
    const { row } = read
    if (row.state === 'resolved') throw exceptionResolved()
    const leftFen = row.amountFen - row.resolvedFen
    const amountFen = amountOf(decision, leftFen)
    if (amountFen > leftFen) throw exceptionExceeded()
    // Held money is neither given back nor allocated yet; everything else makes it less.
    const doneFen = decision.kind === 'held' ? 0 : amountFen
    const state = stateAfter(decision, row.state, leftFen - doneFen)
    write.require(
      sql`(SELECT state FROM ${paymentExceptions} WHERE id = ${row.id}) <> 'resolved'`,
      exceptionResolved,
    )
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
      exceptionMoved,
    )
    const receiptId =
      decision.kind === 'allocated' ? await allocate(ctx, write, { ...read, decision, reason }, ports) : null
    write.add(
      ctx.db.orm.insert(exceptionResolutions).values({
        id: newId('res', ctx.now),
        exceptionId: row.id,
        kind: decision.kind,
        amountFen,
        reason,
        referenceNo: decision.kind === 'refunded' ? decision.referenceNo : null,
        paymentId: decision.kind === 'allocated' ? decision.paymentId : null,
        resolvedAt: ctx.now,
        resolvedBy: ctx.actor.id,
      }),
    )
    write.audit('payments.exception_resolved', row.id, {
      projectId: row.projectId ?? undefined,
      detail: { kind: decision.kind, fen: amountFen, state },
    })
    return { state, receiptId }
  })
}

function stateAfter(decision: Decision, state: ExceptionState, leftFen: number): ExceptionState {
  if (decision.kind === 'held') return 'held'
  return leftFen === 0 ? 'resolved' : state
}

function amountOf(decision: Decision, leftFen: number): number {
  switch (decision.kind) {
    case 'refunded':
      return decision.amountFen
    case 'allocated':
      return decision.lines.reduce((sum, line) => sum + line.amountFen, 0)
    case 'held':
    case 'noted':
      return leftFen
  }
}

async function readCase(ctx: Ctx, exceptionId: string, decision: Decision): Promise<Case> {
  const { lines, paymentId } = decision.kind === 'allocated' ? decision : { lines: [], paymentId: '' }
  const ids = lines.map((line) => line.billId)
  const project = sql`(SELECT project_id FROM ${bills} WHERE id = ${ids[0] ?? ''})`
  const [[of], found, holding, [cashier], whose] = await ctx.readStanding([
    ctx.db.orm
      .select({ row: paymentExceptions, entityId: merchants.entityId, orderedAt: paymentOrders.createdAt })
      .from(paymentExceptions)
      .innerJoin(merchants, eq(merchants.id, paymentExceptions.merchantRef))
      .leftJoin(paymentOrders, eq(paymentOrders.id, paymentExceptions.orderId))
      .where(and(eq(paymentExceptions.id, exceptionId), exceptionsInScope(ctx))),
    billsToPay(ctx, sql`${bills.id} IN (${among(ids)})`),
    ordersHolding(ctx, among(ids), { unlessBooked: paymentId }),
    actingStaff(ctx),
    ctx.db.orm
      .select({ fromOn: projectEntities.fromOn, entityId: projectEntities.entityId })
      .from(projectEntities)
      .where(eq(projectEntities.projectId, project)),
  ])
  if (of === undefined) throw exceptionNotFound()
  return { ...of, found, holding, cashierName: cashier?.name ?? '', whose }
}

interface Allocation extends Case {
  decision: Extract<Decision, { kind: 'allocated' }>
  reason: string
}

/**
 * Requires that the bills are owed to whom the money came, today or when it was asked for: no receipt is in the name of
 * somebody whom the project never owed.
 * @throws `payments.bill_of_another_entity`
 */
function requireSameEntity(ctx: Ctx, write: Write, asked: Allocation, projectId: string): void {
  const { row, entityId, orderedAt, whose } = asked
  const days = [ctx.now, orderedAt ?? row.paidAt ?? row.foundAt].map((at) =>
    civilDateOf(at, ctx.company.zone),
  )
  // Before an order is closed at the provider for it.
  if (!days.some((day) => heldOn(whose, day)?.entityId === entityId)) throw billOfAnotherEntity()
  const theirs = days.map((day) => entityOfProject(sql`${projectId}`, day))
  write.require(sql`${entityId} IN (${sql.join(theirs, sql`, `)})`, billOfAnotherEntity)
}

/** Books the money for other bills, with a receipt, as it was paid online. */
async function allocate(ctx: Ctx, write: Write, asked: Allocation, ports: PaymentPorts): Promise<string> {
  const { decision, reason, row, found, holding, cashierName } = asked
  const lines = linesToPay(found, decision.lines, (projectId) =>
    ctx.require('payments.exceptions', projectId),
  )
  requireSameEntity(ctx, write, asked, lines[0]!.bill.projectId)
  const billIds = lines.map(({ bill }) => bill.billId)
  await freeBills(ctx, write, { billIds, holding }, ports)
  return bookPayment(ctx, write, {
    paymentId: decision.paymentId,
    method: 'wechat_pay',
    lines,
    paidOn: civilDateOf(row.paidAt ?? row.foundAt, ctx.company.zone),
    cashierName,
    referenceNo: row.transactionId,
    note: reason,
    exceptionId: row.id,
    merchantRef: row.merchantRef,
    evidenceSealed: row.evidenceSealed,
  })
}
