import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StreamRequest } from '../protocol.ts'
import {
  Database,
  freshDatabase,
  integer,
  openDatabase,
  sendTaken,
  sleep,
  startTarget,
  type Target,
} from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget({ transactionTimeoutMs: 400, streamIdleMs: 1_500 })
})
beforeEach(async () => {
  database = await freshDatabase(target)
  await database.run('CREATE TABLE t (a INTEGER PRIMARY KEY)')
})
afterAll(() => target.close())

const execute = (sql: string): StreamRequest => ({ type: 'execute', stmt: { sql } })

async function count(): Promise<unknown> {
  return (await database.run('SELECT count(*) FROM t')).rows[0]?.[0]
}

/** Begins a write transaction with one row in it, and gives its baton. */
async function beginWriting(row: number): Promise<string | null> {
  const answer = await database.pipeline([
    execute('BEGIN IMMEDIATE'),
    execute(`INSERT INTO t VALUES (${row})`),
  ])
  expect(answer.results.map((result) => result.type)).toEqual(['ok', 'ok'])
  return answer.baton
}

test('a transaction lives from request to request, each with a new baton', async () => {
  const first = await beginWriting(1)
  const second = await database.pipeline([execute('INSERT INTO t VALUES (2)')], first)
  expect(second.baton).not.toBe(first)
  const last = await database.pipeline([execute('COMMIT'), { type: 'close' }], second.baton)
  expect(last.baton).toBeNull()
  expect(await count()).toEqual(integer(2))
})

test('close rolls back what was not committed', async () => {
  await database.pipeline([{ type: 'close' }], await beginWriting(1))
  expect(await count()).toEqual(integer(0))
})

test('a reader sees what is committed and goes on beside a writer', async () => {
  const writer = await beginWriting(1)
  expect(await count()).toEqual(integer(0))
  await database.pipeline([execute('COMMIT'), { type: 'close' }], writer)
  expect(await count()).toEqual(integer(1))
})

test('a read transaction keeps its view while others commit', async () => {
  const reader = await database.pipeline([execute('BEGIN'), execute('SELECT count(*) FROM t')])
  await database.run('INSERT INTO t VALUES (1)')
  const again = await database.pipeline(
    [execute('SELECT count(*) FROM t'), execute('COMMIT'), { type: 'close' }],
    reader.baton,
  )
  expect(again.results[0]).toMatchObject({ response: { result: { rows: [[integer(0)]] } } })
  expect(await count()).toEqual(integer(1))
})

test('a second writer waits for the first to commit', async () => {
  const writer = await beginWriting(1)
  const second = database.run('INSERT INTO t VALUES (2)')
  const early = await Promise.race([second.then(() => 'done'), sleep(100).then(() => 'waiting')])
  expect(early).toBe('waiting')
  await database.pipeline([execute('COMMIT'), { type: 'close' }], writer)
  await second
  expect(await count()).toEqual(integer(2))
})

test('writers that come together all have their turn', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => database.run(`INSERT INTO t VALUES (${index})`)))
  expect(await count()).toEqual(integer(40))
})

test('read-modify-write transactions at the same time lose nothing', async () => {
  await database.script('CREATE TABLE account (fen INTEGER); INSERT INTO account VALUES (0)')
  const raise = async () => {
    const begun = await database.pipeline([execute('BEGIN IMMEDIATE'), execute('SELECT fen FROM account')])
    const [, read] = begun.results
    if (read?.type !== 'ok' || read.response.type !== 'execute') throw new Error(JSON.stringify(begun))
    const cell = read.response.result.rows[0]?.[0]
    const fen = cell?.type === 'integer' ? Number(cell.value) : NaN
    const ended = await database.pipeline(
      [execute(`UPDATE account SET fen = ${fen + 1}`), execute('COMMIT'), { type: 'close' }],
      begun.baton,
    )
    expect(ended.results.every((result) => result.type === 'ok')).toBe(true)
  }
  await Promise.all(Array.from({ length: 15 }, raise))
  expect((await database.run('SELECT fen FROM account')).rows).toEqual([[integer(15)]])
})

