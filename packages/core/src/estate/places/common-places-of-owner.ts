import { asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../projects/index.ts'
import { rooms, roomsOfOwner } from '../registry/index.ts'
import { commonPlaceName } from './place-name.ts'
import { commonPlaces } from './tables.ts'

const { id, projectId } = commonPlaces

/**
 * The common places in use that an owner may come by: of the whole project, and of the buildings in which they have a room.
 * A query, for `orm.batch`.
 */
export function commonPlacesOfOwner(ctx: Ctx, ownerId: string) {
  const theirs = sql`SELECT 1 FROM ${rooms} AS r WHERE r.id IN (${roomsOfOwner(ctx, ownerId)})
    AND r.project_id = common_places.project_id
    AND (common_places.building_id IS NULL OR r.building_id = common_places.building_id)`
  return ctx.db.orm
    .select({ id, projectId, projectName: projects.name, name: commonPlaceName() })
    .from(commonPlaces)
    .innerJoin(projects, eq(projects.id, projectId))
    .where(sql`${commonPlaces.retiredAt} IS NULL AND EXISTS (${theirs})`)
    .orderBy(asc(projects.name), asc(commonPlaces.standingKey), asc(commonPlaces.sortKey), asc(id))
}

/** A common place that somebody means, by what it is called today. A query, for `orm.batch`. */
export function commonPlaceMeant(ctx: Ctx, commonPlaceId: string) {
  return ctx.db.orm
    .select({ id, projectId, name: commonPlaceName() })
    .from(commonPlaces)
    .where(eq(id, commonPlaceId))
}
