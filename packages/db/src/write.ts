import { LibsqlBatchError, type InStatement } from '@libsql/client/http'
import { defineError, HejuError, newId, type ErrorDefinition } from '@heju/kernel'
import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { PlatformDb, TenantDb } from './database.ts'
import { auditLog, outbox, requests } from './ledger.ts'
import { sha256Hex } from './sha256.ts'

// No conflict that passes: the same request will be another one each time that it is looked at.
export const requestReused = defineError('request.reused', 'precondition')
/** What a client gave an id was made under that id before, by another request: it is there, and is not made again. */
export const idTaken = defineError('request.id_taken', 'precondition')
export const databaseUnavailable = defineError('database.unavailable', 'unavailable')
/** There is no room for what was to be written; reading goes on, and the same request succeeds once there is. */
export const databaseFull = defineError('database.full', 'unavailable')
export const databaseConflict = defineError('database.conflict', 'conflict')

/** Who is behind a write, as the ledger records it. */
interface WriteActor {
  kind: 'staff' | 'owner' | 'operator' | 'job' | 'provider' | 'visitor'
  id: string
}

/** Anything that drizzle can turn into SQL: a query that has not run, or a raw `sql` fragment. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } } | SQL

export interface AuditEntry {
  action: string
  subjectId: string
  projectId?: string | undefined
  /** Facts that explain the entry. No names, phones or other personal data: the log cannot be edited later. */
  detail?: Record<string, unknown>
}

/** Under what a request is recorded. */
export interface RequestKey {
  /** Whose key it is: an actor's, or the product's own. */
  scope: string
  /** The key within the scope. */
  id: string
  /** Keyed hash of the input that a repetition must have again; null where the key says all. */
  inputMac: string | null
}

export interface WriteOptions {
  verb: string
  key: RequestKey
  actor: WriteActor
  now: number
  /** What must hold for the actor to do anything at all, seen in the same batch; without it nothing is answered either. */
  standing?: { holds: SQL; otherwise: HejuError } | undefined
  /** The body causes something outside the database: whether the request was carried out is asked before it. */
  asksFirst?: boolean | undefined
}

const dialect = new SQLiteAsyncDialect()

/** Statements that are written together or not at all. Made by `write()`, filled by a verb. */
export class Write {
  readonly statements: InStatement[] = []
  /** What a failing statement means, by its index. */
  readonly meanings = new Map<number, HejuError>()
  readonly audited: AuditEntry[] = []
  /** Whether it adds or changes rows of which the log has to tell. */
  changes = false
  publishes = false
  readonly #options: WriteOptions

  constructor(options: WriteOptions) {
    this.#options = options
  }

  /** Adds an insert. @param conflict what a violated constraint of it means to people */
  add(statement: Statement, conflict?: ErrorDefinition | HejuError): void {
    this.changes = true
    this.#push(statement, conflict)
  }

  /** Adds a change of any number of rows, also none. */
  change(statement: Statement, conflict?: ErrorDefinition | HejuError): void {
    this.changes = true
    this.#push(statement, conflict)
  }

  /** Adds a change of what nobody else has seen, as a photo of a form that is not sent: the log tells nothing of it. */
  changeUnlogged(statement: Statement): void {
    this.#push(statement)
  }

  /** Adds an update that must match exactly one row: otherwise `otherwise` is thrown and nothing is written. */
  changeOne(statement: Statement, otherwise: ErrorDefinition | HejuError): void {
    this.changes = true
    this.#push(statement, otherwise)
    this.require(sql`changes() = 1`, otherwise)
  }

  /** Adds a condition, seen in the state that the statements before it made. */
  require(condition: SQL, otherwise: ErrorDefinition | HejuError): void {
    this.#push(expectation(condition), otherwise)
  }

