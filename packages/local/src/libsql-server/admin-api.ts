import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { timingSafeEqual } from 'node:crypto'
import { parseByteSize } from './byte-size.ts'
import { HttpError } from './failures.ts'
import { readBody, sendEmpty, sendJson, sendText } from './http.ts'
import { defaultConfig, pageSize, type NamespaceConfig } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import type { Streams } from './streams.ts'

/** The port that only operators reach: it makes and removes databases. */
export class AdminApi {
  readonly #namespaces: Namespaces
  readonly #streams: Streams
  readonly #expected: Buffer

  /** @param key must come back verbatim as `Authorization: Basic <key>` */
  constructor(namespaces: Namespaces, streams: Streams, key: string) {
    this.#namespaces = namespaces
    this.#streams = streams
    this.#expected = Buffer.from(`Basic ${key}`)
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#authorize(request.headers.authorization)
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (request.method === 'GET' && path === '/')
      return sendText(response, 200, 'Welcome to the sqld admin API')
    const [, version, kind, name, ...rest] = path.split('/').map(decodeURIComponent)
    if (version !== 'v1' || kind !== 'namespaces' || name === undefined) return sendEmpty(response, 404)
    const action = [request.method, ...rest.slice(0, 1)].join(' ')
    switch (action) {
      case 'POST create':
        await this.#create(name, await readJson(request))
        return sendEmpty(response, 200)
      case 'DELETE':
        this.#streams.discardAll(this.#namespaces.delete(name))
        return sendEmpty(response, 200)
      case 'POST fork':
        this.#namespaces.fork(name, rest[1] ?? '')
        return sendEmpty(response, 200)
      case 'GET config':
        return sendJson(response, 200, this.#config(name))
      case 'POST config':
        this.#configure(name, await readJson(request))
        return sendEmpty(response, 200)
      default:
        return sendEmpty(response, 404)
    }
  }

  #authorize(header: string | undefined): void {
    const given = Buffer.from(header ?? '')
    const right = given.length === this.#expected.length && timingSafeEqual(given, this.#expected)
    if (!right) throw new HttpError(401, 'Unauthorized')
  }

  async #create(name: string, body: Record<string, unknown>): Promise<void> {
    const config = { ...defaultConfig, ...sizeOption(body) }
    const url = textOption(body, 'dump_url')
    const dump = url === null ? null : await readDump(url)
    this.#namespaces.create(name, config, dump)
  }

  #config(name: string): Record<string, unknown> {
    const { max_db_pages: pages, ...config } = this.#namespaces.get(name).config
    return {
      ...config,
      max_db_size: pages * pageSize,
      heartbeat_url: null,
      jwt_key: null,
      allow_attach: false,
    }
  }

  /** Everything that is not in the body goes back to its default, but for the size: that is how sqld does it. */
  #configure(name: string, body: Record<string, unknown>): void {
    const namespace = this.#namespaces.get(name)
    const config: NamespaceConfig = {
      block_reads: flag(body, 'block_reads'),
      block_writes: flag(body, 'block_writes'),
      block_reason: textOption(body, 'block_reason'),
      max_db_pages: namespace.config.max_db_pages,
      ...sizeOption(body),
    }
    namespace.configure(config)
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/([\w.-]+\+)?json\b/.test(request.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'Expected request with `Content-Type: application/json`')
  }
  try {
    const body: unknown = JSON.parse(await readBody(request))
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  } catch {
    throw new HttpError(400, 'Failed to parse the request body as JSON')
  }
  throw new HttpError(422, 'Failed to deserialize the JSON body into the target type')
}

function flag(body: Record<string, unknown>, name: string): boolean {
  const value = body[name]
  if (typeof value === 'boolean') return value
  throw new HttpError(
    422,
    `Failed to deserialize the JSON body into the target type: missing field \`${name}\``,
  )
}

function textOption(body: Record<string, unknown>, name: string): string | null {
  const value = body[name]
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  throw new HttpError(
    422,
    `Failed to deserialize the JSON body into the target type: ${name}: expected a string`,
  )
}

function sizeOption(body: Record<string, unknown>): Partial<NamespaceConfig> {
  const size = body.max_db_size
  if (size === undefined || size === null) return {}
  const bytes = parseByteSize(size)
  if (bytes === null) {
    throw new HttpError(
      422,
      'Failed to deserialize the JSON body into the target type: max_db_size: invalid size',
    )
  }
  return { max_db_pages: Math.floor(bytes / pageSize) }
}

async function readDump(address: string): Promise<string> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url)
    throw new HttpError(
      422,
      'Failed to deserialize the JSON body into the target type: dump_url: invalid URL',
    )
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    const answer = await fetch(url)
    if (!answer.ok) throw dumpFailure(500, `Internal error: the dump's address answered ${answer.status}`)
    return answer.text()
  }
  if (url.protocol !== 'file:') {
    const scheme = url.protocol.slice(0, -1)
    throw dumpFailure(
      400,
      `Unsupported dump url scheme \`${scheme}\`, supported schemes are: \`http\`, \`file\``,
    )
  }
  const path = fileURLToPath(url)
  if (!isAbsolute(path)) throw dumpFailure(400, 'The passed dump file path is not absolute')
  return readFile(path, 'utf8').catch(() => {
    throw dumpFailure(400, "The passed dump file path doesn't exist")
  })
}

function dumpFailure(status: number, detail: string): HttpError {
  return new HttpError(status, `Error while loading dump: ${detail}`)
}
