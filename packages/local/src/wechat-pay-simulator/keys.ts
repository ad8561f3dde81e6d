import { generateKeyPair, randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Merchant, PlatformKeyPair } from './model.ts'

async function rsaPair(): Promise<{ publicKey: string; privateKey: string }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

export function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

/** The key of public-key mode. */
export async function newPublicKeyModeKey(): Promise<PlatformKeyPair> {
  return { serial: `PUB_KEY_ID_01${digits(26)}`, ...(await rsaPair()) }
}

/** The key of a platform certificate, as merchants that have not switched yet are answered with. */
export async function newCertificateModeKey(): Promise<PlatformKeyPair> {
  return { serial: randomBytes(20).toString('hex').toUpperCase(), ...(await rsaPair()) }
}

export async function newMerchant(wished: Partial<Merchant>): Promise<Merchant> {
  return {
    merchantId: wished.merchantId ?? `19${digits(8)}`,
    appId: wished.appId ?? `wx${randomBytes(8).toString('hex')}`,
    name: wished.name ?? '物业公司',
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    apiV3Key: randomBytes(16).toString('hex'),
    ...(await rsaPair()),
  }
}
