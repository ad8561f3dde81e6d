import type { Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { attachFiles, files } from '../../platform/files/index.ts'
import { complaintMoved, stepOutOfOrder, tooManyPhotosOfOne } from './errors.ts'
import { policy, transitions, type ComplaintState, type StepKind } from './rules.ts'
import { complaints, complaintSteps } from './tables.ts'

/** What a step is known by while it is being written. */
export interface StepOf {
  id: string
  round: number
}

/** What is written down about a step. Empty words are none. */
export interface StepRecord {
  kind: StepKind
  ownerWords?: string
  note?: string
  /** For staff only. */
  detail?: Record<string, unknown>
  fileIds?: readonly string[]
}

/** Writes down what happened, as part of a verb's write. Nothing of it is ever changed. */
export function recordStep(ctx: Ctx, write: Write, complaint: StepOf, record: StepRecord): void {
  const { actor, now } = ctx
  const id = newId('cstp', now)
  const byKind = actor.kind === 'staff' || actor.kind === 'owner' ? actor.kind : 'job'
  write.add(
    ctx.db.orm.insert(complaintSteps).values({
      id,
      complaintId: complaint.id,
      round: complaint.round,
      kind: record.kind,
      byKind,
      byId: actor.id,
      at: now,
      ownerWords: record.ownerWords || null,
      note: record.note || null,
      detailJson: JSON.stringify(record.detail ?? {}),
    }),
  )
  const { fileIds = [] } = record
  if (fileIds.length === 0) return
  attachFiles(ctx, write, id, fileIds)
  const attached = sql`SELECT count(*) FROM ${complaintSteps} JOIN ${files} ON ${files.subjectId} = ${complaintSteps.id}
    WHERE ${complaintSteps.complaintId} = ${complaint.id} AND ${complaintSteps.byKind} = ${byKind}`
  const most = policy.photosOfEachSide
  write.require(sql`(${attached}) <= ${most}`, tooManyPhotosOfOne({ most }))
}

type Changes = Parameters<ReturnType<Ctx['db']['orm']['update']>['set']>[0]
type ComplaintChanges = Partial<{ [K in keyof typeof complaints.$inferInsert]: unknown }> & Changes

/**
 * Takes a complaint to its next state and writes the step down, as part of a verb's write. The state that was read
 * stands in the UPDATE: of two who act at once one is told that the other was first.
 * @returns the complaint in its new state, so that several steps can be taken in one write
 * @throws `complaints.step_out_of_order`; at the write, `complaints.moved`
 */
export function moveOn<C extends StepOf & { state: ComplaintState }>(
  ctx: Ctx,
  write: Write,
  complaint: C,
  to: ComplaintState,
  more: { set?: ComplaintChanges; record?: Omit<StepRecord, 'kind'> } = {},
): C {
  if (!transitions[complaint.state].includes(to)) throw stepOutOfOrder({ state: complaint.state, step: to })
  change(ctx, write, complaint, { ...more.set, state: to }, Boolean(more.record?.ownerWords))
  const round = to === 'reopened' ? complaint.round + 1 : complaint.round
  recordStep(ctx, write, { id: complaint.id, round }, { kind: to, ...more.record })
  return { ...complaint, round, state: to }
}

/** Changes a complaint without a step of the procedure, if it is still as it was read. */
export function change(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { state: ComplaintState },
  set: ComplaintChanges,
  echo = false,
): void {
  const { actor, now } = ctx
  const byStaff = actor.kind === 'staff'
  write.changeOne(
    ctx.db.orm
      .update(complaints)
      .set({
        ...set,
        changedAt: now,
        // Whoever of staff acts first on what came in through the portal is its first receiver (D41).
        ...(byStaff ? { firstReceiverId: sql`coalesce(first_receiver_id, ${actor.id})` } : {}),
        ...(byStaff && echo ? { echoedAt: sql`coalesce(echoed_at, ${now})` } : {}),
      } as Changes)
      .where(
        and(
          eq(complaints.id, complaint.id),
          eq(complaints.state, complaint.state),
          eq(complaints.round, complaint.round),
        ),
      ),
    complaintMoved,
  )
}
