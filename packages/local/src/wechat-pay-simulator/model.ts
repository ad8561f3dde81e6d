import type { Journal } from './journal.ts'

/** How a notice goes wrong. All but the first five are no word of the provider and are sent once. */
export const noticeKinds = [
  'normal',
  'late', // after `delayMs`
  'twice', // two deliveries at the same time
  'out_of_order', // held back until a later payment of the merchant was announced, or `delayMs` passed
  'wrong_amount', // rightly signed, with `amountFen` in place of the amount
  'never',
  'forged', // signed by somebody else under the provider's serial
  'wrong_key', // rightly signed by a key whose serial the merchant does not have
  'stale', // dated ten minutes ago
  'probe', // WECHATPAY/SIGNTEST/, with which the provider tests its merchants
  'tampered', // rightly signed, the ciphertext does not open
  'other_merchant', // rightly signed and encrypted, about a payment to somebody else
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How an answer goes wrong. */
export const answerKinds = [
  'normal',
  'silent', // done, but the connection breaks before the answer
  'slow', // answered after `delayMs`
  'trouble', // 500 SYSTEM_ERROR: not closed, yet opened; the provider promises nothing either way
  'busy', // 429 FREQUENCY_LIMITED, likewise
  'refused', // 403 RULE_LIMIT, likewise
  'unsigned',
  'forged',
  'stale',
  'probe',
  'wrong_amount', // rightly signed, with `amountFen` in place of the amount
  'lagging', // still NOTPAY although it is paid
] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What goes wrong with one order. */
export interface Behaviour {
  /** A list is delivered one after the other. */
  notice: NoticeKind | NoticeKind[]
  open: AnswerKind
  query: AnswerKind
  close: AnswerKind
  /** How many answers go wrong before they are right again; all of them by default. */
  times: number | null
  delayMs: number
  /** For `wrong_amount`; one fen less than the order by default. */
  amountFen: number | null
}

export const goodBehaviour: Behaviour = {
  notice: 'normal',
  open: 'normal',
  query: 'normal',
  close: 'normal',
  times: null,
  delayMs: 3000,
  amountFen: null,
}

export interface Merchant {
  merchantId: string
  appId: string
  name: string
  merchantSerial: string
  publicKey: string
  /** The provider would not have it. Here it is kept so that the settings can be handed out again. */
  privateKey: string
  apiV3Key: string
}

export interface PlatformKeyPair {
  serial: string
  publicKey: string
  privateKey: string
}

export type TradeState = 'SUCCESS' | 'NOTPAY' | 'CLOSED' | 'USERPAYING' | 'PAYERROR' | 'REVOKED' | 'REFUND'

export interface Order {
  merchantId: string
  outTradeNo: string
  scene: 'h5' | 'native' | 'jsapi'
  description: string
  totalFen: number
  notifyUrl: string
  /** Epoch milliseconds, or null when the merchant gave no end. */
  expiresAt: number | null
  openId: string
  prepayId: string
  /** Of what the merchant sent; the same number with other values is refused. */
  fingerprint: string
  state: TradeState
  transactionId: string | null
  paidAt: number | null
  /** When the address to pay at was last given out; one for `h5` is good for five minutes. */
  linkedAt: number
  behaviour: Behaviour
  noticeId: string
  acknowledged: boolean
}

export type Records = { platform: PlatformKeyPair; merchant: Merchant; order: Order; closed: ClosedNumber }

/** A number that was closed before it was ever opened: it can never be opened again. */
interface ClosedNumber {
  merchantId: string
  outTradeNo: string
}

export type SimulatorJournal = Journal<Records>
