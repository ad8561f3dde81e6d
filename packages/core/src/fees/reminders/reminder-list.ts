import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { bills } from '../billing/index.ts'
import { messageReports } from '../../platform/messages/index.ts'
import { people, rooms } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList, projectsInOrder } from '../../platform/lists/index.ts'
import { reminderStates } from './rules.ts'
import { reminderSchema, type ReminderRow } from './schemas.ts'
import { reminders } from './tables.ts'

const { id, onDay } = reminders

/** Reports of the SMS provider and what staff wrote down, in the order in which it happened. */
const evidence = sql<string>`(SELECT json_group_array(json_object('kind', kind, 'state', state, 'note', note, 'at', at)) FROM (
  SELECT 'sms' AS kind, state, trim(coalesce(provider_message_id, '') || ' ' || coalesce(reason, '')) AS note, at
    FROM ${messageReports} WHERE message_id = reminders.message_id
  UNION ALL SELECT kind, NULL, note, at FROM reminder_evidence WHERE reminder_id = reminders.id
  ORDER BY at))`

const byHand = sql`reminders.state = 'dropped' AND reminders.drop_reason IN ('no_phone', 'landline')
  AND NOT EXISTS (SELECT 1 FROM reminder_evidence WHERE reminder_id = reminders.id)`

/** Reminders, the latest day first, with what became of each. */
export const reminderList = defineList({
  permission: 'reminders.read',
  filter: {
    projectId: v.optional(idSchema('proj')),
    state: v.optional(v.picklist(reminderStates)),
    /** `by_hand`: those that no message could reach, and nobody has told in another way yet. */
    reach: v.optional(v.picklist(['by_hand'])),
  },
  item: reminderSchema,
  project: projectsInOrder(reminders.projectId),
  where: (_ctx, { state, reach }) => [
    state === undefined ? undefined : eq(reminders.state, state),
    reach === undefined ? undefined : byHand,
  ],
  order: { by: { onDay, id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id,
        projectId: reminders.projectId,
        personId: reminders.personId,
        personName: people.name,
        rooms: sql<string>`coalesce((SELECT group_concat(DISTINCT r.name) FROM reminder_bills rb JOIN ${bills} b ON b.id = rb.bill_id
          JOIN ${rooms} r ON r.id = b.room_id WHERE rb.reminder_id = reminders.id), '')`,
        stage: reminders.stage,
        onDay,
        state: reminders.state,
        dropReason: reminders.dropReason,
        messageId: reminders.messageId,
        amountFen: reminders.amountFen,
        bills: reminders.bills,
        createdAt: reminders.createdAt,
        evidenceJson: evidence,
      })
      .from(reminders)
      .innerJoin(people, eq(people.id, reminders.personId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ evidenceJson, ...row }) => ({
    ...row,
    evidence: JSON.parse(evidenceJson) as ReminderRow['evidence'],
  }),
})
