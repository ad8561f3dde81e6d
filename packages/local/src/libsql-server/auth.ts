import { compactVerify, type CryptoKey, type JWTPayload } from 'jose'
import { type Access, accessOf, fullAccess } from './access.ts'
import { HttpError } from './failures.ts'
import { parseJwtKeys } from './jwt-keys.ts'

/** sqld's allowance for clocks that differ. */
const leewaySeconds = 60

/** Clients send the same token many times; checking a signature costs more than a short statement. */
const rememberedTokens = 1_000

interface Remembered {
  access: Access
  expiresAt: number
}

/** Checks bearer tokens: those of the server's keys, or those of the keys that a namespace has of its own. */
export class Authenticator {
  readonly #serverKeys: CryptoKey[]
  readonly #namespaceKeys = new Map<string, CryptoKey[]>()
  readonly #remembered = new Map<string, Remembered>()

  private constructor(serverKeys: CryptoKey[]) {
    this.#serverKeys = serverKeys
  }

  /** @param texts Ed25519 public keys; a token signed by any of them is good, so that keys can be rotated */
  static async withKeys(texts: string[]): Promise<Authenticator> {
    return new Authenticator((await Promise.all(texts.map(parseJwtKeys))).flat())
  }

  /**
   * @param header the Authorization header
   * @param namespaceKey the key that the namespace was configured with; then the server's keys do not count
   * @throws HttpError 401
   */
  async authenticate(header: string | undefined, namespaceKey: string | null): Promise<Access> {
    const keys = namespaceKey === null ? this.#serverKeys : await this.#keysOf(namespaceKey)
    if (keys.length === 0) return fullAccess
    const token = bearerToken(header)
    const remembered = this.#remembered.get(`${namespaceKey ?? ''} ${token}`)
    if (remembered && remembered.expiresAt > Date.now()) return remembered.access
    const claims = await verify(token, keys)
    const access = accessOf(claims)
    if (!access) throw refused('The JWT is invalid')
    this.#remember(`${namespaceKey ?? ''} ${token}`, { access, expiresAt: expiryOf(claims) })
    return access
  }

  async #keysOf(text: string): Promise<CryptoKey[]> {
    const known = this.#namespaceKeys.get(text)
    if (known) return known
    const keys = await parseJwtKeys(text)
    this.#namespaceKeys.set(text, keys)
    return keys
  }

  #remember(token: string, entry: Remembered): void {
    if (this.#remembered.size >= rememberedTokens) {
      this.#remembered.delete(this.#remembered.keys().next().value ?? '')
    }
    this.#remembered.set(token, entry)
  }
}

function bearerToken(header: string | undefined): string {
  if (header === undefined) throw refused('Expected authorization header but none given')
  const [, scheme, token] = /^(\S+)\s+(.+)$/.exec(header.trim()) ?? []
  if (scheme === undefined || token === undefined) {
    throw refused("Auth string does not conform to '<scheme> <token>' form")
  }
  if (scheme.toLowerCase() !== 'bearer') {
    throw refused('The authentication scheme in the `Authorization` HTTP header is not supported')
  }
  return token
}

/** A key that did not sign the token says nothing; one that did decides. */
async function verify(token: string, keys: CryptoKey[]): Promise<JWTPayload> {
  for (const key of keys) {
    try {
      const { payload: bytes } = await compactVerify(token, key, { algorithms: ['EdDSA'] })
      const payload = JSON.parse(new TextDecoder().decode(bytes)) as JWTPayload
      const expiry = expiryOf(payload)
      if (Number.isNaN(expiry)) throw refused('The JWT is invalid')
      if (expiry < Date.now()) throw refused('The JWT has expired')
      // sqld does not look at `nbf`. It expects no audience, and refuses a token that carries one rather than ignoring whom it is meant for.
      if (payload.aud !== undefined) throw refused('Authentication failed')
      return payload
    } catch (error) {
      if (error instanceof HttpError) throw error
    }
  }
  throw refused('The JWT is invalid')
}

/** In epoch milliseconds; NaN when the claim is no number. */
function expiryOf(claims: JWTPayload): number {
  return claims.exp === undefined ? Infinity : (claims.exp + leewaySeconds) * 1_000
}

function refused(reason: string): HttpError {
  return new HttpError(401, `Unauthorized: \`${reason}\``)
}
