import { civilDateOf, endOfDay } from '@heju/kernel'
import type { Permission } from '../../permissions/index.ts'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { View } from './list-schemas.ts'
import { complaints } from './tables.ts'
import { termEndsBy, termIsOver } from './terms.ts'

/** `mine` and `received` are the actor's own, for every role. */
export function permissionOf(view: View): Permission {
  return view === 'mine' || view === 'received' ? 'complaints.own' : 'complaints.read'
}

/** Whether a list is one of what came in; the others show what is open, the most urgent first. */
export function isByTime(view: View): boolean {
  return view === 'all' || view === 'received'
}

/** What a view shows of all complaints. */
export function viewIs(ctx: Ctx, view: View): SQL | undefined {
  const open = isNull(complaints.closedAt)
  switch (view) {
    case 'open':
      return open
    case 'mine':
      return and(open, eq(complaints.handlerId, ctx.actor.id))
    case 'overdue':
      return and(open, termIsOver(ctx.now))
    case 'due_today':
      return and(open, termEndsBy(ctx.now, endOfToday(ctx)))
    case 'revisit':
      return and(open, eq(complaints.state, 'replied'))
    case 'to_summarise':
      return and(open, eq(complaints.state, 'revisited'))
    case 'no_echo':
      return and(open, isNull(complaints.echoedAt))
    case 'unassigned':
      return and(open, isNull(complaints.handlerId))
    case 'received':
      return eq(complaints.answererId, ctx.actor.id)
    case 'all':
      return undefined
  }
}

function endOfToday({ now, company: { zone } }: Ctx): number {
  return endOfDay(civilDateOf(now, zone), zone)
}
