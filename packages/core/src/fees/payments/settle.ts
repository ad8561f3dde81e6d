import type { Write } from '@heju/db'
import { civilDateOf, newId } from '@heju/kernel'
import { anotherTry } from '../../another-try.ts'
import type { Ctx } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { productKey } from '../../product-keys.ts'
import { bookPayment } from './book-payment.ts'
import { billPaid, billWithdrawn, orderMoved, orderNotFound, overpaid } from './errors.ts'
import { addException } from './exception.ts'
import { providerOf, type PaymentPorts } from './merchant.ts'
import { isOpen, moveOrder, onWordOf } from './order.ts'
import type { ProviderTrade } from './provider.ts'
import { owedFen, readOrder, type OrderToSettle } from './queries.ts'
import type { OrderState } from './rules.ts'
import { judgeTrade, planSettlement, type Verdict } from './settlement.ts'

/** The field under which the provider's words are sealed, in payments and exceptions alike. */
export const evidenceField = 'payments.evidence'

/** As often as somebody else may get in between our reading and our writing. */
const mostTries = 4

/**
 * Asks the provider what became of an order and books what follows from it. The only way in which online money gets
 * into the books: notices, pages and clocks are reasons to call it, never evidence. Calling it any number of times,
 * also at the same time, settles once.
 * @returns the order's state afterwards
 * @throws `payments.order_not_found`; what the provider throws, with nothing changed
 */
export async function settleFromProvider(
  ctx: Ctx,
  orderId: string,
  ports: PaymentPorts,
): Promise<{ state: OrderState }> {
  const order = await readOrder(ctx, orderId)
  if (order === undefined) throw orderNotFound()
  if (order.state === 'paid' || order.state === 'exception') return { state: order.state }
  const provider = await providerOf(ctx, order.merchant, ports)
  const trade = await provider.query(order.outTradeNo)
  return onWordOf(ctx, order.merchant.id, (provided) => bookTrade(provided, order, trade))
}

/** Books what follows from the provider's word. A race lost to another writer is run again on what is there now. */
async function bookTrade(
  ctx: Ctx,
  first: OrderToSettle,
  trade: ProviderTrade | null,
): Promise<{ state: OrderState }> {
  let order: OrderToSettle | undefined = first
  for (let tries = 1; ; tries += 1) {
    if (order === undefined) throw orderNotFound()
    if (order.state === 'paid' || order.state === 'exception') return { state: order.state }
    const verdict = judgeTrade({ ...order, ...order.merchant }, trade)
    try {
      return await bookVerdict(ctx, order, verdict, trade)
    } catch (error) {
      const isRace = [orderMoved, billWithdrawn, billPaid, overpaid].some((each) => each.is(error))
      if (tries < mostTries && (isRace || anotherTry(error) === 'soon'))
        order = await readOrder(ctx, order.id)
      else return bookMisfortune(ctx, order, verdict, trade, error)
    }
  }
}

/**
 * Money came and cannot be booked, for a reason that no time heals: people see it among the exceptions, with the reason,
 * and decide. What another moment may mend is thrown on.
 */
async function bookMisfortune(
  ctx: Ctx,
  order: OrderToSettle,
  verdict: Verdict,
  trade: ProviderTrade | null,
  error: unknown,
): Promise<{ state: OrderState }> {
  const moneyCame = trade !== null && (verdict.kind === 'paid' || verdict.kind === 'mismatch')
  if (!moneyCame || anotherTry(error) === 'later') throw error
  const evidenceSealed = await ctx.vault.seal(evidenceField, trade.raw)
  return ctx.writeOnce(productKey('payments.settle', order.id), (write) => {
    addException(ctx, write, {
      merchantRef: order.merchant.id,
      order,
      trade,
      evidenceSealed,
      kind: 'not_booked',
      failure: failureOf(error).code,
      amountFen: trade.totalFen ?? 0,
    })
    moveOrder(ctx, write, order.id, 'exception')
    return { state: 'exception' as const }
  })
}

async function bookVerdict(
  ctx: Ctx,
  order: OrderToSettle,
  verdict: Verdict,
  trade: ProviderTrade | null,
): Promise<{ state: OrderState }> {
  switch (verdict.kind) {
    case 'unheard':
      return { state: order.state }
    case 'waiting':
      return order.state === 'created' ? move(ctx, order, 'opened') : { state: order.state }
    case 'closed':
      return isOpen(order.state) ? move(ctx, order, 'closed') : { state: order.state }
    case 'paid':
    case 'mismatch':
      return bookMoney(ctx, order, verdict, trade!)
  }
}

async function move(ctx: Ctx, order: OrderToSettle, to: 'opened' | 'closed'): Promise<{ state: OrderState }> {
  // The id names the outcome: whoever finds it out a second time writes nothing.
  return ctx.writeOnce(productKey('payments.move_order', `${to}-${order.id}`), (write) => {
    moveOrder(ctx, write, order.id, to)
    return { state: to }
  })
}

async function bookMoney(
  ctx: Ctx,
  order: OrderToSettle,
  verdict: Extract<Verdict, { kind: 'paid' | 'mismatch' }>,
  trade: ProviderTrade,
): Promise<{ state: OrderState }> {
  const evidenceSealed = await ctx.vault.seal(evidenceField, trade.raw)
  const found = { merchantRef: order.merchant.id, order, trade, evidenceSealed }
  return ctx.writeOnce(productKey('payments.settle', order.id), (write) => {
    if (verdict.kind === 'mismatch') {
      addException(ctx, write, { ...found, kind: verdict.why, amountFen: verdict.amountFen })
      moveOrder(ctx, write, order.id, 'exception')
      return { state: 'exception' as const }
    }
    const { settled, leftFen } = planSettlement(
      order.lines.map(({ bill, askedFen }) => ({
        billId: bill.billId,
        amountFen: askedFen,
        owedFen: owedFen(bill),
      })),
    )
    if (settled.length > 0) settleLines(ctx, write, order, settled, trade, evidenceSealed)
    if (leftFen > 0) addException(ctx, write, { ...found, kind: 'bill_settled', amountFen: leftFen })
    const state = settled.length > 0 ? ('paid' as const) : ('exception' as const)
    moveOrder(ctx, write, order.id, state)
    return { state }
  })
}

function settleLines(
  ctx: Ctx,
  write: Write,
  order: OrderToSettle,
  settled: readonly { billId: string; amountFen: number }[],
  trade: ProviderTrade,
  evidenceSealed: string,
): void {
  const paymentId = newId('pay', ctx.now)
  const bills = new Map(order.lines.map(({ bill }) => [bill.billId, bill]))
  const receiptId = bookPayment(ctx, write, {
    paymentId,
    method: 'wechat_pay',
    lines: settled.map(({ billId, amountFen }) => ({ bill: bills.get(billId)!, amountFen })),
    paidOn: civilDateOf(trade.paidAt ?? ctx.now, ctx.company.zone),
    referenceNo: trade.transactionId,
    orderId: order.id,
    merchantRef: order.merchant.id,
    evidenceSealed,
  })
  write.audit('payments.settled', paymentId, {
    projectId: order.projectId,
    detail: { orderId: order.id, receiptId, fen: settled.reduce((sum, line) => sum + line.amountFen, 0) },
  })
}
