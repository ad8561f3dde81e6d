import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { notAuthorized, type Access, type Authenticator } from './auth.ts'
import { dumpSql } from './dump.ts'
import { HttpError, namespaceInvalid, ProtocolError, StreamExpiredError } from './failures.ts'
import { readBody, sendEmpty, sendJson, sendText } from './http.ts'
import type { Namespace } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import { runPipeline } from './pipeline.ts'
import { readPipeline, type Version } from './protocol.ts'
import type { Streams } from './streams.ts'

/** What sqld answers at `/version`, with the engine that is really in use. */
const versionText = 'sqld compatible: heju embedded libSQL server (npm libsql 0.5.29)'

/** The port that clients talk to. */
export class UserApi {
  readonly #namespaces: Namespaces
  readonly #streams: Streams
  readonly #authenticator: Authenticator

  constructor(namespaces: Namespaces, streams: Streams, authenticator: Authenticator) {
    this.#namespaces = namespaces
    this.#streams = streams
    this.#authenticator = authenticator
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0]
    switch (`${request.method} ${path}`) {
      case 'GET /health':
        return sendEmpty(response, 200)
      case 'GET /version':
        return sendText(response, 200, versionText)
      // Clients ask here whether the version exists before they use it.
      case 'GET /v2':
      case 'GET /v3':
        return sendText(response, 200, 'Hello, this is HTTP API v2 (Hrana over HTTP)')
      case 'GET /dump':
        return this.#dump(request, response)
      case 'POST /v2/pipeline':
        return this.#pipeline(request, response, 2)
      case 'POST /v3/pipeline':
        return this.#pipeline(request, response, 3)
      default:
        return sendEmpty(response, 404)
    }
  }

  async #pipeline(request: IncomingMessage, response: ServerResponse, version: Version): Promise<void> {
    const { namespace, access } = await this.#admit(request)
    const body = await readBody(request)
    const gone = new AbortController()
    response.once('close', () => gone.abort(new Error('the client has left')))
    try {
      const pipeline = readPipeline(body)
      const stream = this.#streams.acquire(namespace, pipeline.baton ?? null)
      try {
        const results = await runPipeline(stream, pipeline, { access, version, signal: gone.signal })
        const baton = this.#streams.release(stream)
        sendJson(response, 200, { baton, base_url: null, results })
      } catch (error) {
        this.#streams.discard(stream)
        throw error
      }
    } catch (error) {
      if (gone.signal.aborted) return
      if (error instanceof ProtocolError) sendText(response, 400, error.message)
      else if (error instanceof StreamExpiredError) {
        sendJson(response, 400, { message: error.message, code: error.code })
      } else throw error
    }
  }

  /** Written as fast as the client reads; the read transaction keeps it of one moment. */
  async #dump(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { namespace } = await this.#admit(request)
    const connection = this.#namespaces.pool.take(namespace)
    try {
      connection.exec('BEGIN')
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      for (const piece of dumpSql(connection)) {
        if (response.destroyed) return
        if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')])
      }
      response.end()
    } finally {
      this.#namespaces.pool.give(namespace, connection)
    }
  }

  async #admit(request: IncomingMessage): Promise<{ namespace: Namespace; access: Access }> {
    const access = await this.#authenticator.authenticate(request.headers.authorization)
    const name = namespaceOf(request)
    const namespace = this.#namespaces.get(name)
    if (!access.mayRead(name)) throw notAuthorized('read', name)
    return { namespace, access }
  }
}

/** The header in binary form, the header, the first label of the host name: the first that is there counts. */
function namespaceOf(request: IncomingMessage): string {
  const binary = request.headers['x-namespace-bin']
  if (typeof binary === 'string') return Buffer.from(binary, 'base64').toString('utf8')
  const plain = request.headers['x-namespace']
  if (typeof plain === 'string') {
    if (plain === '') throw namespaceInvalid()
    return plain
  }
  const host = request.headers.host ?? ''
  const dot = host.indexOf('.')
  if (dot < 1 || /^[\d.]+(:\d+)?$/.test(host)) {
    throw new HttpError(400, 'Invalid host header: `host header should be in the format <namespace>.<...>`')
  }
  return host.slice(0, dot)
}
