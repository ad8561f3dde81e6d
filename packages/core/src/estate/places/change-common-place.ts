import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { commonPlaceNotFound, commonPlaceTaken, parentNotFound } from './errors.ts'
import {
  changeCommonPlaceSchema,
  retireCommonPlaceSchema,
  type ChangeCommonPlace,
  type RetireCommonPlace,
} from './schemas.ts'
import { foundParent, ownColumns, parentsWhere, standingColumns } from './standing.ts'
import { commonPlaces } from './tables.ts'

/** One that is about to be changed: a query, for `orm.batch`. */
function placeToChange(ctx: Ctx, commonPlaceId: string) {
  const { id, projectId, parentId, kind, name, floor, retiredAt } = commonPlaces
  return ctx.db.orm
    .select({ projectId, under: parentId, commonKind: kind, name, floor, retiredAt })
    .from(commonPlaces)
    .where(eq(id, commonPlaceId))
}

/** @throws `places.not_found`, `access.not_allowed` */
function found<P extends { projectId: string }>(ctx: Ctx, [place]: readonly P[]): P {
  if (place === undefined) throw commonPlaceNotFound()
  ctx.require('places.manage', place.projectId)
  return place
}

/**
 * Changes what is said of a common place, and what it stands under within its project. What points to it goes on doing so.
 * @throws `places.not_found`, `places.parent_not_found`, `places.name_taken`, `request.changed_meanwhile`
 */
export async function changeCommonPlace(
  ctx: Ctx,
  raw: ChangeCommonPlace,
): Promise<{ commonPlaceId: string }> {
  ctx.require('places.manage')
  const input = parse(changeCommonPlaceSchema, raw)
  const { commonPlaceId, under, kind, name, floor, revision } = input
  return ctx.write('places.change', input, async (write) => {
    const [places, parents] = await ctx.db.orm.batch([
      placeToChange(ctx, commonPlaceId),
      parentsWhere(ctx, sql`parents.id = ${under}`),
    ])
    const place = found(ctx, places)
    const standing = foundParent(parents)
    const { projectId } = standing
    if (projectId !== place.projectId) throw parentNotFound()
    requireAsShown(write, commonPlaces, { id: commonPlaceId, revision })
    write.changeOne(
      ctx.db.orm
        .update(commonPlaces)
        .set({ ...standingColumns(standing), ...ownColumns(input), changedAt: ctx.now })
        .where(eq(commonPlaces.id, commonPlaceId)),
      commonPlaceTaken({ name }),
    )
    const detail = changesOf(place, { under, commonKind: kind, name, floor })
    write.audit('places.changed', commonPlaceId, { projectId, detail })
    return { commonPlaceId }
  })
}

/**
 * Takes a common place out of use, or back into it. What was recorded about it stays. One that is as it is to be stays so, and
 * has been since the first time.
 * @throws `places.not_found`, `places.name_taken` where another has its name by now
 */
export async function retireCommonPlace(
  ctx: Ctx,
  raw: RetireCommonPlace,
): Promise<{ commonPlaceId: string }> {
  ctx.require('places.manage')
  const input = parse(retireCommonPlaceSchema, raw)
  const { commonPlaceId, retired } = input
  return ctx.write('places.retire', input, async (write) => {
    const { projectId, name, retiredAt } = found(ctx, await placeToChange(ctx, commonPlaceId))
    if (retired === (retiredAt !== null)) return { commonPlaceId }
    const set = { retiredAt: retired ? ctx.now : null, changedAt: ctx.now }
    write.requireAsRead(commonPlaces, { id: commonPlaceId, retiredAt })
    const update = ctx.db.orm.update(commonPlaces).set(set).where(eq(commonPlaces.id, commonPlaceId))
    write.changeOne(update, commonPlaceTaken({ name }))
    if (retired) write.audit('places.retired', commonPlaceId, { projectId })
    else write.audit('places.restored', commonPlaceId, { projectId })
    return { commonPlaceId }
  })
}
