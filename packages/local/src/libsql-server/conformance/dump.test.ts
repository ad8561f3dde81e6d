import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { namespaceHeaders } from '@heju/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  admin,
  Database,
  freshDatabase,
  freshName,
  integer,
  openDatabase,
  startTarget,
  text,
  type Target,
} from './target.ts'

let target: Target
let folder: string
let store: Server
const served = new Map<string, string>()
beforeAll(async () => {
  target = await startTarget()
  folder = mkdtempSync(join(tmpdir(), 'heju-dump-'))
  store = createServer((request, response) => {
    const dump = served.get(request.url ?? '')
    response.writeHead(dump === undefined ? 404 : 200).end(dump)
  })
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => store.close(resolve))
  rmSync(folder, { recursive: true })
  await target.close()
})

async function dumpOf(database: Database): Promise<string> {
  const response = await fetch(`${target.url}/dump`, {
    headers: database.headers,
  })
  expect(response.status).toBe(200)
  return response.text()
}

function serve(dump: string): string {
  const path = `/${crypto.randomUUID()}.sql`
  served.set(path, dump)
  return `http://127.0.0.1:${(store.address() as AddressInfo).port}${path}`
}

async function restore(dump: string): Promise<Database> {
  const name = freshName()
  const response = await admin(target, 'POST', `/v1/namespaces/${name}/create`, { dump_url: serve(dump) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return openDatabase(target, name)
}

/** Everything a database holds, in one text. */
async function contents(database: Database): Promise<string> {
  const { rows } = await database.run(
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  // sqld puts a blank before the later lines of a statement.
  const parts = [JSON.stringify(rows).replaceAll(/(\\n|\s)+/g, ' ')]
  for (const [type, name] of rows) {
    if (type?.type !== 'text' || type.value !== 'table' || name?.type !== 'text') continue
    parts.push(
      JSON.stringify((await database.run(`SELECT * FROM "${name.value.replaceAll('"', '""')}"`)).rows),
    )
  }
  return parts.join('\n')
}

const schema = `
  CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE children (id TEXT PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents(id), value) WITHOUT ROWID;
  CREATE TABLE "odd name, and 'more'" ("a column" REAL, "select" BLOB);
  CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x INTEGER, twice INTEGER AS (x * 2) STORED);
  CREATE TABLE log (line TEXT);
  CREATE INDEX children_by_parent ON children(parent_id);
  CREATE VIEW names AS SELECT name FROM parents;
  CREATE TRIGGER parents_kept BEFORE DELETE ON parents BEGIN SELECT RAISE(ABORT, 'kept; always'); END;
  CREATE TRIGGER parents_logged AFTER INSERT ON parents BEGIN
INSERT INTO log VALUES ('new ' || NEW.name); INSERT INTO log VALUES (';'); END;
  INSERT INTO parents VALUES (1, '和居'), (2, 'it''s; a "test"'), (3, 'two
lines'), (9007199254740993, '😀');
  INSERT INTO children VALUES ('a', 1, 1.5), ('b', 1, 1), ('c', 2, NULL), ('d', 3, x'00ff'), ('e', 1, 0.1), ('f', 1, 1e300), ('g', 1, '1');
  INSERT INTO "odd name, and 'more'" VALUES (1e300, x''), (-0.5, NULL);
  INSERT INTO counted(x) VALUES (5), (6);
  DELETE FROM counted WHERE x = 6;
`

test('a dump loaded again gives the same database', async () => {
  const database = await freshDatabase(target)
  await database.script(schema)
  const copy = await restore(await dumpOf(database))
  expect(await contents(copy)).toBe(await contents(database))
  expect((await copy.run('PRAGMA foreign_key_check')).rows).toEqual([])
  expect((await copy.run('PRAGMA integrity_check')).rows).toEqual([[text('ok')]])
})

test('what comes after the dump goes on where the origin was', async () => {
  const database = await freshDatabase(target)
  await database.script(schema)
  const copy = await restore(await dumpOf(database))
  // AUTOINCREMENT does not give out a number twice, so 2 stays used; triggers and foreign keys are at work again.
  expect(await copy.run('INSERT INTO counted(x) VALUES (7)')).toMatchObject({ last_insert_rowid: '3' })
  await expect(copy.run('DELETE FROM parents')).rejects.toThrow('kept; always')
  await expect(copy.run("INSERT INTO children VALUES ('z', 99, 0)")).rejects.toThrow('FOREIGN KEY')
})

test('rowids that an index may rest on are kept', async () => {
  const database = await freshDatabase(target)
  await database.script("CREATE TABLE t (a); INSERT INTO t(rowid, a) VALUES (7, 'x'), (70, 'y')")
  const copy = await restore(await dumpOf(database))
  expect((await copy.run('SELECT a FROM t ORDER BY rowid')).rows).toEqual([[text('x')], [text('y')]])
  if (target.embedded)
    expect((await copy.run('SELECT rowid FROM t')).rows).toEqual([[integer(7)], [integer(70)]])
})

test('a dump is of one moment although writes go on', async () => {
  const database = await freshDatabase(target)
  await database.script(`CREATE TABLE a (n); CREATE TABLE b (n);
    INSERT INTO a WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n;
    INSERT INTO b SELECT n FROM a`)
  const dumping = dumpOf(database)
  await Promise.all([database.run('DELETE FROM a'), database.run('DELETE FROM b')])
  const copy = await restore(await dumping)
  const { rows } = await copy.run('SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b)')
  const [a, b] = rows[0] ?? []
  // Both deletes may fall before or after the moment of the dump; half a delete never.
  for (const cell of [a, b]) expect([integer(20_000), integer(0)]).toContainEqual(cell)
})

test('a full-text index is filled again', async () => {
  const database = await freshDatabase(target)
  await database.script(
    "CREATE VIRTUAL TABLE found USING fts5(line); INSERT INTO found VALUES ('lift is broken'), ('water')",
  )
  const dump = await dumpOf(database)
  if (!target.embedded) return
  const copy = await restore(dump)
  expect((await copy.run("SELECT line FROM found WHERE found MATCH 'lift'")).rows).toEqual([
    [text('lift is broken')],
  ])
})

test('a dump is read from a file', async () => {
  const path = join(folder, 'dump.sql')
  writeFileSync(
    path,
    'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a);\nINSERT INTO t VALUES(42);\nCOMMIT;\n',
  )
  const name = freshName()
  const response = await admin(target, 'POST', `/v1/namespaces/${name}/create`, {
    dump_url: pathToFileURL(path).href,
  })
  expect(response.status).toBe(200)
  expect((await (await openDatabase(target, name)).run('SELECT a FROM t')).rows).toEqual([[integer(42)]])
})

test.each([
  [
    'that does not commit',
    'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a);\n',
    { status: 400, error: 'The dump should commit the transaction.' },
  ],
  [
    'whose last semicolon is missing',
    'BEGIN TRANSACTION;\nCREATE TABLE t (a);\nCOMMIT',
    { status: 400, error: 'The dump should commit the transaction.' },
  ],
  [
    'that is no transaction',
    'PRAGMA foreign_keys=OFF;\nCREATE TABLE t (a);\nINSERT INTO t VALUES (1);\nCOMMIT;\n',
    { status: 400, error: 'A dump should execute within a transaction.' },
  ],
  [
    'with a fault',
    'BEGIN TRANSACTION;\nCREATE TABLE t (a);\nINSERT INTO missing VALUES (1);\nCOMMIT;\n',
    { status: 500, error: 'Internal error: line: 3, error: no such table: missing' },
  ],
  [
    'whose trigger has a line that ends with a semicolon',
    'BEGIN TRANSACTION;\nCREATE TABLE t (a);\nCREATE TRIGGER tr AFTER INSERT ON t BEGIN\nSELECT 1;\nEND;\nCOMMIT;\n',
    { status: 500, error: 'Internal error: line: 4, error: incomplete input' },
  ],
  [
    'that reaches for another database',
    "BEGIN TRANSACTION;\nATTACH '/etc/passwd' AS other;\nCOMMIT;\n",
    { status: 500, error: 'Internal error: line: 2, error: not authorized' },
  ],
])('a dump %s leaves an empty database under the name', async (_, dump, { status, error }) => {
  const name = freshName()
  const response = await admin(target, 'POST', `/v1/namespaces/${name}/create`, { dump_url: serve(dump) })
  expect([response.status, await response.json()]).toEqual([status, { error }])
  const left = await openDatabase(target, name)
  expect((await left.run('SELECT name FROM sqlite_schema')).rows).toEqual([])
  expect((await admin(target, 'POST', `/v1/namespaces/${name}/create`, {})).status).toBe(400)
  expect((await admin(target, 'DELETE', `/v1/namespaces/${name}`)).status).toBe(200)
})

test('a name with a quotation mark in it breaks the dump off', async () => {
  const database = await freshDatabase(target)
  await database.script('CREATE TABLE "a ""b""" (a)')
  await expect(dumpOf(database)).rejects.toThrow()
})

test('a dump with an infinity in it cannot be loaded again', async () => {
  const database = await freshDatabase(target)
  await database.script('CREATE TABLE t (a); INSERT INTO t VALUES (9e999)')
  const dump = await dumpOf(database)
  expect(dump).toMatch(/VALUES\(.*inf\)/)
  await expect(restore(dump)).rejects.toThrow('no such column: inf')
})

test.each(['file:dump.sql', 'file:///missing/dump.sql', 'ftp://127.0.0.1/dump.sql'])(
  'a dump at %s is refused, and the name stays free',
  async (url) => {
    const name = freshName()
    const response = await admin(target, 'POST', `/v1/namespaces/${name}/create`, { dump_url: url })
    expect(response.status).toBe(400)
    expect((await admin(target, 'GET', `/v1/namespaces/${name}/config`)).status).toBe(404)
  },
)

test('a dump needs a token of its database', async () => {
  const [database, other] = [await freshDatabase(target), await freshDatabase(target)]
  const get = (authorization?: string) =>
    fetch(`${target.url}/dump`, {
      headers: { ...namespaceHeaders(database.name), ...(authorization ? { authorization } : {}) },
    })
  expect((await get()).status).toBe(401)
  expect((await get(`Bearer ${other.token}`)).status).toBe(404)
})

test('a client that leaves in the middle of a dump does not hold the database', async () => {
  const database = await freshDatabase(target)
  await database.script(`CREATE TABLE a (n); INSERT INTO a
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT i FROM n`)
  const leaving = new AbortController()
  const response = await fetch(`${target.url}/dump`, {
    headers: database.headers,
    signal: leaving.signal,
  })
  await response.body?.getReader().read()
  leaving.abort()
  await database.run('DELETE FROM a')
  expect((await database.run('SELECT count(*) FROM a')).rows).toEqual([[integer(0)]])
})
