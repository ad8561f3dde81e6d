import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { todayOf } from '../../today.ts'
import { occupancyNotFound, occupancyTaken, ownerPresent } from './errors.ts'
import { changeOccupancySchema, type ChangeOccupancy } from './people-schemas.ts'
import { stillThere } from './place.ts'
import { isTitle, requireOrder, titleFree } from './title.ts'
import { occupancies } from './tables.ts'

/**
 * Corrects what was written down wrong: role, share, days, plate. An end set by mistake is taken back by leaving the
 * last day out. Who and which place stay: for another person the record is ended and a new one begun. Bills that were
 * made stay as they are, made out to whom they were. Of a place that was archived only the past is corrected: nobody is
 * there after today.
 * @throws `registry.occupancy_not_found`, `registry.owner_present`, `registry.occupancy_taken`,
 *   `registry.room_not_found`, `registry.space_not_found` where somebody would be in a place that was archived,
 *   `request.changed_meanwhile`, `database.conflict` when somebody else corrects or ends it at that moment
 */
export async function changeOccupancy(ctx: Ctx, raw: ChangeOccupancy): Promise<{ occupancyId: string }> {
  const input = parse(changeOccupancySchema, raw)
  const { requestId: _requestId, occupancyId, revision, ...fields } = input
  requireOrder(fields)
  return ctx.write('registry.change_occupancy', input, async (write) => {
    const [occupancy] = await ctx.db.orm.select().from(occupancies).where(eq(occupancies.id, occupancyId))
    if (!occupancy) throw occupancyNotFound()
    ctx.require('registry.write', occupancy.projectId)
    const { roomId, parkingSpaceId, projectId, role, shareE4, fromOn, toOn } = occupancy
    const place = {
      kind: roomId === null ? ('parking' as const) : ('room' as const),
      id: (roomId ?? parkingSpaceId)!,
    }
    const goesOn = fields.toOn === null || fields.toOn > todayOf(ctx)
    requireAsShown(write, occupancies, { id: occupancyId, revision })
    // The log says what they were before.
    write.requireAsRead(occupancies, { id: occupancyId, role, shareE4, fromOn, toOn })
    if (goesOn) write.require(...stillThere(place))
    if (isTitle(fields.role)) write.require(titleFree(ctx, place, fields, occupancyId), ownerPresent)
    write.changeOne(
      ctx.db.orm
        .update(occupancies)
        .set({ ...fields, changedAt: ctx.now })
        .where(eq(occupancies.id, occupancyId)),
      occupancyTaken,
    )
    const { plate: _plate, ...told } = fields
    const detail = { occupancyId, ...changesOf(occupancy, told) }
    write.audit('registry.occupancy_changed', place.id, { projectId, detail })
    return { occupancyId }
  })
}
