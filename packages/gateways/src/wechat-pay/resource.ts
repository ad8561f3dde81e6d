import { fromBase64 } from '../encoding.ts'

/** The encrypted part of a notice. */
export interface EncryptedResource {
  algorithm: string
  /** Base64; the last 16 bytes are the authentication tag. */
  ciphertext: string
  /** 12 characters. */
  nonce: string
  associated_data?: string | undefined
}

/** Opens an AEAD_AES_256_GCM resource; null when it was not made with this key, nonce and associated data. */
export async function decryptResource(resource: EncryptedResource, key: CryptoKey): Promise<string | null> {
  const bytes = fromBase64(resource.ciphertext)
  if (resource.algorithm !== 'AEAD_AES_256_GCM' || !bytes) return null
  const text = new TextEncoder()
  try {
    const plain = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: text.encode(resource.nonce),
        additionalData: text.encode(resource.associated_data ?? ''),
        tagLength: 128,
      },
      key,
      bytes,
    )
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(plain)
  } catch {
    return null
  }
}
