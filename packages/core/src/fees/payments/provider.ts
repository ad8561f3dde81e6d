import { defineError } from '@heju/kernel'

/** Where the payer is: a phone browser, in front of a code on a screen, or inside WeChat. */
export type PaymentScene = 'h5' | 'native' | 'jsapi'

/** What is to be paid, as the provider is asked for it. Opening the same order again is harmless. */
export interface PaymentOrder {
  scene: PaymentScene
  /** Ours, 6–32 characters of `[0-9A-Za-z_|*-]`, unique in the merchant for ever: a closed number is never used again. */
  outTradeNo: string
  /** Fen, at least 1. */
  totalFen: number
  /** What the payer reads in the bill of the provider; an adapter shortens it to what the provider takes. */
  description: string
  /** IPv4 or IPv6 of the payer's device, as the edge saw it. */
  payerIp: string
  /** Epoch milliseconds after which it can no longer be paid. An order is closed all the same: this alone does not. */
  expiresAt: number
  /** The payer's id for our appId; `jsapi` needs it. */
  openId?: string
  /** Where the browser returns after an `h5` payment. Coming back proves nothing: ask with `query`. */
  returnUrl?: string
}

/** How the payer goes on. */
export type OpenedPayment =
  | { kind: 'redirect'; url: string }
  | { kind: 'code'; codeUrl: string }
  | { kind: 'jsapi'; params: JsapiParams }

