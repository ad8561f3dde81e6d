import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { unitKindMisplaced, unitNotFound } from './errors.ts'
import { mayBeOfKind } from './rules.ts'
import { changeUnitSchema, type ChangeUnit } from './schemas.ts'
import { organisationUnits } from './tables.ts'
import { readTree, reshape, todayOf, unitOf } from './tree.ts'

/**
 * Changes what a unit is called, of which kind it is and since when it is there.
 * @throws `organisation.unit_not_found`, `organisation.kind_misplaced`, `organisation.tree_changed`
 */
export async function changeUnit(ctx: Ctx, raw: ChangeUnit): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(changeUnitSchema, raw)
  const { unitId, kind, name, openedOn } = input
  return ctx.write('organisation.change_unit', input, async (write) => {
    const units = await readTree(ctx)
    const unit = unitOf(units, unitId)
    if (!mayBeOfKind(units, unitId, kind, todayOf(ctx))) throw unitKindMisplaced()
    if (kind !== unit.kind) reshape(ctx, write, units)
    write.changeOne(
      ctx.db.orm
        .update(organisationUnits)
        .set({ kind, name, openedOn, changedAt: ctx.now })
        .where(eq(organisationUnits.id, unitId)),
      unitNotFound,
    )
    write.audit('organisation.unit_changed', unitId, { detail: { unitKind: kind, openedOn } })
    return { unitId }
  })
}
