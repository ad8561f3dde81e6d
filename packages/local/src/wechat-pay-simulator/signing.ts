import { createCipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import type { Merchant, PlatformKeyPair } from './model.ts'

/** What the `Authorization` header of a request says. */
export interface Credentials {
  mchid: string
  serial_no: string
  nonce_str: string
  timestamp: string
  signature: string
}

export function readAuthorization(header: string | undefined): Credentials | null {
  const [scheme, rest] = header?.split(/ (.*)/s) ?? []
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048' || !rest) return null
  const said = Object.fromEntries(
    [...rest.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]),
  ) as Partial<Credentials>
  const { mchid, serial_no, nonce_str, timestamp, signature } = said
  if (!mchid || !serial_no || !nonce_str || !timestamp || !signature) return null
  return { mchid, serial_no, nonce_str, timestamp, signature }
}

/** @param target path with query, as it came */
export function isSignedBy(
  merchant: Merchant,
  credentials: Credentials,
  request: { method: string; target: string; body: string },
): boolean {
  const message = [
    request.method,
    request.target,
    credentials.timestamp,
    credentials.nonce_str,
    request.body,
    '',
  ].join('\n')
  return createVerify('RSA-SHA256')
    .update(message)
    .verify(merchant.publicKey, credentials.signature, 'base64')
}

/** The headers under which the provider sends answers and notices. */
export function signatureHeaders(body: string, key: PlatformKeyPair, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${body}\n`)
    .sign(key.privateKey, 'base64')
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': key.serial,
    'Wechatpay-Signature': signature,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** AEAD_AES_256_GCM with the tag at the end, as the `resource` of a notice. */
export function encryptedResource(plain: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from('transaction'))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: ciphertext.toString('base64'),
    associated_data: 'transaction',
    nonce,
  }
}
