import { randomBytes } from 'node:crypto'
import { digits, newCertificateModeKey, newMerchant, newPublicKeyModeKey } from './keys.ts'
import { goodBehaviour } from './model.ts'
import type { Behaviour, Merchant, Order, PlatformKeyPair, SimulatorJournal } from './model.ts'

/** The provider's clock. It can be moved, so that months of payments can be made in minutes. */
export interface Clock {
  now(): number
  /** From here on it is `at`, running on; null is the real time again. */
  move(at: number | null): void
}

export function makeClock(real: () => number = Date.now): Clock {
  let ahead = 0
  return {
    now: () => real() + ahead,
    move(at) {
      ahead = at === null ? 0 : at - real()
    },
  }
}

/** Everything that the provider knows. */
export interface Book {
  platform: { publicKeyMode: PlatformKeyPair; certificateMode: PlatformKeyPair }
  merchants(): Merchant[]
  merchant(merchantId: string): Merchant | null
  register(wished: Partial<Merchant>): Promise<Merchant>
  orders(): Order[]
  /** By the merchant's number; without a merchant the number must be one merchant's only. */
  order(outTradeNo: string, merchantId?: string): Order | null
  orderToPay(prepayId: string): Order | null
  open(order: Pick<Order, OpenedFields>): Order
  change(order: Order, change: Partial<Order>): Order
  /** @param target a number, or `next` for the order that is opened next */
  behave(target: string, behaviour: Partial<Behaviour>): void
  /** Closing a number that was never opened succeeds, and spoils it. */
  spoil(merchantId: string, outTradeNo: string): void
  isSpoilt(merchantId: string, outTradeNo: string): boolean
}

type OpenedFields =
  | 'merchantId'
  | 'outTradeNo'
  | 'scene'
  | 'description'
  | 'totalFen'
  | 'notifyUrl'
  | 'expiresAt'
  | 'openId'
  | 'fingerprint'
  | 'linkedAt'

export async function openBook(journal: SimulatorJournal): Promise<Book> {
  const [publicKeyMode, certificateMode] = await platformKeys(journal)
  const merchants = new Map(journal.all('merchant').map((each) => [each.merchantId, each]))
  const orders = new Map(journal.all('order').map((each) => [orderKey(each), each]))
  const spoilt = new Set(journal.all('closed').map(orderKey))
  const awaited = new Map<string, Partial<Behaviour>>()

  const keep = (order: Order): Order => {
    orders.set(orderKey(order), order)
    journal.keep('order', orderKey(order), order)
    return order
  }
  const find = (outTradeNo: string, merchantId?: string): Order | null => {
    if (merchantId !== undefined) return orders.get(orderKey({ merchantId, outTradeNo })) ?? null
    const found = [...orders.values()].filter((each) => each.outTradeNo === outTradeNo)
    return found.length === 1 ? (found[0] ?? null) : null
  }
  const awaitedBehaviour = (outTradeNo: string): Behaviour => {
    const wished = awaited.get(outTradeNo) ?? awaited.get('next')
    awaited.delete(awaited.has(outTradeNo) ? outTradeNo : 'next')
    return { ...goodBehaviour, ...wished }
  }

  return {
    platform: { publicKeyMode, certificateMode },
    merchants: () => [...merchants.values()],
    merchant: (merchantId) => merchants.get(merchantId) ?? null,
    async register(wished) {
      const merchant = await newMerchant(wished)
      merchants.set(merchant.merchantId, merchant)
      journal.keep('merchant', merchant.merchantId, merchant)
      return merchant
    },
    orders: () => [...orders.values()],
    order: find,
    orderToPay: (prepayId) => [...orders.values()].find((each) => each.prepayId === prepayId) ?? null,
    open: (opened) =>
      keep({
        ...opened,
        prepayId: `wx${digits(14)}${randomBytes(9).toString('hex')}`,
        state: 'NOTPAY',
        transactionId: null,
        paidAt: null,
        behaviour: awaitedBehaviour(opened.outTradeNo),
        noticeId: crypto.randomUUID(),
        acknowledged: false,
      }),
    change: (order, change) => keep({ ...order, ...change }),
    behave(target, behaviour) {
      const order = find(target)
      if (order) keep({ ...order, behaviour: { ...order.behaviour, ...behaviour } })
      else awaited.set(target, behaviour)
    },
    spoil(merchantId, outTradeNo) {
      spoilt.add(orderKey({ merchantId, outTradeNo }))
      journal.keep('closed', orderKey({ merchantId, outTradeNo }), { merchantId, outTradeNo })
    },
    isSpoilt: (merchantId, outTradeNo) => spoilt.has(orderKey({ merchantId, outTradeNo })),
  }
}

function orderKey(order: { merchantId: string; outTradeNo: string }): string {
  return `${order.merchantId}/${order.outTradeNo}`
}

/** Made at the first start; the first is that of public-key mode. */
async function platformKeys(journal: SimulatorJournal): Promise<[PlatformKeyPair, PlatformKeyPair]> {
  const [kept, alsoKept] = journal.all('platform')
  if (kept && alsoKept) return [kept, alsoKept]
  const made = [await newPublicKeyModeKey(), await newCertificateModeKey()] as const
  for (const key of made) journal.keep('platform', key.serial, key)
  return [made[0], made[1]]
}
