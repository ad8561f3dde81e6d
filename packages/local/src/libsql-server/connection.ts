import Database from 'libsql'
import { responseTooLarge, tooBig } from './failures.ts'
import type { DescribeResult, StatementResult, Value } from './protocol.ts'
import { toStatementError } from './sqlite-errors.ts'
import type { Statement } from './statement.ts'
import { isTooBig, toWire, wireSize, type NativeValue } from './values.ts'

type Prepared = Database.Statement

/**
 * What all connections of this process may take together: no statement can make more of nothing, whatever it asks for
 * (`randomblob`, `zeroblob`, `printf`, `replace`, `group_concat`, a recursion that remembers). One that needs more
 * fails with SQLITE_NOMEM; from the soft limit on, caches are given up first.
 */
const softHeapBytes = 256 * 2 ** 20
const hardHeapBytes = 512 * 2 ** 20

const cachedStatements = 64
const cachedTextLimit = 4_000

/** Statements that SQLite's parser has accepted; its grammar does not depend on the database. */
const wellFormed = new WeakSet<Statement>()

/**
 * One SQLite connection. It runs in this thread and never waits: whoever may have to wait for a lock asks the
 * namespace's writer lock first.
 */
export class Connection {
  readonly maxPages: number | undefined
  readonly #database: Database.Database
  readonly #prepared = new Map<string, Prepared>()
  #spoilt = false
  #changedPragma = false
  #changedRows = false

