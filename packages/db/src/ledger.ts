import { erasedAfter, impersonal } from './personal.ts'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * Requests that were carried out, with their answer: the same request again gets the same answer.
 *
 * A key counts within its scope: each actor has one for the keys that clients choose, the product has its own for those
 * that it makes itself. Nobody can take a key that somebody else, or the product, will come to need.
 */
export const requests = sqliteTable(
  '_requests',
  {
    scope: impersonal(text()).notNull().default(''),
    id: text().notNull(),
    verb: impersonal(text()).notNull(),
    actorId: text('actor_id').notNull(),
    /**
     * Keyed hash of what a client sent. Null where there is nothing to compare: the product's own keys say all that there
     * is to say, and of requests from before there was a key the plain hash was cleared. The column keeps its first name,
     * so that code of before goes on writing while it is being replaced.
     */
    inputMac: impersonal(text('input_sha256')),
    answerJson: erasedAfter('access', 'words', 'themselves', text('answer_json')).notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.id] })],
)

/**
 * The guard of a batch: writing NULL here rolls all of it back. One row, rewritten each time.
 * @see Write.changeOne
 */
export const expect = sqliteTable('_expect', {
  id: integer().primaryKey(),
  ok: integer().notNull(),
})

/** Who did what, append-only (triggers refuse change), free of raw personal data. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    actorKind: impersonal(text('actor_kind')).notNull(),
    actorId: text('actor_id').notNull(),
    action: impersonal(text()).notNull(),
    subjectId: text('subject_id').notNull(),
    projectId: text('project_id'),
    detailJson: impersonal(text('detail_json')).notNull(),
    requestId: text('request_id').notNull(),
    /** SHA-256 of the entry's own content; the seals chain over it. */
    sha256: text().notNull(),
  },
  (table) => [
    index('audit_log_by_time').on(table.at, table.seq),
    index('audit_log_by_subject').on(table.subjectId, table.at, table.seq),
    index('audit_log_by_actor').on(table.actorId, table.at, table.seq),
    index('audit_log_by_action').on(table.action, table.at, table.seq),
  ],
)

/**
 * The chain over the audit log: each seal hashes the one before and every entry since. A seal has one successor: two
 * sealers that read the same last seal cannot both add theirs.
 */
export const auditSeals = sqliteTable(
  'audit_seals',
  {
    lastSeq: integer('last_seq').primaryKey(),
    entries: integer().notNull(),
    sha256: text().notNull(),
    at: integer().notNull(),
    /** `last_seq` of the seal that this one follows, 0 for the first: it covers the entries after that. */
    afterSeq: integer('after_seq').notNull().default(0),
    /** 1 for a seal of the time when two could follow the same one: the chain went on from the other. */
    overtaken: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('audit_seals_one_successor')
      .on(table.afterSeq)
      .where(sql`overtaken = 0`),
    index('audit_seals_overtaken')
      .on(table.lastSeq)
      .where(sql`overtaken = 1`),
  ],
)

/** What a change causes outside the database; taken up by the queue Worker at least once. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    type: impersonal(text()).notNull(),
    payloadJson: impersonal(text('payload_json')).notNull(),
    at: integer().notNull(),
    doneAt: integer('done_at'),
    attempts: integer().notNull().default(0),
    /** Not to be tried before this instant. */
    notBefore: integer('not_before').notNull().default(0),
    /** Code of the last failure; set together with `done_at` when it was given up. */
    failure: impersonal(text()),
    /** Since when it fails. */
    firstFailedAt: integer('first_failed_at'),
    /** When somebody decided that it need not be done any more. */
    setAsideAt: integer('set_aside_at'),
  },
  (table) => [
    index('outbox_waiting').on(table.doneAt, table.notBefore),
    index('outbox_failing')
      .on(table.id)
      .where(sql`failure IS NOT NULL`),
  ],
)
