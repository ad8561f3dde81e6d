import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { spaceNotFound } from './errors.ts'
import { occupantsJson, ownerFirst, parseOccupants } from './queries.ts'
import type { SpacePage } from './schemas.ts'
import { parkingSpaces } from './tables.ts'

/** A parking space with all who have or had it. One round trip. @throws `registry.space_not_found` */
export async function getParkingSpace(ctx: Ctx, parkingSpaceId: string): Promise<SpacePage> {
  const everyone = occupantsJson(
    sql`o.parking_space_id = parking_spaces.id`,
    sql`o.to_on IS NOT NULL, ${ownerFirst}`,
  )
  const { id, projectId, lot, code, kind, tenure, areaE2, revision } = parkingSpaces
  const [space] = await ctx.db.orm
    .select({ id, projectId, lot, code, kind, tenure, areaE2, revision, occupants: everyone })
    .from(parkingSpaces)
    .where(eq(parkingSpaces.id, parkingSpaceId))
  if (!space) throw spaceNotFound()
  ctx.require('registry.read', space.projectId)
  return { ...space, occupants: parseOccupants(space.occupants) }
}
