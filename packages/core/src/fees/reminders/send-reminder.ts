import { formatYuan, isWithinDaytime, naturalSortKey, nextDaytime } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { projects } from '../../estate/projects/index.ts'
import { bills } from '../billing/index.ts'
import { openFeeComplaintsOf } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { enqueueMessage } from '../../platform/messages/index.ts'
import { nameOfPlace, personPhones, phoneForMessages } from '../../estate/registry/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { notYet, type EventHandler, type Ports } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { readPolicy } from './change-policy.ts'
import type { ReminderPolicy } from './rules.ts'
import type { dropReasons } from './rules.ts'
import { reminderBills, reminders } from './tables.ts'

/** A reminder with what is still owed of its bills, at the moment of sending. */
interface Owed {
  state: string
  stage: string
  personId: string
  projectId: string
  phoneSealed: string | null
  /** Whether there is any number, one that takes no messages included. */
  phones: number
  servicePhone: string
  disputed: number
  bills: number
  amountFen: number | null
  firstDueOn: string | null
  places: string | null
}

/** Sends one reminder, for what is owed at this moment; drops it when that is nothing or is argued about. */
export const sendReminder: EventHandler = async (ctx, event, ports) => {
  const reminderId = String(event.payload.reminderId)
  const [policy, owed] = [await readPolicy(ctx), await read(ctx, reminderId)]
  if (owed === undefined || owed.state !== 'waiting') return
  requireDaytime(ctx, policy)
  if (owed.disputed === 1) return drop(ctx, event.id, reminderId, 'complaint')
  if (owed.bills === 0) return drop(ctx, event.id, reminderId, 'paid')
  if (owed.phoneSealed === null) return leaveToStaff(ctx, event.id, reminderId, owed)
  const phone = await ctx.vault.unseal('people.phone', owed.phoneSealed)
  await ctx.writeOnce(productKey('reminders.send', event.id), async (write) => {
    const messageId = await enqueueMessage(ctx, write, {
      purpose: owed.stage === 'before' ? 'payment_reminder_before' : 'payment_reminder_after',
      subjectId: reminderId,
      projectId: owed.projectId,
      phone,
      params: paramsOf(owed, policy, ports),
    })
    const { amountFen, bills: count } = owed
    write.change(
      ctx.db.orm
        .update(reminders)
        .set({ state: 'sent', messageId, amountFen, bills: count, settledAt: ctx.now })
        .where(eq(reminders.id, reminderId)),
    )
  })
}

/** At night the outbox brings it again when it is day. */
function requireDaytime(ctx: Ctx, { fromTime, toTime }: ReminderPolicy): void {
  const { zone } = ctx.company
  if (isWithinDaytime(ctx.now, zone, fromTime, toTime)) return
  const wait = nextDaytime(ctx.now, zone, fromTime, toTime) - ctx.now
  throw notYet({ retryAfterSeconds: Math.ceil(wait / 1000) })
}

async function read(ctx: Ctx, reminderId: string): Promise<Owed | undefined> {
  const [row] = await ctx.db.orm.all<Owed>(sql`
    SELECT r.state, r.stage, r.person_id AS personId, r.project_id AS projectId, p.phone AS servicePhone,
      ${phoneForMessages('phone_sealed', sql`r.person_id`)} AS phoneSealed,
      EXISTS (SELECT 1 FROM ${personPhones} WHERE person_id = r.person_id) AS phones,
      ${openFeeComplaintsOf(sql`r.person_id`)} AS disputed,
      count(b.id) AS bills, sum(b.amount_fen - b.paid_fen) AS amountFen, min(b.due_on) AS firstDueOn,
      group_concat(DISTINCT ${nameOfPlace(sql`b.room_id`, sql`b.parking_space_id`)}) AS places
    FROM ${reminders} r
    JOIN ${projects} p ON p.id = r.project_id
    LEFT JOIN ${reminderBills} rb ON rb.reminder_id = r.id
    LEFT JOIN ${bills} b ON b.id = rb.bill_id AND b.state = 'published' AND b.paid_fen < b.amount_fen
    WHERE r.id = ${reminderId} GROUP BY r.id`)
  return row
}

function paramsOf(owed: Owed, { note }: ReminderPolicy, ports: Ports): Record<string, string> {
  return {
    rooms: placesOf(owed),
    count: String(owed.bills),
    amount: formatYuan(owed.amountFen ?? 0),
    dueOn: owed.firstDueOn ?? '',
    phone: owed.servicePhone,
    link: `${ports.origin}/portal/bills`,
    note,
  }
}

/** Two of them by name: a message is paid for by its length. */
function placesOf(owed: Owed): string {
  const places = (owed.places?.split(',') ?? []).toSorted(byRoomNumber)
  return places.length > 2 ? `${places.slice(0, 2).join('、')}…` : places.join('、')
}

const byRoomNumber = (a: string, b: string) => naturalSortKey(a).localeCompare(naturalSortKey(b))

/**
 * Nobody gets a text message at a landline: no message is made, and the front desk is given the call or the letter. The
 * bills stay noted for the stage, so that it is not tried again the next day.
 */
async function leaveToStaff(ctx: Ctx, eventId: string, reminderId: string, owed: Owed): Promise<void> {
  const dropReason = owed.phones === 1 ? 'landline' : 'no_phone'
  await ctx.writeOnce(productKey('reminders.send', eventId), (write) => {
    const { amountFen, bills: count } = owed
    write.change(
      ctx.db.orm
        .update(reminders)
        .set({ state: 'dropped', dropReason, amountFen, bills: count, settledAt: ctx.now })
        .where(eq(reminders.id, reminderId)),
    )
    addTask(ctx, write, {
      kind: 'reminder_by_hand',
      subjectId: reminderId,
      projectId: owed.projectId,
      for: { role: 'front_desk' },
      dueAt: ctx.now,
      params: { rooms: placesOf(owed), amount: formatYuan(amountFen ?? 0) },
    })
  })
}

/** What was held back for a complaint keeps its stage for when the complaint is closed; what was paid needs none. */
async function drop(
  ctx: Ctx,
  eventId: string,
  reminderId: string,
  dropReason: (typeof dropReasons)[number],
): Promise<void> {
  // Under the key of sending, so that of two which look at once one drops it or sends it, and never both.
  await ctx.writeOnce(productKey('reminders.send', eventId), (write) => {
    write.change(
      ctx.db.orm
        .update(reminders)
        .set({ state: 'dropped', dropReason, settledAt: ctx.now })
        .where(eq(reminders.id, reminderId)),
    )
    if (dropReason !== 'complaint') return
    write.change(sql`DELETE FROM ${reminderBills} WHERE reminder_id = ${reminderId}`)
  })
}