test('a holder that keeps a writer waiting too long loses the lock and its changes', async () => {
  const slow = await beginWriting(1)
  const started = performance.now()
  await database.run('INSERT INTO t VALUES (2)')
  expect(performance.now() - started).toBeGreaterThan(target.times.transactionTimeoutMs / 2)
  const late = await database.pipeline([execute('INSERT INTO t VALUES (3)'), execute('COMMIT')], slow)
  expect(late.results[0]).toMatchObject({
    type: 'error',
    error: { code: 'TRANSACTION_TIMEOUT', message: 'Transaction timed out' },
  })
  expect(late.results[1]).toMatchObject({ type: 'error' })
  expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(2)]])
})

test('a holder keeps its lock as long as nobody waits', async () => {
  const slow = await beginWriting(1)
  await sleep(target.times.transactionTimeoutMs * 1.5)
  await database.pipeline([execute('COMMIT'), { type: 'close' }], slow)
  expect(await count()).toEqual(integer(1))
})

test('writing on an old view fails at once instead of losing an update', async () => {
  const reader = await database.pipeline([execute('BEGIN'), execute('SELECT * FROM t')])
  await database.run('INSERT INTO t VALUES (1)')
  const late = await database.pipeline([execute('INSERT INTO t VALUES (2)')], reader.baton)
  expect(late.results[0]).toMatchObject({ type: 'error', error: { code: 'SQLITE_BUSY' } })
  await database.run('INSERT INTO t VALUES (3)')
  await database.pipeline([{ type: 'close' }], late.baton)
})

test('a failed statement leaves the transaction open', async () => {
  const writer = await beginWriting(1)
  const failed = await database.pipeline([execute('INSERT INTO t VALUES (1)')], writer)
  expect(failed.results[0]).toMatchObject({ type: 'error', error: { code: 'SQLITE_CONSTRAINT' } })
  await database.pipeline([execute('COMMIT'), { type: 'close' }], failed.baton)
  expect(await count()).toEqual(integer(1))
})

test('savepoints roll back to where they were set', async () => {
  await database.pipeline([
    execute('BEGIN IMMEDIATE'),
    execute('INSERT INTO t VALUES (1)'),
    execute('SAVEPOINT s'),
    execute('INSERT INTO t VALUES (2)'),
    execute('ROLLBACK TO s'),
    execute('RELEASE s'),
    execute('COMMIT'),
    { type: 'close' },
  ])
  expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
})

test('a stream begins without the changes of another', async () => {
  await database.run('INSERT INTO t VALUES (5), (6)')
  expect((await database.run('SELECT changes(), last_insert_rowid()')).rows).toEqual([
    [integer(0), integer(0)],
  ])
})

test('a stream that nobody uses expires and is rolled back', async () => {
  const baton = await beginWriting(1)
  await sleep(target.times.streamIdleMs + 1_500)
  const response = await database.send({ baton, requests: [execute('COMMIT')] })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    message: 'The stream has expired due to inactivity',
    code: 'STREAM_EXPIRED',
  })
  expect(await count()).toEqual(integer(0))
})

test('a request keeps its stream from expiring', async () => {
  let baton = await beginWriting(1)
  for (let turn = 0; turn < 3; turn++) {
    await sleep(target.times.streamIdleMs / 2)
    baton = (await database.pipeline([execute('SELECT 1')], baton)).baton
  }
  await database.pipeline([execute('COMMIT'), { type: 'close' }], baton)
  expect(await count()).toEqual(integer(1))
})

test('a baton that the server did not give is invalid', async () => {
  for (const baton of ['', 'nonsense', Buffer.alloc(48).toString('base64')]) {
    const response = await database.send({ baton, requests: [] })
    expect([response.status, await response.text()]).toEqual([400, 'Received an invalid baton'])
  }
})

test('a baton works once', async () => {
  const { baton } = await database.pipeline([execute('SELECT 1')])
  await database.pipeline([execute('SELECT 2')], baton)
  expect((await database.send({ baton, requests: [] })).status).toBe(400)
})

test('the baton of a closed stream is invalid', async () => {
  const { baton } = await database.pipeline([execute('SELECT 1')])
  await database.pipeline([{ type: 'close' }], baton)
  expect((await database.send({ baton, requests: [execute('SELECT 1')] })).status).toBe(400)
})

