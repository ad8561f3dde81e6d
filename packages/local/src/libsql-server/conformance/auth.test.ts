import { namespaceHeaders } from '@heju/db'
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admin, Database, freshDatabase, freshName, sign, startTarget, type Target } from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  database = await freshDatabase(target)
  await database.run('CREATE TABLE t (a)')
})
afterAll(() => target.close())

const seconds = () => Math.floor(Date.now() / 1_000)

async function withClaims(claims: JWTPayload): Promise<Database> {
  return new Database(target, database.name, await target.token(claims))
}

/** 200 or the status with which a statement is refused. */
async function statusOf(opened: Database, sql: string): Promise<number> {
  const response = await opened.send({ requests: [{ type: 'execute', stmt: { sql } }, { type: 'close' }] })
  const { status } = response
  if (status === 200)
    expect(await response.json()).toMatchObject({ results: [{ type: 'ok' }, { type: 'ok' }] })
  return status
}

const read = 'SELECT * FROM t'
const write = 'INSERT INTO t VALUES (1)'
const schema = 'CREATE TABLE u (a)'

describe('claims', () => {
  const here = () => ({ ns: [database.name] })
  const elsewhere = { ns: ['conformance-elsewhere'] }
  test.each<[string, () => JWTPayload, number, number]>([
    ['p.rw reads and writes', () => ({ p: { rw: here() } }), 200, 200],
    ['p.ro reads', () => ({ p: { ro: here() } }), 200, 403],
    ['p.roa reads', () => ({ p: { roa: here() } }), 200, 403],
    ['p.ro and p.rw together write', () => ({ p: { ro: here(), rw: here() } }), 200, 200],
    ['p of another database does nothing here', () => ({ p: { rw: elsewhere } }), 404, 404],
    ['an empty p does nothing', () => ({ p: {} }), 404, 404],
    ['p.rw elsewhere with p.ro here reads', () => ({ p: { rw: elsewhere, ro: here() } }), 200, 403],
    ['id reads and writes', () => ({ id: database.name }), 200, 200],
    ['id with a: ro reads', () => ({ id: database.name, a: 'ro' }), 200, 403],
    ['id with a: rw writes', () => ({ id: database.name, a: 'rw' }), 200, 200],
    ['id of another database does nothing here', () => ({ id: 'conformance-elsewhere' }), 404, 404],
    ['no claim about databases opens every one', () => ({}), 200, 200],
    ['a: ro alone reads every one', () => ({ a: 'ro' }), 200, 403],
  ])('%s', async (_, claims, reads, writes) => {
    const opened = await withClaims(claims())
    expect(await statusOf(opened, read)).toBe(reads)
    expect(await statusOf(opened, write)).toBe(writes)
    expect(await statusOf(opened, schema)).toBe(writes)
  })
})

test('a refusal names what is missing, not what is there', async () => {
  const opened = await withClaims({ p: { ro: { ns: [database.name] } } })
  const response = await opened.send({ requests: [{ type: 'execute', stmt: { sql: write } }] })
  expect(await response.json()).toEqual({
    error: `Authorization forbidden: Current session doesn't not have Write permission to namespace ${database.name}`,
  })
})

test('a token that may only read writes by no detour', async () => {
  const opened = await withClaims({ p: { ro: { ns: [database.name] } } })
  for (const sql of [
    'WITH x AS (SELECT 1) INSERT INTO t SELECT 1',
    'DELETE FROM t',
    'PRAGMA user_version = 7',
    'DROP TABLE t',
    '/* SELECT */ UPDATE t SET a = 1',
  ]) {
    expect(await statusOf(opened, sql)).toBe(403)
  }
  const hidden = await opened.send({ requests: [{ type: 'sequence', sql: `SELECT 1; ${write}` }] })
  expect(hidden.status).toBe(403)
  const steps = [{ stmt: { sql: 'SELECT 1' } }, { stmt: { sql: write } }]
  expect((await opened.send({ requests: [{ type: 'batch', batch: { steps } }] })).status).toBe(403)
  expect((await database.run('SELECT count(*) FROM t')).rows).toEqual([[{ type: 'integer', value: '0' }]])
})

