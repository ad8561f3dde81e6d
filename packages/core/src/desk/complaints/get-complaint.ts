import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { notAllowed, type Ctx } from '../../context.ts'
import { nameOfPlaceRef } from '../../estate/places/index.ts'
import { photosByStep } from '../../platform/procedure/index.ts'
import { staff } from '../../people/identity/index.ts'
import { maySee, photosOf, stepsFor, type ComplaintRow } from './matters.ts'
import { clocksOf } from './clocks.ts'
import { complaintNotFound } from './errors.ts'
import { complaintPageSchema, type ComplaintPage } from './list-schemas.ts'
import { transitions } from './rules.ts'
import { complaintCategories, complaintRaises, complaintRevisits, complaints } from './tables.ts'

/** A complaint with all that happened, as staff see it. One round trip. @throws `complaints.not_found` */
export async function getComplaint(ctx: Ctx, complaintId: string): Promise<ComplaintPage> {
  if (!ctx.may('complaints.read') && !ctx.may('complaints.own'))
    throw notAllowed({ permission: 'complaints.own' })
  const [[row], steps, photos, revisits, raises] = await ctx.db.orm.batch([
    whole(ctx, complaintId),
    stepsFor(ctx, complaintId),
    photosOf(ctx, complaintId),
    revisitsOf(ctx, complaintId),
    ctx.db.orm
      .select({ round: complaintRaises.round, reason: complaintRaises.reason, at: complaintRaises.at })
      .from(complaintRaises)
      .where(eq(complaintRaises.matterId, complaintId))
      .orderBy(asc(complaintRaises.at)),
  ])
  if (row === undefined || !maySee(ctx, row.complaint)) throw complaintNotFound()
  const photosAt = photosByStep(photos)
  const { complaint, ...names } = row
  return {
    ...shownOf(complaint),
    ...names,
    clocks: clocksOf(complaint, ctx.now),
    next: [...transitions[complaint.state]],
    steps: steps.map(({ detailJson, ...step }) => ({
      ...step,
      detail: JSON.parse(detailJson) as Record<string, unknown>,
      photos: photosAt(step.id),
    })),
    revisits: revisits.map(({ attitudesJson, ...revisit }) => ({
      ...revisit,
      attitudes: attitudesJson === null ? null : (JSON.parse(attitudesJson) as Record<string, number>),
    })),
    raises,
  }
}

type Shown = Pick<ComplaintRow, keyof ComplaintRow & keyof ComplaintPage>

/** The columns that the answer's description names; sealed ones, and those that only the terms need, stay here. */
function shownOf(complaint: ComplaintRow): Shown {
  const told = Object.entries(complaint).filter(([name]) => name in complaintPageSchema.entries)
  return Object.fromEntries(told) as Shown
}

function whole(ctx: Ctx, complaintId: string) {
  const receiver = alias(staff, 'receiver')
  const answerer = alias(staff, 'answerer')
  return ctx.db.orm
    .select({
      complaint: complaints,
      categoryCode: complaintCategories.code,
      categoryName: complaintCategories.name,
      handlerName: staff.name,
      firstReceiverName: receiver.name,
      answererName: answerer.name,
      placeName: nameOfPlaceRef(sql`complaints.place_id`),
      roomName: nameOfPlaceRef(sql`complaints.room_id`),
    })
    .from(complaints)
    .innerJoin(complaintCategories, eq(complaintCategories.id, complaints.categoryId))
    .leftJoin(staff, eq(staff.id, complaints.handlerId))
    .leftJoin(receiver, eq(receiver.id, complaints.firstReceiverId))
    .leftJoin(answerer, eq(answerer.id, complaints.answererId))
    .where(eq(complaints.id, complaintId))
}

function revisitsOf(ctx: Ctx, complaintId: string) {
  const { id, round, byKind, channel, outcome, rating, attitudesJson, words, at } = complaintRevisits
  return ctx.db.orm
    .select({ id, round, byKind, channel, outcome, rating, attitudesJson, words, at })
    .from(complaintRevisits)
    .where(eq(complaintRevisits.complaintId, complaintId))
    .orderBy(asc(at))
}
