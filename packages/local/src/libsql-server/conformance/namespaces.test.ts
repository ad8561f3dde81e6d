import { request } from 'node:http'
import { namespaceHeaders } from '@heju/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, freshDatabase, freshName, integer, openDatabase, startTarget, type Target } from './target.ts'

let target: Target
beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.close())

/** Asks `SELECT count(*) FROM here` with these headers; fetch would not let the Host header through. */
async function countWith(
  headers: Record<string, string>,
  token: string,
): Promise<{ status: number; body: string }> {
  const body = JSON.stringify({
    requests: [{ type: 'execute', stmt: { sql: 'SELECT count(*) FROM here' } }, { type: 'close' }],
  })
  return new Promise((resolve, reject) => {
    const sent = request(
      `${target.url}/v2/pipeline`,
      { method: 'POST', headers: { authorization: `Bearer ${token}`, ...headers } },
      (response) => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (answer += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: answer }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

test('databases know nothing of each other', async () => {
  const [one, other] = [await freshDatabase(target), await freshDatabase(target)]
  await one.script('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  await other.script('CREATE TABLE t (a)')
  expect((await other.run('SELECT count(*) FROM t')).rows).toEqual([[integer(0)]])
  await other.run('DROP TABLE t')
  expect((await one.run('SELECT count(*) FROM t')).rows).toEqual([[integer(1)]])
})

test('a long write in one does not hold up another', async () => {
  const [one, other] = [await freshDatabase(target), await freshDatabase(target)]
  const { baton } = await one.pipeline([{ type: 'execute', stmt: { sql: 'BEGIN IMMEDIATE' } }])
  await other.script('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  await one.pipeline([{ type: 'close' }], baton)
})

test('the header in base64 goes before the host', async () => {
  const [named, unnamed] = [await freshDatabase(target), await freshDatabase(target)]
  await named.run('CREATE TABLE here (a)')
  const token = await target.token({ p: { rw: { ns: [named.name, unnamed.name] } } })
  const ways: Record<string, string>[] = [
    { host: `${named.name}.example.test` },
    { host: `${unnamed.name}.example.test`, ...namespaceHeaders(named.name) },
  ]
  for (const headers of ways) {
    expect(await countWith(headers, token)).toMatchObject({
      status: 200,
      body: expect.stringContaining('"value":"0"'),
    })
  }
})

test('a header of plain text is not looked at: it came with a later version', async () => {
  const [named, unnamed] = [await freshDatabase(target), await freshDatabase(target)]
  await named.run('CREATE TABLE here (a)')
  const token = await target.token({ p: { rw: { ns: [named.name, unnamed.name] } } })
  const headers = { host: `${unnamed.name}.example.test`, 'x-namespace': named.name }
  expect((await countWith(headers, token)).body).toContain('no such table')
})

test.each([
  ['with padding', 'ZGI=', 'Invalid namespace bytes: `Invalid padding`'],
  ['of another alphabet', '_-8', 'Invalid namespace bytes: `Invalid byte 95, offset 0.`'],
  ['that is none', '!!!', 'Invalid namespace bytes: `Invalid byte 33, offset 0.`'],
  ['with bits that mean nothing', 'ZGJ', 'Invalid namespace bytes: `Invalid last symbol 74, offset 2.`'],
  ['of nothing', '', 'Invalid namespace'],
  ['of bytes that are no text', '/w', 'Invalid namespace'],
])('base64 %s names no database', async (_, value, error) => {
  const answer = await countWith({ 'x-namespace-bin': value }, await target.token({}))
  expect(answer).toEqual({ status: 400, body: JSON.stringify({ error }) })
})

test('a host without a label before its dot names no database', async () => {
  const token = await target.token({})
  expect(await countWith({ host: 'localhost' }, token)).toMatchObject({ status: 400 })
})

test('names may hold what addresses must escape', async () => {
  const name = `${freshName()}-物业 #1`
  const path = `/v1/namespaces/${encodeURIComponent(name)}`
  expect((await admin(target, 'POST', `${path}/create`, {})).status).toBe(200)
  const token = await target.token({ p: { rw: { ns: [name] } } })
  expect(await countWith(namespaceHeaders(name), token)).toMatchObject({
    status: 200,
    body: expect.stringContaining('no such table'),
  })
  expect((await admin(target, 'DELETE', path)).status).toBe(200)
})

test('a deleted database is gone, and a new one of its name is empty', async () => {
  const database = await freshDatabase(target)
  await database.run('CREATE TABLE t (a)')
  expect((await admin(target, 'DELETE', `/v1/namespaces/${database.name}`)).status).toBe(200)
  expect((await database.send({ requests: [] })).status).toBe(404)
  expect((await admin(target, 'POST', `/v1/namespaces/${database.name}/create`, {})).status).toBe(200)
  await expect(database.run('SELECT * FROM t')).rejects.toThrow('no such table')
})

test('an unknown database does not come into being by being asked', async () => {
  const name = freshName()
  const database = await openDatabase(target, name)
  expect((await database.send({ requests: [] })).status).toBe(404)
  expect((await admin(target, 'GET', `/v1/namespaces/${name}/config`)).status).toBe(404)
})
