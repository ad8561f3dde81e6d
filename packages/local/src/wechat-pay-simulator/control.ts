import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Book, Clock } from './book.ts'
import { cannotPay, pay } from './cashier.ts'
import { answerKinds, noticeKinds } from './model.ts'
import type { AnswerKind, Behaviour, Merchant, NoticeKind, Order, TradeState } from './model.ts'
import type { Postman } from './postman.ts'

/** The settings of one merchant as a company enters them. */
export interface MerchantSettings {
  merchantId: string
  appId: string
  merchantSerial: string
  merchantPrivateKey: string
  apiV3Key: string
  platformKeys: readonly { serial: string; pem: string }[]
}

export function settingsOf(book: Book, merchant: Merchant): MerchantSettings {
  const { publicKeyMode, certificateMode } = book.platform
  return {
    merchantId: merchant.merchantId,
    appId: merchant.appId,
    merchantSerial: merchant.merchantSerial,
    merchantPrivateKey: merchant.privateKey,
    apiV3Key: merchant.apiV3Key,
    platformKeys: [publicKeyMode, certificateMode].map((key) => ({ serial: key.serial, pem: key.publicKey })),
  }
}

type Wish = Record<string, unknown>

/**
 * Steers the simulator from a test or a demonstration; it speaks to this machine only, so it asks for no password.
 *
 * - `POST /__control/merchants {name?, merchantId?, appId?}` → the settings for our side
 * - `POST /__control/behaviour {outTradeNo | next: true, notice?, open?, query?, close?, times?, delayMs?, amountFen?}`
 * - `POST /__control/pay {outTradeNo, merchantId?, paidAt?, waitMs?}` → `{transactionId, deliveries}`
 * - `POST /__control/notice {outTradeNo, kind}` → `{status}`: one notice of that kind, whether paid or not
 * - `POST /__control/state {outTradeNo, state}`: USERPAYING, PAYERROR, REVOKED…
 * - `POST /__control/clock {at: epoch ms | null}`
 * - `GET /__control/orders`, `GET /__control/deliveries`
 */
export function controlApi(book: Book, clock: Clock, postman: Postman): Hono {
  const control = new Hono().basePath('/__control')

  control.get('/merchants', (c) => c.json(book.merchants().map((each) => settingsOf(book, each))))
  control.post('/merchants', async (c) => {
    const { name, merchantId, appId } = (await c.req.json()) as Partial<Merchant>
    const known = merchantId ? book.merchant(merchantId) : null
    const merchant =
      known ??
      (await book.register({
        ...(name ? { name } : {}),
        ...(merchantId ? { merchantId } : {}),
        ...(appId ? { appId } : {}),
      }))
    return c.json(settingsOf(book, merchant))
  })

  control.post('/behaviour', async (c) => {
    const wish = (await c.req.json()) as Wish
    const target = wish.next === true ? 'next' : wish.outTradeNo
    const behaviour = readBehaviour(wish)
    if (typeof target !== 'string' || !behaviour) return c.json({ problem: 'not a behaviour' }, 400)
    book.behave(target, behaviour)
    return c.json({ target, behaviour })
  })

  control.post('/pay', async (c) => {
    const wish = (await c.req.json()) as Wish
    const order = orderOf(book, wish)
    if (!order) return c.json({ problem: 'no such order' }, 404)
    const refused = cannotPay(order, clock)
    if (refused) return c.json({ problem: refused }, 409)
    const paidAt = typeof wish.paidAt === 'number' ? wish.paidAt : clock.now()
    const paid = pay(book, postman, order, paidAt)
    const waitMs = typeof wish.waitMs === 'number' ? wish.waitMs : 0
    if (waitMs > 0) await Promise.race([paid.announced, sleep(waitMs, undefined, { ref: false })])
    return c.json({
      transactionId: paid.order.transactionId,
      deliveries: postman.deliveries().filter((each) => each.outTradeNo === order.outTradeNo),
    })
  })

  control.post('/notice', async (c) => {
    const wish = (await c.req.json()) as Wish
    const order = orderOf(book, wish)
    const kind = noticeKinds.find((each) => each === wish.kind)
    if (!order || !kind) return c.json({ problem: 'no such order or kind' }, 404)
    return c.json({ status: await postman.bring(order, kind) })
  })

  control.post('/state', async (c) => {
    const wish = (await c.req.json()) as Wish
    const order = orderOf(book, wish)
    if (!order || !isState(wish.state)) return c.json({ problem: 'no such order or state' }, 404)
    return c.json(book.change(order, { state: wish.state }))
  })

  control.post('/clock', async (c) => {
    const { at } = (await c.req.json()) as Wish
    clock.move(typeof at === 'number' ? at : null)
    return c.json({ now: clock.now() })
  })

  control.get('/orders', (c) => c.json(book.orders()))
  control.get('/deliveries', (c) => c.json(postman.deliveries()))
  return control
}

function orderOf(book: Book, wish: Wish): Order | null {
  const { outTradeNo, merchantId } = wish
  if (typeof outTradeNo !== 'string') return null
  return book.order(outTradeNo, typeof merchantId === 'string' ? merchantId : undefined)
}

/** Null when something in it is not known: a misspelt behaviour would let a test pass that proves nothing. */
function readBehaviour(wish: Wish): Partial<Behaviour> | null {
  const isNotice = (value: unknown): value is NoticeKind => noticeKinds.some((kind) => kind === value)
  const isAnswer = (value: unknown): value is AnswerKind => answerKinds.some((kind) => kind === value)
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0
  const checks: Record<string, (value: unknown) => boolean> = {
    notice: (value) => (Array.isArray(value) ? value.every(isNotice) : isNotice(value)),
    open: isAnswer,
    query: isAnswer,
    close: isAnswer,
    times: (value) => value === null || isCount(value),
    delayMs: isCount,
    amountFen: (value) => value === null || isCount(value),
  }
  const { outTradeNo: _outTradeNo, next: _next, ...behaviour } = wish
  const isRight = Object.entries(behaviour).every(([key, value]) => checks[key]?.(value) ?? false)
  return isRight ? (behaviour as Partial<Behaviour>) : null
}

function isState(value: unknown): value is TradeState {
  return ['SUCCESS', 'NOTPAY', 'CLOSED', 'USERPAYING', 'PAYERROR', 'REVOKED', 'REFUND'].includes(
    String(value),
  )
}
