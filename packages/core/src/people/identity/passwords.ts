import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/**
 * scrypt with 16 MB of memory and about 0.2 s: PBKDF2 is capped at 100,000 rounds on Workers and argon2 does not run
 * there. The parameters stand with each hash, so that they can be raised without a reset.
 */
const today = { N: 2 ** 14, r: 8, p: 5 }
const keyBytes = 32
const saltBytes = 16
/** scrypt needs 128·N·r bytes; Node refuses more than 32 MB unless told. */
const maxmem = 64 * 1024 * 1024

/**
 * @param cost only tests take a lower one
 * @returns `scrypt$16384$8$5$<salt>$<key>`, salt and key in base64url
 */
export async function hashPassword(password: string, cost = today): Promise<string> {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, text(salt), text(key)].join('$')
}

/** Whether a password is the one that was hashed. Anything that is no hash of ours matches nothing. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt = '', key = ''] = hash.split('$')
  if (scheme !== 'scrypt') return false
  const known = Buffer.from(key, 'base64url')
  const parameters = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), parameters)
  return known.length === derived.length && timingSafeEqual(known, derived)
}

/** Costs what a comparison costs: for a sign-in of somebody who does not exist, so that its time tells nothing. */
export async function verifyNoPassword(password: string): Promise<false> {
  await derive(password, Buffer.alloc(saltBytes), today)
  return false
}

/** Two ways to type the same character (full-width, composed) are one password. */
function derive(password: string, salt: Buffer, parameters: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer) => (error === null ? resolve(key) : reject(error))
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...parameters, maxmem }, done)
  })
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
