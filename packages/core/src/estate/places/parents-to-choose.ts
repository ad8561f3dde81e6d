import { sql } from 'drizzle-orm'
import type * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { buildings, units } from '../registry/index.ts'
import { placesOfProjectSchema } from './schemas.ts'

/** The buildings of a project and their units, in their order: under what a common place may stand. One round trip. */
export async function parentsToChoose(ctx: Ctx, raw: v.InferInput<typeof placesOfProjectSchema>) {
  const { projectId } = parse(placesOfProjectSchema, raw)
  ctx.require('registry.read', projectId)
  const parents = await ctx.db.orm.all<{
    id: string
    buildingId: string
    building: string
    unit: string | null
  }>(sql`SELECT b.id, b.id AS buildingId, b.name AS building, NULL AS unit, b.sort_key AS of_building, '' AS of_unit
      FROM ${buildings} AS b WHERE b.project_id = ${projectId}
    UNION ALL SELECT u.id, b.id, b.name, u.name, b.sort_key, u.sort_key
      FROM ${buildings} AS b JOIN ${units} AS u ON u.building_id = b.id WHERE b.project_id = ${projectId}
    ORDER BY of_building, 2, of_unit`)
  return {
    parents: parents.map(({ id, buildingId, building, unit }) => ({ id, buildingId, building, unit })),
  }
}
