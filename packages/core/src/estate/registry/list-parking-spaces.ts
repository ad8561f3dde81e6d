import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { platesIn } from './plates.ts'
import { occupantsJson, ownerFirst, parseOccupants, runsOn, today } from './queries.ts'
import { canonicalCode } from './room-name.ts'
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
  const found = await ctx.db.orm
    .select({ id, lot, code, kind, tenure, areaE2, sortKey, occupants })
    .from(parkingSpaces)
    .where(
      and(
        ...(await spacesMeant(ctx, input)),
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

/**
 * The conditions for the spaces of a project that a search means: by its number or a part of it, by lot and number, by
 * plate, or by who has them.
 */
export async function spacesMeant(
  ctx: Ctx,
  { projectId, search }: { projectId: string; search: string },
): Promise<SQL[]> {
  const inProject = [eq(parkingSpaces.projectId, projectId), isNull(parkingSpaces.archivedAt)]
  if (search === '') return inProject
  const [asked = ''] = platesIn(search)
  // One person may have several plates at a space.
  const plate = sql`SELECT parking_space_id FROM occupancies
    WHERE project_id = ${projectId} AND instr('、' || plate || '、', ${`、${asked}、`}) > 0 AND to_on IS NULL`
  const theirs = sql`SELECT parking_space_id FROM occupancies
    WHERE to_on IS NULL AND person_id IN (${await peopleMeant(ctx, projectId, search)})`
  const { code, lot, id, key } = parkingSpaces
  const number = canonicalCode(search)
  const named = sql`substr(${key}, instr(${key}, '|') + 1) = ${number} OR replace(${key}, '|', '-') = ${number}`
  return [
    ...inProject,
    sql`(instr(${code}, ${search}) > 0 OR instr(${lot}, ${search}) > 0 OR ${named} OR ${id} IN (${theirs} UNION ${plate}))`,
  ]
}
