import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export { auditLog, auditSeals, expect, outbox, requests } from '../ledger.ts'

export const companyStates = ['provisioning', 'active', 'suspended', 'closed'] as const
export type CompanyState = (typeof companyStates)[number]

/** The register of tenants: the only list of namespaces there is. */
export const companies = sqliteTable(
  'companies',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    state: text({ enum: companyStates }).notNull(),
    /** Why it is suspended or closed, shown to owners. */
    stateReason: text('state_reason'),
    zone: text().notNull().default('Asia/Shanghai'),
    locale: text().notNull().default('zh-CN'),
    /** Which adapter made its database, and where it is. */
    databaseKind: text('database_kind', { enum: ['sqld', 'turso'] }).notNull(),
    databaseUrl: text('database_url'),
    databaseNamespace: text('database_namespace'),
    /** Sealed per-database token (Turso only; sqld tokens are minted per request). */
    databaseTokenSealed: text('database_token_sealed'),
    /** Tag of the last migration applied; behind the code's own, the company is answered 503. */
    schemaTag: text('schema_tag'),
    schemaFailure: text('schema_failure'),
    /** The last step of provisioning that was finished. */
    provisioningStep: text('provisioning_step'),
    provisioningFailure: text('provisioning_failure'),
    sizeBytes: integer('size_bytes'),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [uniqueIndex('companies_by_slug').on(table.slug)],
)

/** Own domains of companies; `<slug>.<base>` needs no row. */
export const hosts = sqliteTable('hosts', {
  host: text().primaryKey(),
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
    job: text().notNull(),
    dueAt: integer('due_at').notNull(),
    /** Set while its message is under way, so that a tick does not send it again; cleared by the job's end. */
    sentAt: integer('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.job] }), index('schedules_due').on(table.dueAt)],
)
