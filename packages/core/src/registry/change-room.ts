import { eq } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { roomNotFound } from './errors.ts'
import { roomById } from './queries.ts'
import { changeRoomSchema, type ChangeRoom } from './schemas.ts'
import { rooms } from './tables.ts'

/**
 * Changes what is known of a room. Its number and building stay: bills and matters refer to them.
 * @throws `registry.room_not_found`
 */
export async function changeRoom(ctx: Ctx, raw: ChangeRoom): Promise<{ roomId: string }> {
  const input = parse(changeRoomSchema, raw)
  const { requestId: _requestId, roomId, chargeAreaE2, ...fields } = input
  const room = await roomById(ctx, roomId)
  ctx.require('registry.write', room.projectId)
  return ctx.write('registry.change_room', input, (write) => {
    const change = { ...fields, areaE2: chargeAreaE2 ?? fields.builtAreaE2, changedAt: ctx.now }
    write.changeOne(ctx.db.orm.update(rooms).set(change).where(eq(rooms.id, roomId)), roomNotFound)
    write.audit('registry.room_changed', roomId, {
      projectId: room.projectId,
      detail: { areaE2: change.areaE2 },
    })
    return { roomId }
  })
}
