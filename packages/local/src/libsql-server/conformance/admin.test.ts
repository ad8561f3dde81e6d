import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  admin,
  Database,
  freshDatabase,
  freshName,
  integer,
  openDatabase,
  startTarget,
  type Target,
} from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  database = await freshDatabase(target)
  await database.script('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
})
afterAll(() => target.close())

const path = (action = '') => `/v1/namespaces/${database.name}${action}`

describe('who may come in', () => {
  test.each([
    ['nobody', null],
    ['a wrong key', 'Basic wrong'],
    ['the key in base64', 'encoded'],
    ['another scheme', 'Bearer'],
  ])('not %s', async (_, given) => {
    const authorization =
      given === 'encoded'
        ? `Basic ${Buffer.from(target.adminKey).toString('base64')}`
        : given === 'Bearer'
          ? `Bearer ${target.adminKey}`
          : given
    const headers = authorization === null ? {} : { authorization }
    const response = await fetch(`${target.adminUrl}${path('/config')}`, { headers })
    expect(response.status).toBe(401)
  })

  test('the key verbatim', async () => {
    expect((await admin(target, 'GET', path('/config'))).status).toBe(200)
  })
})

describe('create', () => {
  test('a body is required', async () => {
    const response = await admin(target, 'POST', `/v1/namespaces/${freshName()}/create`)
    expect(response.status).toBe(415)
  })

  test('a name that is taken is refused and what is there stays', async () => {
    const again = await admin(target, 'POST', path('/create'), {})
    expect([again.status, await again.json()]).toEqual([
      400,
      { error: `Namespace \`${database.name}\` already exists` },
    ])
    expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
  })

  // sqld answers 200 to two of them now and then: who needs to be the only one asks elsewhere.
  test('of many at the same time some succeed, the others are refused, and there is one database', async () => {
    const name = freshName()
    const created = await Promise.all(
      Array.from({ length: 8 }, () => admin(target, 'POST', `/v1/namespaces/${name}/create`, {})),
    )
    const statuses = new Set(created.map((response) => response.status))
    expect([...statuses].toSorted()).toEqual([200, 400])
    const made = await openDatabase(target, name)
    await made.script('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    expect((await made.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
  })
})

describe('delete', () => {
  test('what is unknown is 404', async () => {
    expect((await admin(target, 'DELETE', `/v1/namespaces/${freshName()}`)).status).toBe(404)
  })

  test('open transactions end with the database', async () => {
    const { baton } = await database.pipeline([{ type: 'execute', stmt: { sql: 'BEGIN IMMEDIATE' } }])
    expect((await admin(target, 'DELETE', path())).status).toBe(200)
    const response = await database.send({ baton, requests: [{ type: 'execute', stmt: { sql: 'COMMIT' } }] })
    expect(response.status).toBeGreaterThanOrEqual(400)
  })
})

describe('fork', () => {
  test('copies data and schema, and the two go their own ways', async () => {
    const name = freshName()
    expect((await admin(target, 'POST', path(`/fork/${name}`))).status).toBe(200)
    const copy = await openDatabase(target, name)
    await copy.run('INSERT INTO t VALUES (2)')
    await database.run('DELETE FROM t')
    expect((await copy.run('SELECT a FROM t ORDER BY a')).rows).toEqual([[integer(1)], [integer(2)]])
    expect((await database.run('SELECT a FROM t')).rows).toEqual([])
  })

  test('takes nothing that is not committed', async () => {
    const name = freshName()
    const { baton } = await database.pipeline([
      { type: 'execute', stmt: { sql: 'BEGIN IMMEDIATE' } },
      { type: 'execute', stmt: { sql: 'INSERT INTO t VALUES (2)' } },
    ])
    await admin(target, 'POST', path(`/fork/${name}`))
    await database.pipeline([{ type: 'execute', stmt: { sql: 'COMMIT' } }, { type: 'close' }], baton)
    expect((await (await openDatabase(target, name)).run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
  })

  test('an unknown origin is 404', async () => {
    const response = await admin(target, 'POST', `/v1/namespaces/${freshName()}/fork/${freshName()}`)
    expect(response.status).toBe(404)
  })

  test('a target that exists is refused', async () => {
    const other = await freshDatabase(target)
    expect((await admin(target, 'POST', path(`/fork/${other.name}`))).status).toBeGreaterThanOrEqual(400)
    await expect(other.run('SELECT * FROM t')).rejects.toThrow('no such table')
  })
})

describe('config', () => {
  const config = async (): Promise<Record<string, unknown>> =>
    (await (await admin(target, 'GET', path('/config'))).json()) as Record<string, unknown>
  const change = async (changes: Record<string, unknown>) => {
    const response = await admin(target, 'POST', path('/config'), { ...(await config()), ...changes })
    expect(response.status).toBe(200)
  }

  test('read, change, write', async () => {
    expect(await config()).toMatchObject({ block_reads: false, block_writes: false, block_reason: null })
    await change({ block_writes: true, block_reason: 'overdue' })
    expect(await config()).toMatchObject({ block_reads: false, block_writes: true, block_reason: 'overdue' })
  })

  test('writes overwrite: what is left out goes back', async () => {
    await change({ block_writes: true, block_reason: 'overdue' })
    await admin(target, 'POST', path('/config'), { block_reads: false, block_writes: true })
    expect(await config()).toMatchObject({ block_writes: true, block_reason: null })
  })

  test('both blocks must be named', async () => {
    expect((await admin(target, 'POST', path('/config'), { block_writes: true })).status).toBe(422)
  })

  test('blocked writes leave reading, and tell the reason', async () => {
    await change({ block_writes: true, block_reason: 'company suspended' })
    expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
    for (const sql of ['INSERT INTO t VALUES (2)', 'DROP TABLE t']) {
      await expect(database.run(sql)).rejects.toMatchObject({
        code: 'BLOCKED',
        message: 'Operation was blocked: company suspended',
      })
    }
    await change({ block_writes: false })
    await database.run('INSERT INTO t VALUES (2)')
  })

  test('blocked reads block writes too', async () => {
    await change({ block_reads: true })
    await expect(database.run('SELECT 1')).rejects.toMatchObject({
      code: 'BLOCKED',
      message: 'Operation was blocked',
    })
    await expect(database.run('DELETE FROM t')).rejects.toMatchObject({ code: 'BLOCKED' })
  })

  test('a block reaches a transaction that is under way', async () => {
    const { baton } = await database.pipeline([{ type: 'execute', stmt: { sql: 'BEGIN IMMEDIATE' } }])
    await change({ block_writes: true })
    const answer = await database.pipeline(
      [{ type: 'execute', stmt: { sql: 'DELETE FROM t' } }, { type: 'close' }],
      baton,
    )
    expect(answer.results[0]).toMatchObject({ type: 'error', error: { code: 'BLOCKED' } })
  })

  test('a full database refuses to grow and can be made larger', async () => {
    const fill = 'INSERT INTO t SELECT zeroblob(200000)'
    await change({ max_db_size: '100KB' })
    await expect(database.run(fill)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await change({ max_db_size: '10MB' })
    await database.run(fill)
  })

  test('of an unknown database is 404', async () => {
    expect((await admin(target, 'GET', `/v1/namespaces/${freshName()}/config`)).status).toBe(404)
  })
})

test('statistics tell the size and what was done', async () => {
  const response = await admin(target, 'GET', path('/stats'))
  const stats = (await response.json()) as Record<string, unknown>
  expect(stats).toMatchObject({
    rows_read_count: expect.any(Number),
    rows_written_count: expect.any(Number),
    storage_bytes_used: expect.any(Number),
    query_count: expect.any(Number),
  })
  expect((await admin(target, 'GET', `/v1/namespaces/${freshName()}/stats`)).status).toBe(404)
})

test('a checkpoint loses nothing', async () => {
  expect((await admin(target, 'POST', path('/checkpoint'))).status).toBe(200)
  expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
})

test('unknown paths are 404', async () => {
  // Whatever it does not know, sqld answers with its welcome.
  const welcome = target.embedded ? 404 : 200
  expect((await admin(target, 'GET', '/v1/elsewhere')).status).toBe(welcome)
  expect((await admin(target, 'GET', '/')).status).toBe(200)
})
