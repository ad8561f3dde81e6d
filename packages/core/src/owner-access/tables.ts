import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The newest code of each phone that asked for one; a new one takes its place. Phones that nobody in the registry has
 * get a row too, and no message: so asking looks and costs the same for all.
 */
export const oneTimeCodes = sqliteTable(
  'one_time_codes',
  {
    phoneIndex: text('phone_index').primaryKey(),
    /** Keyed hash of phone and code: six digits under a plain hash would be found at once. */
    codeHash: text('code_hash').notNull(),
    attempts: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('one_time_codes_by_expiry').on(table.expiresAt)],
)