test('after close, no request of the pipeline reaches the database', async () => {
  const response = await database.send({ requests: [{ type: 'close' }, execute('SELECT 1')] })
  expect(response.status).toBe(400)
})

test('the baton of one database opens no other, though sqld goes by the baton and not by the header', async () => {
  const other = await freshDatabase(target)
  const baton = await beginWriting(1)
  const opened = await openDatabase(target, other.name)
  const response = await opened.send({ baton, requests: [execute('SELECT * FROM t')] })
  const answer = await response.text()
  if (target.embedded) expect([response.status, answer]).toEqual([400, 'Received an invalid baton'])
  // The stream is still that of its own database: nothing of the other is reached, and batons are not to be guessed.
  else expect(answer).toContain('"rows":[[{"type":"integer","value":"1"}]]')
})

test('a client that leaves while it waits is served all the same', async () => {
  const holder = await beginWriting(1)
  const body = JSON.stringify({ requests: [execute('INSERT INTO t VALUES (99)'), { type: 'close' }] })
  const waiting = sendTaken(`${target.url}/v2/pipeline`, database.headers, body, count)
  await waiting.taken
  waiting.leave()
  await expect(waiting.status).rejects.toThrow()
  await database.pipeline([execute('COMMIT'), { type: 'close' }], holder)
  await database.run('INSERT INTO t VALUES (2)')
  await expect
    .poll(async () => (await database.run('SELECT a FROM t ORDER BY a')).rows)
    .toEqual([[integer(1)], [integer(2)], [integer(99)]])
})

test.each([
  ['UPDATE t SET a = a WHERE 0', 'ROLLBACK'],
  ['INSERT INTO t VALUES (2)', 'COMMIT'],
  ['INSERT INTO t VALUES (2) RETURNING a', 'ROLLBACK'],
  ['CREATE TABLE u (a)', null],
])('after a late write, %s, and %s, everybody sees and writes what is new', async (sql, end) => {
  const reader = await database.pipeline([execute('BEGIN'), execute('SELECT * FROM t')])
  await database.run('INSERT INTO t VALUES (1)')
  const late = await database.pipeline([execute(sql)], reader.baton)
  expect(late.results[0]).toMatchObject({ type: 'error', error: { code: 'SQLITE_BUSY' } })
  const ended = await database.pipeline(
    [...(end === null ? [] : [execute(end)]), { type: 'close' as const }],
    late.baton,
  )
  expect(ended.results.map((result) => result.type)).not.toContain('error')
  // More than once: a connection that was spoilt goes from hand to hand.
  for (let row = 10; row < 14; row++) {
    expect(await count()).toEqual(integer(row - 9))
    await database.pipeline([
      execute('BEGIN IMMEDIATE'),
      execute(`INSERT INTO t VALUES (${row})`),
      execute('COMMIT'),
      { type: 'close' },
    ])
  }
  expect(await count()).toEqual(integer(5))
})

test('new streams see the columns of today, also where their connections have seen others', async () => {
  // Streams that are open side by side have a connection each.
  const sideBySide = async (requests: (stream: number) => StreamRequest[]) => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, stream) => database.pipeline(requests(stream))),
    )
    for (const { baton } of answers) await database.pipeline([{ type: 'close' }], baton)
    return answers
  }
  await sideBySide(() => [execute('SELECT * FROM t')])
  await database.run('ALTER TABLE t ADD COLUMN b DEFAULT 9')
  const today = await sideBySide((stream) => [
    { type: 'describe', sql: 'SELECT * FROM t' },
    execute(`INSERT INTO t VALUES (${stream}, 9)`),
    execute(`SELECT * FROM t WHERE a = ${stream}`),
  ])
  const cols = [{ name: 'a' }, { name: 'b' }]
  const seen = today.map(({ results }) =>
    results.map((result) => (result.type === 'ok' ? result.response : result)),
  )
  expect(seen).toMatchObject(
    today.map((_, stream) => [
      { type: 'describe', result: { cols } },
      { type: 'execute', result: { affected_row_count: 1 } },
      { type: 'execute', result: { cols, rows: [[integer(stream), integer(9)]] } },
    ]),
  )
})
