import { erasedAfter, impersonal } from '@heju/db'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const messageStates = ['waiting', 'sent', 'delivered', 'failed', 'dead'] as const
export type MessageState = (typeof messageStates)[number]

/** Every message to a person, with what became of it. Who it goes to and what it says lie sealed. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    /** What it is for; names its template (`otp`, `payment_reminder`, …). */
    purpose: impersonal(text()).notNull(),
    /** What it is about: a bill, a complaint, an account. */
    subjectId: text('subject_id').notNull(),
    projectId: text('project_id'),
    phoneSealed: erasedAfter('proof', 'phone', 'programs', text('phone_sealed')).notNull(),
    phoneLast4: erasedAfter('proof', 'phone', 'readers', text('phone_last4')).notNull(),
    /** Template parameters as JSON, sealed: they hold names, rooms, amounts and codes. */
    paramsSealed: erasedAfter('proof', 'words', 'programs', text('params_sealed')).notNull(),
    locale: impersonal(text()).notNull(),
    state: text({ enum: messageStates }).notNull(),
    attempts: integer().notNull().default(0),
    /** The provider's own number of it, to ask for delivery. */
    providerMessageId: text('provider_message_id'),
    failure: impersonal(text()),
    /** Epoch ms from which on what it says is of no use, as of a code that ran out; null where it stays true. */
    goodUntil: integer('good_until'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    settledAt: integer('settled_at'),
  },
  (table) => [
    index('messages_by_subject').on(table.subjectId, table.createdAt),
    index('messages_by_state').on(table.state, table.createdAt),
  ],
)

/**
 * What was reported about a message on its way, append-only (triggers refuse change): of a demand to pay it proves when
 * it arrived, which the limitation of a debt may hang on (民法典 195).
 */
export const messageReports = sqliteTable(
  'message_reports',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id),
    /** `sms`, or `outbox` of local runs. */
    channel: impersonal(text()).notNull(),
    /** `accepted` by the provider, `delivered` to the phone, or `failed`. */
    state: text({ enum: ['accepted', 'delivered', 'failed'] }).notNull(),
    /** The provider's own number of it. */
    providerMessageId: text('provider_message_id'),
    /** The provider's or carrier's code. */
    reason: impersonal(text()),
    /** When it happened, by the provider's word where it gives one. */
    at: integer().notNull(),
    recordedAt: integer('recorded_at').notNull(),
  },
  (table) => [uniqueIndex('message_reports_once').on(table.messageId, table.state, table.at)],
)
