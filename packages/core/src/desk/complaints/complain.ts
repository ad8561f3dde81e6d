import { and, eq, exists, inArray, isNull, not, sql, type SQL } from 'drizzle-orm'
import { calendarOf, correctedDays } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { commonPlaceMeant, placeInUse } from '../../estate/places/index.ts'
import { roomOfOwner } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import { offeredToOwners } from './list-categories.ts'
import { categoryNotFound, placeNotFound, roomNotYours, tooManyToday } from './errors.ts'
import { judgedAnew } from './judged-anew.ts'
import {
  keepPhotos,
  newPhotos,
  photosSent,
  photosThere,
  type PhotosKept,
  type SaidAgain,
} from './keep-photos.ts'
import { categoryIsThere, register } from './registration.ts'
import { policy } from './rules.ts'
import { saidBefore } from './said-before.ts'
import { complainSchema, type Complain } from './schemas.ts'
import { complaintCategories, complaints } from './tables.ts'

/**
 * Registers what an owner writes in the portal, about a room that is theirs or a common place of its project: then their room
 * is known as well. Whoever of staff acts on it first becomes its first receiver.
 *
 * What they said a short while ago in the same words is the same matter while it waits for a reply, and is not registered
 * twice; photos that it has not got yet are kept with it, as far as it takes them.
 * @returns the complaint, whether it is new, was known, or was known and got photos, and how many photos are kept and left
 * @throws `complaints.room_not_yours`, `complaints.place_not_found`, `complaints.category_not_found`, `complaints.too_many_today` beyond ten a day
 */
export async function complain(
  ctx: Ctx,
  raw: Complain,
): Promise<{ complaintId: string; result: 'registered' | SaidAgain } & PhotosKept> {
  const ownerId = ctx.requireOwner()
  const input = parse(complainSchema, raw)
  return judgedAnew((meanwhile) =>
    ctx.write('complaints.complain', input, async (write) => {
      const { room, at, calendar, categoryIsOffered, known, photos } = await readRoom(ctx, ownerId, input)
      // They may move out, the room be archived or the category be put away, at that moment.
      write.require(sql`${exists(roomOfOwner(ctx, ownerId, input.roomId))}`, roomNotYours)
      if (at !== undefined)
        write.require(placeInUse({ kind: 'common', id: at.commonPlaceId }, room.projectId), placeNotFound)
      if (known !== undefined) {
        write.require(exists(matterSaidBefore(ctx, ownerId, input, eq(complaints.id, known.id))), meanwhile)
        return { complaintId: known.id, ...keepPhotos(ctx, write, known, photos, meanwhile) }
      }
      if (!categoryIsOffered) throw categoryNotFound()
      write.require(not(exists(matterSaidBefore(ctx, ownerId, input))), meanwhile)
      write.require(categoryIsThere(input.categoryId), categoryNotFound)
      const today = todayOf(ctx)
      const theirs = sql`SELECT count(*) FROM ${complaints} WHERE owner_id = ${ownerId} AND registered_on = ${today}`
      write.require(
        sql`(${theirs}) < ${policy.dailyLimit}`,
        tooManyToday({ most: policy.dailyLimit, retryAfterSeconds: 24 * 60 * 60 }),
      )
      const { complaintId: id, categoryId, text, wish, fileIds } = input
      const said = { channel: 'portal', categoryId, text, wish } as const
      register(ctx, write, calendar, { id, ...room, ...at, ownerId, ...said }, { fileIds })
      return { complaintId: id, result: 'registered' as const, photosKept: fileIds.length, photosLeft: 0 }
    }),
  )
}

type Input = ReturnType<typeof parse<typeof complainSchema>>

/** The matter that was said before in the same words. @param which a condition more */
function matterSaidBefore(ctx: Ctx, ownerId: string, input: Input, which?: SQL) {
  return ctx.db.orm
    .select({ id: complaints.id })
    .from(complaints)
    .where(and(saidBefore(ctx, ownerId, input), which))
    .orderBy(complaints.registeredAt, complaints.id)
    .limit(1)
}

/** Everything that a complaint from the portal needs to know. One round trip. */
async function readRoom(ctx: Ctx, ownerId: string, input: Input) {
  const { orm } = ctx.db
  const { roomId, commonPlaceId, categoryId, fileIds } = input
  const { id, projectId, round } = complaints
  const theMatter = inArray(id, matterSaidBefore(ctx, ownerId, input))
  const [[room], [place], [category], days, [known], there, sent] = await orm.batch([
    roomOfOwner(ctx, ownerId, roomId),
    commonPlaceMeant(ctx, commonPlaceId ?? ''),
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
    orm.select({ id, projectId, round }).from(complaints).where(theMatter),
    photosThere(ctx, theMatter),
    photosSent(ctx, ownerId, fileIds),
  ])
  if (room === undefined) throw roomNotYours()
  if (commonPlaceId !== undefined && place?.projectId !== room.projectId) throw placeNotFound()
  return {
    room,
    at: place && { commonPlaceId: place.id, place: place.name },
    calendar: calendarOf(days),
    categoryIsOffered: category !== undefined,
    known,
    photos: newPhotos(ownerId, fileIds, sent, there),
  }
}
