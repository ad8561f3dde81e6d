import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, type JWK } from 'jose'

/** The secrets of one local installation. In production each is a Worker secret; see docs/deploy.md. */
export interface LocalKeys {
  sqldAdminKey: string
  /** Ed25519, PKCS#8 PEM: the Workers mint database tokens with it. */
  sqldTokenKey: string
  /** SPKI PEM: the database server checks them with it. */
  sqldTokenPublicKey: string
  sessionKeys: (JWK & { kid: string })[]
  /** 32 bytes in base64. */
  vaultKey: string
}

/** The keys kept in `file`, made at the first start: the data of a company cannot be opened without them. */
export async function keysIn(file: string): Promise<LocalKeys> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys
  const keys = await makeKeys()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 })
  return keys
}

export async function makeKeys(): Promise<LocalKeys> {
  const database = await generateKeyPair('EdDSA', { extractable: true })
  const session = await generateKeyPair('EdDSA', { extractable: true })
  const vault = crypto.getRandomValues(new Uint8Array(32))
  return {
    sqldAdminKey: crypto.randomUUID(),
    sqldTokenKey: await exportPKCS8(database.privateKey),
    sqldTokenPublicKey: await exportSPKI(database.publicKey),
    sessionKeys: [{ ...(await exportJWK(session.privateKey)), kid: crypto.randomUUID() }],
    vaultKey: Buffer.from(vault).toString('base64'),
  }
}
