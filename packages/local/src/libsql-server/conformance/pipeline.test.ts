import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StreamRequest } from '../protocol.ts'
import {
  Database,
  freshDatabase,
  integer,
  openDatabase,
  responses,
  startTarget,
  text,
  type Target,
} from './target.ts'

let target: Target
let database: Database
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  database = await freshDatabase(target)
})
afterAll(() => target.close())

const select = (sql: string): StreamRequest => ({ type: 'execute', stmt: { sql } })

test('health, versions and unknown paths', async () => {
  expect((await fetch(`${target.url}/health`)).status).toBe(200)
  expect((await fetch(`${target.url}/version`)).status).toBe(200)
  expect((await fetch(`${target.url}/v2`)).status).toBe(200)
  expect((await fetch(`${target.url}/v3`)).status).toBe(200)
  expect((await fetch(`${target.url}/v9`)).status).toBe(404)
})

test('results match requests one to one and go on after an error', async () => {
  const answer = await database.pipeline([
    select('SELECT 1'),
    select('SELECT * FROM missing'),
    select('SELECT 2'),
    { type: 'close' },
  ])
  expect(answer.results.map((result) => result.type)).toEqual(['ok', 'error', 'ok', 'ok'])
  expect(answer).toMatchObject({ baton: null, base_url: null })
})

test('a select answers columns with their declared types, and rows', async () => {
  await database.script(`CREATE TABLE rooms (id INTEGER PRIMARY KEY, name TEXT, area_e2 INTEGER);
    INSERT INTO rooms VALUES (1, '3栋-2单元-1501', 8950)`)
  const result = await database.run('SELECT id, name AS label, area_e2 * 2 FROM rooms')
  expect(result.cols).toEqual([
    { name: 'id', decltype: 'INTEGER' },
    { name: 'label', decltype: 'TEXT' },
    { name: 'area_e2 * 2', decltype: null },
  ])
  expect(result.rows).toEqual([[integer(1), text('3栋-2单元-1501'), integer(17_900)]])
  expect(result).toMatchObject({ affected_row_count: 0, last_insert_rowid: null })
})

test('columns of the same name stay apart', async () => {
  const { cols, rows } = await database.run('SELECT 1 AS a, 2 AS a')
  expect(cols.map((col) => col.name)).toEqual(['a', 'a'])
  expect(rows).toEqual([[integer(1), integer(2)]])
})

test('writes answer how many rows they changed; inserts the last rowid', async () => {
  await database.run('CREATE TABLE t (a INTEGER PRIMARY KEY, b)')
  expect(await database.run('INSERT INTO t(b) VALUES (1), (2), (3)')).toMatchObject({
    affected_row_count: 3,
    last_insert_rowid: '3',
  })
  expect(await database.run('UPDATE t SET b = 5 WHERE a > 1')).toMatchObject({
    affected_row_count: 2,
    last_insert_rowid: null,
  })
  expect(await database.run('WITH x AS (SELECT 1) DELETE FROM t')).toMatchObject({
    affected_row_count: 3,
    last_insert_rowid: null,
  })
  expect(await database.run('UPDATE t SET b = 5')).toMatchObject({ affected_row_count: 0 })
  expect(await database.run('REPLACE INTO t VALUES (9007199254740993, 0)')).toMatchObject({
    last_insert_rowid: '9007199254740993',
  })
})

test('RETURNING gives rows and counts', async () => {
  await database.run('CREATE TABLE t (a INTEGER PRIMARY KEY, b)')
  const result = await database.run('INSERT INTO t(b) VALUES (7), (8) RETURNING a, b')
  expect(result.rows).toEqual([
    [integer(1), integer(7)],
    [integer(2), integer(8)],
  ])
  expect(result).toMatchObject({ affected_row_count: 2, last_insert_rowid: '2' })
})

test('want_rows: false is read, and the rows come all the same', async () => {
  const answer = await database.pipeline([
    { type: 'execute', stmt: { sql: 'SELECT 1', want_rows: false } },
    { type: 'close' },
  ])
  expect(responses(answer)[0]).toMatchObject({ type: 'execute', result: { rows: [[integer(1)]] } })
})

