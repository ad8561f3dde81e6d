import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { namespaceHeaders } from '@heju/db'
import { serve } from '@hono/node-server'
import { importPKCS8, jwtVerify, SignJWT } from 'jose'
import { administrator } from './backing-server.ts'
import type { BackingServer } from './backing-server.ts'

export interface Configuration {
  size_limit: string
  allow_attach: boolean
  block_reads: boolean
  block_writes: boolean
  delete_protection: boolean
}

/** One database: a namespace of the server behind, reached through a port of its own. */
export interface Database {
  name: string
  id: string
  group: string
  hostname: string
  configuration: Configuration
  /** @param expiresIn seconds; null never */
  createToken(access: 'full-access' | 'read-only', expiresIn: number | null): Promise<string>
  /** Every token handed out so far becomes useless. */
  rotate(): void
  configure(change: Partial<Configuration>): Promise<void>
  storageBytes(): Promise<number>
  destroy(): Promise<void>
  /** Stops listening; the data stay. */
  close(): Promise<void>
}

type TokenKeys = { privateKey: KeyObject; publicKey: KeyObject }

/** Makes the namespace, unless it is there already, and opens its port. */
export async function openDatabase(backing: BackingServer, name: string, group: string): Promise<Database> {
  const admin = administrator(backing, name)
  const id = randomUUID()
  let keys: TokenKeys = generateKeyPairSync('ed25519')
  const configuration: Configuration = {
    size_limit: '0',
    allow_attach: false,
    block_reads: false,
    block_writes: false,
    delete_protection: false,
  }
  await admin.create()
  const server = await listen(async (request) => {
    const access = await accessOf(request, id, keys)
    if (!access) return Response.json({ error: 'unauthorized' }, { status: 401 })
    return forward(backing, name, access, request)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })

  return {
    name,
    id,
    group,
    hostname: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    configuration,
    createToken: (access, expiresIn) => newToken(id, keys, access, expiresIn),
    rotate() {
      keys = generateKeyPairSync('ed25519')
    },
    async configure(change) {
      Object.assign(configuration, change)
      await admin.block(configuration.block_reads, configuration.block_writes)
    },
    storageBytes: () => admin.storageBytes(),
    async destroy() {
      await close()
      await admin.destroy()
    },
    close,
  }
}

function listen(answer: (request: Request) => Promise<Response>): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve) => {
    const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, () => resolve(server))
  })
}

function newToken(
  id: string,
  keys: TokenKeys,
  access: 'full-access' | 'read-only',
  expiresIn: number | null,
): Promise<string> {
  const token = new SignJWT({ a: access === 'read-only' ? 'ro' : 'rw', id })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuedAt()
  if (expiresIn !== null) token.setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
  return token.sign(keys.privateKey)
}

/** Null when the token is not one of this database's, or no longer. */
async function accessOf(request: Request, id: string, keys: TokenKeys): Promise<'ro' | 'rw' | null> {
  const token = request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? ''
  try {
    const { payload } = await jwtVerify(token, keys.publicKey, { algorithms: ['EdDSA'] })
    if (payload.id !== id) return null
    return payload.a === 'ro' ? 'ro' : 'rw'
  } catch {
    return null
  }
}

/** Passes a request on to the namespace, under a token that opens it alone. */
async function forward(
  backing: BackingServer,
  name: string,
  access: 'ro' | 'rw',
  request: Request,
): Promise<Response> {
  const token = await new SignJWT({ p: { [access]: { ns: [name] } } })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setExpirationTime('1 minute')
    .sign(await importPKCS8(backing.tokenPrivateKeyPem, 'EdDSA'))
  const url = new URL(request.url)
  const answer = await fetch(backing.url + url.pathname + url.search, {
    method: request.method,
    headers: {
      'content-type': request.headers.get('content-type') ?? 'application/json',
      authorization: `Bearer ${token}`,
      ...namespaceHeaders(name),
    },
    ...(request.method === 'GET' || request.method === 'HEAD' ? {} : { body: await request.arrayBuffer() }),
  })
  const type = answer.headers.get('content-type')
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: type ? { 'content-type': type } : {},
  })
}
