import { erasedAfter, impersonal, sealedAfter } from '../personal.ts'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export { auditLog, auditSeals, expect, outbox, requests } from '../ledger.ts'

export const companyStates = ['provisioning', 'active', 'suspended', 'closed'] as const
export type CompanyState = (typeof companyStates)[number]

/** The register of tenants: the only list of namespaces there is. */
export const companies = sqliteTable(
  'companies',
  {
    id: text().primaryKey(),
    slug: impersonal(text()).notNull(),
    name: impersonal(text()).notNull(),
    state: text({ enum: companyStates }).notNull(),
    /** Why it is suspended or closed, shown to owners. */
    stateReason: impersonal(text('state_reason')),
    zone: impersonal(text()).notNull().default('Asia/Shanghai'),
    locale: impersonal(text()).notNull().default('zh-CN'),
    /** Which adapter made its database, and where it is. */
    databaseKind: text('database_kind', { enum: ['sqld', 'turso'] }).notNull(),
    databaseUrl: impersonal(text('database_url')),
    databaseNamespace: impersonal(text('database_namespace')),
    /** Sealed per-database token (Turso only; sqld tokens are minted per request). */
    databaseTokenSealed: impersonal(text('database_token_sealed')),
    /** Tag of the last migration applied; behind the code's own, the company is answered 503. */
    schemaTag: impersonal(text('schema_tag')),
    /** The tag that its last `migrate` message was sent for: each deployment sends every company one, once. */
    schemaSentTag: impersonal(text('schema_sent_tag')).notNull().default(''),
    /** Why it cannot be brought up to date: tag and code of the step that failed, `0007_fees database.migration_failed`. */
    schemaFailure: impersonal(text('schema_failure')),
    /** The last step of provisioning that was finished. */
    provisioningStep: impersonal(text('provisioning_step')),
    /** Code of the error that stopped the step after it; null while all goes well. */
    provisioningFailure: impersonal(text('provisioning_failure')),
    sizeBytes: integer('size_bytes'),
    sizeMeasuredAt: integer('size_measured_at'),
    /** Since when something could not be written because there was no room; null once a write got through again. */
    storageFullAt: integer('storage_full_at'),
    /** The day for which its last `backup` message was sent: each company gets one a night. */
    backupSentOn: text('backup_sent_on').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('companies_by_slug').on(table.slug),
    index('companies_by_state').on(table.state, table.id),
    // Read at every tick after a deployment: those that were sent for already are passed over by the index.
    index('companies_to_migrate')
      .on(table.schemaSentTag)
      .where(sql`state IN ('active', 'suspended')`),
    // Read at every tick of the night.
    index('companies_to_back_up')
      .on(table.backupSentOn)
      .where(sql`state IN ('active', 'suspended')`),
  ],
)

/**
 * Who asked for a company. What is personal lies sealed and is removed when the administrator has it in the company's
 * own database: the platform keeps no staff.
 */
export const signups = sqliteTable(
  'signups',
  {
    id: text().primaryKey(),
    companyId: text('company_id')
      .notNull()
      .references(() => companies.id),
    /** Id that the administrator will have in the company's database, the same at every try. */
    staffId: text('staff_id').notNull(),
    nameSealed: erasedAfter('passing', 'name', 'programs', text('name_sealed')),
    phoneSealed: erasedAfter('passing', 'phone', 'programs', text('phone_sealed')),
    passwordHash: erasedAfter('passing', 'credential', 'programs', text('password_hash')),
    /** Keyed hashes, to count sign-ups of one phone and one address. */
    phoneIndex: erasedAfter('passing', 'phone', 'programs', text('phone_index')).notNull(),
    ipIndex: erasedAfter('passing', 'device', 'programs', text('ip_index')).notNull(),
    createdAt: integer('created_at').notNull(),
    /** SHA-256 of the token that signs the administrator in, once. */
    handoverSha256: text('handover_sha256'),
    handoverExpiresAt: integer('handover_expires_at'),
    handedOverAt: integer('handed_over_at'),
  },
  (table) => [
    uniqueIndex('signups_by_company').on(table.companyId),
    index('signups_by_phone').on(table.phoneIndex, table.createdAt),
    index('signups_by_ip').on(table.ipIndex, table.createdAt),
  ],
)

