import { invalidInput } from '@heju/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { todayOf } from '../../today.ts'
import { roomNotFound } from './errors.ts'
import { roomById } from './queries.ts'
import { changeRoomSchema, type ChangeRoom } from './schemas.ts'
import { rooms } from './tables.ts'

/**
 * Changes what is known of a room. Its number and building stay: bills and matters refer to them. Another area to calculate
 * fees by has a first day, or else was always so and puts a mistake right: bills of earlier days go by the area of their
 * days (a trigger keeps the one before). The first day of the area that stays is put right in the same way.
 * @throws `registry.room_not_found`, for one that was archived too; `request.changed_meanwhile`; `request.invalid` at `areaFromOn` where the area
 *   becomes another without either, where it stays and none before it is known, and on a day to come: lists, searches and
 *   imports know one area, that of today; `database.conflict` when somebody else changes the area at that moment
 */
export async function changeRoom(ctx: Ctx, raw: ChangeRoom): Promise<{ roomId: string }> {
  const input = parse(changeRoomSchema, raw)
  const { requestId: _requestId, roomId, revision, chargeAreaE2, areaFromOn, ...fields } = input
  return ctx.write('registry.change_room', input, async (write) => {
    const room = await roomById(ctx, roomId)
    ctx.require('registry.write', room.projectId)
    const areaE2 = chargeAreaE2 ?? fields.builtAreaE2
    const isOther = areaE2 !== room.areaE2
    // What never was known says nothing of earlier days. One that is unknown since a day has others before it.
    const wasKnown = room.areaE2 !== null || room.areaFromOn !== null
    if (isOther && wasKnown && areaFromOn === undefined) throw areaDay('registry.field.area_from_on')
    if (!isOther && room.areaFromOn === null && areaFromOn) throw areaDay('registry.field.area_always')
    if (areaFromOn && areaFromOn > todayOf(ctx)) throw areaDay('registry.field.area_from_future')
    // Whether the area becomes another was judged by these: one that is put right just now would be undone, with its days.
    requireAsShown(write, rooms, { id: roomId, revision })
    write.requireAsRead(rooms, { id: roomId, areaE2: room.areaE2, areaFromOn: room.areaFromOn })
    const since = isOther || areaFromOn !== undefined ? { areaFromOn: areaFromOn ?? null } : {}
    const change = { ...fields, areaE2, ...since, changedAt: ctx.now }
    // What was archived stays as it was: its twin is the room now.
    const there = and(eq(rooms.id, roomId), isNull(rooms.archivedAt))
    write.changeOne(ctx.db.orm.update(rooms).set(change).where(there), roomNotFound)
    write.audit('registry.room_changed', roomId, {
      projectId: room.projectId,
      detail: { areaE2, ...(isOther && { before: room.areaE2 }), ...since },
    })
    return { roomId }
  })
}

function areaDay(code: string): Error {
  return invalidInput({}, { fields: [{ path: 'areaFromOn', code }] })
}
