import type { Write } from '@heju/db'
import { requireCalendarAsRead, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { wake } from '../../platform/outbox/index.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { type ComplaintRow, change, moveOn, openComplaintFor, recordStep } from './matters.ts'
import { revisitsJob } from './answering.ts'
import { complaintMoved, managerRevisits, stepOutOfOrder } from './errors.ts'
import { reopen } from './reopening.ts'
import { policy, revisitDueAt } from './rules.ts'
import { recordRevisitSchema, type RecordRevisit } from './schemas.ts'
import { complaintRevisits, complaints } from './tables.ts'

type Revisit = ReturnType<typeof parse<typeof recordRevisitSchema>>

/**
 * Seventh step of D95: what the owner said when asked (D108). Content: it may be closed. Not content: it is taken up
 * again by whoever handled it and raised to the manager. Not reached: asked again on the next working day; after the
 * third time it may be closed without their word.
 * @throws `complaints.step_out_of_order` unless it has been replied to, `complaints.manager_revisits` when a special
 *   customer is asked by somebody else (D24), `complaints.moved`
 */
export async function recordRevisit(ctx: Ctx, raw: RecordRevisit): Promise<{ complaintId: string }> {
  const input = parse(recordRevisitSchema, raw)
  return ctx.write('complaints.revisit', input, async (write) => {
    const { complaintId, outcome } = input
    const { matter: complaint, calendar } = await openComplaintFor(ctx, complaintId, 'revisits.record')
    if (complaint.state !== 'replied') throw stepOutOfOrder({ state: complaint.state, step: 'revisited' })
    if (complaint.special && !ctx.may('complaints.escalated', complaint.projectId)) throw managerRevisits()
    // Whose revisit it is was judged by the mark, and which try it is by those before: of two that come at once the later
    // one is told, and counts when it is entered again.
    const { special, unreached } = complaint
    write.requireAsRead(complaints, { id: complaintId, special, unreached }, complaintMoved)
    write.add(revisitRow(ctx, complaint, input), complaintMoved)
    closeTask(ctx, write, { kinds: ['complaint_revisit'], subjectId: complaintId })
    outcomes[outcome](ctx, write, complaint, calendar, input)
    write.audit('complaints.revisited', complaintId, {
      projectId: complaint.projectId,
      detail: { outcome, channel: input.channel },
    })
    return { complaintId }
  })
}

function revisitRow(ctx: Ctx, complaint: ComplaintRow, input: Revisit) {
  const { revisitId: id, channel, outcome, rating, attitudes, words } = input
  return ctx.db.orm.insert(complaintRevisits).values({
    id,
    complaintId: complaint.id,
    round: complaint.round,
    byKind: 'staff',
    byId: ctx.actor.id,
    channel,
    outcome,
    rating: rating ?? null,
    attitudesJson: attitudes === undefined ? null : JSON.stringify(attitudes),
    words,
    at: ctx.now,
  })
}

type Outcome = (
  ctx: Ctx,
  write: Write,
  complaint: ComplaintRow,
  calendar: CompanyCalendar,
  input: Revisit,
) => void

const outcomes: Record<Revisit['outcome'], Outcome> = {
  satisfied(ctx, write, complaint, _calendar, { rating, words }) {
    moveOn(ctx, write, complaint, 'revisited', {
      set: { revisitedAt: ctx.now, satisfied: true, ...(rating === undefined ? {} : { rating }) },
      record: { note: words, detail: { outcome: 'satisfied' } },
    })
  },
  dissatisfied(ctx, write, complaint, calendar, { words }) {
    reopen(ctx, write, complaint, calendar, { note: words, detail: { outcome: 'dissatisfied' } })
  },
  unreached(ctx, write, complaint, calendar, { words }) {
    const tries = complaint.unreached + 1
    if (tries >= policy.unreachedLimit) {
      moveOn(ctx, write, complaint, 'revisited', {
        set: { revisitedAt: ctx.now, unreached: tries, satisfied: null },
        record: { note: words, detail: { outcome: 'unreached', tries } },
      })
      return
    }
    requireCalendarAsRead(write, calendar)
    const dueAt = revisitDueAt(calendar, ctx.now, ctx.company.zone)
    change(ctx, write, complaint, { unreached: tries, revisitDueAt: dueAt, revisitPromptedAt: null })
    recordStep(ctx, write, complaint, { kind: 'unreached', note: words, detail: { tries } })
    wake(write, revisitsJob, dueAt)
  },
}
