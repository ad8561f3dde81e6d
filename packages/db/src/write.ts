import { LibsqlBatchError, type InStatement } from '@libsql/client/http'
import { defineError, HejuError, newId, type ErrorDefinition } from '@heju/kernel'
import { eq, sql, type SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { PlatformDb, TenantDb } from './database.ts'
import { auditLog, outbox, requests } from './ledger.ts'
import { sha256Hex } from './sha256.ts'

export const requestReused = defineError('request.reused', 'conflict')
export const databaseUnavailable = defineError('database.unavailable', 'unavailable')
export const databaseConflict = defineError('database.conflict', 'conflict')

/** Who is behind a write, as the ledger records it. */
export interface WriteActor {
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

export interface WriteOptions {
  verb: string
  requestId: string
  input: unknown
  actor: WriteActor
  now: number
}

const dialect = new SQLiteAsyncDialect()

/** Statements that are written together or not at all. Made by `write()`, filled by a verb. */
export class Write {
  readonly statements: InStatement[] = []
  /** What a failing statement means, by its index. */
  readonly meanings = new Map<number, HejuError>()
  readonly audited: AuditEntry[] = []
  publishes = false
  readonly #options: WriteOptions

  constructor(options: WriteOptions) {
    this.#options = options
  }

  /** Adds an insert. @param conflict what a violated constraint of it means to people */
  add(statement: Statement, conflict?: ErrorDefinition | HejuError): void {
    this.#push(statement, conflict)
  }

  /** Adds a change of any number of rows, also none. */
  change(statement: Statement, conflict?: ErrorDefinition | HejuError): void {
    this.#push(statement, conflict)
  }

  /** Adds an update that must match exactly one row: otherwise `otherwise` is thrown and nothing is written. */
  changeOne(statement: Statement, otherwise: ErrorDefinition | HejuError): void {
    this.#push(statement, otherwise)
    this.require(sql`changes() = 1`, otherwise)
  }

  /** Adds a condition, seen in the state that the statements before it made. */
  require(condition: SQL, otherwise: ErrorDefinition | HejuError): void {
    this.#push(
      sql`INSERT OR REPLACE INTO _expect (id, ok) VALUES (1, CASE WHEN ${condition} THEN 1 END)`,
      otherwise,
    )
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
 * body itself now refuses because the first time changed the state. The same id with another input, verb or actor
 * is `request.reused`.
 */
export async function write<T>(
  db: PlatformDb | TenantDb,
  options: WriteOptions,
  body: (write: Write) => Promise<T> | T,
): Promise<Written<T>> {
  const inputSha256 = await sha256Hex(JSON.stringify([options.verb, options.actor.id, options.input]))
  const gathered = new Write(options)
  try {
    const answer = await body(gathered)
    await commit(db, options, gathered, inputSha256, answer)
    const published = gathered.publishes || gathered.audited.length > 0
    return { answer, repeated: false, published }
  } catch (error) {
    const answer = await earlierAnswer<T>(db, options.requestId, inputSha256, error)
    return { answer, repeated: true, published: false }
  }
}

async function commit(
  db: PlatformDb | TenantDb,
  options: WriteOptions,
  gathered: Write,
  inputSha256: string,
  answer: unknown,
): Promise<void> {
  const recorded = sql`INSERT INTO ${requests} (id, verb, actor_id, input_sha256, answer_json, at) VALUES
    (${options.requestId}, ${options.verb}, ${options.actor.id}, ${inputSha256}, ${JSON.stringify(answer ?? null)}, ${options.now})`
  const audits = await Promise.all(gathered.audited.map((entry) => auditRow(entry, options)))
  const statements = [compile(recorded), ...gathered.statements, ...audits.map(compile)]
  try {
    await db.client.batch(statements, 'write')
  } catch (error) {
    throw meaningOf(error, gathered)
  }
}

async function auditRow(entry: AuditEntry, options: WriteOptions): Promise<SQL> {
  const detailJson = JSON.stringify(entry.detail ?? {})
  const { actor, now, requestId } = options
  const content = [
    now,
    actor.kind,
    actor.id,
    entry.action,
    entry.subjectId,
    entry.projectId ?? null,
    detailJson,
    requestId,
  ]
  const sha256 = await sha256Hex(JSON.stringify(content))
  return sql`INSERT INTO ${auditLog} (at, actor_kind, actor_id, action, subject_id, project_id, detail_json, request_id, sha256)
    VALUES (${now}, ${actor.kind}, ${actor.id}, ${entry.action}, ${entry.subjectId}, ${entry.projectId ?? null}, ${detailJson}, ${requestId}, ${sha256})`
}

/** Turns a failing batch into the error that the verb gave for the failing statement. */
function meaningOf(error: unknown, gathered: Write): unknown {
  if (!(error instanceof LibsqlBatchError)) return error
  // What else a statement fails with is for the edge to judge: a busy database, or a fault of ours.
  if (!error.code.startsWith('SQLITE_CONSTRAINT')) return error
  const meaning = gathered.meanings.get(error.statementIndex - 1)
  return meaning ?? databaseConflict({}, { cause: error })
}

async function earlierAnswer<T>(
  db: PlatformDb | TenantDb,
  requestId: string,
  inputSha256: string,
  error: unknown,
): Promise<T> {
  const [earlier] = await db.orm.select().from(requests).where(eq(requests.id, requestId)).limit(1)
  if (earlier === undefined) throw error
  if (earlier.inputSha256 !== inputSha256) throw requestReused()
  return JSON.parse(earlier.answerJson) as T
}
