import { impersonal, sealedAfter } from '@heju/db'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { dropReasons, recordedKinds, reminderStates, stages } from './rules.ts'

/** The company's policy; one row, and until there is one the usual policy holds. */
export const reminderPolicies = sqliteTable('reminder_policies', {
  id: integer().primaryKey(),
  policyJson: impersonal(text('policy_json')).notNull(),
  /** How often what its form holds was changed: triggers count it. */
  revision: integer().notNull().default(0),
  changedAt: integer('changed_at').notNull(),
})

/** One reminder to one payer, for all of their bills that come to a stage on a day. */
export const reminders = sqliteTable(
  'reminders',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    personId: text('person_id').notNull(),
    stage: text({ enum: stages }).notNull(),
    onDay: text('on_day').notNull(),
    state: text({ enum: reminderStates }).notNull(),
    dropReason: text('drop_reason', { enum: dropReasons }),
    messageId: text('message_id'),
    /** What was owed when it was sent. */
    amountFen: integer('amount_fen'),
    bills: integer(),
    createdAt: integer('created_at').notNull(),
    settledAt: integer('settled_at'),
  },
  (table) => [
    index('reminders_by_project').on(table.projectId, table.onDay, table.id),
    index('reminders_by_day').on(table.onDay, table.id),
    index('reminders_by_person').on(table.personId, table.id),
    index('reminders_waiting').on(table.state, table.onDay),
  ],
)

/** Which bills a reminder was for: a bill gets each stage once. */
export const reminderBills = sqliteTable(
  'reminder_bills',
  {
    billId: text('bill_id').notNull(),
    stage: text({ enum: stages }).notNull(),
    reminderId: text('reminder_id')
      .notNull()
      .references(() => reminders.id),
  },
  (table) => [
    primaryKey({ columns: [table.billId, table.stage] }),
    index('reminder_bills_by_reminder').on(table.reminderId),
  ],
)

/**
 * What proves that a demand reached its payer by other ways than a message; append-only (triggers refuse change). What
 * the SMS provider reports stands with the message.
 */
export const reminderEvidence = sqliteTable(
  'reminder_evidence',
  {
    id: text().primaryKey(),
    reminderId: text('reminder_id')
      .notNull()
      .references(() => reminders.id),
    kind: text({ enum: recordedKinds }).notNull(),
    /** Number of the registered letter, who took it: as the member of staff wrote it down; empty for the portal. */
    note: sealedAfter('proof', 'words', 'readers', text()).notNull(),
    /** When it reached the payer. */
    at: integer().notNull(),
    recordedAt: integer('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [index('reminder_evidence_by_reminder').on(table.reminderId, table.at)],
)
