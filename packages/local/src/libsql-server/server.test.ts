import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { namespaceHeaders } from '@heju/db'
import { exportSPKI, generateKeyPair } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendTaken, sign } from './conformance/target.ts'
import { startLibsqlServer, type LibsqlServer, type ServerLimits } from './index.ts'

/** What concerns the embedded server alone; what it shares with sqld is in `conformance/`. */

let dataDir: string
const started: LibsqlServer[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heju-libsql-'))
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.close()
  rmSync(dataDir, { recursive: true })
})

async function start(limits: Partial<ServerLimits> = {}): Promise<LibsqlServer> {
  const server = await startLibsqlServer({ dataDir, adminKey: 'key', limits })
  started.push(server)
  return server
}

function create(adminUrl: string, name: string): Promise<Response> {
  return fetch(`${adminUrl}/v1/namespaces/${name}/create`, {
    method: 'POST',
    headers: { authorization: 'Basic key', 'content-type': 'application/json' },
    body: '{}',
  })
}

/** Runs statements on one stream and closes it unless told to keep it. */
async function run(url: string, namespace: string, sqls: string[], keep = false): Promise<Answer> {
  const requests = sqls.map((sql): object => ({ type: 'execute', stmt: { sql } }))
  const response = await fetch(`${url}/v2/pipeline`, {
    method: 'POST',
    headers: namespaceHeaders(namespace),
    body: JSON.stringify({ requests: keep ? requests : [...requests, { type: 'close' }] }),
  })
  return { status: response.status, body: await response.text() }
}

/** Sends a statement whose answer does not come yet. */
function sent(url: string, namespace: string, sql: string) {
  const body = JSON.stringify({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] })
  const look = () => run(url, namespace, ['SELECT 1'])
  return sendTaken(`${url}/v2/pipeline`, namespaceHeaders(namespace), body, look)
}

interface Answer {
  status: number
  body: string
}

const held = (count: number) => ({ status: 200, body: expect.stringContaining(`"value":"${count}"`) })

test('data, configuration and names outlive the server', async () => {
  const first = await start()
  await create(first.adminUrl, 'kept')
  await create(first.adminUrl, encodeURIComponent('物业.一'))
  await run(first.url, 'kept', ['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1), (2)'])
  await fetch(`${first.adminUrl}/v1/namespaces/kept/config`, {
    method: 'POST',
    headers: { authorization: 'Basic key', 'content-type': 'application/json' },
    body: JSON.stringify({ block_reads: false, block_writes: true, block_reason: 'kept too' }),
  })
  await first.close()
  const second = await start()
  expect(await run(second.url, 'kept', ['SELECT count(*) FROM t'])).toMatchObject(held(2))
  expect((await run(second.url, 'kept', ['DELETE FROM t'])).body).toContain('kept too')
  expect((await create(second.adminUrl, encodeURIComponent('物业.一'))).status).toBe(400)
})

test('what was being made when the server stopped is cleared away', async () => {
  mkdirSync(join(dataDir, 'dbs', 'half.new'), { recursive: true })
  const server = await start()
  expect(existsSync(join(dataDir, 'dbs', 'half.new'))).toBe(false)
  expect((await create(server.adminUrl, 'half')).status).toBe(200)
})

test('names lead to no other folder', async () => {
  const server = await start()
  for (const name of ['../../outside', 'a/b', '..a', '%2e%2e']) {
    expect((await create(server.adminUrl, encodeURIComponent(name))).status).toBe(200)
  }
  expect(readdirSync(join(dataDir, 'dbs'))).toHaveLength(4)
  expect(readdirSync(dataDir)).toEqual(['dbs'])
  expect((await create(server.adminUrl, 'x'.repeat(300))).status).toBe(400)
})

test('closing rolls back what is open and ends who waits', async () => {
  const first = await start()
  await create(first.adminUrl, 'db')
  await run(first.url, 'db', ['CREATE TABLE t (a)'])
  await run(first.url, 'db', ['BEGIN IMMEDIATE', 'INSERT INTO t VALUES (1)'], true)
  const waiting = sent(first.url, 'db', 'INSERT INTO t VALUES (2)')
  await waiting.taken
  await first.close()
  expect(await waiting.status.catch(() => 'ended')).toBe('ended')
  const second = await start()
  expect(await run(second.url, 'db', ['SELECT count(*) FROM t'])).toMatchObject(held(0))
})

test('deleting a database ends its open transactions and those who wait for them', async () => {
  const server = await start()
  await create(server.adminUrl, 'db')
  await run(server.url, 'db', ['CREATE TABLE t (a)'])
  await run(server.url, 'db', ['BEGIN IMMEDIATE'], true)
  const waiting = sent(server.url, 'db', 'INSERT INTO t VALUES (2)')
  await waiting.taken
  await fetch(`${server.adminUrl}/v1/namespaces/db`, {
    method: 'DELETE',
    headers: { authorization: 'Basic key' },
  })
  expect(await waiting.status).toBe(404)
  await create(server.adminUrl, 'db')
  expect((await run(server.url, 'db', ['SELECT * FROM t'])).body).toContain('no such table')
})

