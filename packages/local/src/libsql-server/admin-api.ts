import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyFlag, bodySize, bodyText, readJsonBody } from './admin-body.ts'
import { formatByteSize } from './byte-size.ts'
import { fetchDump } from './dump-source.ts'
import { HttpError } from './failures.ts'
import { sendEmpty, sendJson, sendText } from './http.ts'
import { parseJwtKeys } from './jwt-keys.ts'
import { defaultConfig, pageSize, type NamespaceConfig } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import type { Streams } from './streams.ts'

type Body = Record<string, unknown>

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
    const [, version, kind, name, action = '', target, ...rest] = path.split('/').map(decodeLabel)
    if (version !== 'v1' || kind !== 'namespaces' || name === undefined || rest.length > 0) {
      return sendEmpty(response, 404)
    }
    const route = `${request.method} ${action}${target === undefined ? '' : '/:to'}`
    switch (route) {
      case 'POST create':
        await this.#create(name, await readJsonBody(request))
        return sendEmpty(response, 200)
      case 'DELETE ':
        this.#streams.discardAll(this.#namespaces.delete(name))
        return sendEmpty(response, 200)
      case 'POST fork/:to':
        this.#namespaces.fork(name, target ?? '')
        return sendEmpty(response, 200)
      case 'GET config':
        return sendJson(response, 200, this.#config(name))
      case 'POST config':
        await this.#configure(name, await readJsonBody(request))
        return sendEmpty(response, 200)
      case 'GET stats':
        return sendJson(response, 200, this.#statistics(name))
      case 'POST checkpoint':
        this.#checkpoint(name)
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

  async #create(name: string, body: Body): Promise<void> {
    const config = {
      ...defaultConfig,
      max_db_size: bodySize(body, 'max_db_size') ?? defaultConfig.max_db_size,
      max_row_size: bodySize(body, 'max_row_size') ?? defaultConfig.max_row_size,
      jwt_key: await jwtKey(body),
    }
    const url = bodyText(body, 'dump_url')
    this.#namespaces.create(name, config, url === null ? null : await fetchDump(url))
  }

  #config(name: string): Body {
    const { max_db_size: size, max_row_size: _, ...config } = this.#namespaces.get(name).config
    return { ...config, max_db_size: formatByteSize(size), heartbeat_url: null, allow_attach: false }
  }

  /** Everything that is not in the body goes back to its default, but for the size: that is how sqld does it. */
  async #configure(name: string, body: Body): Promise<void> {
    const namespace = this.#namespaces.get(name)
    const config: NamespaceConfig = {
      ...namespace.config,
      block_reads: bodyFlag(body, 'block_reads'),
      block_writes: bodyFlag(body, 'block_writes'),
      block_reason: bodyText(body, 'block_reason'),
      max_db_size: bodySize(body, 'max_db_size') ?? namespace.config.max_db_size,
      jwt_key: await jwtKey(body),
    }
    namespace.configure(config)
  }

  /** Only what this server can know; the rest is there because sqld's clients read it. */
  #statistics(name: string): Body {
    const namespace = this.#namespaces.get(name)
    const { rowsRead, rowsWritten, queryCount, elapsedMs } = namespace.statistics
    return {
      rows_read_count: rowsRead,
      rows_written_count: rowsWritten,
      storage_bytes_used: this.#storageBytes(name),
      query_count: queryCount,
      elapsed_ms: elapsedMs,
      write_requests_delegated: 0,
      replication_index: 0,
      embedded_replica_frames_replicated: 0,
      top_queries: [],
      slowest_queries: [],
      queries: null,
    }
  }

  #storageBytes(name: string): number {
    const namespace = this.#namespaces.get(name)
    const connection = this.#namespaces.pool.take(namespace)
    try {
      const sql =
        'SELECT p.page_count - f.freelist_count FROM pragma_page_count AS p, pragma_freelist_count AS f'
      const [row] = [...connection.rows(sql)]
      return Number(row?.[0] ?? 0) * pageSize
    } finally {
      this.#namespaces.pool.give(namespace, connection)
    }
  }

  #checkpoint(name: string): void {
    const namespace = this.#namespaces.get(name)
    const connection = this.#namespaces.pool.take(namespace)
    try {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      this.#namespaces.pool.give(namespace, connection)
    }
  }
}

async function jwtKey(body: Body): Promise<string | null> {
  const text = bodyText(body, 'jwt_key')
  if (text === null) return null
  await parseJwtKeys(text).catch(() => {
    throw new HttpError(400, 'Invalid JWT key')
  })
  return text
}

function decodeLabel(label: string): string {
  try {
    return decodeURIComponent(label)
  } catch {
    throw new HttpError(400, 'Invalid path in URI')
  }
}