/** Those who run the installation: they see companies from outside and hold no key to what lies within. */
export const operators = sqliteTable(
  'operators',
  {
    id: text().primaryKey(),
    email: erasedAfter('relation', 'email', 'readers', text()).notNull(),
    name: sealedAfter('relation', 'name', 'readers', text()).notNull(),
    passwordHash: erasedAfter('relation', 'credential', 'programs', text('password_hash')).notNull(),
    createdAt: integer('created_at').notNull(),
    disabledAt: integer('disabled_at'),
  },
  (table) => [uniqueIndex('operators_by_email').on(table.email)],
)

/** Signed-in operators; the cookie holds the token, this its hash. */
export const operatorSessions = sqliteTable('operator_sessions', {
  tokenSha256: text('token_sha256').primaryKey(),
  operatorId: text('operator_id')
    .notNull()
    .references(() => operators.id),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  endedAt: integer('ended_at'),
  /** Keyed hash of the address that signed in: tries from elsewhere do not stop it. */
  ipIndex: erasedAfter('access', 'device', 'programs', text('ip_index')),
})

/** Tries of operators to sign in that failed, to slow down guessing. Keyed hashes only. */
export const operatorSignInFailures = sqliteTable(
  'operator_sign_in_failures',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    emailIndex: erasedAfter('access', 'email', 'programs', text('email_index')).notNull(),
    ipIndex: erasedAfter('access', 'device', 'programs', text('ip_index')).notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('operator_sign_in_failures_by_email').on(table.emailIndex, table.at),
    index('operator_sign_in_failures_by_ip').on(table.ipIndex, table.at),
  ],
)

/** Own domains of companies; `<slug>.<base>` needs no row. */
export const hosts = sqliteTable('hosts', {
  host: impersonal(text()).primaryKey(),
  companyId: text('company_id')
    .notNull()
    .references(() => companies.id),
})

/** What is due for whom: the scheduled Worker reads this by `due_at` and visits no idle company. */
export const schedules = sqliteTable(
  'schedules',
  {
    companyId: text('company_id')
      .notNull()
      .references(() => companies.id),
    job: impersonal(text()).notNull(),
    dueAt: integer('due_at').notNull(),
    /** Set while its message is under way, so that a tick does not send it again; cleared by the job's end. */
    sentAt: integer('sent_at'),
    /** Earliest wish that came in while it was under way; taken into account at the job's end. */
    wokenAt: integer('woken_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.job] }), index('schedules_due').on(table.dueAt)],
)

/**
 * When each company's outbox is to be looked at next: the next of its events is due, or a day went by. The queue may lose
 * or give up a message, this stays.
 */
export const outboxes = sqliteTable(
  'outboxes',
  {
    companyId: text('company_id')
      .primaryKey()
      .references(() => companies.id),
    dueAt: integer('due_at').notNull(),
    /** Set while a message about it is under way. */
    sentAt: integer('sent_at'),
  },
  (table) => [index('outboxes_due').on(table.dueAt)],
)

/** Queue messages that were given up, for the operator to look at and send again. Their bodies hold no personal data. */
export const deadJobs = sqliteTable(
  'dead_jobs',
  {
    id: text().primaryKey(),
    companyId: text('company_id').notNull(),
    bodyJson: impersonal(text('body_json')).notNull(),
    at: integer().notNull(),
    resentAt: integer('resent_at'),
  },
  (table) => [index('dead_jobs_waiting').on(table.resentAt, table.id)],
)

/** In `backups`, and where a message names a company: the platform's own database. */
export const platformSubject = 'platform'

/** How far the backups of each database are; what there is of them is in the bucket. */
export const backups = sqliteTable('backups', {
  /** Id of the company, or `platformSubject`. */
  subject: impersonal(text()).primaryKey(),
  /** The day for which the platform's own message was sent; companies have theirs in `companies`. */
  sentOn: text('sent_on').notNull().default(''),
  /** The day, time, name and bytes (compressed) of the last one that was finished; null before the first. */
  doneOn: text('done_on'),
  doneAt: integer('done_at'),
  name: impersonal(text()),
  sizeBytes: integer('size_bytes'),
  /** Files up to this id are copied: as the code of November 2026 counts, and nothing here. */
  filesThrough: impersonal(text('files_through')).notNull().default(''),
  /** Files that were made bare up to this instant are copied as they were then, and of that instant those up to this id. */
  bareThroughAt: integer('bare_through_at').notNull().default(0),
  bareThroughId: text('bare_through_id').notNull().default(''),
  /** Code of the error that the last try ended with; null after one that went well. */
  failure: impersonal(text()),
  failedAt: integer('failed_at'),
})
