import { bills } from '../billing/index.ts'
import { outbox } from '@heju/db'
import { civilDateOf, instantOf, isWithinDaytime, nextDaytime, addDays, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { openFeeComplaintsOf } from '../complaints/index.ts'
import type { Ctx } from '../context.ts'
import type { ScheduledJob } from '../outbox/index.ts'
import { projects } from '../projects/index.ts'
import { readPolicy, remindersJobName } from './change-policy.ts'
import { stages, windowsOn, type ReminderPolicy, type StageDays, type StageWindow } from './rules.ts'
import { reminderBills, reminders } from './tables.ts'

/**
 * Finds who is to be reminded today and puts one reminder for each payer in the outbox, for all of their bills
 * together; set-based, so that it costs the same number of statements for ten bills and for a hundred thousand.
 *
 * Once per bill and stage, by the key of `reminder_bills`; in daytime of the company's zone; none while a complaint of
 * the payer about fees is open. What was paid meanwhile is left out when the reminder is sent.
 */
export const remindersJob: ScheduledJob = {
  name: remindersJobName,
  async run(ctx, _ports, dueAt) {
    ctx.requireJob()
    const policy = await readPolicy(ctx)
    if (!policy.enabled) return null
    const { zone } = ctx.company
    const { fromTime, toTime } = policy
    if (!isWithinDaytime(ctx.now, zone, fromTime, toTime)) return nextDaytime(ctx.now, zone, fromTime, toTime)
    const today = civilDateOf(ctx.now, zone)
    await plan(ctx, policy, today, dueAt)
    const day = await nextDay(ctx, policy.days, today)
    return day === null ? null : instantOf(day, fromTime, zone)
  },
}

async function plan(ctx: Ctx, { days }: ReminderPolicy, today: CivilDate, dueAt: number): Promise<void> {
  const requestId = `reminders-${today}-${dueAt}`
  await ctx.write('reminders.plan', { requestId }, (write) => {
    for (const window of windowsOn(today, days)) {
      write.change(sql`INSERT INTO ${reminders} (id, project_id, person_id, stage, on_day, state, created_at)
        SELECT DISTINCT ${idOf(window, today)}, b.project_id, b.payer_person_id, ${window.stage}, ${today}, 'waiting', ${ctx.now}
        ${dueIn(window)} ON CONFLICT (id) DO NOTHING`)
      write.change(sql`INSERT INTO ${reminderBills} (bill_id, stage, reminder_id)
        SELECT b.id, ${window.stage}, ${idOf(window, today)} ${dueIn(window)} ON CONFLICT DO NOTHING`)
    }
    write.change(sql`INSERT INTO ${outbox} (id, type, payload_json, at)
      SELECT 'evt_' || id, 'reminder.send', json_object('reminderId', id), ${ctx.now}
      FROM ${reminders} WHERE state = 'waiting' AND on_day = ${today} ON CONFLICT (id) DO NOTHING`)
    write.publishedInBulk()
  })
}

/** The same payer, stage and day is the same reminder, however often the job runs. */
function idOf({ stage }: StageWindow, today: CivilDate): SQL {
  return sql`'rem_' || substr(b.payer_person_id, 6) || ${`_${stage}_${today.replaceAll('-', '')}`}`
}

/** Bills that are at a stage, were not reminded of at it, and are not argued about. */
function dueIn({ stage, fromDueOn, toDueOn }: StageWindow): SQL {
  return sql`FROM ${bills} b WHERE ${owedInProjects} AND b.due_on BETWEEN ${fromDueOn} AND ${toDueOn}
    AND NOT EXISTS (SELECT 1 FROM ${reminderBills} rb WHERE rb.bill_id = b.id AND rb.stage = ${stage})
    AND NOT ${openFeeComplaintsOf(sql`b.payer_person_id`)}`
}

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
      AND NOT EXISTS (SELECT 1 FROM ${reminderBills} rb WHERE rb.bill_id = b.id AND rb.stage = ${stage}))`,
  )
  const all = [...coming, ...held]
  if (all.length === 0) return null
  const [row] = await ctx.db.orm.all<{ day: CivilDate | null }>(
    sql`SELECT min(day) AS day FROM (${sql.join(all, sql` UNION ALL `)})`,
  )
  return row?.day ?? null
}
