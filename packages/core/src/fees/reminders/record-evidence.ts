import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { evidenceInFuture, reminderNotFound } from './errors.ts'
import { recordEvidenceSchema, type RecordEvidence } from './schemas.ts'
import { reminderEvidence, reminders } from './tables.ts'

/**
 * Writes down how a demand reached its payer: a call, a visit, paper handed over or posted. It stays as it is written, and
 * takes the task to tell the payer off the desk.
 * @throws `reminders.not_found`, `reminders.evidence_in_future`
 */
export async function recordEvidence(ctx: Ctx, raw: RecordEvidence): Promise<{ evidenceId: string }> {
  ctx.require('messages.resend')
  const input = parse(recordEvidenceSchema, raw)
  const { evidenceId, reminderId, kind, note, at = ctx.now } = input
  return ctx.write('reminders.record_evidence', input, async (write) => {
    const [reminder] = await ctx.db.orm
      .select({ projectId: reminders.projectId })
      .from(reminders)
      .where(eq(reminders.id, reminderId))
    if (reminder === undefined || !ctx.may('messages.resend', reminder.projectId)) throw reminderNotFound()
    if (at > ctx.now) throw evidenceInFuture()
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.id }
    write.add(
      ctx.db.orm.insert(reminderEvidence).values({ id: evidenceId, reminderId, kind, note, at, ...by }),
    )
    closeTask(ctx, write, { kinds: ['reminder_by_hand'], subjectId: reminderId })
    write.audit('reminders.evidence_recorded', reminderId, {
      projectId: reminder.projectId,
      detail: { kind },
    })
    return { evidenceId }
  })
}
