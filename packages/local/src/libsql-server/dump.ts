import type { Connection } from './connection.ts'
import { HttpError } from './failures.ts'
import { usesRefusedName } from './refused-names.ts'
import { toStatementError } from './sqlite-errors.ts'
import type { NativeValue } from './values.ts'

/** Small pieces cost more to send than to make. */
const chunkLength = 64 * 1_024

/**
 * The SQL text that makes the database again, in the form of the `sqlite3` shell's `.dump`. The caller holds a read
 * transaction, so that all of it is of one moment.
 */
export function* dumpSql(connection: Connection): Generator<string> {
  let chunk = ''
  for (const line of dumpLines(connection)) {
    chunk += line
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function* dumpLines(connection: Connection): Generator<string> {
  yield 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n'
  const tables = [
    ...connection.rows(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT NULL
       ORDER BY tbl_name = 'sqlite_sequence', rowid`,
    ),
  ]
  const virtual = tables.filter(([, sql]) => isVirtual(sql)).map(([name]) => String(name))
  for (const [name, sql] of tables) {
    if (!isShadow(String(name), virtual)) yield* dumpTable(connection, String(name), String(sql))
  }
  const rest = connection.rows(
    `SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view') ORDER BY rowid`,
  )
  for (const [sql] of rest) yield `${String(sql)};\n`
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
  const taken = new Set(names.map((name) => name.toLowerCase()))
  const keys = columns.filter(([, pk]) => pk !== 0n)
  const [listed] = [...connection.rows(`SELECT wr FROM pragma_table_list(?)`, table)]
  const keyIsRowid = keys.length === 1 && String(keys[0]?.[2]).toUpperCase() === 'INTEGER'
  const rowid = ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name))
  return listed?.[0] === 1n || keyIsRowid || rowid === undefined ? names : [rowid, ...names]
}

/** The tables in which a virtual table keeps its data; filling the virtual table fills them. */
function isShadow(name: string, virtual: string[]): boolean {
  return virtual.some((owner) => name.startsWith(`${owner}_`))
}

function isVirtual(sql: NativeValue | undefined): boolean {
  return /^CREATE\s+VIRTUAL\s/i.test(String(sql))
}

/** @throws for a name that holds a quotation mark: sqld breaks a dump off there, and nobody shall find that out late */
function quoteName(name: string): string {
  if (name.includes('"')) throw new Error(`sqld cannot dump the name ${name}`)
  return `"${name}"`
}

function literal(value: NativeValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return realLiteral(value)
  if (typeof value === 'string') return textLiteral(value)
  return `X'${value.toString('hex')}'`
}

function realLiteral(value: number): string {
  // sqld writes what no SQL can read again: a dump with an infinity in it cannot be restored.
  if (value === Infinity) return 'inf'
  if (value === -Infinity) return '-inf'
  const text = Object.is(value, -0) ? '-0.0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** A line end inside a text is written as char(10): sqld cuts a dump into statements by its lines. */
function textLiteral(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`
  if (!/[\n\r]/.test(value)) return quoted
  return `(${quoted.replaceAll('\r', `'||char(13)||'`).replaceAll('\n', `'||char(10)||'`)})`
}

/**
 * Runs a dump in an empty database. As with sqld, a statement ends where a line ends with a semicolon, also in the middle
 * of a text, a comment or a trigger: what was made on several such lines cannot be restored.
 * @throws HttpError 400 when it is not one transaction, 500 with the line when a statement fails or is not allowed
 */
export function loadDump(connection: Connection, text: string): void {
  let count = 0
  let sql = ''
  for (const [index, line] of text.split('\n').entries()) {
    sql += `${line}\n`
    if (!line.trimEnd().endsWith(';')) continue
    count += 1
    if (count > 1 && !connection.inTransaction && !/^\s*(BEGIN|COMMIT)\b/i.test(sql)) {
      throw new HttpError(400, 'A dump should execute within a transaction.')
    }
    run(connection, sql, index + 1)
    sql = ''
  }
  if (connection.inTransaction) throw new HttpError(400, 'The dump should commit the transaction.')
}

function run(connection: Connection, sql: string, line: number): void {
  if (/^\s*ATTACH\b/i.test(sql) || usesRefusedName(sql)) {
    throw new HttpError(500, `Internal error: line: ${line}, error: not authorized`)
  }
  try {
    connection.exec(sql)
  } catch (error) {
    const { code, message } = toStatementError(error, sql)
    const detail = message.replace(/^SQL(ite| input| string could not be parsed)?( error)?: /, '')
    if (code === 'SQL_INPUT_ERROR') {
      throw new HttpError(400, `The passed dump sql is invalid: msg: ${detail}, sql: ${sql}`)
    }
    throw new HttpError(500, `Internal error: line: ${line}, error: ${detail}`)
  }
}
