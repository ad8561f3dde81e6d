import type { Ctx } from '../../context.ts'
import { notAllowed } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { wake } from '../../platform/outbox/index.ts'
import { daytimeUnusable, stagesUnordered, wordingForbidden } from './errors.ts'
import { forbiddenThreat, stages, usualPolicy, type ReminderPolicy } from './rules.ts'
import { changePolicySchema, type ChangePolicy } from './schemas.ts'
import { reminderPolicies } from './tables.ts'

export const remindersJobName = 'reminders'
const onlyRow = 1

/** The policy in force. One round trip. */
export async function readPolicy(ctx: Ctx): Promise<ReminderPolicy & { revision: number }> {
  if (ctx.actor.kind !== 'job') ctx.require('reminders.read')
  const rows = await ctx.db.orm.select().from(reminderPolicies)
  return { ...policyOf(rows), revision: rows[0]?.revision ?? 0 }
}

export function policyOf(rows: { policyJson: string }[]): ReminderPolicy {
  return rows[0] === undefined ? usualPolicy : (JSON.parse(rows[0].policyJson) as ReminderPolicy)
}

/**
 * Sets when and how the company reminds (D127). It is one policy for all projects, so it takes an assignment to all.
 * @throws `reminders.wording_forbidden` for a note that threatens to cut water, power, heat, gas or access (民法典 944),
 *   `reminders.stages_unordered`, `reminders.daytime_unusable`, `request.changed_meanwhile`
 */
export async function changePolicy(ctx: Ctx, raw: ChangePolicy): Promise<ReminderPolicy> {
  if (ctx.projectsWhere('reminders.policy') !== 'all') throw notAllowed({ permission: 'reminders.policy' })
  const input = parse(changePolicySchema, raw)
  const { requestId: _, revision, ...wish } = input
  const policy = wish as ReminderPolicy
  check(policy)
  return ctx.write('reminders.change_policy', input, (write) => {
    requireAsShown(write, reminderPolicies, { id: onlyRow, revision })
    const row = { policyJson: JSON.stringify(policy), changedAt: ctx.now }
    write.add(
      ctx.db.orm
        .insert(reminderPolicies)
        .values({ id: onlyRow, ...row })
        .onConflictDoUpdate({ target: reminderPolicies.id, set: row }),
    )
    write.audit('reminders.policy_changed', 'reminders', { detail: { ...policy } })
    // The job finds out itself what the new policy makes due.
    wake(write, remindersJobName, ctx.now)
    return policy
  })
}

function check({ note, days, fromTime, toTime }: ReminderPolicy): void {
  const article = forbiddenThreat(note)
  if (article !== null) throw wordingForbidden({ article })
  const order = stages.flatMap((stage) => days[stage] ?? [])
  if (order.some((day, i) => i > 0 && day <= (order[i - 1] ?? day))) throw stagesUnordered()
  // Messages at night are refused, whoever wishes them.
  if (fromTime >= toTime || fromTime < '08:00' || toTime > '21:00') throw daytimeUnusable()
}