test('a token of another database learns nothing of the schema', async () => {
  const opened = await withClaims({ p: { rw: { ns: ['conformance-elsewhere'] } } })
  expect((await opened.send({ requests: [{ type: 'describe', sql: read }] })).status).toBe(404)
})

describe('tokens that are not good', () => {
  const refused = async (authorization: string | null, reason: string) => {
    const response = await fetch(`${target.url}/v2/pipeline`, {
      method: 'POST',
      headers: { ...namespaceHeaders(database.name), ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({ requests: [{ type: 'execute', stmt: { sql: read } }] }),
    })
    expect([response.status, await response.json()]).toEqual([401, { error: `Unauthorized: \`${reason}\`` }])
  }

  test('none', () => refused(null, 'Expected authorization header but none given'))
  test('no scheme', () => refused('token', "Auth string does not conform to '<scheme> <token>' form"))
  test('another scheme', () =>
    refused('Basic abc', 'The authentication scheme in the `Authorization` HTTP header is not supported'))
  test('nonsense', () => refused('Bearer abc', 'The JWT is invalid'))
  test('expired', async () =>
    refused(`Bearer ${await target.token({ exp: seconds() - 120 })}`, 'The JWT has expired'))

  test('signed by another key', async () => {
    const { privateKey } = await generateKeyPair('EdDSA')
    await refused(`Bearer ${await sign(privateKey, {})}`, 'The JWT is invalid')
  })

  test('of another algorithm', async () => {
    const key = new TextEncoder().encode('a secret that is long enough for HS256')
    await refused(
      `Bearer ${await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key)}`,
      'The JWT is invalid',
    )
    await refused(`Bearer ${new UnsecuredJWT({}).encode()}`, 'The JWT is invalid')
  })

  test('with claims of a wrong form', async () => {
    for (const claims of [{ p: 'all' }, { p: { rw: 'all' } }, { p: { rw: { ns: 'all' } } }, { a: 'root' }]) {
      await refused(`Bearer ${await target.token(claims)}`, 'The JWT is invalid')
    }
  })
})

test('the scheme is written in any case', async () => {
  const response = await fetch(`${target.url}/v2/pipeline`, {
    method: 'POST',
    headers: { ...namespaceHeaders(database.name), authorization: `bearer ${database.token}` },
    body: JSON.stringify({ requests: [{ type: 'close' }] }),
  })
  expect(response.status).toBe(200)
})

test('a clock that is a little late is forgiven', async () => {
  expect(await statusOf(await withClaims({ exp: seconds() - 20 }), read)).toBe(200)
})

test('a database that is not there and one that the token does not name are told alike', async () => {
  const token = await target.token({ p: { rw: { ns: [] } } })
  const answer = async (name: string) => {
    const response = await new Database(target, name, token).send({ requests: [] })
    return [response.status, ((await response.json()) as { error: string }).error.replace(name, '…')]
  }
  expect(await answer(database.name)).toEqual([404, "Namespace `…` doesn't exist"])
  expect(await answer(freshName())).toEqual(await answer(database.name))
})

test('whether a database is there is told before the token is looked at', async () => {
  const bad = (name: string) => new Database(target, name, 'abc').send({ requests: [] })
  expect([(await bad(database.name)).status, (await bad(freshName())).status]).toEqual([401, 404])
})

test('a token from the future is good already: nobody looks at nbf', async () => {
  expect(await statusOf(await withClaims({ nbf: seconds() + 3_600 }), read)).toBe(200)
})

test('the key of a database replaces that of the server', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const name = freshName()
  await admin(target, 'POST', `/v1/namespaces/${name}/create`, { jwt_key: await exportSPKI(publicKey) })
  const claims = { p: { rw: { ns: [name] } } }
  expect(await statusOf(new Database(target, name, await sign(privateKey, claims)), schema)).toBe(200)
  const response = await new Database(target, name, await target.token(claims)).send({ requests: [] })
  expect(response.status).toBe(401)
})
