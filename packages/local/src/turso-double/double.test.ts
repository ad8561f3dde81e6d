import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLibsqlServer } from '../libsql-server/index.ts'
import type { LibsqlServer } from '../libsql-server/index.ts'
import { startTursoDouble } from './index.ts'
import type { TursoDouble } from './index.ts'

let dataDir: string
let server: LibsqlServer
let turso: TursoDouble

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'heju-turso-'))
  const keys = await generateKeyPair('EdDSA', { extractable: true })
  const adminKey = crypto.randomUUID()
  server = await startLibsqlServer({ dataDir, adminKey, jwtPublicKeyPem: await exportSPKI(keys.publicKey) })
  turso = await startTursoDouble({
    server: {
      url: server.url,
      adminUrl: server.adminUrl,
      adminKey,
      tokenPrivateKeyPem: await exportPKCS8(keys.privateKey),
    },
  })
})
afterAll(async () => {
  await turso.close()
  await server.close()
  rmSync(dataDir, { recursive: true })
})

async function api(method: string, path: string, body?: object, token = turso.apiToken) {
  const response = await fetch(`${turso.apiUrl}/v1/organizations/${turso.organization}/databases${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, json: text === '' ? null : JSON.parse(text) }
}

const create = (name: string) => api('POST', '', { name, group: turso.group })

async function connect(name: string, query = '') {
  const { json } = await api('GET', `/${name}`)
  const { json: token } = await api('POST', `/${name}/auth/tokens${query}`)
  const url = turso.databaseUrl(json.database.Hostname)
  return { client: createClient({ url, authToken: token.jwt }), url, jwt: token.jwt as string }
}

describe('the platform API', () => {
  it('makes a database that can be used at its host name with its token', async () => {
    const { status, json } = await create('one')
    expect(status).toBe(200)
    expect(json.database).toMatchObject({ Name: 'one', DbId: expect.any(String) })
    const { client } = await connect('one')
    await client.batch(['CREATE TABLE t(x TEXT)', "INSERT INTO t VALUES ('你好')"], 'write')
    expect((await client.execute('SELECT x FROM t')).rows[0]?.x).toBe('你好')
  })

  it('says 409 to a name that exists, also when two ask at once', async () => {
    const answers = await Promise.all([create('twin'), create('twin')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await api('GET', '/twin')).json.database.Name).toBe('twin')
  })

  it('refuses what Turso refuses', async () => {
    expect((await create('Größe')).status).toBe(400)
    expect((await create('x'.repeat(65))).status).toBe(400)
    expect((await api('POST', '', { name: 'two', group: 'elsewhere' })).status).toBe(400)
    expect((await api('GET', '/absent')).status).toBe(404)
    expect((await api('DELETE', '/absent')).status).toBe(404)
    expect((await api('GET', '', undefined, 'another token')).status).toBe(401)
  })

  it('lists what it made', async () => {
    await create('listed')
    const { json } = await api('GET', '')
    expect(json.databases.map((database: { Name: string }) => database.Name)).toContain('listed')
  })

  it('loses an answer on request, before or after the work', async () => {
    turso.expect({ silent: 'before' })
    await expect(create('lost')).rejects.toThrow('fetch failed')
    expect((await api('GET', '/lost')).status).toBe(404)
    turso.expect({ silent: 'after' })
    await expect(create('lost')).rejects.toThrow('fetch failed')
    expect((await create('lost')).status).toBe(409)
  })
})

describe('a database', () => {
  it('opens to its own token only', async () => {
    await create('mine')
    await create('theirs')
    const mine = await connect('mine')
    const theirs = await connect('theirs')
    const stranger = createClient({ url: theirs.url, authToken: mine.jwt })
    await expect(stranger.execute('SELECT 1')).rejects.toThrow('401')
    await expect(createClient({ url: mine.url }).execute('SELECT 1')).rejects.toThrow('401')
  })

  it('shuts out every token of before a rotation', async () => {
    await create('rotated')
    const before = await connect('rotated')
    await before.client.execute('SELECT 1')
    expect((await api('POST', '/rotated/auth/rotate')).status).toBe(200)
    await expect(before.client.execute('SELECT 1')).rejects.toThrow('401')
    const after = await connect('rotated')
    expect((await after.client.execute('SELECT 1')).rows).toHaveLength(1)
  })

  it('takes no writing from a read-only token, nor while writes are blocked', async () => {
    await create('guarded')
    const writer = await connect('guarded')
    await writer.client.execute('CREATE TABLE t(x)')
    const reader = await connect('guarded', '?authorization=read-only&expiration=1d')
    expect((await reader.client.execute('SELECT * FROM t')).rows).toEqual([])
    await expect(reader.client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow()
    await api('PATCH', '/guarded/configuration', { block_writes: true })
    await expect(writer.client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow()
    expect((await api('GET', '/guarded/configuration')).json.block_writes).toBe(true)
    await api('PATCH', '/guarded/configuration', { block_writes: false })
    await writer.client.execute('INSERT INTO t VALUES (1)')
  })

  it('tells how much it stores, and is gone once deleted', async () => {
    await create('measured')
    const { client } = await connect('measured')
    await client.execute('CREATE TABLE t(x)')
    expect((await api('GET', '/measured/usage')).json.database.total.storage_bytes).toBeGreaterThan(0)
    expect((await api('DELETE', '/measured')).json).toEqual({ database: 'measured' })
    await expect(client.execute('SELECT 1')).rejects.toThrow()
    expect((await create('measured')).status).toBe(200)
    const again = await connect('measured')
    await expect(again.client.execute('SELECT * FROM t')).rejects.toThrow('no such table')
  })
})
