import Database from 'libsql'
import { StatementError } from './failures.ts'
import { SqlScanner } from './sql-scanner.ts'

/** SQLite's primary result codes by number; sqld answers these and leaves the rest of the story to the message. */
const primaryCodes: Readonly<Record<number, string>> = {
  2: 'SQLITE_INTERNAL',
  3: 'SQLITE_PERM',
  4: 'SQLITE_ABORT',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  9: 'SQLITE_INTERRUPT',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  12: 'SQLITE_NOTFOUND',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  17: 'SQLITE_SCHEMA',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  21: 'SQLITE_MISUSE',
  22: 'SQLITE_NOLFS',
  23: 'SQLITE_AUTH',
  25: 'SQLITE_RANGE',
  26: 'SQLITE_NOTADB',
}

/**
 * The engine's error as sqld answers it. Where sqld's own parser or SQLite's error offset decides the code, the
 * message tells the cases apart: the engine here gives no offset, so it is looked up in the text.
 */
export function toStatementError(error: unknown, sql: string): StatementError {
  if (error instanceof StatementError) return error
  if (!(error instanceof Database.SqliteError)) {
    return new StatementError(
      'SQLITE_UNKNOWN',
      `SQLite error: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
  const { message } = error
  const primary = (error.rawCode ?? 1) & 0xff
  if (primary !== 1) {
    return new StatementError(primaryCodes[primary] ?? 'SQLITE_UNKNOWN', `SQLite error: ${message}`)
  }
  if (/syntax error$|^incomplete input$|^unrecognized token/.test(message)) {
    return new StatementError('SQL_PARSE_ERROR', `SQL string could not be parsed: ${message}`)
  }
  const column = /^no such (?:column|function): (?:.*\.)?(.+)$/.exec(message)?.[1]
  if (column === undefined) return new StatementError('SQLITE_UNKNOWN', `SQLite error: ${message}`)
  return new StatementError(
    'SQL_INPUT_ERROR',
    `SQL input error: ${message} (at offset ${offsetOf(column, sql)})`,
  )
}

function offsetOf(name: string, sql: string): number {
  const scanner = new SqlScanner(sql)
  while (scanner.next()) {
    const token = sql.slice(scanner.start, scanner.end)
    if (token.replace(/^["`[]|["`\]]$/g, '').toLowerCase() === name.toLowerCase()) return scanner.start
  }
  return 0
}
