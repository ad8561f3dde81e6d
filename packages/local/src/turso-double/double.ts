import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { BackingServer } from './backing-server.ts'
import type { Database } from './databases.ts'
import { platformApi } from './platform-api.ts'

export interface TursoDoubleOptions {
  port?: number
  /** The libSQL server whose namespaces stand for the databases. */
  server: BackingServer
  organization?: string
  group?: string
}

/** How the next call of the platform API goes. */
interface TursoBehaviour {
  /** Answered with this status, nothing is done. */
  status?: 401 | 402 | 403 | 429 | 500 | 503
  /** `before`: the connection breaks and nothing was done; `after`: it was done, the answer is lost. */
  silent?: 'before' | 'after'
}

/** What the provisioning adapter needs to work with the double. */
export interface TursoDouble {
  apiUrl: string
  organization: string
  group: string
  apiToken: string
  /** The double's host names are `127.0.0.1:PORT`, without TLS. */
  databaseUrl(hostname: string): string
  databases(): readonly Database[]
  /** What happens to the calls that come next, one each. */
  expect(...behaviours: TursoBehaviour[]): void
  close(): Promise<void>
}

type Call = Context<{ Bindings: HttpBindings }>

/**
 * Turso's Platform API as far as the product uses it, over the namespaces of a libSQL server on this machine.
 * As at Turso, every database has a host name of its own and tokens that open no other: here each has a port, at which
 * its token is checked and the request is passed on to its namespace. Loopback only.
 * @see https://docs.turso.tech/api-reference
 */
export async function startTursoDouble(options: TursoDoubleOptions): Promise<TursoDouble> {
  const organization = options.organization ?? 'heju'
  const group = options.group ?? 'default'
  const apiToken = randomBytes(24).toString('base64url')
  const databases = new Map<string, Database>()
  const behaviours: TursoBehaviour[] = []

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use('*', async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${apiToken}`)
      return c.json({ error: 'authorization failed' }, 401)
    const behaviour = behaviours.shift()
    if (behaviour?.status) return c.json({ error: `status ${behaviour.status}` }, behaviour.status)
    if (behaviour?.silent === 'before') return breakOff(c)
    await next()
    if (behaviour?.silent === 'after') breakOff(c)
  })
  app.route(`/v1/organizations/${organization}/databases`, platformApi(options.server, group, databases))
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' }, () =>
      resolve(starting),
    )
  })

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    organization,
    group,
    apiToken,
    databaseUrl: (hostname) => `http://${hostname}`,
    databases: () => [...databases.values()],
    expect: (...next) => void behaviours.push(...next),
    async close() {
      await Promise.all([...databases.values()].map((database) => database.close()))
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}

function breakOff(c: Call): Response {
  c.env.outgoing.destroy()
  return c.body(null)
}
