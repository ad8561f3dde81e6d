import { eq, inArray, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { noBillsOf, noChargesAfter } from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema } from '../../input.ts'
import {
  archiveHasBills,
  archiveHasCharges,
  archiveHasPeople,
  occupancies,
  roomKeyOfToday,
  roomNotFound,
  rooms,
  roomsNotTwice,
} from '../registry/index.ts'
import { todayOf } from '../../today.ts'

export const archiveDoubleSchema = v.object({
  requestId: requestIdSchema,
  /** The one that is taken out of the registry. */
  roomId: idSchema('room'),
  /** The same room, under the name that stays. */
  keptId: idSchema('room'),
})
export type ArchiveDouble = v.InferInput<typeof archiveDoubleSchema>

/**
 * Takes one of two entries of the same room out of the registry; what was recorded about it stays to be read. Nobody may
 * live there, no bill of it count and nothing be charged after today: such things are moved or ended first, by a person.
 * The entry that stays gets the key by which forms and imports find the room.
 * @throws `registry.room_not_found`, `registry.rooms_not_twice`, `registry.archive_has_people`,
 *   `registry.archive_has_bills`, `registry.archive_has_charges`
 */
export async function archiveDouble(ctx: Ctx, raw: ArchiveDouble): Promise<{ roomId: string }> {
  ctx.require('registry.write')
  const input = parse(archiveDoubleSchema, raw)
  const { roomId, keptId } = input
  const { id, key, name, projectId } = rooms
  return ctx.write('rooms_twice.archive', input, async (write) => {
    const found = await ctx.db.orm
      .select({ id, key, name, projectId })
      .from(rooms)
      .where(inArray(id, [roomId, keptId]))
    const gone = found.find((room) => room.id === roomId)
    const kept = found.find((room) => room.id === keptId)
    if (gone === undefined || kept === undefined) throw roomNotFound()
    ctx.require('registry.write', gone.projectId)
    const today = roomKeyOfToday(gone.key)
    const same = gone.projectId === kept.projectId && today === roomKeyOfToday(kept.key)
    if (roomId === keptId || !same) throw roomsNotTwice()
    // Somebody else may be archiving the other of the two, or give their building another name.
    const both = JSON.stringify([gone, kept].map((room) => [room.id, room.key]))
    write.require(
      sql`(SELECT count(*) FROM json_each(${both}) AS j JOIN ${rooms} AS r ON r.id = j.value ->> 0
        WHERE r.key = j.value ->> 1 AND r.archived_at IS NULL) = 2`,
      roomsNotTwice,
    )
    requireFree(ctx, write, gone)
    const archived = { archivedAt: ctx.now, changedAt: ctx.now, key: roomId }
    write.changeOne(ctx.db.orm.update(rooms).set(archived).where(eq(id, roomId)), roomsNotTwice)
    // Of three the key of today may be another's.
    write.change(sql`UPDATE ${rooms} SET key = ${today} WHERE id = ${keptId} AND NOT EXISTS (SELECT 1 FROM ${rooms}
      WHERE project_id = ${gone.projectId} AND key = ${today})`)
    write.audit('registry.room_archived', roomId, { projectId: gone.projectId, detail: { otherId: keptId } })
    return { roomId }
  })
}

function requireFree(
  ctx: Ctx,
  write: Parameters<Parameters<Ctx['write']>[2]>[0],
  { id: roomId, name: room }: { id: string; name: string },
): void {
  const today = todayOf(ctx)
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM ${occupancies} WHERE room_id = ${roomId} AND (to_on IS NULL OR to_on > ${today}))`,
    archiveHasPeople({ room }),
  )
  write.require(noBillsOf(roomId), archiveHasBills({ room }))
  write.require(noChargesAfter(roomId, today), archiveHasCharges({ room }))
}
