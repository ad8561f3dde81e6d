import { defineError } from '@heju/kernel'

const sealBroken = defineError('vault.seal_broken', 'internal')

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const nonceBytes = 12

/**
 * Seals what must not lie open in a database: phones, ID numbers, provider secrets.
 *
 * AES-256-GCM under a key derived for one company from the platform's key-encryption key; the field's name and the
 * key's version are authenticated with it, so that a sealed value moved to another company or column does not open.
 * `index` gives a keyed hash for exact look-up of a value that is stored sealed.
 */
export class Vault {
  readonly #version: string
  readonly #companyId: string
  readonly #sealing: CryptoKey
  readonly #indexing: CryptoKey

  private constructor(version: string, companyId: string, sealing: CryptoKey, indexing: CryptoKey) {
    this.#version = version
    this.#companyId = companyId
    this.#sealing = sealing
    this.#indexing = indexing
  }

  /** @param key 32 bytes in base64, the same for all companies; kept in a Worker secret */
  static async open(key: string, companyId: string, version = 'v1'): Promise<Vault> {
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0))
    const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
    const from = (purpose: string) => ({
      name: 'HKDF',
      hash: 'SHA-256',
      salt: encoder.encode(companyId),
      info: encoder.encode(purpose),
    })
    const aes = { name: 'AES-GCM', length: 256 }
    const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
    const sealing = await crypto.subtle.deriveKey(from('seal'), root, aes, false, ['encrypt', 'decrypt'])
    const indexing = await crypto.subtle.deriveKey(from('index'), root, hmac, false, ['sign'])
    return new Vault(version, companyId, sealing, indexing)
  }

  /** @param field the column it will lie in, e.g. `people.phone` */
  async seal(field: string, text: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
    const sealed = await crypto.subtle.encrypt(
      this.#algorithm(nonce, field),
      this.#sealing,
      encoder.encode(text),
    )
    const bytes = new Uint8Array(nonceBytes + sealed.byteLength)
    bytes.set(nonce)
    bytes.set(new Uint8Array(sealed), nonceBytes)
    return `${this.#version}.${toBase64(bytes)}`
  }

  /** @throws `vault.seal_broken` when the value was sealed for another company or field, or was altered */
  async unseal(field: string, sealed: string): Promise<string> {
    try {
      const bytes = fromBase64(sealed.slice(sealed.indexOf('.') + 1))
      const algorithm = this.#algorithm(bytes.slice(0, nonceBytes), field)
      return decoder.decode(await crypto.subtle.decrypt(algorithm, this.#sealing, bytes.slice(nonceBytes)))
    } catch (cause) {
      throw sealBroken({ field }, { cause })
    }
  }

  /** Keyed hash of a normalised value, equal for equal values of the same field in the same company. */
  async index(field: string, text: string): Promise<string> {
    const mac = await crypto.subtle.sign('HMAC', this.#indexing, encoder.encode(`${field}|${text}`))
    return toBase64(new Uint8Array(mac))
  }

  #algorithm(nonce: Uint8Array, field: string) {
    const additionalData = encoder.encode(`${this.#companyId}|${field}|${this.#version}`)
    return {
      name: 'AES-GCM',
      iv: nonce as Uint8Array<ArrayBuffer>,
      additionalData: additionalData as Uint8Array<ArrayBuffer>,
    }
  }
}

/** The vault of the platform's own database: sign-ups under way and database tokens. */
export function platformVault(key: string): Promise<Vault> {
  return Vault.open(key, 'platform')
}

function toBase64(bytes: Uint8Array): string {
  // Not spread into one call: a sealed part of an import is longer than a call has arguments.
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
