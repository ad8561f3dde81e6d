import { erasedAfter } from '@heju/db'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The newest code of each phone and address that asked for one; a new one takes its place. Phones that nobody in the registry has
 * get a row too, and no message: so asking looks and costs the same for all.
 */
export const signInCodes = sqliteTable(
  'sign_in_codes',
  {
    phoneIndex: erasedAfter('passing', 'phone', 'programs', text('phone_index')).notNull(),
    /** Keyed hash of phone and address: a stranger's code takes the place of nobody's. */
    askedFrom: erasedAfter('passing', 'device', 'programs', text('asked_from')).notNull().default(''),
    /** Keyed hash of phone and code: six digits under a plain hash would be found at once. */
    codeHash: erasedAfter('passing', 'credential', 'programs', text('code_hash')).notNull(),
    /** Wrong tries from the address that asked. */
    attempts: integer().notNull(),
    /** Wrong tries from all others. */
    attemptsElsewhere: integer('attempts_elsewhere').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.phoneIndex, table.askedFrom] }),
    index('sign_in_codes_by_expiry').on(table.expiresAt),
  ],
)

/**
 * Codes as the code of November 2026 writes and reads them, by the phone alone: for the hours of a deployment or after a
 * roll-back. Nothing here touches it.
 */
export const oneTimeCodes = sqliteTable(
  'one_time_codes',
  {
    phoneIndex: erasedAfter('passing', 'phone', 'programs', text('phone_index')).notNull(),
    askedFrom: erasedAfter('passing', 'device', 'programs', text('asked_from')).notNull().default(''),
    codeHash: erasedAfter('passing', 'credential', 'programs', text('code_hash')).notNull(),
    attempts: integer().notNull(),
    attemptsElsewhere: integer('attempts_elsewhere').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.phoneIndex, table.askedFrom] }),
    index('one_time_codes_by_expiry').on(table.expiresAt),
    uniqueIndex('one_time_codes_by_phone').on(table.phoneIndex),
  ],
)
