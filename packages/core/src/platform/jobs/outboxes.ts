import type { PlatformDb } from '@heju/db'
import { companies, outboxes } from '@heju/db/platform-tables'
import { sql } from 'drizzle-orm'

/** `sendBatch` takes a hundred messages. */
const mostAtOnce = 100
/** A look that was not reported done for so long is wanted again: its consumer died, or the queue lost it. */
const silenceMs = 15 * 60_000
/** An outbox in which nothing waits is looked at once a day all the same, should a first message have been lost. */
const idleMs = 24 * 3600_000

/**
 * Takes up to a hundred companies whose outbox is to be looked at. One round trip, by the index on `due_at` (CROSS JOIN
 * keeps the order of the tables). Suspended ones are among them: a payment may be waiting.
 */
export async function claimOutboxes(platform: PlatformDb, now: number): Promise<string[]> {
  const due = sql`SELECT o.company_id FROM ${outboxes} o CROSS JOIN ${companies} c
    WHERE c.id = o.company_id AND o.due_at <= ${now} AND (o.sent_at IS NULL OR o.sent_at < ${now - silenceMs}) AND c.state IN ('active', 'suspended')
    ORDER BY o.due_at LIMIT ${mostAtOnce}`
  const rows = await platform.orm
    .update(outboxes)
    .set({ sentAt: now })
    .where(sql`company_id IN (${due})`)
    .returning({ companyId: outboxes.companyId })
  return rows.map(({ companyId }) => companyId)
}

/**
 * Writes down when an outbox is to be looked at next, at its end of a look: of several at once the earliest counts.
 * @param next epoch ms of the next event that is due, or null when none waits
 */
export async function nextLook(
  platform: PlatformDb,
  companyId: string,
  next: number | null,
  now: number,
): Promise<void> {
  const dueAt = next ?? now + idleMs
  await platform.orm
    .insert(outboxes)
    .values({ companyId, dueAt })
    .onConflictDoUpdate({
      target: outboxes.companyId,
      set: {
        dueAt: sql`CASE WHEN due_at <= ${now} THEN excluded.due_at ELSE min(due_at, excluded.due_at) END`,
        sentAt: null,
      },
    })
}
