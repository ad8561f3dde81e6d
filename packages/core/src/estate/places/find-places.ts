import { asc, sql } from 'drizzle-orm'
import type * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { parkingSpaces, rooms, roomsNamed, spaceName } from '../registry/index.ts'
import { wordsIn } from './common-place-list.ts'
import { commonPlaceName } from './place-name.ts'
import { findPlacesSchema, type foundPlacesSchema } from './schemas.ts'
import { commonPlaces } from './tables.ts'

/** As many of each kind as one reads before typing on. */
const mostOfKind = 20

/**
 * The places of a project that a search means, whatever they are: common places in use, rooms, parking spaces, each in their
 * order. Whoever takes something down may ask it as well as who reads the registry. One round trip.
 */
export async function findPlaces(
  ctx: Ctx,
  raw: v.InferInput<typeof findPlacesSchema>,
): Promise<v.InferOutput<typeof foundPlacesSchema>> {
  const { projectId, search } = parse(findPlacesSchema, raw)
  if (!ctx.may('complaints.receive', projectId)) ctx.require('registry.read', projectId)
  const { orm } = ctx.db
  const inUse = sql`project_id = ${projectId} AND archived_at IS NULL`
  const [common, homes, spaces] = await orm.batch([
    orm
      .select({ id: commonPlaces.id, name: commonPlaceName() })
      .from(commonPlaces)
      .where(
        sql.join(
          [sql`project_id = ${projectId} AND retired_at IS NULL`, ...wordsIn(commonPlaceName(), search)],
          sql` AND `,
        ),
      )
      .orderBy(asc(commonPlaces.standingKey), asc(commonPlaces.sortKey), asc(commonPlaces.id))
      .limit(mostOfKind),
    orm
      .select({ id: rooms.id, name: rooms.name })
      .from(rooms)
      .where(search === '' ? inUse : sql`${inUse} AND id IN (${roomsNamed(projectId, search)})`)
      .orderBy(asc(rooms.sortKey), asc(rooms.id))
      .limit(mostOfKind),
    orm
      .select({ id: parkingSpaces.id, name: spaceName() })
      .from(parkingSpaces)
      .where(sql.join([inUse, ...wordsIn(spaceName(), search)], sql` AND `))
      .orderBy(asc(parkingSpaces.sortKey), asc(parkingSpaces.id))
      .limit(mostOfKind),
  ])
  return {
    places: [
      ...common.map((place) => ({ kind: 'common' as const, ...place })),
      ...homes.map((place) => ({ kind: 'room' as const, ...place })),
      ...spaces.map((place) => ({ kind: 'parking' as const, ...place })),
    ],
  }
}
