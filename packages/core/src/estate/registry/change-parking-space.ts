import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { spaceNotFound } from './errors.ts'
import { spaceById } from './queries.ts'
import { changeParkingSpaceSchema, type ChangeParkingSpace } from './schemas.ts'
import { parkingSpaces } from './tables.ts'

/** Changes what is known of a parking space. @throws `registry.space_not_found`, `request.changed_meanwhile` */
export async function changeParkingSpace(
  ctx: Ctx,
  raw: ChangeParkingSpace,
): Promise<{ parkingSpaceId: string }> {
  const input = parse(changeParkingSpaceSchema, raw)
  const { requestId: _requestId, parkingSpaceId, revision, ...fields } = input
  return ctx.write('registry.change_parking_space', input, async (write) => {
    const space = await spaceById(ctx, parkingSpaceId)
    ctx.require('registry.write', space.projectId)
    requireAsShown(write, parkingSpaces, { id: parkingSpaceId, revision })
    const update = ctx.db.orm.update(parkingSpaces).set({ ...fields, changedAt: ctx.now })
    const there = and(eq(parkingSpaces.id, parkingSpaceId), isNull(parkingSpaces.archivedAt))
    write.changeOne(update.where(there), spaceNotFound)
    write.audit('registry.parking_space_changed', parkingSpaceId, { projectId: space.projectId })
    return { parkingSpaceId }
  })
}
