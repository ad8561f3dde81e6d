import { naturalSortKey } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { buildingTaken } from './errors.ts'
import { buildingName, placeKey } from './room-name.ts'
import { createBuildingSchema, type CreateBuilding } from './schemas.ts'
import { buildings } from './tables.ts'

/**
 * Adds a building to a project. 3, 3栋 and 三号楼 are one building.
 * @throws `registry.building_taken`
 */
export async function createBuilding(ctx: Ctx, raw: CreateBuilding): Promise<{ buildingId: string }> {
  const input = parse(createBuildingSchema, raw)
  const { projectId, buildingId, floors } = input
  ctx.require('registry.write', projectId)
  const name = buildingName(input.name)
  return ctx.write('registry.create_building', input, (write) => {
    const row = {
      id: buildingId,
      projectId,
      key: placeKey(name),
      name,
      sortKey: naturalSortKey(name),
      floors,
    }
    write.add(
      ctx.db.orm.insert(buildings).values({ ...row, createdAt: ctx.now, changedAt: ctx.now }),
      buildingTaken({ name }),
    )
    write.audit('registry.building_created', buildingId, { projectId })
    return { buildingId }
  })
}