/** What `WeixinJSBridge.invoke('getBrandWCPayRequest', …)` takes. */
export interface JsapiParams {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export const providerTradeStates = [
  'success',
  'refund',
  'notpay',
  'closed',
  'revoked',
  'userpaying',
  'payerror',
] as const
/** `refund` means that it was paid and that some or all of it went back. */
type ProviderTradeState = (typeof providerTradeStates)[number]

/** What the provider says of one order, verified: signed by the provider, about our merchant and app. */
export interface ProviderTrade {
  outTradeNo: string
  /** The provider's number; null until paid. */
  transactionId: string | null
  state: ProviderTradeState
  /** Fen that the order asks for. The caller compares it with what it asked: a signature does not make it right. */
  totalFen: number | null
  /** Fen that left the payer's account; less than the total where the provider gave a coupon. Null until paid. */
  payerTotalFen: number | null
  /** Epoch milliseconds; null until paid. */
  paidAt: number | null
  /** ISO 4217; null until paid. */
  currency: string | null
  merchantId: string
  appId: string
  /** The provider's own JSON, as evidence. It names the payer (openid): keep it encrypted, never log it. */
  raw: string
}

/** A notice whose signature, age and encryption were right. Still a hint: ask with `query` before money is booked. */
export interface ProviderNotice {
  /** The same for every delivery of this notice. */
  noticeId: string
  eventType: string
  /** Null when the notice is about something else than a payment (a refund); it is to be acknowledged all the same. */
  trade: ProviderTrade | null
}

/** What to answer to the sender of a notice. */
export interface NoticeAnswer {
  status: number
  body: string
  contentType: string
}

/**
 * One merchant at one provider of payments. Made for one request or message, since it carries that moment's `now`.
 * Every call ends within 15 seconds, its retries included.
 * @throws providerUnreachable no answer, or the provider is in trouble: the same call may be made again
 * @throws providerRefused the provider understood and says no; `params.reason` is its code
 * @throws providerUntrusted an answer without a right signature, or about something else: nothing may follow from it
 * @throws settingsUnusable a key of the merchant cannot be read; `params.field` says which
 */
export interface PaymentProvider {
  /**
   * Asks for a payment; the same order again gets a way to pay the same order.
   * @throws orderPaid it was paid meanwhile: query it
   * @throws orderOver it was closed meanwhile
   */
  open(order: PaymentOrder): Promise<OpenedPayment>
  /** What became of an order; null when the provider never heard of it. */
  query(outTradeNo: string): Promise<ProviderTrade | null>
  /**
   * Makes an order unpayable. Closing it again is harmless.
   * @throws orderPaid it was paid meanwhile: query it
   * @throws payerBusy the payer is entering a password right now: query it in some seconds
   */
  close(outTradeNo: string): Promise<void>
  /**
   * Checks and opens a notice. `body` is the text as it came: one changed byte breaks the signature.
   * @throws noticeForged, noticeStale, noticeForeign, noticeUnreadable
   */
  readNotice(headers: Headers, body: string): Promise<ProviderNotice>
  /** `taken`: never send it again; `refused`: it was not believed; `later`: deliver it once more. */
  answerNotice(outcome: 'taken' | 'refused' | 'later'): NoticeAnswer
  /** Proves the settings by one harmless question that needs every key of them. Errors as above. */
  prove(): Promise<void>
}

/** A key of the provider, by the serial that its messages name. */
export interface PlatformKey {
  /** `PUB_KEY_ID_…` in public-key mode, or the certificate's serial in hex. */
  serial: string
  /** PEM: `PUBLIC KEY`, or the platform's `CERTIFICATE`. */
  pem: string
}

/** A company's own merchant at WeChat Pay, decrypted. Each company is its own merchant: money is never pooled. */
export interface WechatMerchantSettings {
  /** 商户号, 8–10 digits. */
  merchantId: string
  /** 公众账号 ID that is bound to the merchant, `wx…`. */
  appId: string
  /** Serial of the merchant's API certificate, 40 hex digits. */
  merchantSerial: string
  /** PEM (PKCS #8), the `apiclient_key.pem` of the merchant. */
  merchantPrivateKey: string
  /** APIv3 密钥, 32 ASCII characters. */
  apiV3Key: string
  /** The first is the one that answers are asked to be signed with; during a switch both kinds arrive. */
  platformKeys: readonly PlatformKey[]
}

/** What surrounds one use of a provider. */
export interface ProviderCall {
  /** Epoch milliseconds; signatures are dated with it and must be no more than 5 minutes from it. */
  now: number
  /** Where notices go: names the company in its path, has no query string (the provider drops notices to those). */
  notifyUrl: string
}

export type PaymentProviderFactory = (settings: WechatMerchantSettings, call: ProviderCall) => PaymentProvider

export const noticeForged = defineError('payments.notice_forged', 'unauthenticated')
export const noticeStale = defineError('payments.notice_stale', 'unauthenticated')
export const noticeForeign = defineError('payments.notice_foreign', 'unauthenticated')
export const noticeUnreadable = defineError('payments.notice_unreadable', 'invalid')
export const providerRefused = defineError('payments.provider_refused', 'provider')
export const providerUntrusted = defineError('payments.provider_untrusted', 'provider')
export const providerUnreachable = defineError('payments.provider_unreachable', 'unavailable')
export const settingsUnusable = defineError('payments.settings_unusable', 'precondition')
export const orderOver = defineError('payments.order_over', 'precondition')
export const orderPaid = defineError('payments.order_paid', 'precondition')
export const payerBusy = defineError('payments.payer_busy', 'unavailable')
export const orderInvalid = defineError('payments.order_invalid', 'invalid')

/** Each reason for which the provider could not be asked or gave no answer that can be used. */
const providerTroubles = {
  unreachable: providerUnreachable,
  refused: providerRefused,
  untrusted: providerUntrusted,
  unusable: settingsUnusable,
} as const
export type ProviderTrouble = keyof typeof providerTroubles

/** Which of them an error is; undefined for what is none, like the word that an order was paid. */
export function providerTroubleOf(error: unknown): ProviderTrouble | undefined {
  const names = Object.keys(providerTroubles) as ProviderTrouble[]
  return names.find((name) => providerTroubles[name].is(error))
}

/** Whether the provider could not be asked or gave no answer that can be used, for whatever reason. */
export function isProviderTrouble(error: unknown): boolean {
  return providerTroubleOf(error) !== undefined
}
