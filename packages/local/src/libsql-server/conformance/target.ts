import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@libsql/client/http'
import { namespaceHeaders } from '@heju/db'
import type { SqldSettings } from '@heju/db/provisioning'
import '@heju/db/testing'
import { exportSPKI, generateKeyPair, importPKCS8, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { inject } from 'vitest'
import { startLibsqlServer, type ServerLimits } from '../index.ts'
import type { PipelineResponse, StatementResult, StreamRequest, StreamResponse, Value } from '../protocol.ts'

/** The server under test: an embedded one for each test file, or in the project `sqld` the real one of the run. */
export interface Target {
  readonly url: string
  readonly adminUrl: string
  readonly adminKey: string
  readonly embedded: boolean
  /** After how long a writer loses its lock to another, and a stream expires, at this server. */
  readonly times: Pick<ServerLimits, 'transactionTimeoutMs' | 'streamIdleMs'>
  /** A token with these claims; it is good for ten minutes when they do not say otherwise. */
  token(claims: JWTPayload): Promise<string>
  close(): Promise<void>
}

const sqldTimes = { transactionTimeoutMs: 5_000, streamIdleMs: 10_000 }

/** @param limits what an embedded server shall do otherwise than sqld, so that waiting for it does not take long */
export async function startTarget(limits: Partial<ServerLimits> = {}): Promise<Target> {
  const server = inject('databaseServer')
  return server.isSqld ? connectToSqld(server) : startEmbedded(limits)
}

async function connectToSqld(server: SqldSettings): Promise<Target> {
  const key = await importPKCS8(server.tokenPrivateKeyPem, 'EdDSA')
  const { url, adminUrl, adminKey } = server
  return {
    url,
    adminUrl,
    adminKey,
    embedded: false,
    times: sqldTimes,
    token: (claims) => sign(key, claims),
    close: async () => {},
  }
}

async function startEmbedded(limits: Partial<ServerLimits>): Promise<Target> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'heju-libsql-'))
  const adminKey = 'conformance'
  const server = await startLibsqlServer({
    dataDir,
    adminKey,
    jwtPublicKeyPem: await exportSPKI(publicKey),
    limits,
  })
  return {
    url: server.url,
    adminUrl: server.adminUrl,
    adminKey,
    embedded: true,
    times: { ...sqldTimes, ...limits },
    token: (claims) => sign(privateKey, claims),
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/**
 * Sends a request whose answer does not come yet.
 * @param look asks the same server something else
 * @returns when the server has begun with it, the status of its answer, and a way to go without waiting for that
 */
export function sendTaken(
  url: string,
  headers: Record<string, string>,
  body: string,
  look: () => Promise<unknown>,
): { taken: Promise<void>; status: Promise<number | undefined>; leave(): void } {
  const sending = http.request(url, { method: 'POST', headers })
  const status = once(sending, 'response').then(([answer]) => (answer as IncomingMessage).statusCode)
  // Whoever leaves does not look at what becomes of it.
  status.catch(() => undefined)
  const handedOver = once(sending, 'finish')
  sending.end(body)
  const taken = (async () => {
    await handedOver
    // What was handed over before is begun with by the time that two requests after it are answered.
    for (let i = 0; i < 2; i++) await look()
  })()
  return { taken, status, leave: () => void sending.destroy() }
}

/** Signs claims as they are, wrong ones as well. */
export function sign(key: CryptoKey, claims: JWTPayload): Promise<string> {
  const exp = Math.floor(Date.now() / 1_000) + 600
  return new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: 'EdDSA' }).sign(key)
}

/** One request to the admin API. */
export function admin(target: Target, method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Basic ${target.adminKey}` }
  if (body !== undefined) headers['content-type'] = 'application/json'
  return fetch(`${target.adminUrl}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** A name that no other test uses. */
export function freshName(): string {
  return `conformance-${crypto.randomUUID()}`
}

/** One database and a token that may write in it. */
export class Database {
  readonly target: Target
  readonly name: string
  readonly token: string

  constructor(target: Target, name: string, token: string) {
    this.target = target
    this.name = name
    this.token = token
  }

  get headers(): Record<string, string> {
    return { ...namespaceHeaders(this.name), authorization: `Bearer ${this.token}` }
  }

  /** Sends a pipeline and gives the answer whatever it is. */
  send(body: unknown, version = 2): Promise<Response> {
    return fetch(`${this.target.url}/v${version}/pipeline`, {
      method: 'POST',
      headers: this.headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  /** Sends requests that shall be answered. */
  async pipeline(
    requests: StreamRequest[],
    baton: string | null = null,
    version = 2,
  ): Promise<PipelineResponse> {
    const response = await this.send({ baton, requests }, version)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as PipelineResponse
  }

  /** Runs one statement on a stream of its own; throws what the server answers. */
  async run(sql: string, args: Value[] = []): Promise<StatementResult> {
    const answer = await this.pipeline([{ type: 'execute', stmt: { sql, args } }, { type: 'close' }])
    const [result] = answer.results
    if (result?.type === 'ok' && result.response.type === 'execute') return result.response.result
    throw new SqlFailure(
      result?.type === 'error' ? result.error : { code: '?', message: JSON.stringify(result) },
    )
  }

  /** Runs a script on a stream of its own. */
  async script(sql: string): Promise<void> {
    const answer = await this.pipeline([{ type: 'sequence', sql }, { type: 'close' }])
    const [result] = answer.results
    if (result?.type !== 'ok') throw new SqlFailure(result?.error ?? { code: '?', message: '?' })
  }

  client(): Client {
    const send = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      for (const [name, value] of Object.entries(namespaceHeaders(this.name)))
        request.headers.set(name, value)
      return fetch(request)
    }
    return createClient({ url: this.target.url, authToken: this.token, fetch: send })
  }
}

/** What a statement was refused with. */
class SqlFailure extends Error {
  readonly code: string

  constructor(error: { code: string; message: string }) {
    super(error.message)
    this.code = error.code
  }
}

/** Makes an empty database. */
export async function freshDatabase(target: Target): Promise<Database> {
  const name = freshName()
  const response = await admin(target, 'POST', `/v1/namespaces/${name}/create`, {})
  if (!response.ok) throw new Error(`create: ${response.status} ${await response.text()}`)
  return openDatabase(target, name)
}

/** A way into a database that exists, or shall not. */
export async function openDatabase(target: Target, name: string): Promise<Database> {
  return new Database(target, name, await target.token({ p: { rw: { ns: [name] } } }))
}

/** The answers of a pipeline whose requests shall all succeed. */
export function responses(answer: PipelineResponse): StreamResponse[] {
  return answer.results.map((result) => {
    if (result.type === 'error') throw new SqlFailure(result.error)
    return result.response
  })
}

export const integer = (value: bigint | number): Value => ({ type: 'integer', value: String(value) })
export const float = (value: number): Value => ({ type: 'float', value })
export const text = (value: string): Value => ({ type: 'text', value })
export const blob = (bytes: Uint8Array): Value => ({
  type: 'blob',
  base64: Buffer.from(bytes).toString('base64'),
})

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
