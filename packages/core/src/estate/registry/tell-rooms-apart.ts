import { inArray } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema } from '../../input.ts'
import { roomNotFound, roomsNotTwice } from './errors.ts'
import { rooms, roomsApart } from './tables.ts'

export const tellRoomsApartSchema = v.object({
  requestId: requestIdSchema,
  roomId: idSchema('room'),
  otherId: idSchema('room'),
})
export type TellRoomsApart = v.InferInput<typeof tellRoomsApartSchema>

/**
 * Somebody looked at two rooms that seem to be one: they are two, and nobody is asked again. Saying it twice changes
 * nothing. @throws `registry.room_not_found`, `registry.rooms_not_twice` for one room or rooms of two projects
 */
export async function tellRoomsApart(ctx: Ctx, raw: TellRoomsApart): Promise<{ roomId: string }> {
  ctx.require('registry.write')
  const input = parse(tellRoomsApartSchema, raw)
  const { roomId, otherId } = input
  return ctx.write('registry.tell_rooms_apart', input, async (write) => {
    const found = await ctx.db.orm
      .select({ id: rooms.id, projectId: rooms.projectId })
      .from(rooms)
      .where(inArray(rooms.id, [roomId, otherId]))
    const one = found.find(({ id }) => id === roomId)
    const other = found.find(({ id }) => id === otherId)
    if (one === undefined || other === undefined) throw roomNotFound()
    ctx.require('registry.write', one.projectId)
    if (roomId === otherId || one.projectId !== other.projectId) throw roomsNotTwice()
    const [first, second] = [roomId, otherId].toSorted()
    const row = { roomId: first!, otherId: second!, toldBy: ctx.actor.id, toldAt: ctx.now }
    write.change(ctx.db.orm.insert(roomsApart).values(row).onConflictDoNothing())
    write.audit('registry.rooms_told_apart', roomId, { projectId: one.projectId, detail: { otherId } })
    return { roomId }
  })
}
