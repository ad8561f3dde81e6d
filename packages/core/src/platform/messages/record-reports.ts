import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { EventHandler } from '../outbox/index.ts'
import { notDelivered } from './errors.ts'
import { messageReports, messages } from './tables.ts'

/** What a provider reported about one message of the company. Free of personal data: it travels through the queue. */
export interface MessageReport {
  messageId: string
  state: 'delivered' | 'failed'
  providerMessageId: string | null
  /** The provider's or carrier's code. */
  reason: string | null
  /** Epoch ms; null where the provider does not say. */
  reportedAt: number | null
}

/**
 * Writes reports down and brings the messages' state up to them. One that comes twice is kept once; one about no message
 * of this company is passed over, and so is one that names another provider's number than the message has. It counts
 * whatever the message is at: the answer of a sending may be lost, and the report is then all that is known of it. Two
 * statements, however many there are.
 */
export async function recordReports(ctx: Ctx, reports: readonly MessageReport[]): Promise<void> {
  ctx.requireJob()
  const rows = JSON.stringify(reports.map((report) => ({ ...report, at: report.reportedAt ?? ctx.now })))
  const given = sql`json_each(${rows}) j JOIN ${messages} m ON m.id = j.value ->> 'messageId'
    WHERE coalesce(m.provider_message_id, j.value ->> 'providerMessageId') IS j.value ->> 'providerMessageId'`
  await ctx.writeAnew('messages.record_reports', (write) => {
    write.change(sql`INSERT INTO ${messageReports} (message_id, channel, state, provider_message_id, reason, at, recorded_at)
      SELECT m.id, 'sms', j.value ->> 'state', j.value ->> 'providerMessageId', j.value ->> 'reason', j.value ->> 'at', ${ctx.now}
      FROM ${given} ON CONFLICT DO NOTHING`)
    // One that waits is tried again, unless it has arrived.
    write.change(sql`UPDATE ${messages} SET settled_at = ${ctx.now}, sent_at = coalesce(sent_at, ${ctx.now}),
        state = (${latest}), failure = CASE (${latest}) WHEN 'failed' THEN ${notDelivered.code} END
      WHERE id IN (SELECT m.id FROM ${given}) AND (state <> 'waiting' OR (${latest}) = 'delivered')`)
    return null
  })
}

/** What came in last: providers date by the second, so their times do not order what is close together. */
const latest = sql`SELECT r.state FROM ${messageReports} r WHERE r.message_id = messages.id AND r.state <> 'accepted'
  ORDER BY r.seq DESC LIMIT 1`

/** Reports on their way through a company's outbox: what keeps them from being written down, its people see. */
export const reportsArrived = 'messages.reported'

/** Takes reports in from the queue: kept first, written down by the event. */
export async function takeReports(ctx: Ctx, reports: readonly MessageReport[]): Promise<void> {
  ctx.requireJob()
  await ctx.writeAnew('messages.take_reports', (write) => write.publish({ type: reportsArrived, reports }))
}

export const noteReports: EventHandler = (ctx, { payload }) =>
  recordReports(ctx, payload.reports as MessageReport[])
