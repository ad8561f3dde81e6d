import type { DatabaseEndpoint } from '../fetch.ts'
import type { DatabasePlace, DatabaseProvisioner } from './port.ts'
import { databaseServerRefused } from './refusal.ts'

export interface TursoSettings {
  /** Address of the Platform API, without a trailing slash. */
  apiUrl: string
  organization: string
  /** The group that new databases join; it decides where in the world they lie. */
  group: string
  /** Platform API token of the organisation. */
  apiToken: string
  /** Seals a database's token for the platform register; `database` is authenticated with it. */
  seal(database: string, token: string): Promise<string>
  unseal(database: string, sealed: string): Promise<string>
  /** Address of a database by its host name: https, unless a double of the service on this machine answers. */
  databaseUrl?(hostname: string): string
}

const timeoutMs = 15_000

/**
 * Turso Cloud: a database of its own for every company, with a token of its own that opens no other.
 * It has no region in mainland China. Docs: https://docs.turso.tech/api-reference
 */
export class TursoProvisioner implements DatabaseProvisioner {
  readonly kind = 'turso'
  readonly #settings: TursoSettings

  constructor(settings: TursoSettings) {
    this.#settings = settings
  }

  async create(name: string): Promise<DatabasePlace> {
    return this.#placeAt((await this.#make(name)) ?? (await this.#hostname(name)), name)
  }

  async find(name: string): Promise<DatabasePlace> {
    return this.#placeAt(await this.#hostname(name), name)
  }

  async endpoint(place: DatabasePlace): Promise<DatabaseEndpoint> {
    const sealed = place.tokenSealed ?? ''
    return { url: place.url, token: await this.#settings.unseal(nameOf(place), sealed) }
  }

  async setWritable(place: DatabasePlace, writable: boolean, _reason: string): Promise<void> {
    const path = `databases/${nameOf(place)}/configuration`
    const response = await this.#api('PATCH', path, { block_writes: !writable })
    const isGone = response.status === 404 && !writable
    if (!response.ok && !isGone) throw databaseServerRefused({ status: response.status })
  }

  async sizeBytes(place: DatabasePlace): Promise<number | null> {
    const response = await this.#expectOk(this.#api('GET', `databases/${nameOf(place)}/usage`))
    const { database } = (await response.json()) as { database?: { total?: { storage_bytes?: number } } }
    return database?.total?.storage_bytes ?? null
  }

  async renewToken(place: DatabasePlace): Promise<DatabasePlace> {
    await this.#expectOk(this.#api('POST', `databases/${nameOf(place)}/auth/rotate`))
    return this.#withNewToken(place)
  }

  async destroy(place: DatabasePlace): Promise<void> {
    const response = await this.#api('DELETE', `databases/${nameOf(place)}`)
    if (!response.ok && response.status !== 404) throw databaseServerRefused({ status: response.status })
  }

  /** The host of a database made now; undefined when it exists already, which is what a repeated step finds. */
  async #make(name: string): Promise<string | undefined> {
    const response = await this.#api('POST', 'databases', { name, group: this.#settings.group })
    if (response.status === 409) return undefined
    if (!response.ok) throw databaseServerRefused({ status: response.status })
    return hostnameIn(response)
  }

  async #hostname(name: string): Promise<string> {
    return hostnameIn(await this.#expectOk(this.#api('GET', `databases/${name}`)))
  }

  #placeAt(hostname: string, name: string): Promise<DatabasePlace> {
    const url = this.#settings.databaseUrl?.(hostname) ?? `https://${hostname}`
    return this.#withNewToken({ kind: 'turso', url, namespace: name })
  }

  async #withNewToken(place: DatabasePlace): Promise<DatabasePlace> {
    const name = nameOf(place)
    const path = `databases/${name}/auth/tokens?authorization=full-access&expiration=never`
    const { jwt } = (await (await this.#expectOk(this.#api('POST', path))).json()) as { jwt: string }
    return { ...place, tokenSealed: await this.#settings.seal(name, jwt) }
  }

  #api(method: string, path: string, body?: unknown): Promise<Response> {
    const { apiUrl, organization, apiToken } = this.#settings
    return fetch(`${apiUrl}/v1/organizations/${organization}/${path}`, {
      method,
      headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
  }

  async #expectOk(answer: Promise<Response>): Promise<Response> {
    const response = await answer
    if (!response.ok) throw databaseServerRefused({ status: response.status })
    return response
  }
}

function nameOf(place: DatabasePlace): string {
  return place.namespace ?? ''
}

async function hostnameIn(response: Response): Promise<string> {
  const { database } = (await response.json()) as { database: { Hostname: string } }
  return database.Hostname
}
