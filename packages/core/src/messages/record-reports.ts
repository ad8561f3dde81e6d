import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
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
 * of this company is passed over, and so is one that names another provider's number than the message has. Two
 * statements, however many there are.
 */
export async function recordReports(ctx: Ctx, reports: readonly MessageReport[]): Promise<void> {
  ctx.requireJob()
  const rows = JSON.stringify(reports.map((report) => ({ ...report, at: report.reportedAt ?? ctx.now })))
  const given = sql`json_each(${rows}) j JOIN ${messages} m ON m.id = j.value ->> 'messageId'
    WHERE m.state IN ('sent', 'delivered', 'failed')
      AND coalesce(m.provider_message_id, j.value ->> 'providerMessageId') IS j.value ->> 'providerMessageId'`
  await ctx.writeAnew('messages.record_reports', (write) => {
    write.change(sql`INSERT INTO ${messageReports} (message_id, channel, state, provider_message_id, reason, at, recorded_at)
      SELECT m.id, 'sms', j.value ->> 'state', j.value ->> 'providerMessageId', j.value ->> 'reason', j.value ->> 'at', ${ctx.now}
      FROM ${given} ON CONFLICT DO NOTHING`)
    write.change(sql`UPDATE ${messages} SET settled_at = ${ctx.now},
        state = (${latest}), failure = CASE (${latest}) WHEN 'failed' THEN ${notDelivered.code} END
      WHERE id IN (SELECT m.id FROM ${given})`)
    return null
  })
}

/** What came in last: providers date by the second, so their times do not order what is close together. */
const latest = sql`SELECT r.state FROM ${messageReports} r WHERE r.message_id = messages.id AND r.state <> 'accepted'
  ORDER BY r.seq DESC LIMIT 1`
