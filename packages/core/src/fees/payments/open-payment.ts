import type { Write } from '@heju/db'
import { eq, sql, type SQL } from 'drizzle-orm'
import { bills } from '../billing/index.ts'
import { companySuspended, type Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { payerOf, placesOf } from './book-payment.ts'
import { endOrder } from './close-order.ts'
import { continuePayment, openAtProvider, type OrderAtProvider, type OrderRow } from './continue-payment.ts'
import {
  billBeingPaid,
  billNotFound,
  billPaid,
  billsOfSeveralProjects,
  billWithdrawn,
  onlineUnavailable,
  orderInProgress,
} from './errors.ts'
import { merchantFor, notifyUrlOf, requireMerchant, type MerchantRow, type PaymentPorts } from './merchant.ts'
import { sealOpening, type Opening, type PayerAddress } from './opening.ts'
import { openPaymentSchema, type OpenedOrder, type OpenPayment } from './payment-schemas.ts'
import { isProviderTrouble, payerBusy, type PaymentScene } from './provider.ts'
import {
  among,
  billsToPay,
  ordersHolding,
  owedFen,
  payableBy,
  type BillToPay,
  type HoldingOrder,
} from './queries.ts'
import { nextWatch, orderLifetimeMs, outTradeNoOf, type OrderState } from './rules.ts'
import { paymentOrderLines, paymentOrders } from './tables.ts'

/**
 * An owner begins to pay whole bills online. The order is written down before the provider hears of it, with the event
 * that watches it, so that nothing that happens afterwards can make its money unknown to us.
 *
 * A bill has one open order at a time: an earlier one is closed at the provider first, and if it turns out to be paid
 * it is settled instead. The same request again leads to the same order.
 * @throws `payments.bill_not_found` (also for bills of others), `payments.bill_paid`, `payments.bill_withdrawn`,
 *   `payments.several_projects`, `payments.online_unavailable`, `payments.order_in_progress`, `payments.bill_being_paid`,
 *   `company.suspended`, `database.conflict` when the merchant is retired or replaced at that moment,
 *   and what the provider throws: the order then stays open, and `continuePayment` goes on with it
 */
export async function openPayment(
  ctx: Ctx,
  raw: OpenPayment,
  ports: PaymentPorts,
  payer: PayerAddress,
): Promise<OpenedOrder> {
  const ownerId = ctx.requireOwner()
  const input = parse(openPaymentSchema, raw)
  // Before anything is closed at the provider for it.
  if (ctx.company.state !== 'active') throw companySuspended({ state: ctx.company.state })
  const { orderId } = input
  // Tells whether it was this call that wrote the order, or an earlier one with the same request.
  const attempt = crypto.randomUUID()
  let written: OrderAtProvider | undefined
  const answer = await ctx.write('payments.open', input, async (write) => {
    const { found, merchant, which } = await readyToOpen(ctx, ownerId, input, ports)
    // Closing an earlier order takes its time, in which they may move out, or the merchant be retired.
    write.require(sql`(SELECT count(*) FROM ${bills} WHERE ${which}) = ${found.length}`, billNotFound)
    requireMerchant(ctx, write, merchant.id, found[0]!.projectId)
    const order = await addOrder(ctx, write, { ...input, ownerId, found, merchant, payer, ports })
    written = { order, merchant }
    write.publish({ type: 'payments.watch', orderId }, nextWatch(ctx.now, ctx.now) ?? ctx.now)
    write.audit('payments.order_opened', orderId, {
      projectId: order.projectId,
      detail: { fen: order.amountFen, bills: found.length, scene: input.scene },
    })
    return { orderId, attempt }
  })
  if (written === undefined || answer.attempt !== attempt) return continuePayment(ctx, { orderId }, ports)
  return openAtProvider(ctx, written, ports)
}

interface NewOrder {
  orderId: string
  ownerId: string
  found: readonly BillToPay[]
  merchant: MerchantRow
  scene: PaymentScene
  openId?: string | undefined
  payer: PayerAddress
  ports: PaymentPorts
}

async function addOrder(ctx: Ctx, write: Write, wanted: NewOrder): Promise<OrderRow> {
  const { orderId, ownerId, found, merchant, scene, openId, payer, ports } = wanted
  const opening: Opening = { ...payer, openId, notifyUrl: notifyUrlOf(ports.origin, merchant.id) }
  const row: OrderRow = {
    id: orderId,
    outTradeNo: outTradeNoOf(orderId, ctx.now, ctx.company.zone),
    merchantRef: merchant.id,
    projectId: found[0]!.projectId,
    ownerId,
    payerName: payerOf(found),
    scene,
    amountFen: found.reduce((sum, bill) => sum + owedFen(bill), 0),
    description: descriptionOf(found),
    openingSealed: await sealOpening(ctx, opening),
    state: 'created',
    createdAt: ctx.now,
    expiresAt: ctx.now + orderLifetimeMs,
    endedAt: null,
  }
  write.add(ctx.db.orm.insert(paymentOrders).values(row), orderInProgress)
  holdBills(ctx, write, orderId, found)
  return row
}

/** The bills and the merchant, once no other order can be paid for these bills any more. */
async function readyToOpen(
  ctx: Ctx,
  ownerId: string,
  input: { orderId: string; billIds: readonly string[] },
  ports: PaymentPorts,
): Promise<{ found: BillToPay[]; merchant: MerchantRow; which: SQL }> {
  const { billIds, orderId } = input
  const which = sql`${bills.id} IN (${among(billIds)}) AND ${payableBy(ctx, ownerId)}`
  const project = sql`(SELECT ${bills.projectId} FROM ${bills} WHERE ${bills.id} = ${billIds[0]})`
  const [found, [merchant], holding, earlier] = await ctx.readStanding([
    billsToPay(ctx, which),
    merchantFor(ctx, project),
    ordersHolding(ctx, among(billIds)),
    ctx.db.orm.select({ id: paymentOrders.id }).from(paymentOrders).where(eq(paymentOrders.id, orderId)),
  ])
  if (found.length < billIds.length) throw billNotFound()
  if (found.some((bill) => bill.state === 'void')) throw billWithdrawn()
  if (found.some((bill) => owedFen(bill) === 0)) throw billPaid()
  if (new Set(found.map((bill) => bill.projectId)).size > 1) throw billsOfSeveralProjects()
  if (merchant === undefined) throw onlineUnavailable()
  // A request that comes again must not close what it opened the first time, nor what was opened after it.
  for (const order of earlier.length === 0 ? holding : []) {
    const state = await endEarlier(ctx, ownerId, order, ports)
    if (state !== 'closed' && state !== 'expired') throw billPaid()
  }
  return { found, merchant, which }
}

/**
 * Closes the order that holds the bills. Of another owner's that cannot be closed, nothing is told as if it were of the one
 * who asks.
 */
async function endEarlier(
  ctx: Ctx,
  ownerId: string,
  order: HoldingOrder,
  ports: PaymentPorts,
): Promise<OrderState> {
  try {
    return (await endOrder(ctx, order, ports, 'closed')).state
  } catch (error) {
    const isStanding = payerBusy.is(error) || isProviderTrouble(error)
    if (isStanding && order.ownerId !== ownerId) throw billBeingPaid({}, { cause: error })
    throw error
  }
}

/** The lines of an order, as long as each bill still stands and owes what is asked for it. */
function holdBills(ctx: Ctx, write: Write, orderId: string, found: readonly BillToPay[]): void {
  const rows = found.map((bill) => ({ orderId, billId: bill.billId, amountFen: owedFen(bill) }))
  write.add(ctx.db.orm.insert(paymentOrderLines).values(rows), orderInProgress)
  const held = sql`SELECT 1 FROM ${paymentOrderLines} l JOIN ${bills} b ON b.id = l.bill_id
    WHERE l.order_id = ${orderId}`
  write.require(sql`NOT EXISTS (${held} AND b.state <> 'published')`, billWithdrawn)
  write.require(sql`NOT EXISTS (${held} AND b.amount_fen - b.paid_fen <> l.amount_fen)`, billPaid)
}

/** What the payer reads in the provider's bill; the adapter shortens it. */
function descriptionOf(found: readonly BillToPay[]): string {
  const periods = [...new Set(found.map((bill) => bill.period))]
  const months = periods.length === 1 ? periods[0] : `${periods[0]}至${periods.at(-1)}`
  return `${found[0]!.projectName} ${placesOf(found)} 物业缴费 ${months}`
}
