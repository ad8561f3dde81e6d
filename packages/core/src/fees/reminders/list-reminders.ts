import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { people } from '../../estate/registry/index.ts'
import { reminderFilterSchema, type ReminderFilter, type ReminderRow } from './schemas.ts'
import { reminders } from './tables.ts'

/** Reminders, the latest day first, with what became of each. One round trip. */
export async function listReminders(ctx: Ctx, raw: ReminderFilter): Promise<Page<ReminderRow>> {
  const scope = ctx.projectsWhere('reminders.read')
  const { projectId, state, reach, after, limit } = parse(reminderFilterSchema, raw)
  const key = decodeCursor<[string, string]>(after, ['string', 'string'])
  const { id, onDay } = reminders
  const rows = await ctx.db.orm
    .select({
      id,
      projectId: reminders.projectId,
      personId: reminders.personId,
      personName: people.name,
      rooms: sql<string>`coalesce((SELECT group_concat(DISTINCT r.name) FROM reminder_bills rb JOIN bills b ON b.id = rb.bill_id
        JOIN rooms r ON r.id = b.room_id WHERE rb.reminder_id = reminders.id), '')`,
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
    .where(
      and(
        scope === 'all' ? undefined : inArray(reminders.projectId, [...scope]),
        projectId === undefined ? undefined : eq(reminders.projectId, projectId),
        state === undefined ? undefined : eq(reminders.state, state),
        reach === undefined ? undefined : byHand,
        key === undefined ? undefined : or(lt(onDay, key[0]), and(eq(onDay, key[0]), lt(id, key[1]))),
      ),
    )
    .orderBy(desc(onDay), desc(id))
    .limit(limit + 1)
  return pageOf(
    rows.map(({ evidenceJson, ...row }) => ({
      ...row,
      evidence: JSON.parse(evidenceJson) as ReminderRow['evidence'],
    })),
    limit,
    (row) => [row.onDay, row.id],
  )
}

/** Reports of the SMS provider and what staff wrote down, in the order in which it happened. */
const evidence = sql<string>`(SELECT json_group_array(json_object('kind', kind, 'state', state, 'note', note, 'at', at)) FROM (
  SELECT 'sms' AS kind, state, trim(coalesce(provider_message_id, '') || ' ' || coalesce(reason, '')) AS note, at
    FROM message_reports WHERE message_id = reminders.message_id
  UNION ALL SELECT kind, NULL, note, at FROM reminder_evidence WHERE reminder_id = reminders.id
  ORDER BY at))`

const byHand = sql`reminders.state = 'dropped' AND reminders.drop_reason IN ('no_phone', 'landline')
  AND NOT EXISTS (SELECT 1 FROM reminder_evidence WHERE reminder_id = reminders.id)`
