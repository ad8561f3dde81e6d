import { translator } from '@heju/i18n'
import { eq, isNull, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { searchSchema } from './field-schemas.ts'
import { occupantsJson, ownerFirst, owning, parseOccupants, runsToday } from './queries.ts'
import { roomStates } from './rules.ts'
import { listedRoomSchema } from './schemas.ts'
import { peopleMeant, roomsNamed } from './search.ts'
import { rooms } from './tables.ts'
import { registryTexts } from './texts.ts'

const { id, name, number, floor, areaE2, use, state, sortKey } = rooms
// Names stand in full: within a query of one table drizzle leaves the table away.
const building = sql<string>`(SELECT name FROM buildings WHERE id = rooms.building_id)`
const unit = sql<string | null>`(SELECT name FROM units WHERE id = rooms.unit_id)`

/** The rooms of a project in natural order, with today's owners; its file is one that an import understands, phones masked. */
export const roomList = defineList({
  permission: 'registry.read',
  filter: {
    projectId: idSchema('proj'),
    buildingId: v.optional(idSchema('bldg')),
    state: v.optional(v.picklist(roomStates)),
    /** A room's name or number, an owner's name, a phone or its last four digits. */
    search: searchSchema,
  },
  item: listedRoomSchema,
  project: rooms.projectId,
  where: async (ctx, filter) => [
    isNull(rooms.archivedAt),
    filter.buildingId === undefined ? undefined : eq(rooms.buildingId, filter.buildingId),
    filter.state === undefined ? undefined : eq(state, filter.state),
    filter.search === '' ? undefined : await roomsMeant(ctx, filter),
  ],
  order: { by: { sortKey, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) => {
    const its = sql`o.room_id = rooms.id AND o.role IN (${owning}) AND ${runsToday(ctx, 'o')}`
    const owners = occupantsJson(its, ownerFirst)
    return ctx.db.orm
      .select({ id, name, building, unit, number, floor, areaE2, use, state, sortKey, owners })
      .from(rooms)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: ({ sortKey: _sortKey, building: _building, unit: _unit, number: _number, owners, ...room }) => ({
    ...room,
    owners: parseOccupants(owners),
  }),
  file: {
    action: 'registry.rooms_exported',
    table: (_ctx, locale) => {
      const say = translator(registryTexts, locale)
      return {
        name: say('export.rooms'),
        columns: [
          [say('export.room'), (row) => row.name, { width: 20 }],
          [say('export.building'), (row) => row.building],
          [say('export.unit'), (row) => row.unit],
          [say('export.number'), (row) => row.number],
          [say('export.floor'), (row) => row.floor, { kind: 'number' }],
          [say('export.area'), (row) => (row.areaE2 === null ? null : row.areaE2 / 100), { kind: 'area' }],
          [say('export.use'), (row) => row.use && say(`use.${row.use}`)],
          [say('export.state'), (row) => row.state && say(`state.${row.state}`)],
          [say('export.owners'), (row) => ownersOf(row, (one) => one.name), { width: 24 }],
          [say('export.phones'), (row) => ownersOf(row, (one) => one.phone), { width: 24 }],
        ],
      }
    },
  },
})

type Owner = ReturnType<typeof parseOccupants>[number]

function ownersOf({ owners }: { owners: string }, fact: (owner: Owner) => string | null): string {
  return parseOccupants(owners)
    .flatMap((owner) => fact(owner) ?? [])
    .join('、')
}

/** Rooms whose name or whose people a search means. */
async function roomsMeant(
  ctx: Ctx,
  { projectId, search }: { projectId: string; search: string },
): Promise<SQL> {
  const theirs = sql`SELECT room_id FROM occupancies WHERE to_on IS NULL AND person_id IN (${await peopleMeant(ctx, projectId, search)})`
  return sql`${id} IN (${roomsNamed(projectId, search)} UNION ${theirs})`
}
