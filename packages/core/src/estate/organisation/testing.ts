import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { freshRequestId, testCtx } from '../../testing.ts'
import {
  addEntity,
  addUnit,
  firstUnitId,
  readOrganisation,
  heldOn,
  type AddEntity,
  type UnitKind,
} from './index.ts'
import { moveUnit } from './move-unit.ts'

/** A company whose tree can be built and asked. */
export async function company(given?: Ctx) {
  const ctx = given ?? (await testCtx())
  const add = async (name: string, parentId = firstUnitId, kind: UnitKind = 'region') => {
    const unitId = newId('unit', ctx.now)
    await addUnit(ctx, { requestId: freshRequestId(), unitId, parentId, kind, name })
    return unitId
  }
  const move = (unitId: string, parentId: string, fromOn = '2026-11-22') =>
    moveUnit(ctx, { requestId: freshRequestId(), unitId, parentId, fromOn })
  /** What stands under what on a day, by name. */
  const shape = async (day = '2026-11-22') => {
    const { units } = await readOrganisation(ctx)
    const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name
    return Object.fromEntries(
      units.flatMap(({ name, parents }) => {
        const above = heldOn(parents, day)
        return above === undefined ? [] : [[name, nameOf(above.parentId)]]
      }),
    ) as Record<string, string>
  }
  return { ctx, add, move, shape }
}

/** A further legal entity. */
export async function anotherEntity(ctx: Ctx, more: Partial<AddEntity> = {}): Promise<string> {
  const entityId = newId('entity', ctx.now)
  await addEntity(ctx, {
    requestId: freshRequestId(),
    entityId,
    name: '和润湖北物业有限公司',
    creditCode: '',
    seriesCode: 'HB',
    ...more,
  })
  return entityId
}
