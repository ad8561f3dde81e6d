import type { Permission } from '../../permissions/index.ts'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { arrearsList, billRunList } from '../../fees/billing/index.ts'
import { complaintList, type View } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { countOfDead } from '../../platform/messages/index.ts'
import { exceptionList } from '../../fees/payments/index.ts'
import { stoppedPermissions, stoppedWorkList } from '../../platform/stopped-work/index.ts'

const complaintsIn = (view: View) => (ctx: Ctx) => complaintList.countQuery(ctx, { view })

/**
 * What may wait for somebody, in the order in which it is shown: what it takes to see it (one of several), and how it is
 * counted.
 */
const waits = {
  complaints_overdue: ['complaints.read', complaintsIn('overdue')],
  complaints_due_today: ['complaints.read', complaintsIn('due_today')],
  complaints_mine: ['complaints.own', complaintsIn('mine')],
  complaints_unassigned: ['complaints.assign', complaintsIn('unassigned')],
  complaints_no_echo: ['complaints.assign', complaintsIn('no_echo')],
  revisits: ['revisits.record', complaintsIn('revisit')],
  complaints_to_summarise: ['complaints.close', complaintsIn('to_summarise')],
  exceptions: ['payments.exceptions', (ctx) => exceptionList.countQuery(ctx, {})],
  drafts: ['bills.publish', (ctx) => billRunList.countQuery(ctx.within('bills.publish'), { open: 'yes' })],
  bills_overdue: ['bills.read', (ctx) => arrearsList.countQuery(ctx, {}, sql`DISTINCT payer_person_id`)],
  messages_dead: ['messages.resend', countOfDead],
  stopped: [stoppedPermissions, (ctx) => stoppedWorkList.countQuery(ctx, {})],
} as const satisfies Record<string, [Permission | readonly Permission[], (ctx: Ctx) => SQL | Promise<SQL>]>
type Kind = keyof typeof waits
const kinds = Object.keys(waits) as [Kind, ...Kind[]]

export const workCountSchema = v.object({ kind: v.picklist(kinds), count: v.number() })
export type WorkCount = v.InferOutput<typeof workCountSchema>

/**
 * How much of each sort waits for the actor, in their projects: each count is the length of the list that stands
 * behind it, and of arrears the number of households that stands above theirs. What the actor may not see is left out, and
 * a count of none stays. One round trip.
 */
export async function countWork(ctx: Ctx): Promise<WorkCount[]> {
  ctx.require('projects.read')
  const theirs = kinds.filter((kind) => [waits[kind][0]].flat().some((permission) => ctx.may(permission)))
  const counts = await Promise.all(
    theirs.map(async (kind) => sql`SELECT ${kind} AS kind, (${await waits[kind][1](ctx)}) AS count`),
  )
  if (counts.length === 0) return []
  return ctx.db.orm.all<WorkCount>(sql.join(counts, sql` UNION ALL `))
}
