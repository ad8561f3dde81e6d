import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline as pump } from 'node:stream/promises'
import type { Access } from './access.ts'
import type { Authenticator } from './auth.ts'
import { fromUnpaddedBase64 } from './base64.ts'
import { cursorLines } from './cursor.ts'
import { dumpSql } from './dump.ts'
import {
  HttpError,
  namespaceInvalid,
  namespaceUnknown,
  ProtocolError,
  StatementError,
  StreamExpiredError,
} from './failures.ts'
import { readBody, sendEmpty, sendJson, sendText } from './http.ts'
import type { Namespace } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import { runBatch, runPipeline } from './pipeline.ts'
import { readCursor, readPipeline, type Version } from './protocol.ts'
import type { Stream, Streams } from './streams.ts'

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
      case 'POST /v3/cursor':
        return this.#cursor(request, response)
      default:
        return sendEmpty(response, 404)
    }
  }

  async #pipeline(request: IncomingMessage, response: ServerResponse, version: Version): Promise<void> {
    const { namespace, access } = await this.#admit(request)
    await orRefuse(response, async () => {
      const pipeline = readPipeline(await readBody(request))
      await this.#onStream(namespace, pipeline.baton ?? null, async (stream) => {
        const results = await runPipeline(stream, pipeline, { access, version })
        const baton = this.#streams.release(stream)
        sendJson(response, 200, { baton, base_url: null, results })
      })
    })
  }

  /** All rows are gathered before the first is sent, under the same bound as a pipeline's. */
  async #cursor(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { namespace, access } = await this.#admit(request)
    await orRefuse(response, async () => {
      const { baton, batch } = readCursor(await readBody(request))
      await this.#onStream(namespace, baton, async (stream) => {
        const outcomes = await runBatch(stream, batch, { access, version: 3 }).catch((error: unknown) => {
          if (!(error instanceof StatementError)) throw error
          throw new HttpError(500, `Internal Error: \`${error.message}\``)
        })
        sendText(response, 200, [...cursorLines(outcomes, this.#streams.release(stream))].join(''))
      })
    })
  }

  async #onStream(
    namespace: Namespace,
    baton: string | null,
    use: (stream: Stream) => Promise<void>,
  ): Promise<void> {
    const stream = await this.#streams.acquire(namespace, baton)
    try {
      await use(stream)
    } catch (error) {
      this.#streams.discard(stream)
      throw error
    }
  }

  /** Written as fast as the client reads; one read transaction keeps all of it of one moment. */
  async #dump(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { namespace } = await this.#admit(request)
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

  /** As sqld does it, an unknown database is told to everybody; whose token names others is told the same. */
  async #admit(request: IncomingMessage): Promise<{ namespace: Namespace; access: Access }> {
    const name = namespaceOf(request)
    const namespace = this.#namespaces.find(name)
    if (!namespace) throw namespaceUnknown(name)
    const key = namespace.config.jwt_key
    const access = await this.#authenticator.authenticate(request.headers.authorization, key)
    if (!access.mayRead(name)) throw namespaceUnknown(name)
    return { namespace, access }
  }
}

/** Answers what a client did wrong in the protocol; whatever else goes wrong is passed on. */
async function orRefuse(response: ServerResponse, answer: () => Promise<void>): Promise<void> {
  try {
    await answer()
  } catch (error) {
    if (error instanceof ProtocolError) return sendText(response, 400, error.message)
    if (!(error instanceof StreamExpiredError)) throw error
    sendJson(response, 400, { message: error.message, code: error.code })
  }
}

function namespaceFrom(binary: string): string {
  const bytes = fromUnpaddedBase64(binary)
  if (typeof bytes === 'string') throw new HttpError(400, `Invalid namespace bytes: \`${bytes}\``)
  const name = bytes.toString('utf8')
  if (name === '' || !Buffer.from(name).equals(bytes)) throw namespaceInvalid()
  return name
}

/** The header in base64, or else the first label of the host name: that is all that sqld 0.24.32 looks at. */
function namespaceOf(request: IncomingMessage): string {
  const binary = request.headers['x-namespace-bin']
  if (typeof binary === 'string') return namespaceFrom(binary)
  const host = request.headers.host ?? ''
  const dot = host.indexOf('.')
  if (dot < 1) {
    throw new HttpError(400, 'Invalid host header: `host header should be in the format <namespace>.<...>`')
  }
  return host.slice(0, dot)
}
