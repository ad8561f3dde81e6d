import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { roomNotFound } from './errors.ts'
import { occupantsJson, ownerFirst, parseOccupants } from './queries.ts'
import type { RoomPage } from './schemas.ts'
import { rooms } from './tables.ts'

/** A room with all who are or were anything there. One round trip. @throws `registry.room_not_found` */
export async function getRoom(ctx: Ctx, roomId: string): Promise<RoomPage> {
  const everyone = occupantsJson(sql`o.room_id = rooms.id`, sql`o.to_on IS NOT NULL, ${ownerFirst}`)
  const { id, projectId, buildingId, number, name, floor, layout, areaE2, builtAreaE2, innerAreaE2 } = rooms
  const { areaFromOn, use, state, handedOverOn, remark, revision } = rooms
  const known = { id, projectId, buildingId, number, name, floor, layout, areaE2, builtAreaE2, innerAreaE2 }
  const earlier = sql<string>`(SELECT json_group_array(json_object('areaE2', e.area_e2, 'fromOn', e.from_on, 'toOn', e.to_on))
    FROM room_areas e WHERE e.room_id = rooms.id)`
  const [room] = await ctx.db.orm
    .select({
      ...known,
      areaFromOn,
      use,
      state,
      handedOverOn,
      remark,
      revision,
      earlier,
      occupants: everyone,
    })
    .from(rooms)
    .where(eq(rooms.id, roomId))
  if (!room) throw roomNotFound()
  ctx.require('registry.read', room.projectId)
  const { earlier: areas, ...rest } = room
  return {
    ...rest,
    earlierAreas: (JSON.parse(areas) as RoomPage['earlierAreas']).toSorted((a, b) =>
      a.toOn < b.toOn ? 1 : -1,
    ),
    occupants: parseOccupants(room.occupants),
  }
}
