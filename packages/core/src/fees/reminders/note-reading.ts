import { and, desc, sql, type SQL } from 'drizzle-orm'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { peopleOfOwner } from '../../estate/registry/index.ts'
import { reminderBills, reminderEvidence, reminders } from './tables.ts'

/** As many as one page is taken to show; of more, those that are left are noted the next time. */
const mostAtOnce = 5

/** A demand that its payer is just shown for the first time. */
export interface UnreadDemand {
  id: string
  projectId: string
}

/**
 * Demands that were sent to who is signed in, for bills that a page shows, and of which it is not on record that they
 * were read. A query, for the batch in which the page reads its bills.
 * @param shown which bills the page shows; all that are owed, unless one is named
 */
export function unreadDemands(ctx: Ctx, ownerId: string, shown?: { billId: string }) {
  const owed = sql`b.state = 'published' AND b.paid_fen < b.amount_fen`
  const read = sql`EXISTS (SELECT 1 FROM ${reminderEvidence} e WHERE e.reminder_id = ${reminders.id} AND e.kind = 'portal_read')`
  return ctx.db.orm
    .select({ id: reminders.id, projectId: reminders.projectId })
    .from(reminders)
    .where(
      and(
        sql`${reminders.personId} IN (${peopleOfOwner(ownerId)})`,
        // Plus keeps it off the index by state, which has all that were ever sent.
        sql`+${reminders.state} = 'sent'`,
        sql`NOT ${read}`,
        sql`EXISTS (SELECT 1 FROM ${reminderBills} rb CROSS JOIN ${bills} b ON b.id = rb.bill_id
          WHERE rb.reminder_id = ${reminders.id} AND ${shown === undefined ? owed : sql`b.id = ${shown.billId}`})`,
      ),
    )
    .orderBy(desc(reminders.id))
    .limit(mostAtOnce)
}

/**
 * Writes down that who was reminded opened the bills in the portal: with the time, evidence that the demand arrived
 * (民法典 195: an arrived demand interrupts the limitation). Once for each, whoever looks how often.
 */
export async function noteReading(ctx: Ctx, demands: readonly UnreadDemand[]): Promise<void> {
  const ownerId = ctx.requireOwner()
  for (const { id, projectId } of demands)
    await ctx.writeOnce(
      productKey('reminders.note_reading', id),
      (write) => {
        write.add(stillTheirs(ctx, id, ownerId))
        write.audit('reminders.read_in_portal', id, { projectId })
      },
      // A suspended company's owners go on reading, and that they did is true all the same.
      { whileSuspended: true },
    )
}

function stillTheirs(ctx: Ctx, reminderId: string, ownerId: string): SQL {
  return sql`INSERT INTO ${reminderEvidence} (id, reminder_id, kind, note, at, recorded_at, recorded_by)
    SELECT 'evid_' || id, id, 'portal_read', '', ${ctx.now}, ${ctx.now}, ${ownerId} FROM ${reminders}
    WHERE id = ${reminderId} AND person_id IN (${peopleOfOwner(ownerId)})`
}