test('over the limit of connections, some wait and the rest come again later', async () => {
  const server = await start({ connections: 2, connectionWaitMs: 200 })
  await create(server.adminUrl, 'db')
  const keep = () => run(server.url, 'db', ['BEGIN'], true)
  expect([(await keep()).status, (await keep()).status]).toEqual([200, 200])
  const late = await Promise.all([
    run(server.url, 'db', ['SELECT 1']),
    run(server.url, 'db', ['SELECT 1']),
    run(server.url, 'db', ['SELECT 1']),
  ])
  expect(late.map((answer) => answer.status)).toEqual([429, 429, 429])
  expect(late.map((answer) => answer.body).toSorted()).toEqual([
    '{"error":"Timed out while opening database connection"}',
    '{"error":"Timed out while opening database connection"}',
    '{"error":"Too many concurrent requests"}',
  ])
})

test('a place that becomes free goes to who waits for it', async () => {
  const server = await start({ connections: 1, connectionWaitMs: 5_000 })
  await create(server.adminUrl, 'db')
  await run(server.url, 'db', ['CREATE TABLE t (a)'])
  const answers = await Promise.all(
    Array.from({ length: 2 }, () => run(server.url, 'db', ['INSERT INTO t VALUES (1)'])),
  )
  expect(answers.map((answer) => answer.status)).toEqual([200, 200])
})

