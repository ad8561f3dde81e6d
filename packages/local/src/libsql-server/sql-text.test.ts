import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMany, parseOne } from './statement.ts'

const sqlOf = (script: string): string[] => parseMany(script).map((statement) => statement.sql)

test('semicolons in texts, names, comments and triggers end nothing', () => {
  const statements = [
    "SELECT ';', 'it''s; so'",
    'SELECT "a;b", `c;d`, [e;f]',
    'SELECT 1 /* ; */ + 2 -- ;\n + 3',
    'CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 1; SELECT CASE WHEN 1 THEN 2 END; END',
    'CREATE TRIGGER "END" BEFORE DELETE ON t BEGIN SELECT 1; END',
    'SELECT $end, :a, @b, #c, ?5',
  ]
  expect(sqlOf(`;; ${statements.join(' ; ')} ;;`)).toEqual(statements)
})

test('a script falls into the statements that it was made of', () => {
  const piece = fc.constantFrom(
    'SELECT 1',
    "INSERT INTO t VALUES ('a;b', x'00', 1.5e-3)",
    'UPDATE "odd;name" SET a = :a',
    'WITH x AS (SELECT 1) DELETE FROM t',
    "CREATE TRIGGER tr AFTER UPDATE ON t BEGIN DELETE FROM u; INSERT INTO u VALUES ('; END;'); END",
  )
  const between = fc.constantFrom(';', ' ; ', ';\n-- a comment; with one\n', ';/* ; \' " */', ';;\t;')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, between), { minLength: 1, maxLength: 12 }), (parts) => {
      expect(sqlOf(parts.flat().join(''))).toEqual(parts.map(([sql]) => sql))
    }),
  )
})

test('text of any kind is read to its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (anything) => {
      try {
        expect(sqlOf(anything).join('').length).toBeLessThanOrEqual(anything.length)
      } catch (error) {
        expect(error).toMatchObject({ code: 'SQL_PARSE_ERROR' })
      }
    }),
  )
})

test.each([
  ['SELECT 1', 'read', false],
  ['VALUES (1)', 'read', false],
  ['WITH a AS (INSERT), b AS (SELECT 1) SELECT 1', 'read', false],
  ['with recursive n(i) as (select 1) insert into t select i from n', 'write', true],
  ['replace into t values (1)', 'write', true],
  ['/* SELECT */ DELETE FROM t', 'write', true],
  ['EXPLAIN QUERY PLAN DELETE FROM t', 'read', false],
  ['CREATE UNIQUE INDEX i ON t(a)', 'schema', true],
  ['ALTER TABLE t ADD b', 'schema', true],
  ['BEGIN', 'begin', false],
  ['BEGIN DEFERRED', 'begin', false],
  ['BEGIN IMMEDIATE TRANSACTION', 'begin', true],
  ['COMMIT', 'end', false],
  ['END', 'end', false],
  ['ROLLBACK', 'end', false],
  ['ROLLBACK TO s', 'savepoint', false],
  ['SAVEPOINT s', 'savepoint', false],
  ['PRAGMA table_info(t)', 'read', false],
  ['PRAGMA foreign_keys = OFF', 'write', false],
  ['EXPLAIN PRAGMA foreign_keys = OFF', 'write', false],
  ['PRAGMA user_version = 3', 'write', true],
  ['PRAGMA main.user_version', 'write', true],
])('%s', (sql, kind, takesLock) => {
  expect(parseOne(sql)).toMatchObject({ kind, takesLock })
})

test('parameters are numbered as SQLite numbers them', () => {
  const of = (sql: string) => parseOne(sql).parameters
  expect(of('SELECT ?, :a, ?, :a, @a')).toEqual([null, ':a', null, '@a'])
  expect(of('SELECT ?3, ?1')).toEqual(['?1', null, '?3'])
  expect(of('SELECT ?2, ?')).toEqual([null, '?2', null])
  expect(of('SELECT \'?\', "?", -- ?\n $x')).toEqual(['$x'])
})
