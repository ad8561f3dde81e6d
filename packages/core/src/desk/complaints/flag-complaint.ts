import type { Write } from '@heju/db'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { wake } from '../../platform/outbox/index.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { type ComplaintRow, change, openComplaintFor, recordStep } from './matters.ts'
import { revisitsJob } from './answering.ts'
import { complaintMoved, marksStay, nothingChanged } from './errors.ts'
import { clocksJob, raiseMajor } from './registration.ts'
import { flagComplaintSchema, type FlagComplaint } from './schemas.ts'
import { complaints } from './tables.ts'

const marks = ['major', 'emergency', 'special'] as const
type Mark = (typeof marks)[number]

/**
 * Marks a complaint as major, as an emergency, or as a special customer's (D24, D46), or takes a mark off, with the reason.
 * A major one is on the manager's desk at once. Whoever has to do with it may put a mark on; only those to whom it is
 * raised by the mark take it off, or a handler could keep a matter from their eyes.
 * @throws `complaints.marks_stay`, `complaints.nothing_changed`, `complaints.closed`, `complaints.moved`
 */
export async function flagComplaint(ctx: Ctx, raw: FlagComplaint): Promise<{ complaintId: string }> {
  const input = parse(flagComplaintSchema, raw)
  return ctx.write('complaints.flag', input, async (write) => {
    const { complaintId, reason } = input
    const { matter: complaint } = await openComplaintFor(ctx, complaintId, 'complaints.receive')
    // What is as it is wanted already is no change, and no step says that it was made.
    const changed = marks.filter((mark) => input[mark] !== undefined && input[mark] !== complaint[mark])
    if (changed.length === 0) throw nothingChanged()
    const flags = Object.fromEntries(changed.map((mark) => [mark, input[mark]])) as Partial<
      Record<Mark, boolean>
    >
    const takesOff = changed.some((mark) => flags[mark] === false)
    if (takesOff && !ctx.may('complaints.escalated', complaint.projectId)) throw marksStay()
    // By the marks as they were read it was judged who may do this, and by the prompt whose revisit it is: somebody may be
    // putting a mark on just now, or the schedule it on a desk.
    const { major, emergency, special, revisitPromptedAt } = complaint
    const asRead = { id: complaintId, major, emergency, special, revisitPromptedAt }
    write.requireAsRead(complaints, asRead, complaintMoved)
    change(ctx, write, complaint, { ...flags })
    recordStep(ctx, write, complaint, { kind: 'flagged', note: reason, detail: { ...flags } })
    if (flags.major === true) raiseMajor(ctx, write, complaint)
    if (flags.special !== undefined) promptAnew(ctx, write, complaint)
    // Of an emergency people are told at night as well.
    if (flags.emergency === true) wake(write, clocksJob, ctx.now)
    write.audit('complaints.flagged', complaintId, { projectId: complaint.projectId, detail: { ...flags } })
    return { complaintId }
  })
}

/** A revisit that lies on the wrong desk already is taken off it; the schedule puts it on the right one. */
function promptAnew(ctx: Ctx, write: Write, complaint: ComplaintRow): void {
  if (complaint.revisitPromptedAt === null) return
  change(ctx, write, complaint, { revisitPromptedAt: null })
  closeTask(ctx, write, { kinds: ['complaint_revisit'], subjectId: complaint.id })
  wake(write, revisitsJob, ctx.now)
}
