import { HttpError } from './failures.ts'
import type { Connection } from './connection.ts'
import type { NativeValue } from './values.ts'

/**
 * The SQL text that makes the database again, piece by piece, in the form of the `sqlite3` shell's `.dump`. The caller
 * holds a read transaction, so that all pieces are of one moment.
 */
export function* dumpSql(connection: Connection): Generator<string> {
  yield 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n'
  const tables = [
    ...connection.rows(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT NULL
       ORDER BY tbl_name = 'sqlite_sequence', rowid`,
    ),
  ]
  for (const [name, sql] of tables) yield* dumpTable(connection, String(name), String(sql))
  for (const [sql] of connection.rows(
    `SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view') ORDER BY rowid`,
  )) {
    yield `${String(sql)};\n`
  }
  yield 'COMMIT;\n'
}

function* dumpTable(connection: Connection, name: string, sql: string): Generator<string> {
  if (name === 'sqlite_sequence') yield 'DELETE FROM sqlite_sequence;\n'
  else if (name.startsWith('sqlite_')) return
  else yield `${sql};\n`
  const columns = columnsToDump(connection, name)
  const list = columns.map(quoteName).join(',')
  for (const row of connection.rows(`SELECT ${list} FROM ${quoteName(name)}`)) {
    yield `INSERT INTO ${quoteName(name)}(${list}) VALUES(${row.map(literal).join(',')});\n`
  }
}

/** Generated columns make themselves again. The rowid is kept where it can be named and no column stands for it. */
function columnsToDump(connection: Connection, table: string): string[] {
  const columns = [
    ...connection.rows(`SELECT name, pk, type FROM pragma_table_xinfo(?) WHERE hidden = 0`, table),
  ]
  const names = columns.map(([name]) => String(name))
  const keys = columns.filter(([, pk]) => pk !== 0n)
  const withoutRowid = [...connection.rows(`SELECT wr FROM pragma_table_list(?)`, table)].some(
    ([wr]) => wr === 1n,
  )
  const keyIsRowid = keys.length === 1 && String(keys[0]?.[2]).toUpperCase() === 'INTEGER'
  const rowid = ['rowid', '_rowid_', 'oid'].find((name) => !names.includes(name))
  return withoutRowid || keyIsRowid || rowid === undefined ? names : [rowid, ...names]
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function literal(value: NativeValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return realLiteral(value)
  if (typeof value === 'string') return textLiteral(value)
  return `X'${value.toString('hex')}'`
}

function realLiteral(value: number): string {
  if (value === Infinity) return '1e999'
  if (value === -Infinity) return '-1e999'
  const text = Object.is(value, -0) ? '-0.0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** A line end inside a text is written as char(10), so that each statement of the dump is one line. */
function textLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`
  if (!/[\n\r]/.test(value)) return quoted
  return `(${quoted.replaceAll('\r', `'||char(13)||'`).replaceAll('\n', `'||char(10)||'`)})`
}

/**
 * Runs a dump in an empty database.
 * @throws HttpError 400 as sqld words it when the dump is not one transaction, 500 when a statement fails
 */
export function loadDump(connection: Connection, text: string): void {
  if (!/^\s*(PRAGMA\s+foreign_keys\s*=\s*OFF\s*;)?\s*BEGIN\b/i.test(text)) {
    throw new HttpError(400, 'Error while loading dump: A dump should execute within a transaction.')
  }
  try {
    connection.exec(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown'
    throw new HttpError(500, `Error while loading dump: Internal error: ${detail}`)
  }
  if (connection.inTransaction) {
    throw new HttpError(400, 'Error while loading dump: The dump should commit the transaction.')
  }
}
