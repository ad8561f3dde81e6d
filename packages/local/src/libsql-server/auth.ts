import { errors, importSPKI, jwtVerify, type CryptoKey, type JWTPayload } from 'jose'
import { HttpError } from './failures.ts'
import type { StatementKind } from './statement.ts'

/** What a caller may do in a namespace: read, or write (which includes reading). */
type Right = 'read' | 'write'

/** What the token of one request allows. */
export class Access {
  readonly #rights: (namespace: string) => Right | null

  constructor(rights: (namespace: string) => Right | null) {
    this.#rights = rights
  }

  mayRead(namespace: string): boolean {
    return this.#rights(namespace) !== null
  }

  /** @throws HttpError 401 when the statement needs more than the token gives */
  check(namespace: string, kind: StatementKind): void {
    const right = this.#rights(namespace)
    if (right === 'write') return
    const writes = kind === 'write' || kind === 'schema'
    if (right === 'read' && !writes) return
    throw notAuthorized(writes ? 'write' : 'read', namespace)
  }
}

export function notAuthorized(right: Right, namespace: string): HttpError {
  return new HttpError(
    401,
    `Not authorized to execute query: \`${right}\` is not permitted on \`${namespace}\``,
  )
}

const everything = new Access(() => 'write')

/** sqld's allowance for clocks that differ. */
const leewaySeconds = 60

/** Checks bearer tokens against the public keys; with no keys, everybody may do everything, as in sqld. */
export class Authenticator {
  readonly #keys: CryptoKey[]

  private constructor(keys: CryptoKey[]) {
    this.#keys = keys
  }

  /** @param pems Ed25519 public keys, SPKI in PEM; a token signed by any of them is good */
  static async fromPems(pems: string[]): Promise<Authenticator> {
    return new Authenticator(await Promise.all(pems.map((pem) => importSPKI(pem, 'EdDSA'))))
  }

  /**
   * @param header the Authorization header
   * @throws HttpError 401
   */
  async authenticate(header: string | undefined): Promise<Access> {
    if (this.#keys.length === 0) return everything
    if (header === undefined)
      throw refused('The `Authorization` HTTP header is required but was not specified')
    const [scheme, token, ...rest] = header.trim().split(/\s+/)
    if (!scheme || !token || rest.length > 0) {
      throw refused('The `Authorization` HTTP header has invalid value')
    }
    if (scheme.toLowerCase() !== 'bearer') {
      throw refused('The authentication scheme in the `Authorization` HTTP header is not supported')
    }
    return accessOf(await this.#verify(token))
  }

  async #verify(token: string): Promise<JWTPayload> {
    for (const key of this.#keys) {
      try {
        const verified = await jwtVerify(token, key, { algorithms: ['EdDSA'], clockTolerance: leewaySeconds })
        return verified.payload
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw refused('The JWT has expired')
        if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
          throw refused('The JWT is immature (not valid yet)')
        }
      }
    }
    throw refused('The JWT is invalid')
  }
}

/** A token without any claim about namespaces opens every one: sqld's rule, so issuers must always name them. */
function accessOf(claims: JWTPayload): Access {
  if (claims.p !== undefined) return new Access(scopedRights(claims.p))
  const { id, a = 'rw' } = claims
  if (id !== undefined && typeof id !== 'string') throw refused('The JWT is invalid')
  if (a !== 'rw' && a !== 'ro' && a !== 'roa') throw refused('The JWT is invalid')
  return new Access((namespace) => {
    if (id !== undefined && id !== namespace) return null
    return a === 'rw' ? 'write' : 'read'
  })
}

function scopedRights(claim: unknown): (namespace: string) => Right | null {
  const writers = new Set([...namesIn(claim, 'rw'), ...namesIn(claim, 'rwa')])
  const readers = new Set([...namesIn(claim, 'ro'), ...namesIn(claim, 'roa')])
  return (namespace) => {
    if (writers.has(namespace)) return 'write'
    return readers.has(namespace) ? 'read' : null
  }
}

function namesIn(claim: unknown, scope: string): string[] {
  if (typeof claim !== 'object' || claim === null) throw refused('The JWT is invalid')
  const scopes: unknown = Reflect.get(claim, scope)
  if (scopes === undefined || scopes === null) return []
  const names: unknown = typeof scopes === 'object' ? Reflect.get(scopes, 'ns') : scopes
  if (names === undefined || names === null) return []
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw refused('The JWT is invalid')
  return names
}

function refused(reason: string): HttpError {
  return new HttpError(401, `Unauthorized: \`${reason}\``)
}