test.runIf(existsSync('/proc/self/fd'))('databases that nobody uses keep no files open', async () => {
  // A process of its own: in this one the tests' own garbage would have the connections collected.
  const script = `
    import { readdirSync } from 'node:fs'
    import { startLibsqlServer } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)}
    const dataDir = ${JSON.stringify(dataDir)}
    const server = await startLibsqlServer({ dataDir, adminKey: 'key', limits: { idleConnections: 5 } })
    const post = (url, headers, body) => fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    const json = { authorization: 'Basic key', 'content-type': 'application/json' }
    const requests = ['CREATE TABLE t (a)', 'SELECT * FROM t'].map((sql) => ({ type: 'execute', stmt: { sql } }))
    for (let index = 0; index < 150; index++) {
      await (await post(server.adminUrl + '/v1/namespaces/db-' + index + '/create', json, {})).text()
      const headers = { 'x-namespace-bin': btoa('db-' + index).replace(/=+$/, '') }
      await (await post(server.url + '/v2/pipeline', headers, { requests: [...requests, { type: 'close' }] })).text()
    }
    console.log(readdirSync('/proc/self/fd').length)
    await server.close()
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  // Three files each for the five idle ones and for those closed since the last collection.
  expect(Number(line)).toBeLessThan(250)
})

test('without a key for tokens, clients need none', async () => {
  const server = await start()
  await create(server.adminUrl, 'db')
  expect(await run(server.url, 'db', ['SELECT 7'])).toMatchObject(held(7))
})

test('a token meant for somebody else is refused', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const jwtPublicKeyPem = await exportSPKI(publicKey)
  const server = await startLibsqlServer({ dataDir, adminKey: 'key', jwtPublicKeyPem })
  started.push(server)
  await create(server.adminUrl, 'db')
  const token = await sign(privateKey, { aud: 'staff', p: { rw: { ns: ['db'] } } })
  const response = await fetch(`${server.url}/v2/pipeline`, {
    method: 'POST',
    headers: { ...namespaceHeaders('db'), authorization: `Bearer ${token}` },
    body: JSON.stringify({ requests: [] }),
  })
  expect([response.status, await response.json()]).toEqual([
    401,
    { error: 'Unauthorized: `Authentication failed`' },
  ])
})

test('of several keys each signs good tokens', async () => {
  const pairs = await Promise.all([1, 2].map(() => generateKeyPair('EdDSA', { extractable: true })))
  const pems = await Promise.all(pairs.map(({ publicKey }) => exportSPKI(publicKey)))
  for (const jwtPublicKeyPem of [pems, pems.join('\n')]) {
    const server = await startLibsqlServer({
      dataDir: join(dataDir, crypto.randomUUID()),
      adminKey: 'key',
      jwtPublicKeyPem,
    })
    started.push(server)
    await create(server.adminUrl, 'db')
    for (const { privateKey } of pairs) {
      const response = await fetch(`${server.url}/v2/pipeline`, {
        method: 'POST',
        headers: {
          ...namespaceHeaders('db'),
          authorization: `Bearer ${await sign(privateKey, { id: 'db' })}`,
        },
        body: JSON.stringify({ requests: [] }),
      })
      expect(response.status).toBe(200)
    }
  }
})

test('a taken port is an error', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  await expect(startLibsqlServer({ dataDir, adminKey: 'key', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await expect(startLibsqlServer({ dataDir, adminKey: 'key', adminPort: port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  other.close()
})

const mainFile = fileURLToPath(new URL('main.ts', import.meta.url))

/** Starts the server as a process of its own. */
async function startProcess() {
  const child = spawn(
    process.execPath,
    [mainFile, '--data-dir', dataDir, '--admin-key', 'key', '--port', '0', '--admin-port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const [url = '', adminUrl = ''] = line.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []
  return { child, line, url, adminUrl }
}

test('as a process it says what it is for, and stops when asked', async () => {
  const { child, line, url } = await startProcess()
  expect(line).toContain('development')
  expect((await fetch(`${url}/health`)).status).toBe(200)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(0)
})

test('what was committed survives a process that is killed', async () => {
  const { child, url, adminUrl } = await startProcess()
  await create(adminUrl, 'db')
  await run(url, 'db', ['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)'])
  await run(url, 'db', ['BEGIN IMMEDIATE', 'INSERT INTO t VALUES (2)'], true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const server = await start()
  expect(await run(server.url, 'db', ['SELECT count(*) FROM t'])).toMatchObject(held(1))
  expect((await run(server.url, 'db', ['PRAGMA integrity_check'])).body).toContain('"value":"ok"')
})

test.each([
  "SELECT readfile('PATH')",
  "SELECT READFILE ('PATH')",
  `SELECT "readfile"('PATH')`,
  "SELECT writefile('PATH', 'x')",
  "SELECT * FROM fsdir('PATH')",
  `SELECT * FROM 'fsdir' WHERE path = 'PATH'`,
  'SELECT data FROM sqlite_dbpage',
  'UPDATE sqlite_dbpage SET data = NULL',
  "SELECT load_extension('PATH')",
  "SELECT sha3_query('SELECT 1')",
  "CREATE VIEW v AS SELECT readfile('PATH')",
  "EXPLAIN SELECT readfile('PATH')",
])('no statement reaches files or the insides of the engine: %s', async (sql) => {
  const server = await start()
  await create(server.adminUrl, 'db')
  const file = join(dataDir, 'secret.txt')
  writeFileSync(file, 'secret')
  const { body } = await run(server.url, 'db', [sql.replaceAll('PATH', file)])
  expect(body).toContain('SQLITE_AUTH')
  expect(body).not.toContain(Buffer.from('secret').toString('base64').replace(/=+$/, ''))
  expect(readFileSync(file, 'utf8')).toBe('secret')
})

test('a text that only speaks of such a function is let through', async () => {
  const server = await start()
  await create(server.adminUrl, 'db')
  expect((await run(server.url, 'db', ["SELECT 'readfile(x)'", 'SELECT 1 AS readfiles'])).body).not.toContain(
    'error',
  )
})

test.each([
  'SELECT length(randomblob(1000000000))',
  "SELECT length(zeroblob(900000000) || 'x')",
  "SELECT length(printf('%*d', 900000000, 1))",
  "SELECT length(replace(printf('%100000d', 1), ' ', printf('%100000d', 1)))",
])('no statement makes more of nothing than this machine gives: %s', async (sql) => {
  const server = await start()
  await create(server.adminUrl, 'db')
  expect((await run(server.url, 'db', [sql])).body).toMatch(/SQLITE_(NOMEM|TOOBIG)/)
  // The server goes on.
  expect(await run(server.url, 'db', ['SELECT 7'])).toMatchObject(held(7))
})

test('nobody else on the machine looks into the data, also of a folder that was made before', async () => {
  const first = await start()
  await create(first.adminUrl, 'db')
  await run(first.url, 'db', ['CREATE TABLE t (a)'])
  await started.pop()?.close()
  const folder = join(dataDir, 'dbs', 'db')
  for (const path of [dataDir, join(dataDir, 'dbs'), folder]) chmodSync(path, 0o755)
  chmodSync(join(folder, 'data'), 0o644)
  const second = await start()
  await create(second.adminUrl, 'new')
  for (const name of ['db', 'new']) await run(second.url, name, ['CREATE TABLE u (a)'])
  const rights = (path: string) => (statSync(path).mode & 0o777).toString(8)
  for (const name of ['db', 'new']) {
    const at = join(dataDir, 'dbs', name)
    expect(rights(at)).toBe('700')
    for (const file of readdirSync(at)) expect([file, rights(join(at, file))]).toEqual([file, '600'])
  }
  expect([rights(dataDir), rights(join(dataDir, 'dbs'))]).toEqual(['700', '700'])
})
