import { translator } from '@heju/i18n'
import { registryTexts } from './texts.ts'
import { and, asc, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { listFile } from '../../platform/exports/index.ts'
import { decodeCursor } from '../../paging.ts'
import { roomsFiltered, type RoomFilter } from './list-rooms.ts'
import { occupantsJson, ownerFirst, owning, parseOccupants, runsOn, today } from './queries.ts'
import { exportRoomsSchema } from './schemas.ts'
import { rooms } from './tables.ts'

/** The rooms of a project that the list shows, with today's owners, as a file that an import understands; phones masked. */
export const exportRooms = listFile({
  schema: exportRoomsSchema,
  permission: 'registry.read',
  action: 'registry.rooms_exported',
  rows: async (ctx: Ctx, filter, after, most) => {
    const found = await roomsFound(ctx, filter, after, most)
    return found.map((row) => ({ ...row, owners: parseOccupants(row.owners) }))
  },
  keyOf: ({ sortKey, id }) => [sortKey, id],
  table: (_ctx, locale) => {
    const say = translator(registryTexts, locale)
    return {
      name: say('export.rooms'),
      columns: [
        [say('export.room'), ({ name }) => name, { width: 20 }],
        [say('export.building'), ({ building }) => building],
        [say('export.unit'), ({ unit }) => unit],
        [say('export.number'), ({ number }) => number],
        [say('export.floor'), ({ floor }) => floor, { kind: 'number' }],
        [say('export.area'), ({ areaE2 }) => (areaE2 === null ? null : areaE2 / 100), { kind: 'area' }],
        [say('export.use'), ({ use }) => use && say(`use.${use}` as 'use.other')],
        [say('export.state'), ({ state }) => state && say(`state.${state}` as 'state.vacant')],
        [say('export.owners'), ({ owners }) => owners.map(({ name }) => name).join('、'), { width: 24 }],
        [
          say('export.phones'),
          ({ owners }) => owners.flatMap(({ phone }) => phone ?? []).join('、'),
          { width: 24 },
        ],
      ],
    }
  },
})

async function roomsFound(ctx: Ctx, filter: RoomFilter, after: string | undefined, most: number) {
  const { id, name, number, floor, areaE2, use, state, sortKey } = rooms
  const building = sql<string>`(SELECT name FROM buildings WHERE id = rooms.building_id)`
  const unit = sql<string | null>`(SELECT name FROM units WHERE id = rooms.unit_id)`
  const owners = occupantsJson(
    sql`o.room_id = rooms.id AND o.role IN (${owning}) AND ${runsOn('o', today(ctx))}`,
    ownerFirst,
  )
  const key = decodeCursor<[string, string]>(after, ['string', 'string'])
  return ctx.db.orm
    .select({ id, name, building, unit, number, floor, areaE2, use, state, sortKey, owners })
    .from(rooms)
    .where(
      and(
        ...(await roomsFiltered(ctx, filter)),
        key && sql`(${rooms.sortKey}, ${rooms.id}) > (${key[0]}, ${key[1]})`,
      ),
    )
    .orderBy(asc(rooms.sortKey), asc(rooms.id))
    .limit(most)
}
