import { asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Building } from './schemas.ts'
import { buildings } from './tables.ts'

/** The buildings of a project in natural order, with how many rooms each has. One round trip. */
export async function listBuildings(ctx: Ctx, projectId: string): Promise<Building[]> {
  ctx.require('registry.read', projectId)
  const { id, name, floors, revision } = buildings
  const counted = sql<number>`(SELECT count(*) FROM rooms WHERE building_id = buildings.id AND archived_at IS NULL)`
  return ctx.db.orm
    .select({ id, name, floors, revision, rooms: counted })
    .from(buildings)
    .where(eq(buildings.projectId, projectId))
    .orderBy(asc(buildings.sortKey), asc(buildings.id))
}