  /** @param maxPages the size at which SQLite refuses to let the file grow, in pages of 4,096 bytes */
  constructor(path: string, maxPages?: number) {
    this.maxPages = maxPages
    this.#database = new Database(path)
    this.#database.exec(
      `PRAGMA soft_heap_limit = ${softHeapBytes}; PRAGMA hard_heap_limit = ${hardHeapBytes}`,
    )
    // Turning a new, empty file into one with a log needs no waiting for the disk.
    this.#database.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL')
    // sqld's default durability: a crash of the machine may lose the last commits but never damages the file.
    this.#database.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
    if (maxPages !== undefined) this.#database.exec(`PRAGMA max_page_count = ${maxPages}`)
    this.#database.exec('CREATE TEMP TABLE _heju_forget (a)')
  }

  /** Whether a statement may be stuck in it, which holds its view of the database for ever: nobody else may have it. */
  get isSpoilt(): boolean {
    return this.#spoilt
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  /**
   * Runs one statement.
   * @param budget how many bytes of rows the answer may still hold
   * @throws StatementError
   */
  execute(statement: Statement, args: NativeValue[], wantRows: boolean, budget: number): StatementResult {
    const started = performance.now()
    try {
      const prepared = this.#prepareStatement(statement)
      this.#changedPragma ||= statement.isPragma
      this.#changedRows ||= statement.changesRows
      const result = prepared.reader
        ? this.#read(prepared, statement, args, wantRows, budget)
        : this.#run(prepared, statement, args)
      result.query_duration_ms = performance.now() - started
      return result
    } catch (error) {
      const failure = toStatementError(error, statement.sql)
      // SQLite leaves one that met a lock where it is, to be tried again, and the engine cannot reset it.
      this.#spoilt ||= ['SQLITE_BUSY', 'SQLITE_LOCKED'].includes(failure.code)
      throw failure
    }
  }

  /**
   * Whether the text is SQL at all. A missing table is no matter here: a step before may make it.
   * @throws StatementError SQL_PARSE_ERROR
   */
  checkSyntax(statement: Statement): void {
    // SQLite carries out some pragmas as soon as they are prepared.
    if (statement.isPragma || wellFormed.has(statement)) return
    try {
      this.#prepareStatement(statement)
    } catch (error) {
      const failure = toStatementError(error, statement.sql)
      if (failure.code === 'SQL_PARSE_ERROR') throw failure
    }
    wellFormed.add(statement)
  }

  /** @throws StatementError when the statement cannot be prepared */
  describe(statement: Statement): DescribeResult {
    try {
      // One that is kept learns of a change of the schema only when it runs.
      const prepared = this.#compile(statement.sql)
      this.#changedPragma ||= statement.isPragma
      return {
        params: statement.parameters.map((name) => ({ name })),
        cols: columnsOf(prepared),
        is_explain: statement.isExplain,
        is_readonly: statement.isExplain || !['write', 'schema'].includes(statement.kind),
      }
    } catch (error) {
      throw toStatementError(error, statement.sql)
    }
  }

  /**
   * Makes a transaction that has only read so far one that may write. It fails when somebody has written since its view
   * was taken; a client's own statement that met this would be stuck, while the engine lets go of what `exec` runs.
   * This pragma takes the lock of a writer and then has nothing to do: our files have no automatic vacuum.
   * @throws StatementError SQLITE_BUSY
   */
  upgrade(): void {
    const sql = 'PRAGMA incremental_vacuum(1)'
    try {
      this.#database.exec(sql)
    } catch (error) {
      throw toStatementError(error, sql)
    }
  }

  /** Runs text of our own making, outside of any client's reach. */
  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** Rows of a query of our own making, one by one. */
  *rows(sql: string, ...args: NativeValue[]): Generator<NativeValue[]> {
    const prepared = this.#prepare(sql)
    try {
      yield* prepared.iterate(args) as IterableIterator<NativeValue[]>
    } finally {
      // Whoever stops early would leave the statement active; see `#read`.
      prepared.get(args)
    }
  }

  /**
   * Takes note of tables that other connections have changed. SQLite looks only when a statement runs; until then it
   * would name columns of before, and refuse values for those of today.
   */
  upToDate(): this {
    this.#prepare('SELECT 1 FROM sqlite_schema LIMIT 1').all([])
    return this
  }

  /** Ends whatever transaction is open and puts back what a client may have set, so that another may use it. */
  reset(): void {
    if (this.inTransaction) this.#database.exec('ROLLBACK')
    if (this.#changedPragma) this.#database.exec('PRAGMA foreign_keys = ON; PRAGMA defer_foreign_keys = OFF')
    this.#changedPragma = false
    if (this.#changedRows) this.#forgetChanges()
  }

  rollback(): void {
    if (this.inTransaction) this.#database.exec('ROLLBACK')
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  /** A new connection has changes() and last_insert_rowid() at 0; a write that comes to nothing sets them so. */
  #forgetChanges(): void {
    this.#prepare('INSERT INTO temp._heju_forget(rowid) VALUES (0)').run([])
    this.#prepare('DELETE FROM temp._heju_forget').run([])
    this.#prepare('UPDATE temp._heju_forget SET a = NULL').run([])
    this.#changedRows = false
  }

  #read(
    prepared: Prepared,
    statement: Statement,
    args: NativeValue[],
    wantRows: boolean,
    budget: number,
  ): StatementResult {
    const rows: Value[][] = []
    let size = 0
    let big = false
    for (const row of prepared.iterate(args) as IterableIterator<NativeValue[]>) {
      for (const value of row) {
        big ||= isTooBig(value)
        size += big ? budget + 1 : wireSize(value)
      }
      // The rows of a write are read to the end: it must not be left half done.
      if (size > budget && statement.kind === 'read') break
      if (wantRows && size <= budget) rows.push(row.map(toWire))
    }
    // An unfinished statement, and every EXPLAIN, stays active in SQLite until it is reset, and holds back the WAL.
    // `get` is the only call of the engine that resets one.
    if (statement.isExplain || (size > budget && statement.kind === 'read')) prepared.get(args)
    if (size > budget) throw big ? tooBig() : responseTooLarge()
    const result = emptyResult(columnsOf(prepared), rows)
    result.rows_read = rows.length
    if (statement.changesRows) this.#countChanges(result, statement)
    return result
  }

  #run(prepared: Prepared, statement: Statement, args: NativeValue[]): StatementResult {
    const { changes, lastInsertRowid } = prepared.run(args)
    const result = emptyResult([], [])
    if (!statement.changesRows) return result
    if (!Number.isSafeInteger(Number(lastInsertRowid))) this.#countChanges(result, statement)
    else {
      result.affected_row_count = changes
      result.rows_written = changes
      result.last_insert_rowid = statement.isInsert ? String(lastInsertRowid) : null
    }
    return result
  }

  #countChanges(result: StatementResult, statement: Statement): void {
    const [row] = this.#prepare('SELECT changes(), last_insert_rowid()').all([]) as bigint[][]
    result.affected_row_count = Number(row?.[0] ?? 0n)
    result.rows_written = result.affected_row_count
    result.last_insert_rowid = statement.isInsert ? String(row?.[1] ?? 0n) : null
  }

  /** Some pragmas take effect while they are prepared, so each is prepared at the moment when it runs. */
  #prepareStatement(statement: Statement): Prepared {
    return statement.isPragma ? this.#compile(statement.sql) : this.#prepare(statement.sql)
  }

  #compile(sql: string): Prepared {
    const prepared = this.#database.prepare(sql)
    if (prepared.reader) prepared.raw(true).safeIntegers(true)
    return prepared
  }

  #prepare(sql: string): Prepared {
    const found = this.#prepared.get(sql)
    if (found) return found
    const prepared = this.#compile(sql)
    if (sql.length <= cachedTextLimit) {
      if (this.#prepared.size >= cachedStatements)
        this.#prepared.delete(this.#prepared.keys().next().value ?? '')
      this.#prepared.set(sql, prepared)
    }
    return prepared
  }
}

function columnsOf(prepared: Prepared): StatementResult['cols'] {
  return prepared.columns().map((column) => ({ name: column.name, decltype: column.type }))
}

function emptyResult(cols: StatementResult['cols'], rows: Value[][]): StatementResult {
  return {
    cols,
    rows,
    affected_row_count: 0,
    last_insert_rowid: null,
    replication_index: null,
    rows_read: 0,
    rows_written: 0,
    query_duration_ms: 0,
  }
}
