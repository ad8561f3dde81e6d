import type { Permission } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { countOfDrafts, countOfOverdue } from '../../fees/billing/index.ts'
import { countOfView } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { countOfDead } from '../../platform/messages/index.ts'
import { countOfExceptions } from '../../fees/payments/index.ts'
import { countOfStopped, stoppedPermissions } from '../../platform/stopped-work/index.ts'

/**
 * What may wait for somebody, in the order in which it is shown: what it takes to see it (one of several), and how it is
 * counted.
 */
const waits = {
  complaints_overdue: ['complaints.read', (ctx) => countOfView(ctx, 'overdue')],
  complaints_due_today: ['complaints.read', (ctx) => countOfView(ctx, 'due_today')],
  complaints_mine: ['complaints.own', (ctx) => countOfView(ctx, 'mine')],
  complaints_unassigned: ['complaints.assign', (ctx) => countOfView(ctx, 'unassigned')],
  complaints_no_echo: ['complaints.assign', (ctx) => countOfView(ctx, 'no_echo')],
  revisits: ['revisits.record', (ctx) => countOfView(ctx, 'revisit')],
  complaints_to_summarise: ['complaints.close', (ctx) => countOfView(ctx, 'to_summarise')],
  exceptions: ['payments.exceptions', countOfExceptions],
  drafts: ['bills.publish', countOfDrafts],
  bills_overdue: ['bills.read', countOfOverdue],
  messages_dead: ['messages.resend', countOfDead],
  stopped: [stoppedPermissions, countOfStopped],
} as const satisfies Record<string, [Permission | readonly Permission[], (ctx: Ctx) => SQL]>
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
  const counts = theirs.map((kind) => sql`SELECT ${kind} AS kind, (${waits[kind][1](ctx)}) AS count`)
  if (counts.length === 0) return []
  return ctx.db.orm.all<WorkCount>(sql.join(counts, sql` UNION ALL `))
}
