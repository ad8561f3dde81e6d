import { and, desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { photosByStep } from '../../platform/procedure/index.ts'
import { awaitsRating, clocksOf } from './clocks.ts'
import { complaintNotFound } from './errors.ts'
import {
  listMyComplaintsSchema,
  type ListMyComplaints,
  type MyComplaint,
  type MyComplaintPage,
} from './list-schemas.ts'
import { photosOf, seenByOwners, stepsForOwner } from './matters.ts'
import { madeBy } from './own-complaint.ts'
import { placeNow } from './place-now.ts'
import { complaintCategories, complaintRevisits, complaints } from './tables.ts'

const { firstDueAt, firstHandledAt, wholeDueAt, repliedAt } = complaints
const columns = {
  id: complaints.id,
  number: complaints.number,
  place: placeNow(),
  categoryCode: complaintCategories.code,
  categoryName: complaintCategories.name,
  text: complaints.text,
  state: complaints.state,
  registeredAt: complaints.registeredAt,
  promisedAt: complaints.promisedAt,
  agreedAt: complaints.agreedAt,
  closedAt: complaints.closedAt,
  rating: complaints.rating,
}
const terms = { firstDueAt, firstHandledAt, wholeDueAt, repliedAt }

/** An owner's complaints, the newest first, however they reached the company. One round trip. */
export async function listMyComplaints(ctx: Ctx, raw: ListMyComplaints = {}): Promise<Page<MyComplaint>> {
  const input = parse(listMyComplaintsSchema, raw)
  const rows = await complaintsOfOwner(ctx, input)
  return pageOf(
    rows.map(({ terms: theirs, ...row }) => ({ ...row, clocks: clocksOf(theirs, ctx.now) })),
    input.limit,
    (row) => [row.registeredAt, row.id],
  )
}

/** The query of `listMyComplaints`, which a test holds to its indexes. */
export function complaintsOfOwner(ctx: Ctx, input: ReturnType<typeof parse<typeof listMyComplaintsSchema>>) {
  const ownerId = ctx.requireOwner()
  const after = decodeCursor<[number, string]>(input.after, ['number', 'string'])
  const { registeredAt, id } = complaints
  return ctx.db.orm
    .select({ ...columns, text: sql<string>`substr(${complaints.text}, 1, 120)`, terms })
    .from(complaints)
    .innerJoin(complaintCategories, eq(complaintCategories.id, complaints.categoryId))
    .where(and(madeBy(ownerId), after && sql`(${registeredAt}, ${id}) < (${after[0]}, ${after[1]})`))
    .orderBy(desc(registeredAt), desc(id))
    .limit(input.limit + 1)
}

/**
 * One of an owner's complaints with each step that they see, in words meant for them: notes and details of staff are
 * not even read. One round trip.
 * @throws `complaints.not_found` also for somebody else's
 */
export async function getMyComplaint(ctx: Ctx, complaintId: string): Promise<MyComplaintPage> {
  const ownerId = ctx.requireOwner()
  const [[row], steps, photos] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        ...columns,
        terms,
        wish: complaints.wish,
        channel: complaints.channel,
        previousId: complaints.previousId,
        rated: sql<number>`EXISTS (SELECT 1 FROM ${complaintRevisits} v
          WHERE v.complaint_id = ${complaints.id} AND v.round = ${complaints.round} AND v.by_kind = 'owner')`,
      })
      .from(complaints)
      .innerJoin(complaintCategories, eq(complaintCategories.id, complaints.categoryId))
      .where(and(eq(complaints.id, complaintId), madeBy(ownerId))),
    stepsForOwner(ctx, complaintId),
    photosOf(ctx, complaintId, seenByOwners),
  ])
  if (row === undefined) throw complaintNotFound()
  const photosAt = photosByStep(photos)
  const { terms: theirs, rated, ...complaint } = row
  return {
    ...complaint,
    clocks: clocksOf(theirs, ctx.now),
    mayRate: awaitsRating(complaint.state) && rated === 0,
    mayAdd: complaint.state !== 'closed',
    steps: steps.map(({ id, byKind, byId, ...step }) => ({
      ...step,
      by: byKind === 'owner' ? sideOf(byId, ownerId) : ('company' as const),
      photos: photosAt(id),
    })),
  }
}

/** Two accounts see one matter where the desk took it down for the one with the phone of the other. */
function sideOf(byId: string, ownerId: string): 'me' | 'owner_side' {
  return byId === ownerId ? 'me' : 'owner_side'
}
