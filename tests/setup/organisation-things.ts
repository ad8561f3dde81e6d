import type { Ctx } from '@heju/core'
import { addEntity, addUnit, firstUnitId } from '@heju/core/estate/organisation'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'

/** Two regions, and a legal entity beside the first. */
export async function organisationThings(ctx: Ctx, stored: string): Promise<Record<string, string>> {
  const [unitId, parentId] = [newId('unit', ctx.now), newId('unit', ctx.now)]
  const under = { parentId: firstUnitId, kind: 'region' } as const
  await addUnit(ctx, { requestId: freshRequestId(), unitId, ...under, name: `华东大区${stored}` })
  await addUnit(ctx, { requestId: freshRequestId(), unitId: parentId, ...under, name: `华南大区${stored}` })
  const entityId = newId('entity', ctx.now)
  const named = { name: `湖北分公司${stored}`, seriesCode: 'HB' }
  await addEntity(ctx, { requestId: freshRequestId(), entityId, ...named })
  return { unitId, parentId, entityId }
}
