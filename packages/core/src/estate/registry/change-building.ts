import { databaseConflict } from '@heju/db'
import { naturalSortKey, roomName } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { buildingNotFound, buildingTaken } from './errors.ts'
import { renameRooms } from './rename-rooms.ts'
import { buildingName, placeKey } from './room-name.ts'
import { changeBuildingSchema, type ChangeBuilding } from './schemas.ts'
import { buildings, rooms, units } from './tables.ts'

/**
 * Changes a building; its rooms take the new name.
 * @throws `registry.building_not_found`, `registry.building_taken`, `request.changed_meanwhile`, `database.conflict` when a room
 *   or another name came meanwhile
 */
export async function changeBuilding(ctx: Ctx, raw: ChangeBuilding): Promise<{ buildingId: string }> {
  const input = parse(changeBuildingSchema, raw)
  const { buildingId, revision, floors } = input
  return ctx.write('registry.change_building', input, async (write) => {
    const { building, all } = await withRooms(ctx, buildingId)
    ctx.require('registry.write', building.projectId)
    const name = buildingName(input.name)
    // Under its name of now it keeps the key of now: its rooms have it too, and another building may have come to the same.
    const key = name === building.name ? building.key : placeKey(name)
    requireAsShown(write, buildings, { id: buildingId, revision })
    // Somebody may be giving it another name, which its rooms have by now: they would be left behind under that.
    write.requireAsRead(buildings, {
      id: buildingId,
      name: building.name,
      key: building.key,
      floors: building.floors,
    })
    const change = { name, key, sortKey: naturalSortKey(name), floors, changedAt: ctx.now }
    write.changeOne(
      ctx.db.orm.update(buildings).set(change).where(eq(buildings.id, buildingId)),
      name === building.name ? buildingNotFound : buildingTaken({ name }),
    )
    if (name !== building.name) {
      // A room that came meanwhile would keep the name and the key of before.
      const ids = JSON.stringify(all.map(({ id }) => id))
      write.require(
        sql`NOT EXISTS (SELECT 1 FROM ${rooms} WHERE building_id = ${buildingId} AND archived_at IS NULL
          AND id NOT IN (SELECT value FROM json_each(${ids})))`,
        databaseConflict,
      )
      const renamed = all.map((room) => ({ ...room, key, name: roomName(name, room.unit, room.number) }))
      renameRooms(write, renamed, ctx.now)
    }
    const detail = changesOf(building, { name, floors })
    write.audit('registry.building_changed', buildingId, { projectId: building.projectId, detail })
    return { buildingId }
  })
}

/** A building with its rooms. One round trip. @throws `registry.building_not_found` */
async function withRooms(ctx: Ctx, buildingId: string) {
  const [[building], all] = await ctx.db.orm.batch([
    ctx.db.orm.select().from(buildings).where(eq(buildings.id, buildingId)),
    ctx.db.orm
      .select({ id: rooms.id, number: rooms.number, unit: units.name, unitKey: units.key })
      .from(rooms)
      .leftJoin(units, eq(units.id, rooms.unitId))
      // What was archived as a double has given its key away.
      .where(and(eq(rooms.buildingId, buildingId), isNull(rooms.archivedAt))),
  ])
  if (!building) throw buildingNotFound()
  return { building, all }
}