test('a change of the schema is seen at once, with prepared statements too', async () => {
  await database.script('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  expect((await database.run('SELECT * FROM t')).cols).toHaveLength(1)
  await database.run('ALTER TABLE t ADD COLUMN b DEFAULT 5')
  const [described] = responses(
    await database.pipeline([{ type: 'describe', sql: 'SELECT * FROM t' }, { type: 'close' }]),
  )
  expect(described).toMatchObject({ result: { cols: [{ name: 'a' }, { name: 'b' }] } })
  const { cols, rows } = await database.run('SELECT * FROM t')
  expect(cols.map((col) => col.name)).toEqual(['a', 'b'])
  expect(rows).toEqual([[integer(1), integer(5)]])
})

test('SQL texts are stored for the stream, used by id, and forgotten', async () => {
  const first = await database.pipeline([
    { type: 'store_sql', sql_id: 1, sql: 'SELECT ?' },
    { type: 'execute', stmt: { sql_id: 1, args: [integer(5)] } },
  ])
  expect(responses(first)[1]).toMatchObject({ result: { rows: [[integer(5)]] } })
  const second = await database.pipeline(
    [
      { type: 'describe', sql_id: 1 },
      { type: 'close_sql', sql_id: 1 },
    ],
    first.baton,
  )
  expect(responses(second).map((response) => response.type)).toEqual(['describe', 'close_sql'])
  const gone = await database.send({
    baton: second.baton,
    requests: [{ type: 'execute', stmt: { sql_id: 1 } }],
  })
  expect([gone.status, await gone.text()]).toEqual([400, 'SQL text 1 not found'])
})

test('storing under an id that is taken breaks the protocol', async () => {
  const store = { type: 'store_sql', sql_id: 3, sql: 'SELECT 1' }
  const response = await database.send({ requests: [store, store] })
  expect([response.status, await response.text()]).toEqual([400, 'SQL text 3 already exists'])
})

test('sequence runs statement after statement, a trigger with semicolons among them', async () => {
  await database.script(`
    -- rooms; and what was said of them
    CREATE TABLE rooms (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE log (line TEXT);
    CREATE TRIGGER rooms_named AFTER INSERT ON rooms BEGIN
      INSERT INTO log VALUES ('new; ' || NEW.name);
      INSERT INTO log VALUES (CASE WHEN NEW.id > 0 THEN 'positive' ELSE 'other' END);
    END;
    INSERT INTO rooms(name) VALUES ('a;b');;
  `)
  const { rows } = await database.run('SELECT line FROM log')
  expect(rows).toEqual([[text('new; a;b')], [text('positive')]])
})

test('sequence stops at the first failure and tells it', async () => {
  await expect(
    database.script(
      'CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)',
    ),
  ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', message: expect.stringContaining('t.a') })
  expect((await database.run('SELECT a FROM t')).rows).toEqual([[integer(1)]])
})

test('a script that is not SQL somewhere does nothing at all', async () => {
  await expect(database.script('CREATE TABLE t (a); SELEC 1')).rejects.toMatchObject({
    code: 'SQL_PARSE_ERROR',
  })
  await expect(database.run('SELECT * FROM t')).rejects.toMatchObject({
    message: expect.stringContaining('no such table'),
  })
})

test('describe tells parameters, columns and kind', async () => {
  await database.run('CREATE TABLE t (a INTEGER, b TEXT)')
  const describe = async (sql: string) => {
    const [response] = responses(await database.pipeline([{ type: 'describe', sql }, { type: 'close' }]))
    if (response?.type !== 'describe') throw new Error('no description')
    return response.result
  }
  expect(await describe('SELECT a, b FROM t WHERE a = ? AND b = :name')).toEqual({
    params: [{ name: null }, { name: ':name' }],
    cols: [
      { name: 'a', decltype: 'INTEGER' },
      { name: 'b', decltype: 'TEXT' },
    ],
    is_explain: false,
    is_readonly: true,
  })
  expect(await describe('INSERT INTO t VALUES (?2, ?1)')).toMatchObject({
    params: [{ name: '?1' }, { name: '?2' }],
    is_readonly: false,
  })
  expect(await describe('EXPLAIN SELECT 1')).toMatchObject({ is_explain: true })
})

test('get_autocommit belongs to version 3', async () => {
  const requests: StreamRequest[] = [
    select('BEGIN'),
    { type: 'get_autocommit' },
    select('COMMIT'),
    { type: 'get_autocommit' },
  ]
  const answers = responses(await database.pipeline(requests, null, 3))
  expect([answers[1], answers[3]]).toMatchObject([{ is_autocommit: false }, { is_autocommit: true }])
  expect((await database.send({ requests })).status).toBe(400)
})

test('what is not a pipeline is refused with a text', async () => {
  for (const body of [
    '',
    '{',
    '[]',
    '{}',
    '{"requests":1}',
    '{"requests":[{"type":"dance"}]}',
    '{"requests":[{"type":"execute"}]}',
  ]) {
    const response = await database.send(body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  }
})

test('both texts, or none, break the protocol', async () => {
  for (const source of [{}, { sql: 'SELECT 1', sql_id: 1 }]) {
    const response = await database.send({ requests: [{ type: 'execute', stmt: source }] })
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringMatching(/^Either `sql` or `sql_id`/),
    ])
  }
})

test('100,000 rows made by one statement, and a bulk of 5,000 rows of values', async () => {
  await database.run('CREATE TABLE bulk (n INTEGER, name TEXT)')
  const made = await database.run(`INSERT INTO bulk
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, 'room ' || i FROM n`)
  expect(made.affected_row_count).toBe(100_000)
  const values = Array.from({ length: 5_000 }, (_, index) => `(${index},'名称 ${index}')`).join(',')
  expect(await database.run(`INSERT INTO bulk VALUES ${values}`)).toMatchObject({ affected_row_count: 5_000 })
  const json = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => [index, `名称 ${index}`]))
  const fromJson = await database.run(`INSERT INTO bulk SELECT value ->> 0, value ->> 1 FROM json_each(?)`, [
    text(json),
  ])
  expect(fromJson.affected_row_count).toBe(20_000)
})

test('an answer over ten megabytes is refused, and the stream lives on', async () => {
  const big =
    'SELECT zeroblob(1000000) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) SELECT i FROM n)'
  const answer = await database.pipeline([select(big), select('SELECT 1')])
  expect(answer.results[0]).toMatchObject({ type: 'error', error: { code: 'RESPONSE_TOO_LARGE' } })
  expect(answer.results[1]).toMatchObject({ type: 'ok' })
})

test('an unknown database is 404, one that is not named 400', async () => {
  const unknown = await openDatabase(target, 'conformance-unknown')
  const response = await unknown.send({ requests: [] })
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: "Namespace `conformance-unknown` doesn't exist" },
  ])
})
