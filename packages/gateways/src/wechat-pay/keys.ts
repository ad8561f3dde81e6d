import { importPKCS8, importSPKI, importX509 } from 'jose'
import { settingsUnusable } from '@heju/core/fees/payments/provider'
import type { PlatformKey, WechatMerchantSettings } from '@heju/core/fees/payments/provider'

/** A merchant's keys, ready for WebCrypto. Each is read when it is first needed. */
export interface MerchantKeys {
  signing(): Promise<CryptoKey>
  /** Null for a serial that is not in the settings: such a message cannot be believed. */
  verifying(serial: string): Promise<CryptoKey | null>
  decrypting(): Promise<CryptoKey>
}

export function merchantKeys(settings: WechatMerchantSettings): MerchantKeys {
  return {
    signing: once(() => importSigningKey(settings.merchantPrivateKey)),
    verifying: async (serial) => {
      const key = settings.platformKeys.find((each) => sameSerial(each.serial, serial))
      return key ? importPlatformKey(key) : null
    },
    decrypting: once(() => importApiV3Key(settings.apiV3Key)),
  }
}

/** Certificate serials are hexadecimal and are shown in either case. */
function sameSerial(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase()
}

async function importSigningKey(pem: string): Promise<CryptoKey> {
  try {
    return await importPKCS8(pem.trim(), 'RS256')
  } catch (cause) {
    throw settingsUnusable({ field: 'merchantPrivateKey' }, { cause })
  }
}

async function importPlatformKey({ pem }: PlatformKey): Promise<CryptoKey> {
  const text = pem.trim()
  try {
    // WebCrypto reads public keys only; jose takes the key out of a certificate.
    return await (text.includes('BEGIN CERTIFICATE') ? importX509(text, 'RS256') : importSPKI(text, 'RS256'))
  } catch (cause) {
    throw settingsUnusable({ field: 'platformKeys' }, { cause })
  }
}

/** The APIv3 key is text whose 32 bytes are the AES key itself, not an encoding of it. */
async function importApiV3Key(text: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length !== 32) throw settingsUnusable({ field: 'apiV3Key' })
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt'])
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
