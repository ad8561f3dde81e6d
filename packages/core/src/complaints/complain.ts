import { civilDateOf } from '@heju/kernel'
import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import { calendarOf, correctedDays } from '../calendar/index.ts'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { roomOfOwner } from '../registry/index.ts'
import { offeredToOwners } from './list-categories.ts'
import { categoryNotFound, roomNotYours, saidAlready, tooManyToday } from './errors.ts'
import { categoryIsThere, register } from './registration.ts'
import { policy } from './rules.ts'
import { complainSchema, type Complain } from './schemas.ts'
import { complaintCategories, complaints } from './tables.ts'

/**
 * Registers what an owner writes in the portal, about a room that is theirs. Whoever of staff acts on it first becomes
 * its first receiver.
 * @throws `complaints.room_not_yours`, `complaints.category_not_found`, `complaints.too_many_today` beyond ten a day,
 *   `complaints.said_already` at the third time of the same words
 */
export async function complain(ctx: Ctx, raw: Complain): Promise<{ complaintId: string }> {
  const ownerId = ctx.requireOwner()
  const input = parse(complainSchema, raw)
  return ctx.write('complaints.complain', input, async (write) => {
    const { room, calendar } = await readRoom(ctx, ownerId, input.roomId, input.categoryId)
    // They may move out, the room be archived or the category be put away, at that moment.
    write.require(sql`${exists(roomOfOwner(ctx, ownerId, input.roomId))}`, roomNotYours)
    write.require(categoryIsThere(input.categoryId), categoryNotFound)
    const today = civilDateOf(ctx.now, ctx.company.zone)
    const theirs = sql`SELECT count(*) FROM ${complaints} WHERE owner_id = ${ownerId} AND registered_on = ${today}`
    const retryAfterSeconds = 24 * 60 * 60
    write.require(
      sql`(${theirs}) < ${policy.dailyLimit}`,
      tooManyToday({ most: policy.dailyLimit, retryAfterSeconds }),
    )
    write.require(
      sql`(${theirs} AND text = ${input.text} AND room_id = ${input.roomId}) < ${policy.identicalLimit}`,
      saidAlready({ retryAfterSeconds }),
    )
    register(
      ctx,
      write,
      calendar,
      {
        id: input.complaintId,
        ...room,
        ownerId,
        channel: 'portal',
        categoryId: input.categoryId,
        text: input.text,
        wish: input.wish,
      },
      { fileIds: input.fileIds },
    )
    return { complaintId: input.complaintId }
  })
}

/** Everything that a complaint from the portal needs to know. One round trip. */
async function readRoom(ctx: Ctx, ownerId: string, roomId: string, categoryId: string) {
  const { orm } = ctx.db
  const [[room], [category], days] = await orm.batch([
    roomOfOwner(ctx, ownerId, roomId),
    orm
      .select({ id: complaintCategories.id })
      .from(complaintCategories)
      .where(
        and(
          eq(complaintCategories.id, categoryId),
          isNull(complaintCategories.archivedAt),
          offeredToOwners(),
        ),
      ),
    correctedDays(ctx),
  ])
  if (room === undefined) throw roomNotYours()
  if (category === undefined) throw categoryNotFound()
  return { room, calendar: calendarOf(days) }
}
