import { outbox } from '@heju/db'
import {
  civilDateOf,
  instantOf,
  isWithinDaytime,
  nextDaytime,
  addDays,
  type CivilDate,
  type TimeOfDay,
} from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { bills, billRuns } from '../billing/index.ts'
import { openFeeComplaintsOf } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { messages } from '../../platform/messages/index.ts'
import type { ScheduledJob } from '../../platform/outbox/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { phoneForMessages, personPhones } from '../../estate/registry/index.ts'
import { readPolicy, remindersJobName } from './change-policy.ts'
import { stages, windowsOn, type ReminderPolicy, type StageDays, type StageWindow } from './rules.ts'
import { reminderBills, reminders } from './tables.ts'

/**
 * Finds who is to be reminded today and puts one reminder for each payer in the outbox, for all of their bills
 * together and never two on one day to one phone; set-based, so that it costs the same number of statements for ten bills
 * and for a hundred thousand.
 *
 * Once per bill and stage, by the key of `reminder_bills`; in daytime of the company's zone; none while a complaint of
 * the payer about fees is open. What was paid meanwhile is left out when the reminder is sent.
 */
export const remindersJob: ScheduledJob = {
  name: remindersJobName,
  async run(ctx) {
    ctx.requireJob()
    const policy = await readPolicy(ctx)
    if (!policy.enabled) return null
    const { zone } = ctx.company
    const { fromTime, toTime } = policy
    if (!isWithinDaytime(ctx.now, zone, fromTime, toTime)) return nextDaytime(ctx.now, zone, fromTime, toTime)
    const today = civilDateOf(ctx.now, zone)
    await plan(ctx, policy, today)
    const day = await nextDay(ctx, policy.days, today)
    return day === null ? null : instantOf(day, fromTime, zone)
  },
}

async function plan(ctx: Ctx, { days }: ReminderPolicy, today: CivilDate): Promise<void> {
  // Each statement leaves alone what is there, so that no run needs to know of another, whatever the clock did between.
  await ctx.writeAnew('reminders.plan', (write) => {
    const windows = windowsOn(today, days)
    if (windows.length > 0)
      write.change(sql`INSERT INTO ${reminders} (id, project_id, person_id, stage, on_day, state, created_at)
      SELECT ${idOf(sql`person_id`, today)}, project_id, person_id, stage, ${today}, 'waiting', ${ctx.now}
      FROM (${onePerPhone(ctx, windows, today)}) WHERE true ON CONFLICT (id) DO NOTHING`)
    for (const window of windows) {
      write.change(sql`INSERT INTO ${reminderBills} (bill_id, stage, reminder_id)
        SELECT b.id, ${window.stage}, r.id FROM ${bills} b JOIN ${reminders} r
          ON r.person_id = b.payer_person_id AND r.id = ${idOf(sql`b.payer_person_id`, today)} AND r.state = 'waiting'
            AND (r.stage = 'before') = ${window.stage === 'before' ? 1 : 0}
        WHERE ${dueIn(window)} ON CONFLICT DO NOTHING`)
    }
    write.change(sql`INSERT INTO ${outbox} (id, type, payload_json, at)
      SELECT 'evt_' || id, 'reminder.send', json_object('reminderId', id), ${ctx.now}
      FROM ${reminders} WHERE state = 'waiting' AND on_day = ${today} ON CONFLICT (id) DO NOTHING`)
    write.publishedInBulk()
  })
}

/** The same payer and day is the same reminder, however often the job runs and whatever comes to a stage. */
function idOf(personId: SQL, today: CivilDate): SQL {
  return sql`'rem_' || substr(${personId}, 6) || ${`_${today.replaceAll('-', '')}`}`
}

/**
 * One reminder a day for a payer, and for a phone that several payers share: the most pressing stage goes first. What
 * stands back comes the next day, since its bills are not noted as reminded of. What was planned earlier and goes out
 * only today (it was put off over night, or no provider took it) is the one of today; what waits longer was given up.
 */
