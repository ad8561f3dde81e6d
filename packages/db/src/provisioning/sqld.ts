import { importPKCS8, SignJWT } from 'jose'
import type { DatabaseEndpoint } from '../fetch.ts'
import type { DatabasePlace, DatabaseProvisioner } from './port.ts'
import { databaseServerRefused } from './refusal.ts'

export interface SqldSettings {
  /** Address of the user port, without a trailing path. */
  url: string
  adminUrl: string
  /** Sent verbatim after `Basic`. */
  adminKey: string
  /** Ed25519 private key, PKCS#8 PEM; sqld holds the public half. */
  tokenPrivateKeyPem: string
  /** What the proxy before both ports wants to see, such as the tokens of a tunnel. */
  headers?: Record<string, string>
}

const tokenSeconds = 15 * 60
const timeoutMs = 15_000
/** For loading a dump: some gigabytes, statement by statement. */
const restoreTimeoutMs = 30 * 60_000

/** sqld with namespaces: one server, many databases, tokens minted by ourselves. Holds no secret per company. */
export class SqldProvisioner implements DatabaseProvisioner {
  readonly kind = 'sqld'
  readonly #settings: SqldSettings
  readonly #tokens = new Map<string, { token: string; goodUntil: number }>()
  #key: Promise<CryptoKey> | undefined

  constructor(settings: SqldSettings) {
    this.#settings = settings
  }

  async create(name: string): Promise<DatabasePlace> {
    const response = await this.#admin('POST', `${name}/create`, {})
    // sqld answers 400 for "exists already", which is what a repeated step finds, and for a malformed name.
    if (response.status === 400 && !(await this.#exists(name))) throw databaseServerRefused({ status: 400 })
    if (!response.ok && response.status !== 400) throw databaseServerRefused({ status: response.status })
    return { kind: 'sqld', url: this.#settings.url, namespace: name }
  }

  async find(name: string): Promise<DatabasePlace> {
    await this.#expectOk(this.#admin('GET', `${name}/stats`))
    return { kind: 'sqld', url: this.#settings.url, namespace: name }
  }

  /**
   * Makes a new database of a dump. One that fails leaves nothing behind.
   * @param dumpUrl address from which the server itself fetches the SQL text: `http:`, or `file:` on its own machine
   * @throws `database.server_refused`, also when the name is taken
   */
  async restore(name: string, dumpUrl: string): Promise<DatabasePlace> {
    if (await this.#exists(name)) throw databaseServerRefused({ status: 400 })
    const body = { dump_url: dumpUrl }
    const response = await this.#admin('POST', `${name}/create`, body, restoreTimeoutMs)
    if (response.ok) return this.find(name)
    // sqld keeps an empty database under the name, and would refuse the next try for it.
    await this.destroy({ kind: 'sqld', url: this.#settings.url, namespace: name })
    throw databaseServerRefused({ status: response.status })
  }

  async endpoint(place: DatabasePlace): Promise<DatabaseEndpoint> {
    const namespace = place.namespace ?? ''
    const { headers = {} } = this.#settings
    return { url: place.url, namespace, token: await this.#token(namespace), headers }
  }

  async setWritable(place: DatabasePlace, writable: boolean, reason: string): Promise<void> {
    // POST overwrites the whole configuration: read it, change it, write it.
    const path = `${place.namespace}/config`
    const response = await this.#admin('GET', path)
    if (response.status === 404 && !writable) return
    if (!response.ok) throw databaseServerRefused({ status: response.status })
    const config = (await response.json()) as Record<string, unknown>
    await this.#expectOk(
      this.#admin('POST', path, {
        ...config,
        block_writes: !writable,
        block_reason: writable ? null : reason,
      }),
    )
  }

  async sizeBytes(place: DatabasePlace): Promise<number | null> {
    const response = await this.#expectOk(this.#admin('GET', `${place.namespace}/stats`))
    const stats = (await response.json()) as { storage_bytes_used?: number }
    // sqld measures once a minute, and says 0 of what it has not measured yet.
    return stats.storage_bytes_used || null
  }

  /** Nothing to renew: tokens last minutes and no copy is kept. To shut them all out, change the key at the server. */
  async renewToken(place: DatabasePlace): Promise<DatabasePlace> {
    return place
  }

  async destroy(place: DatabasePlace): Promise<void> {
    const response = await this.#admin('DELETE', `${place.namespace}`)
    if (!response.ok && response.status !== 404) throw databaseServerRefused({ status: response.status })
  }

  async #exists(name: string): Promise<boolean> {
    return (await this.#admin('GET', `${name}/stats`)).ok
  }

  #admin(method: string, path: string, body?: unknown, patienceMs = timeoutMs): Promise<Response> {
    return fetch(`${this.#settings.adminUrl}/v1/namespaces/${path}`, {
      method,
      headers: {
        ...this.#settings.headers,
        authorization: `Basic ${this.#settings.adminKey}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    })
  }

  async #expectOk(answer: Promise<Response>): Promise<Response> {
    const response = await answer
    if (!response.ok) throw databaseServerRefused({ status: response.status })
    return response
  }

  /** Tokens name one namespace: a token without that claim would open every company's database. */
  async #token(namespace: string): Promise<string> {
    const seconds = Math.floor(Date.now() / 1000)
    const kept = this.#tokens.get(namespace)
    if (kept !== undefined && kept.goodUntil > seconds + 60) return kept.token
    this.#key ??= importPKCS8(this.#settings.tokenPrivateKeyPem, 'EdDSA')
    const token = await new SignJWT({ p: { rw: { ns: [namespace] } } })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + tokenSeconds)
      .sign(await this.#key)
    this.#tokens.set(namespace, { token, goodUntil: seconds + tokenSeconds })
    return token
  }
}
