import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline as pump } from 'node:stream/promises'
import type { Access } from './access.ts'
import type { Authenticator } from './auth.ts'
import { dumpSql } from './dump.ts'
import {
  HttpError,
  namespaceInvalid,
  namespaceUnknown,
  ProtocolError,
  StreamExpiredError,
} from './failures.ts'
import { readBody, sendEmpty, sendJson, sendText } from './http.ts'
import type { Namespace } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import { runPipeline } from './pipeline.ts'
import { readPipeline, type Version } from './protocol.ts'
import type { Streams } from './streams.ts'

/** Says what is really behind the address, so that nobody takes it for sqld. */
const versionText = 'heju embedded libSQL server for development and tests (speaks as sqld)'

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
    const gone = new AbortController()
    response.once('close', () => gone.abort(new Error('the client has left')))
    const { namespace, access } = await this.#admit(request)
    try {
      const pipeline = readPipeline(await readBody(request))
      const stream = await this.#streams.acquire(namespace, pipeline.baton ?? null)
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
      if (error instanceof ProtocolError) return sendText(response, 400, error.message)
      if (!(error instanceof StreamExpiredError)) throw error
      sendJson(response, 400, { message: error.message, code: error.code })
    }
  }

  /** Written as fast as the client reads; one read transaction keeps all of it of one moment. */
  async #dump(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { namespace, access } = await this.#admit(request)
    if (!access.mayRead(namespace.name)) throw namespaceUnknown(namespace.name)
    const connection = this.#namespaces.pool.take(namespace)
    try {
      connection.exec('BEGIN')
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      await pump(Readable.from(dumpSql(connection)), response)
    } catch (error) {
      if (!response.destroyed) throw error
    } finally {
      this.#namespaces.pool.give(namespace, connection)
    }
  }

  /** The token is checked first: without a good one, nobody learns which databases there are. */
  async #admit(request: IncomingMessage): Promise<{ namespace: Namespace; access: Access }> {
    const name = namespaceOf(request)
    const namespace = this.#namespaces.find(name)
    const key = namespace?.config.jwt_key ?? null
    const access = await this.#authenticator.authenticate(request.headers.authorization, key)
    if (!namespace) throw namespaceUnknown(name)
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
