import type { Write } from '@heju/db'
import type { CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { type ComplaintRow, change, moveOn, recordStep } from './matters.ts'
import { awaitsRating } from './clocks.ts'
import { nothingToRate, ratedAlready } from './errors.ts'
import { ownComplaint } from './own-complaint.ts'
import { register } from './registration.ts'
import { reopen } from './reopening.ts'
import { policy } from './rules.ts'
import { rateComplaintSchema, type RateComplaint } from './schemas.ts'
import { complaintRevisits } from './tables.ts'
import { stillHandling } from './holdings.ts'

type Rating = ReturnType<typeof parse<typeof rateComplaintSchema>>

/**
 * Takes an owner's own word on how their complaint was handled: one for each reply. A good one stands for the revisit. A
 * low one reopens the matter; when it was closed more than seven days ago, it begins a new one that points at it, so
 * that old figures stay what they were.
 * @returns the complaint that goes on: this one, or the new one
 * @throws `complaints.not_found`, `complaints.nothing_to_rate`, `complaints.rated_already`
 */
export async function rateComplaint(
  ctx: Ctx,
  raw: RateComplaint,
): Promise<{ complaintId: string; result: 'noted' | 'reopened' | 'registered' }> {
  const input = parse(rateComplaintSchema, raw)
  return ctx.write('complaints.rate', input, async (write) => {
    const { complaint, calendar } = await ownComplaint(ctx, input.complaintId)
    if (!awaitsRating(complaint.state)) throw nothingToRate()
    write.add(ratingRow(ctx, complaint, input), ratedAlready)
    write.audit('complaints.rated', complaint.id, {
      projectId: complaint.projectId,
      detail: { rating: input.rating },
    })
    if (input.rating > policy.lowRating) return noteGood(ctx, write, complaint, input)
    return takeUp(ctx, write, complaint, calendar, input)
  })
}

function ratingRow(ctx: Ctx, complaint: ComplaintRow, input: Rating) {
  const { revisitId: id, rating, attitudes, words } = input
  return ctx.db.orm.insert(complaintRevisits).values({
    id,
    complaintId: complaint.id,
    round: complaint.round,
    byKind: 'owner',
    byId: ctx.actor.id,
    channel: 'portal',
    outcome: rating > policy.lowRating ? 'satisfied' : 'dissatisfied',
    rating,
    attitudesJson: attitudes === undefined ? null : JSON.stringify(attitudes),
    words,
    at: ctx.now,
  })
}

function noteGood(ctx: Ctx, write: Write, complaint: ComplaintRow, { rating, words }: Rating) {
  recordStep(ctx, write, complaint, { kind: 'rated', ownerWords: words, detail: { rating } })
  const set = { rating, satisfied: true }
  if (complaint.state === 'replied') {
    closeTask(ctx, write, { kinds: ['complaint_revisit'], subjectId: complaint.id })
    moveOn(ctx, write, complaint, 'revisited', {
      set: { ...set, revisitedAt: ctx.now },
      record: { detail: { outcome: 'satisfied', rating } },
    })
  } else {
    change(ctx, write, complaint, set)
  }
  return { complaintId: complaint.id, result: 'noted' as const }
}

function takeUp(
  ctx: Ctx,
  write: Write,
  complaint: ComplaintRow,
  calendar: CompanyCalendar,
  { rating, words, newComplaintId }: Rating,
) {
  recordStep(ctx, write, complaint, { kind: 'rated', ownerWords: words, detail: { rating } })
  const { closedAt } = complaint
  if (closedAt === null || ctx.now <= closedAt + policy.reopenWindowMs) {
    change(ctx, write, complaint, { rating })
    reopen(ctx, write, complaint, calendar, { detail: { rating } })
    return { complaintId: complaint.id, result: 'reopened' as const }
  }
  change(ctx, write, complaint, { rating, satisfied: false })
  register(ctx, write, calendar, successorOf(ctx, complaint, newComplaintId, words), {})
  return { complaintId: newComplaintId, result: 'registered' as const }
}

/** A complaint of the same owner about the same thing, in their new words, for who handled the first if they may still. */
function successorOf(ctx: Ctx, complaint: ComplaintRow, id: string, words: string) {
  const {
    projectId,
    roomId,
    parkingSpaceId,
    commonPlaceId,
    place,
    ownerId,
    personId,
    contactName,
    categoryId,
    special,
  } = complaint
  const { phoneSealed, phoneIndex, phoneMasked, handlerId } = complaint
  const where = { projectId, roomId, parkingSpaceId, commonPlaceId, place }
  const who = { ownerId, personId, contactName, phoneSealed, phoneIndex, phoneMasked, special }
  const what = { categoryId, text: words, channel: 'portal' as const }
  return {
    id,
    ...where,
    ...who,
    ...what,
    handlerId: stillHandling(ctx, handlerId, projectId),
    previousId: complaint.id,
  }
}
