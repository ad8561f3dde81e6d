import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { unitClosed, unitKindMisplaced } from './errors.ts'
import { isOpenOn, standsUnder } from './rules.ts'
import { addUnitSchema, type AddUnit } from './schemas.ts'
import { organisationUnitParents, organisationUnits } from './tables.ts'
import { readTree, requireNameFree, reshape, unitOf } from './tree.ts'

/**
 * Adds a unit under another (D4).
 * @throws `organisation.unit_not_found`, `organisation.unit_closed`, `organisation.kind_misplaced`,
 *   `organisation.unit_name_taken`, `organisation.tree_changed`
 */
export async function addUnit(ctx: Ctx, raw: AddUnit): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(addUnitSchema, raw)
  const { unitId, parentId, kind, name, openedOn } = input
  return ctx.write('organisation.add_unit', input, async (write) => {
    const units = await readTree(ctx)
    const parent = unitOf(units, parentId)
    if (parent.closedOn !== null || !isOpenOn(parent, openedOn ?? todayOf(ctx))) throw unitClosed()
    if (!standsUnder[kind].includes(parent.kind)) throw unitKindMisplaced()
    requireNameFree(ctx, units, { unitId, name, parentIds: [parentId] })
    reshape(ctx, write, units)
    const at = { createdAt: ctx.now }
    write.add(
      ctx.db.orm
        .insert(organisationUnits)
        .values({ id: unitId, kind, name, openedOn, ...at, changedAt: ctx.now }),
    )
    write.add(ctx.db.orm.insert(organisationUnitParents).values({ unitId, parentId, fromOn: '', ...at }))
    write.audit('organisation.unit_added', unitId, { detail: { unitKind: kind, parentId } })
    return { unitId }
  })
}