function onePerPhone(ctx: Ctx, windows: readonly StageWindow[], today: CivilDate): SQL {
  const midnight = instantOf(today, '00:00' as TimeOfDay, ctx.company.zone)
  const due = windows.map(
    (
      window,
    ) => sql`SELECT b.payer_person_id AS person_id, b.project_id AS project_id, ${window.stage} AS stage,
      ${stages.indexOf(window.stage)} AS pressing FROM ${bills} b WHERE ${dueIn(window)}`,
  )
  const phone = sql`coalesce(${phoneForMessages('phone_index', sql`d.person_id`)}, d.person_id)`
  // The columns beside max() are those of the row that has it.
  const payers = sql`SELECT person_id, project_id, stage, max(pressing) AS pressing, ${phone} AS phone
    FROM (${sql.join(due, sql` UNION ALL `)}) d GROUP BY person_id`
  return sql`SELECT person_id, project_id, stage FROM (
      SELECT *, row_number() OVER (PARTITION BY phone ORDER BY pressing DESC, person_id) AS turn FROM (${payers}) p
      WHERE NOT EXISTS (SELECT 1 FROM ${personPhones} pp JOIN ${reminders} r ON r.person_id = pp.person_id
          LEFT JOIN ${messages} m ON m.id = r.message_id
        WHERE pp.phone_index = p.phone AND r.state <> 'dropped' AND NOT (r.person_id = p.person_id AND r.on_day = ${today})
          AND (r.on_day = ${today} OR r.on_day >= ${addDays(today, -2)} AND (r.state = 'waiting' OR m.state = 'waiting')
            OR m.sent_at >= ${midnight})))
    WHERE turn = 1`
}

/** Bills that are at a stage, were not reminded of at it, and are not argued about. */
function dueIn({ stage, fromDueOn, toDueOn }: StageWindow): SQL {
  return sql`${owedInProjects} AND b.due_on BETWEEN ${fromDueOn} AND ${toDueOn}
    AND NOT EXISTS (SELECT 1 FROM ${reminderBills} rb WHERE rb.bill_id = b.id AND rb.stage = ${stage})
    AND NOT ${openFeeComplaintsOf(sql`b.payer_person_id`)} ${stage === 'before' ? notQuiet : sql``}`
}

/** Bills that were published without a first reminder are reminded of once they are overdue. */
const notQuiet = sql`AND b.quiet = 0 AND NOT EXISTS (SELECT 1 FROM ${billRuns} q WHERE q.id = b.run_id AND q.quiet = 1)`

/** Written so that the partial index `bills_owed` serves it, project by project. */
const owedInProjects = sql`b.project_id IN (SELECT id FROM ${projects} WHERE archived_at IS NULL)
  AND b.state = 'published' AND b.paid_fen < b.amount_fen`

/** The next day with anything to do: a bill comes to a stage, or one that is argued about may be free again. */
async function nextDay(ctx: Ctx, days: StageDays, today: CivilDate): Promise<CivilDate | null> {
  const coming = stages.flatMap((stage) => {
    const day = days[stage]
    if (day === undefined) return []
    const after = addDays(today, -day)
    const signed = `${day < 0 ? '' : '+'}${day} days`
    return [
      sql`SELECT date(min(b.due_on), ${signed}) AS day FROM ${bills} b WHERE ${owedInProjects} AND b.due_on > ${after}`,
    ]
  })
  const held = windowsOn(today, days).map(
    ({
      stage,
      fromDueOn,
      toDueOn,
    }) => sql`SELECT ${addDays(today, 1)} AS day WHERE EXISTS (SELECT 1 FROM ${bills} b
      WHERE ${owedInProjects} AND b.due_on BETWEEN ${fromDueOn} AND ${toDueOn}
      AND NOT EXISTS (SELECT 1 FROM ${reminderBills} rb WHERE rb.bill_id = b.id AND rb.stage = ${stage})
      ${stage === 'before' ? notQuiet : sql``})`,
  )
  const all = [...coming, ...held]
  if (all.length === 0) return null
  const [row] = await ctx.db.orm.all<{ day: CivilDate | null }>(
    sql`SELECT min(day) AS day FROM (${sql.join(all, sql` UNION ALL `)})`,
  )
  return row?.day ?? null
}
