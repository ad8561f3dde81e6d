import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { decodeCursor, pageOf, type Page } from '../paging.ts'
import { occupantsJson, ownerFirst, parseOccupants, runsOn, today } from './queries.ts'
import { listParkingSpacesSchema, type ListedSpace, type ListParkingSpaces } from './schemas.ts'
import { peopleMeant } from './search.ts'
import { parkingSpaces } from './tables.ts'

/** The parking spaces of a project in natural order, with who has them today. One round trip. */
export async function listParkingSpaces(ctx: Ctx, raw: ListParkingSpaces): Promise<Page<ListedSpace>> {
  const input = parse(listParkingSpacesSchema, raw)
  ctx.require('registry.read', input.projectId)
  const after = decodeCursor<[string, string]>(input.after, ['string', 'string'])
  const { id, lot, code, kind, tenure, areaE2, sortKey } = parkingSpaces
  const occupants = occupantsJson(
    sql`o.parking_space_id = parking_spaces.id AND ${runsOn('o', today(ctx))}`,
    ownerFirst,
  )
  const meant =
    input.search === ''
      ? undefined
      : sql`(instr(${parkingSpaces.code}, ${input.search}) > 0 OR ${parkingSpaces.id} IN (SELECT parking_space_id FROM occupancies
          WHERE to_on IS NULL AND person_id IN (${await peopleMeant(ctx, input.projectId, input.search)})))`
  const found = await ctx.db.orm
    .select({ id, lot, code, kind, tenure, areaE2, sortKey, occupants })
    .from(parkingSpaces)
    .where(
      and(
        eq(parkingSpaces.projectId, input.projectId),
        isNull(parkingSpaces.archivedAt),
        meant,
        after && sql`(${parkingSpaces.sortKey}, ${parkingSpaces.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(parkingSpaces.sortKey), asc(parkingSpaces.id))
    .limit(input.limit + 1)
  const { items, next } = pageOf(found, input.limit, (space) => [space.sortKey, space.id])
  return {
    items: items.map(({ sortKey: _sortKey, ...space }) => ({
      ...space,
      occupants: parseOccupants(space.occupants),
    })),
    next,
  }
}
