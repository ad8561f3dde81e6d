import { createArea } from '@heju/core/estate/areas'
import { listBuildings } from '@heju/core/estate/registry'
import { civilDateOf, type CivilDate } from '@heju/kernel'
import type { Life } from './life.ts'

/**
 * The buildings of the first project are two areas with a steward each since two months ago, who stand in for each other.
 * @param leaver who is responsible for the second one, and leaves
 */
export async function areasOf({ past, staff, estates, present }: Life, leaver: string): Promise<void> {
  const projectId = estates[0]?.projectId ?? ''
  past.now = present - 60 * 24 * 60 * 60_000
  const ctx = past.as(staff.manager, 'project_manager')
  const buildings = (await listBuildings(ctx, projectId)).map(({ id }) => id)
  const half = Math.ceil(buildings.length / 2)
  for (const [name, places, stewardId, standInId] of [
    ['东区', buildings.slice(0, half), staff.desk, leaver],
    ['西区', buildings.slice(half), leaver, staff.desk],
  ] as const)
    await createArea(ctx, {
      requestId: past.requestId(),
      areaId: past.id('area'),
      projectId,
      name,
      places,
      stewardId,
      standInId,
      fromOn: civilDateOf(past.now) as CivilDate,
    })
}
