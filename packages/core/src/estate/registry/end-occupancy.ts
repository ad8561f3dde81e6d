import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { occupancyEnded, occupancyNotFound } from './errors.ts'
import { endOccupancySchema, type EndOccupancy } from './people-schemas.ts'
import { occupancies } from './tables.ts'

/**
 * Ends what a person is to a place; the day is their last. The record stays.
 * @throws `registry.occupancy_not_found`, `registry.occupancy_ended` when it has ended, or would end before it began
 */
export async function endOccupancy(ctx: Ctx, raw: EndOccupancy): Promise<{ occupancyId: string }> {
  const input = parse(endOccupancySchema, raw)
  const { occupancyId, toOn } = input
  return ctx.write('registry.end_occupancy', input, async (write) => {
    const [occupancy] = await ctx.db.orm.select().from(occupancies).where(eq(occupancies.id, occupancyId))
    if (!occupancy) throw occupancyNotFound()
    ctx.require('registry.write', occupancy.projectId)
    const open = and(eq(occupancies.id, occupancyId), isNull(occupancies.toOn))
    write.changeOne(
      ctx.db.orm.update(occupancies).set({ toOn, changedAt: ctx.now }).where(open),
      occupancyEnded,
    )
    const place = occupancy.roomId ?? occupancy.parkingSpaceId ?? ''
    write.audit('registry.occupancy_ended', place, {
      projectId: occupancy.projectId,
      detail: { occupancyId },
    })
    return { occupancyId }
  })
}
