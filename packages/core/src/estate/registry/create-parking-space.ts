import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { spaceTaken } from './errors.ts'
import { spaceKey, spaceSortKey } from './room-name.ts'
import { createParkingSpaceSchema, type CreateParkingSpace } from './schemas.ts'
import { parkingSpaces } from './tables.ts'

/** Adds a parking space to a project. @throws `registry.space_taken` */
export async function createParkingSpace(
  ctx: Ctx,
  raw: CreateParkingSpace,
): Promise<{ parkingSpaceId: string }> {
  const input = parse(createParkingSpaceSchema, raw)
  const { requestId: _requestId, parkingSpaceId, ...fields } = input
  ctx.require('registry.write', fields.projectId)
  return ctx.write('registry.create_parking_space', input, (write) => {
    const key = spaceKey(fields.lot, fields.code)
    const sortKey = spaceSortKey(fields.lot, fields.code)
    write.add(
      ctx.db.orm
        .insert(parkingSpaces)
        .values({ ...fields, id: parkingSpaceId, key, sortKey, createdAt: ctx.now, changedAt: ctx.now }),
      spaceTaken({ space: fields.code }),
    )
    write.audit('registry.parking_space_created', parkingSpaceId, { projectId: fields.projectId })
    return { parkingSpaceId }
  })
}
