import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AdminApi } from './admin-api.ts'
import { Authenticator } from './auth.ts'
import { ConnectionPlaces } from './connection-places.ts'
import { sendFailure } from './http.ts'
import { Namespaces } from './namespaces.ts'
import { Streams } from './streams.ts'
import { UserApi } from './user-api.ts'

export interface LibsqlServerOptions {
  /** Where the databases lie; made if it is missing. */
  dataDir: string
  /** 0, the default, takes a free port. */
  port?: number
  adminPort?: number
  /** Ed25519 public keys (SPKI, PEM) that sign the clients' tokens; without one, clients need no token. */
  jwtPublicKeyPem?: string | string[]
  /** What administrators send verbatim as `Authorization: Basic <key>`. */
  adminKey: string
  log?: (line: string) => void
  /** Limits that tests shorten; the defaults are sqld's. */
  limits?: Partial<ServerLimits>
}

export interface ServerLimits {
  /** A stream that nobody uses for this long is rolled back and closed. */
  streamIdleMs: number
  /** A writer that holds its lock for longer loses it when another waits. */
  transactionTimeoutMs: number
  maxResponseBytes: number
  /** Streams at one time, over all namespaces; as many more may wait for `connectionWaitMs` before they get 429. */
  connections: number
  connectionWaitMs: number
  /** Connections kept open without a stream, over all namespaces. */
  idleConnections: number
}

export interface LibsqlServer {
  /** `http://127.0.0.1:PORT`, for clients. */
  url: string
  adminUrl: string
  close(): Promise<void>
}

const sqldLimits: ServerLimits = {
  streamIdleMs: 10_000,
  transactionTimeoutMs: 5_000,
  maxResponseBytes: 10_000_000,
  connections: 128,
  connectionWaitMs: 1_000,
  idleConnections: 200,
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Starts a libSQL server in this process: real libSQL, Hrana over HTTP and sqld's admin API. It is made for
 * development, tests and trials on one machine, and binds to loopback only.
 * @throws when a port is taken or the folder cannot be written
 */
export async function startLibsqlServer(options: LibsqlServerOptions): Promise<LibsqlServer> {
  const log = options.log ?? (() => {})
  const limits = { ...sqldLimits, ...options.limits }
  const namespaces = new Namespaces(options.dataDir, {
    lockTimeoutMs: limits.transactionTimeoutMs,
    idleConnections: limits.idleConnections,
  })
  const places = new ConnectionPlaces({
    connections: limits.connections,
    waiters: limits.connections,
    waitMs: limits.connectionWaitMs,
  })
  const streams = new Streams(namespaces, places, {
    idleMs: limits.streamIdleMs,
    maxResponseBytes: limits.maxResponseBytes,
  })
  const authenticator = await Authenticator.withKeys([options.jwtPublicKeyPem ?? []].flat())
  const user = new UserApi(namespaces, streams, authenticator)
  const admin = new AdminApi(namespaces, streams, options.adminKey)
  const userServer = await listen(
    (request, response) => user.handle(request, response),
    options.port ?? 0,
    log,
  )
  const adminServer = await listen(
    (request, response) => admin.handle(request, response),
    options.adminPort ?? 0,
    log,
  ).catch(async (error: unknown) => {
    await stop(userServer)
    throw error
  })
  return {
    url: addressOf(userServer),
    adminUrl: addressOf(adminServer),
    async close() {
      await Promise.all([stop(userServer), stop(adminServer)])
      streams.close()
      namespaces.close()
    },
  }
}

function listen(handle: Handler, port: number, log: (line: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => sendFailure(response, error, log))
  })
  // Clients keep connections open between requests; a short limit would close them under a request on its way.
  server.keepAliveTimeout = 60_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
