import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { occupantsJson, ownerFirst, owning, parseOccupants, runsOn, today } from './queries.ts'
import type { RoomState } from './rules.ts'
import { listRoomsSchema, type ListedRoom, type ListRooms } from './schemas.ts'
import { peopleMeant, roomsNamed } from './search.ts'
import { rooms } from './tables.ts'

/** The rooms of a project in natural order, with today's owners. One round trip. */
export async function listRooms(ctx: Ctx, raw: ListRooms): Promise<Page<ListedRoom>> {
  const input = parse(listRoomsSchema, raw)
  ctx.require('registry.read', input.projectId)
  const after = decodeCursor<[string, string]>(input.after, ['string', 'string'])
  const { id, name, floor, areaE2, use, state, sortKey } = rooms
  const owners = occupantsJson(
    sql`o.room_id = rooms.id AND o.role IN (${owning}) AND ${runsOn('o', today(ctx))}`,
    ownerFirst,
  )
  const found = await ctx.db.orm
    .select({ id, name, floor, areaE2, use, state, sortKey, owners })
    .from(rooms)
    .where(
      and(
        ...(await roomsFiltered(ctx, input)),
        after && sql`(${rooms.sortKey}, ${rooms.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(rooms.sortKey), asc(rooms.id))
    .limit(input.limit + 1)
  const { items, next } = pageOf(found, input.limit, (room) => [room.sortKey, room.id])
  return {
    items: items.map(({ sortKey: _sortKey, ...room }) => ({ ...room, owners: parseOccupants(room.owners) })),
    next,
  }
}

/** What narrows a list of rooms. */
export interface RoomFilter {
  projectId: string
  buildingId?: string | undefined
  state?: RoomState | undefined
  search: string
}

/** The conditions for the rooms that a filter leaves: the same for the list and for its export. */
export async function roomsFiltered(ctx: Ctx, filter: RoomFilter): Promise<(SQL | undefined)[]> {
  const { projectId, buildingId, state, search } = filter
  return [
    eq(rooms.projectId, projectId),
    isNull(rooms.archivedAt),
    buildingId === undefined ? undefined : eq(rooms.buildingId, buildingId),
    state === undefined ? undefined : eq(rooms.state, state),
    search === '' ? undefined : await roomsMeant(ctx, projectId, search),
  ]
}

/** Rooms whose name or whose people a search means. */
async function roomsMeant(ctx: Ctx, projectId: string, search: string): Promise<SQL> {
  const theirs = sql`SELECT room_id FROM occupancies WHERE to_on IS NULL AND person_id IN (${await peopleMeant(ctx, projectId, search)})`
  return sql`${rooms.id} IN (${roomsNamed(projectId, search)} UNION ${theirs})`
}