  /**
   * Requires that a row is still as it was read, in the columns by which the verb judged: between its reading and its
   * write somebody else may have changed them, and what was judged by them no longer holds. To be asked before the verb
   * changes the row itself.
   * @param read what tells the row apart, and those columns with the values that were read
   * @param otherwise what is thrown when they are others by now, `database.conflict` unless the verb has its own word
   */
  requireAsRead<T extends SQLiteTable>(
    table: T,
    read: Partial<T['$inferSelect']>,
    otherwise: ErrorDefinition | HejuError = databaseConflict,
  ): void {
    const columns = getTableColumns(table) as Record<string, SQLiteColumn>
    const same = Object.entries(read).map(([name, value]) => {
      const column = columns[name]!
      return sql`${column} IS ${value === null ? null : sql.param(value, column)}`
    })
    this.require(sql`EXISTS (SELECT 1 FROM ${table} WHERE ${and(...same)})`, otherwise)
  }

  /** Records who did what, in the same batch. */
  audit(action: string, subjectId: string, more: Omit<AuditEntry, 'action' | 'subjectId'> = {}): void {
    this.audited.push({ action, subjectId, ...more })
  }

  /** Puts an event in the outbox, in the same batch. @param notBefore epoch ms before which it is not taken up */
  publish(event: { type: string; [key: string]: unknown }, notBefore = 0): string {
    const { type, ...payload } = event
    const id = newId('evt', this.#options.now)
    const payloadJson = JSON.stringify(payload)
    this.#push(sql`INSERT INTO ${outbox} (id, type, payload_json, at, not_before)
      VALUES (${id}, ${type}, ${payloadJson}, ${this.#options.now}, ${notBefore})`)
    this.publishes = true
    return id
  }

  /** Says that statements of this write put events in the outbox themselves (set-based `INSERT … SELECT`). */
  publishedInBulk(): void {
    this.publishes = true
  }

  #push(statement: Statement, meaning?: ErrorDefinition | HejuError): void {
    if (meaning !== undefined) {
      this.meanings.set(this.statements.length, meaning instanceof HejuError ? meaning : meaning())
    }
    this.statements.push(compile(statement))
  }
}

/** Rolls the batch back unless the condition holds. */
function expectation(condition: SQL): SQL {
  return sql`INSERT OR REPLACE INTO _expect (id, ok) VALUES (1, CASE WHEN ${condition} THEN 1 END)`
}

/** The SQL and arguments of a statement, for `client.batch`. */
export function compile(statement: Statement): InStatement {
  const query = 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement as SQL)
  return { sql: query.sql, args: query.params as never[] }
}

/** What `write()` tells its caller beside the verb's answer. */
export interface Written<T> {
  answer: T
  /** The same request had been carried out before; nothing was written now. */
  repeated: boolean
  /** Something waits for the queue Worker: events in the outbox, entries of the audit log to be sealed. */
  published: boolean
}

/**
 * Runs a verb's body, then writes all that it asked for in one batch, all or nothing.
 *
 * The first statement records the request: a repetition finds its row and gets the first answer, also when the
 * body itself now refuses because the first time changed the state. The same key with another input or verb is
 * `request.reused`. An actor whose standing is lost gets neither a first answer nor an earlier one, nor the reason of a
 * refusal.
 */
export async function write<T>(
  db: PlatformDb | TenantDb,
  options: WriteOptions,
  body: (write: Write) => Promise<T> | T,
): Promise<Written<T>> {
  const gathered = new Write(options)
  try {
    if (options.asksFirst) {
      const earlier = await answeredBefore<T>(db, options)
      if (earlier !== undefined) return { answer: earlier.answer, repeated: true, published: false }
    }
    const answer = await body(gathered)
    await commit(db, options, gathered, answer)
    const published = gathered.publishes || gathered.audited.length > 0
    return { answer, repeated: false, published }
  } catch (error) {
    if (error === options.standing?.otherwise) throw error
    return { answer: await earlierAnswer<T>(db, options, error), repeated: true, published: false }
  }
}

async function commit(
  db: PlatformDb | TenantDb,
  options: WriteOptions,
  gathered: Write,
  answer: unknown,
): Promise<void> {
  const { key, verb, actor, now, standing } = options
  const recorded = sql`INSERT INTO ${requests} (scope, id, verb, actor_id, input_sha256, answer_json, at) VALUES
    (${key.scope}, ${key.id}, ${verb}, ${actor.id}, ${key.inputMac}, ${JSON.stringify(answer ?? null)}, ${now})`
  const audits = await Promise.all(gathered.audited.map((entry) => auditRow(entry, options)))
  const first = standing === undefined ? [recorded] : [expectation(standing.holds), recorded]
  const statements = [...first.map(compile), ...gathered.statements, ...audits.map(compile)]
  try {
    await db.client.batch(statements, 'write')
  } catch (error) {
    if (standing !== undefined && isConstraint(error) && error.statementIndex === 0) throw standing.otherwise
    throw meaningOf(error, gathered, first.length, actor)
  }
}

async function auditRow(entry: AuditEntry, options: WriteOptions): Promise<SQL> {
  const detailJson = JSON.stringify(entry.detail ?? {})
  const { actor, now, key } = options
  const content = [
    now,
    actor.kind,
    actor.id,
    entry.action,
    entry.subjectId,
    entry.projectId ?? null,
    detailJson,
    key.id,
  ]
  const sha256 = await sha256Hex(JSON.stringify(content))
  return sql`INSERT INTO ${auditLog} (at, actor_kind, actor_id, action, subject_id, project_id, detail_json, request_id, sha256)
    VALUES (${now}, ${actor.kind}, ${actor.id}, ${entry.action}, ${entry.subjectId}, ${entry.projectId ?? null}, ${detailJson}, ${key.id}, ${sha256})`
}

function isConstraint(error: unknown): error is LibsqlBatchError {
  return error instanceof LibsqlBatchError && error.code.startsWith('SQLITE_CONSTRAINT')
}

/**
 * Turns a failing batch into the error that the verb gave for the failing statement. Ids that we make are random, so one
 * that is there already came with what a person asks for: whatever else the statement may fail for, it is that.
 */
function meaningOf(error: unknown, gathered: Write, before: number, actor: WriteActor): unknown {
  if (!(error instanceof LibsqlBatchError)) return error
  // What else a statement fails with is for the edge to judge: a busy database, or a fault of ours.
  if (!isConstraint(error)) return error
  if (people.has(actor.kind) && repeatsId.test(error.message)) return idTaken({}, { cause: error })
  const meaning = gathered.meanings.get(error.statementIndex - before)
  return meaning ?? databaseConflict({}, { cause: error })
}

const people: ReadonlySet<WriteActor['kind']> = new Set(['staff', 'owner', 'operator', 'visitor'])
/** A key of several columns is named with all of them: `a.id, a.at`. */
const repeatsId = /constraint failed: \w+\.id(?![\w,])/

/** @throws the error that asked for it, when the request was not carried out before */
async function earlierAnswer<T>(
  db: PlatformDb | TenantDb,
  options: WriteOptions,
  error: unknown,
): Promise<T> {
  const earlier = await answeredBefore<T>(db, options)
  if (earlier === undefined) throw error
  return earlier.answer
}

/** What the request was answered when it was carried out before. @throws `request.reused` for another under its key */
async function answeredBefore<T>(
  db: PlatformDb | TenantDb,
  { key, verb, standing }: WriteOptions,
): Promise<{ answer: T } | undefined> {
  const [[asked], [earlier]] = await db.orm.batch([
    db.orm.select({ stands: sql<number>`${standing?.holds ?? sql`1`}` }).from(sql`(SELECT 1)`),
    db.orm
      .select()
      .from(requests)
      .where(and(eq(requests.scope, key.scope), eq(requests.id, key.id)))
      .limit(1),
  ])
  if (standing !== undefined && asked?.stands !== 1) throw standing.otherwise
  if (earlier === undefined) return undefined
  const isSame = earlier.verb === verb && (earlier.inputMac === null || earlier.inputMac === key.inputMac)
  if (!isSame) throw requestReused()
  return { answer: JSON.parse(earlier.answerJson) as T }
}
