import { naturalSortKey, newId, roomName } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { roomTaken } from './errors.ts'
import { buildingById } from './queries.ts'
import { floorOf, placeKey, roomKey, unitName } from './room-name.ts'
import { createRoomSchema, type CreateRoom } from './schemas.ts'
import { buildings, rooms, units } from './tables.ts'

/**
 * Adds a room to a building, and its unit when the building has none of that name.
 * @throws `registry.building_not_found`, `registry.room_taken`, `database.conflict` when the building was renamed meanwhile
 */
export async function createRoom(ctx: Ctx, raw: CreateRoom): Promise<{ roomId: string }> {
  const input = parse(createRoomSchema, raw)
  const { roomId, buildingId, number } = input
  const unitKey = placeKey(input.unit ?? '')
  const unit = unitKey === '' ? null : unitName(input.unit!)
  return ctx.write('registry.create_room', input, async (write) => {
    const building = await buildingById(ctx, buildingId)
    ctx.require('registry.write', building.projectId)
    // Its rooms are named and found by what a building is called, which somebody may have changed since we looked.
    write.requireAsRead(buildings, { id: buildingId, key: building.key, name: building.name })
    if (unit !== null) {
      const row = {
        id: newId('unit', ctx.now),
        buildingId,
        key: unitKey,
        name: unit,
        sortKey: naturalSortKey(unit),
      }
      write.add(
        ctx.db.orm
          .insert(units)
          .values({ ...row, createdAt: ctx.now, changedAt: ctx.now })
          .onConflictDoNothing(),
      )
    }
    const { requestId: _requestId, unit: _unit, chargeAreaE2, ...fields } = input
    const name = roomName(building.name, unit, number)
    write.add(
      ctx.db.orm.insert(rooms).values({
        ...fields,
        id: roomId,
        projectId: building.projectId,
        unitId:
          unit === null
            ? null
            : sql`(SELECT id FROM units WHERE building_id = ${buildingId} AND key = ${unitKey})`,
        key: `${building.key}|${unitKey}|${roomKey(number)}`,
        name,
        sortKey: naturalSortKey(name),
        floor: input.floor ?? floorOf(number),
        areaE2: chargeAreaE2 ?? input.builtAreaE2,
        createdAt: ctx.now,
        changedAt: ctx.now,
      }),
      roomTaken({ room: name }),
    )
    write.audit('registry.room_created', roomId, { projectId: building.projectId })
    return { roomId }
  })
}
