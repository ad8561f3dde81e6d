import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Permission } from '../../permissions/index.ts'
import { accessTo, stepsOf, timelineOf, type Matters } from '../../platform/procedure/index.ts'
import {
  complaintClosed,
  complaintMoved,
  complaintNotFound,
  handedOverMeanwhile,
  handlerNotFound,
  repliedAlready,
  stepOutOfOrder,
  tooManyPhotosOfOne,
} from './errors.ts'
import { placeNow } from './place-now.ts'
import { complaintProcedure, policy, type StepKind } from './rules.ts'
import { complaintCounters, complaints, complaintSteps } from './tables.ts'

export type ComplaintRow = typeof complaints.$inferSelect

/** Complaints on the procedure kit. */
export const complaintMatters: Matters<ComplaintRow, StepKind> = {
  procedure: complaintProcedure,
  table: complaints,
  steps: complaintSteps,
  counters: complaintCounters,
  placeNow: placeNow(),
  stepPrefix: 'cstp',
  permissions: { read: 'complaints.read', own: 'complaints.own', handle: 'complaints.handle' },
  holders: ['handlerId', 'answererId'],
  photosOfEachSide: policy.photosOfEachSide,
  errors: {
    notFound: complaintNotFound,
    outOfOrder: stepOutOfOrder,
    moved: complaintMoved,
    closed: complaintClosed,
    handlerNotFound,
    handedOverMeanwhile,
    tooManyPhotos: tooManyPhotosOfOne,
  },
  touched({ actor, now }, ownerHears) {
    if (actor.kind !== 'staff') return {}
    return {
      // Whoever of staff acts first on what came in through the portal is its first receiver (D41).
      firstReceiverId: sql`coalesce(first_receiver_id, ${actor.id})`,
      // And whoever acts on what nobody answers for any more does so from then on.
      answersInsteadId: sql`CASE answers_instead_id WHEN '' THEN ${actor.id} ELSE answers_instead_id END`,
      ...(ownerHears ? { echoedAt: sql`coalesce(echoed_at, ${now})` } : {}),
    }
  },
}

export const { recordStep, moveOn, change } = stepsOf(complaintMatters)
export const {
  maySee,
  byId: complaintById,
  admit,
  matterFor: complaintFor,
  openMatterFor: openComplaintFor,
  matterToGive: complaintToGive,
  handlerQuery,
  requireHandler,
  requireGiven,
} = accessTo(complaintMatters)
export const { seenByOwners, stepsFor, stepsForOwner, photosOf } = timelineOf(complaintMatters)

/** An open complaint, for what is said on the way to the reply. @throws as `openComplaintFor`, and `complaints.replied_already` */
export async function unansweredComplaintFor(ctx: Ctx, complaintId: string, permission: Permission) {
  const found = await openComplaintFor(ctx, complaintId, permission)
  if (found.matter.repliedAt !== null) throw repliedAlready()
  return found
}
