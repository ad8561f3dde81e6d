import { setTimeout as sleep } from 'node:timers/promises'
import type { Book, Clock } from './book.ts'
import type { NoticeKind, Order } from './model.ts'
import { makeNotice } from './notices.ts'
import { post } from './post.ts'

/** Seconds between the deliveries of a notice that nobody acknowledges: 24 hours and 4 minutes in all. */
export const RETRY_SECONDS = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
]

/** Kinds that the provider itself sends, and therefore sends again until they are acknowledged. */
const genuine: ReadonlySet<NoticeKind> = new Set(['normal', 'late', 'twice', 'out_of_order', 'wrong_amount'])

/** One delivery, for tests and for the page that lists them. */
interface Delivery {
  outTradeNo: string
  kind: NoticeKind
  at: number
  /** Null when there was no answer within five seconds. */
  status: number | null
}

export interface Postman {
  /** Brings the notices of a paid order in the way its behaviour says; ends when all are taken or given up. */
  announce(order: Order): Promise<void>
  /** Brings one notice of this kind once, whether or not the order is paid. */
  bring(order: Order, kind: NoticeKind): Promise<number | null>
  deliveries(): Delivery[]
  close(): Promise<void>
}

/**
 * @param pace `timeScale`: real seconds per second of the provider's retries, 0.001 turns a day into a minute and a half;
 *   `timeoutMs`: how long an answer is waited for, in real milliseconds
 */
export function makePostman(
  book: Book,
  clock: Clock,
  { timeScale, timeoutMs }: { timeScale: number; timeoutMs: number },
): Postman {
  const delivered: Delivery[] = []
  const closing = new AbortController()
  const underWay = new Set<Promise<void>>()
  const heldBack = new Map<string, (() => void)[]>()

  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false })

  const bring = async (order: Order, kind: NoticeKind) => {
    closing.signal.throwIfAborted()
    const notice = await makeNotice(book, clock, order, kind)
    const status = await post(order.notifyUrl, notice.body, notice.headers, timeoutMs)
    delivered.push({ outTradeNo: order.outTradeNo, kind, at: clock.now(), status })
    return status
  }

  const bringUntilTaken = async (order: Order, kind: NoticeKind) => {
    for (let attempt = 0; ; attempt += 1) {
      const status = await bring(order, kind)
      if (status === 200 || status === 204) {
        const latest = book.order(order.outTradeNo, order.merchantId) ?? order
        book.change(latest, { acknowledged: true })
        return
      }
      const wait = RETRY_SECONDS[attempt]
      if (wait === undefined) return
      await pause(wait * 1000 * timeScale)
    }
  }

  const overtaken = (order: Order) =>
    new Promise<void>((resolve) => {
      const waiting = heldBack.get(order.merchantId) ?? []
      heldBack.set(order.merchantId, [...waiting, resolve])
      pause(order.behaviour.delayMs).then(resolve, resolve)
    })

  const carryOut = async (order: Order, kind: NoticeKind) => {
    if (kind === 'never') return
    if (kind === 'late') await pause(order.behaviour.delayMs)
    if (kind === 'out_of_order') await overtaken(order)
    if (!genuine.has(kind)) await bring(order, kind)
    else if (kind === 'twice') await Promise.all([bringUntilTaken(order, kind), bringUntilTaken(order, kind)])
    else await bringUntilTaken(order, kind)
    if (kind === 'out_of_order') return
    for (const release of heldBack.get(order.merchantId) ?? []) release()
    heldBack.delete(order.merchantId)
  }

  const announce = async (order: Order) => {
    try {
      for (const kind of [order.behaviour.notice].flat()) await carryOut(order, kind)
    } catch (error) {
      // Closing ends the pauses; what was not delivered is delivered after the next start.
      if (!closing.signal.aborted) throw error
    }
  }

  return {
    bring,
    announce(order) {
      const job = announce(order).finally(() => underWay.delete(job))
      underWay.add(job)
      return job
    },
    deliveries: () => [...delivered],
    async close() {
      closing.abort()
      await Promise.all(underWay)
    },
  }
}
