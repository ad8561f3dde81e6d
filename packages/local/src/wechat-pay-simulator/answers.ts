import { randomBytes } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Book, Clock } from './book.ts'
import { newCertificateModeKey } from './keys.ts'
import type { AnswerKind, Merchant, Order, PlatformKeyPair } from './model.ts'
import { refusing } from './saying.ts'
import type { Saying } from './saying.ts'
import { signatureHeaders } from './signing.ts'
import { transactionOf, wrongAmount } from './transaction.ts'

export interface Env {
  Bindings: HttpBindings
  Variables: { merchant: Merchant; body: string }
}

/** Signs with the key that the merchant asks for, as during a switch from certificates to public keys. */
export function signer(book: Book, c: Context<Env>): PlatformKeyPair {
  const { publicKeyMode, certificateMode } = book.platform
  return c.req.header('wechatpay-serial')?.toUpperCase() === certificateMode.serial
    ? certificateMode
    : publicKeyMode
}

/** An answer, signed unless there is no key; refusals of unknown senders are not. */
export function answer(said: Saying, key: PlatformKeyPair | null, clock: Clock, dated = clock.now()) {
  const body = said.json ? JSON.stringify(said.json) : ''
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Request-ID': randomBytes(16).toString('hex').toUpperCase(),
    ...(key ? signatureHeaders(body, key, dated) : {}),
  }
  return new Response(said.status === 204 ? null : body, { status: said.status, headers })
}

/** Gives the answer, or spoils it in the way that the order was told to. */
export async function misbehave(
  c: Context<Env>,
  book: Book,
  clock: Clock,
  order: Order,
  what: 'open' | 'query' | 'close',
  said: Saying,
  effect: () => void = () => {},
) {
  const kind = spoiling(book, order, what)
  const key = signer(book, c)
  if (kind === 'trouble') return answer(refusing(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'), key, clock)
  if (kind === 'busy') return answer(refusing(429, 'FREQUENCY_LIMITED', '频率限制'), key, clock)
  if (kind === 'refused') return answer(refusing(403, 'RULE_LIMIT', '业务规则限制'), key, clock)
  effect()
  switch (kind) {
    case 'silent':
      c.env.outgoing.destroy()
      return answer(said, key, clock)
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, order.behaviour.delayMs).unref())
      return answer(said, key, clock)
    case 'unsigned':
      return answer(said, null, clock)
    case 'forged':
      return answer(said, { ...(await newCertificateModeKey()), serial: key.serial }, clock)
    case 'stale':
      return answer(said, key, clock, clock.now() - 600_000)
    case 'probe': {
      const probed = answer(said, key, clock)
      probed.headers.set('Wechatpay-Signature', `WECHATPAY/SIGNTEST/${randomBytes(192).toString('base64')}`)
      return probed
    }
    case 'wrong_amount':
      return answer(
        { status: 200, json: transactionOf(order, c.get('merchant'), wrongAmount(order)) },
        key,
        clock,
      )
    case 'lagging': {
      const unpaid: Order = { ...order, state: 'NOTPAY', transactionId: null, paidAt: null }
      return answer({ status: 200, json: transactionOf(unpaid, c.get('merchant')) }, key, clock)
    }
    case 'normal':
      return answer(said, key, clock)
  }
}

/** How this answer goes wrong; counts down the times that it should. */
function spoiling(book: Book, order: Order, what: 'open' | 'query' | 'close'): AnswerKind {
  const { behaviour } = order
  const kind = behaviour[what]
  if (kind === 'normal' || behaviour.times === null) return kind
  if (behaviour.times <= 0) return 'normal'
  book.change(order, { behaviour: { ...behaviour, times: behaviour.times - 1 } })
  return kind
}
