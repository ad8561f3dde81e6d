import { fromBase64, toBase64 } from '../encoding.ts'
import type { MerchantKeys } from './keys.ts'

/** Seconds by which a message of the provider may be older or newer than now (its API v3 rules). */
const MAX_SKEW_SECONDS = 300
/** The provider sends signatures that begin so to see whether a merchant really verifies; they must be refused. */
const PROBE = 'WECHATPAY/SIGNTEST/'

/** Why a message cannot be believed. */
export type Doubt = 'header' | 'stale' | 'probe' | 'serial' | 'signature'

export async function sign(message: string, keys: MerchantKeys): Promise<string> {
  const key = await keys.signing()
  return toBase64(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new TextEncoder().encode(message)))
}

/** Random, 32 characters. */
export function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '').toUpperCase()
}

export interface RequestToSign {
  method: 'GET' | 'POST'
  /** Path with query, exactly as it goes over the wire. */
  target: string
  /** Exactly as it goes over the wire; empty for GET. */
  body: string
}

/** The `Authorization` header of a request to API v3. */
export async function authorization(
  request: RequestToSign,
  merchant: { merchantId: string; merchantSerial: string },
  keys: MerchantKeys,
  now: number,
): Promise<string> {
  const timestamp = Math.floor(now / 1000)
  const nonceStr = nonce()
  const signature = await sign(
    `${request.method}\n${request.target}\n${timestamp}\n${nonceStr}\n${request.body}\n`,
    keys,
  )
  return (
    `WECHATPAY2-SHA256-RSA2048 mchid="${merchant.merchantId}",nonce_str="${nonceStr}",` +
    `timestamp="${timestamp}",serial_no="${merchant.merchantSerial}",signature="${signature}"`
  )
}

/** Null when the provider signed this body just now, otherwise why it is to be doubted. Answers and notices alike. */
export async function doubt(
  headers: Headers,
  body: string,
  keys: MerchantKeys,
  now: number,
): Promise<Doubt | null> {
  const timestamp = headers.get('wechatpay-timestamp')
  const nonceStr = headers.get('wechatpay-nonce')
  const serial = headers.get('wechatpay-serial')
  const signature = headers.get('wechatpay-signature')
  if (!timestamp || !nonceStr || !serial || !signature || !/^\d{1,12}$/.test(timestamp)) return 'header'
  if (Math.abs(now / 1000 - Number(timestamp)) > MAX_SKEW_SECONDS) return 'stale'
  if (signature.startsWith(PROBE)) return 'probe'
  const key = await keys.verifying(serial)
  if (!key) return 'serial'
  const bytes = fromBase64(signature)
  if (!bytes) return 'signature'
  const message = new TextEncoder().encode(`${timestamp}\n${nonceStr}\n${body}\n`)
  return (await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, bytes, message)) ? null : 'signature'
}
