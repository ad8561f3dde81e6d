import { importJWK, importSPKI, type CryptoKey } from 'jose'

const pemBlock = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g

/**
 * The Ed25519 public keys in a text: one PEM block after the other, or one bare key of 32 bytes in base64url, the two
 * forms that sqld reads.
 * @throws when the text is neither
 */
export async function parseJwtKeys(text: string): Promise<CryptoKey[]> {
  const blocks = text.match(pemBlock)
  if (blocks) return Promise.all(blocks.map((block) => importSPKI(block, 'EdDSA')))
  return [(await importJWK({ kty: 'OKP', crv: 'Ed25519', x: text.trim() }, 'EdDSA')) as CryptoKey]
}
