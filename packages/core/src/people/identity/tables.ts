import { erasedAfter, sealedAfter } from '@heju/db'
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { staffStates } from './rules.ts'

/** The company's own people. They sign in by phone or e-mail; at least one is there. */
export const staff = sqliteTable(
  'staff',
  {
    id: text().primaryKey(),
    name: sealedAfter('relation', 'name', 'readers', text()).notNull(),
    phoneSealed: erasedAfter('relation', 'phone', 'unmaskers', text('phone_sealed')),
    phoneIndex: erasedAfter('relation', 'phone', 'programs', text('phone_index')),
    phoneLast4: erasedAfter('relation', 'phone', 'readers', text('phone_last4')),
    /** In lower case: an address at work, shown to colleagues. */
    email: erasedAfter('relation', 'email', 'readers', text()),
    /** With algorithm and cost, see passwords.ts; null until the invitation is accepted. */
    passwordHash: erasedAfter('relation', 'credential', 'programs', text('password_hash')),
    state: text({ enum: staffStates }).notNull(),
    /** How often the roles that they hold were changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    lastSignedInAt: integer('last_signed_in_at'),
  },
  (table) => [
    uniqueIndex('staff_by_phone').on(table.phoneIndex),
    uniqueIndex('staff_by_email').on(table.email),
    index('staff_by_name').on(table.name, table.id),
  ],
)

/**
 * Links by which somebody sets a password: a new colleague, or one who forgot it. What a link carries is derived from
 * the id under the company's key, so nothing here lets anybody in.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    invitedBy: text('invited_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    /** Set when a newer link took its place, or the colleague was disabled. */
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [
    index('invitations_by_staff').on(table.staffId, table.createdAt),
    index('invitations_open_of_sender')
      .on(table.invitedBy)
      .where(sql`accepted_at IS NULL AND withdrawn_at IS NULL`),
  ],
)

/** Owners' accounts. What is theirs follows from the phone: the rooms of the people in the registry who have it. */
export const owners = sqliteTable(
  'owners',
  {
    id: text().primaryKey(),
    phoneIndex: erasedAfter('relation', 'phone', 'programs', text('phone_index')).notNull(),
    phoneSealed: erasedAfter('relation', 'phone', 'programs', text('phone_sealed')).notNull(),
    phoneLast4: erasedAfter('relation', 'phone', 'readers', text('phone_last4')).notNull(),
    createdAt: integer('created_at').notNull(),
    lastSignedInAt: integer('last_signed_in_at'),
  },
  (table) => [uniqueIndex('owners_by_phone').on(table.phoneIndex)],
)

export const sessionPlanes = ['staff', 'owner'] as const
export const sessionEnds = ['signed_out', 'replaced', 'reused', 'disabled'] as const

/**
 * One row for each sign-in: a family of refresh tokens, of which only the newest is good. The token itself is kept
 * nowhere, only its hash.
 */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    plane: text({ enum: sessionPlanes }).notNull(),
    /** Id of the member of staff or of the owner. */
    subjectId: text('subject_id').notNull(),
    tokenSha256: text('token_sha256').notNull(),
    rotatedAt: integer('rotated_at').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    endedAt: integer('ended_at'),
    endReason: text('end_reason', { enum: sessionEnds }),
    /** The browser or program as it named itself, shortened: to tell one's own devices apart. */
    agent: erasedAfter('access', 'device', 'themselves', text()).notNull(),
  },
  (table) => [
    index('sessions_by_subject').on(table.subjectId, table.endedAt),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
)

/** Tries counted against guessing, by a keyed hash of whom they are made at or where they come from (rules.ts). */
export const throttles = sqliteTable(
  'throttles',
  {
    key: erasedAfter('access', 'device', 'programs', text()).primaryKey(),
    count: integer().notNull(),
    sinceAt: integer('since_at').notNull(),
    blockedUntil: integer('blocked_until').notNull(),
  },
  (table) => [index('throttles_by_age').on(table.sinceAt)],
)

/** Accounts with addresses from which they were signed in to, as keyed hashes: guesses from elsewhere do not stop these. */
export const knownAddresses = sqliteTable(
  'known_addresses',
  {
    key: erasedAfter('access', 'device', 'programs', text()).primaryKey(),
    lastAt: integer('last_at').notNull(),
  },
  (table) => [index('known_addresses_by_age').on(table.lastAt)],
)
