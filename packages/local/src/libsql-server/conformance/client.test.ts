import type { Client } from '@libsql/client/http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase, startTarget, type Target } from './target.ts'

let target: Target
let client: Client
beforeAll(async () => {
  target = await startTarget()
})
beforeEach(async () => {
  client = (await freshDatabase(target)).client()
  await client.executeMultiple(
    'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, fen INTEGER); CREATE TABLE u (a)',
  )
})
afterEach(() => client.close())
afterAll(() => target.close())

test('execute gives rows by name and place', async () => {
  await client.execute({ sql: 'INSERT INTO t(name, fen) VALUES (?, ?)', args: ['和居', 1234n] })
  const { rows, columns, columnTypes } = await client.execute({
    sql: 'SELECT * FROM t WHERE name = $name',
    args: { name: '和居' },
  })
  expect(columns).toEqual(['id', 'name', 'fen'])
  expect(columnTypes).toEqual(['INTEGER', 'TEXT', 'INTEGER'])
  expect({ ...rows[0] }).toMatchObject({ id: 1, name: '和居', fen: 1234 })
  expect(rows[0]?.[2]).toBe(1234)
})

test('a number is bound as a real, a bigint as an integer', async () => {
  const { rows } = await client.execute({ sql: 'SELECT typeof(?), typeof(?), 5 / ?', args: [5, 5n, 2n] })
  expect(rows[0]?.[0]).toBe('real')
  expect(rows[0]?.[1]).toBe('integer')
  expect(rows[0]?.[2]).toBe(2)
})

test("batch in 'write' is all or nothing and names the step that failed", async () => {
  await client.batch(
    [{ sql: 'INSERT INTO t(id) VALUES (?)', args: [1n] }, 'INSERT INTO t(id) VALUES (2)'],
    'write',
  )
  await expect(
    client.batch(
      ['INSERT INTO t(id) VALUES (3)', 'INSERT INTO t(id) VALUES (1)', 'INSERT INTO t(id) VALUES (4)'],
      'write',
    ),
  ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 1 })
  const { rows } = await client.execute('SELECT id FROM t ORDER BY id')
  expect(rows.map((row) => row.id)).toEqual([1, 2])
})

test('a guard of changes() rolls the whole batch back', async () => {
  await client.execute('CREATE TABLE _expect (changed INTEGER NOT NULL)')
  const guarded = client.batch(
    [
      'INSERT INTO u VALUES (1)',
      'UPDATE t SET fen = 5 WHERE id = 77',
      'INSERT INTO _expect SELECT CASE WHEN changes() = 1 THEN 1 END',
    ],
    'write',
  )
  await expect(guarded).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT', statementIndex: 2 })
  expect((await client.execute('SELECT count(*) AS n FROM u')).rows[0]?.n).toBe(0)
})

test('batch in read mode answers each statement', async () => {
  const results = await client.batch(['SELECT 1 AS a', 'SELECT 2 AS a'], 'read')
  expect(results.map((result) => result.rows[0]?.a)).toEqual([1, 2])
})

test('migrate rebuilds a table whose children keep their rows', async () => {
  await client.executeMultiple(`CREATE TABLE parents (id INTEGER PRIMARY KEY, x DEFAULT 1);
    CREATE TABLE children (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parents(id) ON DELETE CASCADE);
    INSERT INTO parents VALUES (1, 1); INSERT INTO children VALUES (1, 1)`)
  await client.migrate([
    'CREATE TABLE new_parents (id INTEGER PRIMARY KEY, x DEFAULT 2)',
    'INSERT INTO new_parents SELECT * FROM parents',
    'DROP TABLE parents',
    'ALTER TABLE new_parents RENAME TO parents',
  ])
  expect((await client.execute('SELECT count(*) AS n FROM children')).rows[0]?.n).toBe(1)
  expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.[0]).toBe(1)
})

test('a failing migration changes nothing', async () => {
  await expect(client.migrate(['CREATE TABLE v (a)', 'INSERT INTO missing VALUES (1)'])).rejects.toThrow(
    'no such table',
  )
  await expect(client.execute('SELECT * FROM v')).rejects.toThrow('no such table')
})

test('an interactive transaction commits or rolls back', async () => {
  const kept = await client.transaction('write')
  await kept.execute("INSERT INTO t(id, name) VALUES (1, 'kept')")
  expect((await kept.execute('SELECT name FROM t')).rows[0]?.name).toBe('kept')
  await kept.commit()
  const dropped = await client.transaction('write')
  await dropped.batch(["INSERT INTO t(id, name) VALUES (2, 'dropped')"])
  await dropped.rollback()
  const { rows } = await client.execute('SELECT name FROM t')
  expect(rows.map((row) => row.name)).toEqual(['kept'])
})

test('a transaction that reads does not hinder one that writes', async () => {
  const reading = await client.transaction('read')
  expect((await reading.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(0)
  await client.execute('INSERT INTO t(id) VALUES (1)')
  expect((await reading.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(0)
  reading.close()
  expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(1)
})

test('errors carry the code', async () => {
  await expect(client.execute('SELECT * FROM missing')).rejects.toMatchObject({ code: 'SQLITE_UNKNOWN' })
  await expect(client.execute('SELECT 1; SELECT 2')).rejects.toMatchObject({ code: 'SQL_MANY_STATEMENTS' })
})
