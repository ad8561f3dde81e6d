import { and, eq, gte } from 'drizzle-orm'
import type { ErrorDefinition } from '@heju/kernel'
import { addDays } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import {
  placedSince,
  placedThere,
  unitClosed,
  unitIsRoot,
  unitKindMisplaced,
  unitUnderItself,
} from './errors.ts'
import { heldOn, misplacementOf, withParent, type Misplacement } from './rules.ts'
import { moveUnitSchema, type MoveUnit } from './schemas.ts'
import { organisationUnitParents as parents } from './tables.ts'
import { requireNameFree, reshape, unitOf } from './tree.ts'
import { readWhole, type Judging } from './whole-tree.ts'

const refusals: Readonly<Record<Misplacement, ErrorDefinition>> = {
  root: unitIsRoot,
  closed: unitClosed,
  kind: unitKindMisplaced,
  past: placedSince,
  cycle: unitUnderItself,
  same: placedThere,
}

/**
 * Puts a unit, with all that stands under it, under another from a day on. What has held since before today stays in the
 * history; moves that begin on that day or later, and not before today, are replaced by this one. The verb that routes have
 * is `identity`'s, which judges what it means for those who work for a unit.
 * @throws `organisation.unit_not_found`, `organisation.unit_is_root`, `organisation.unit_closed`,
 *   `organisation.kind_misplaced`, `organisation.placed_since`, `organisation.under_itself`, `organisation.placed_there`,
 *   `organisation.unit_name_taken`, `organisation.tree_changed`
 */
export async function moveUnit(ctx: Ctx, raw: MoveUnit, judging?: Judging): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(moveUnitSchema, raw)
  const { unitId, parentId, fromOn } = input
  return ctx.write('organisation.move_unit', input, async (write) => {
    const { units, projects, held } = await readWhole(ctx, judging)
    const unit = unitOf(units, unitId)
    unitOf(units, parentId)
    const misplacement = misplacementOf(units, input, todayOf(ctx))
    if (misplacement !== null) throw refusals[misplacement]()
    requireNameFree(ctx, units, { unitId, name: unit.name, parentIds: [parentId] })
    const after = { units: withParent(units, unitId, { parentId, fromOn }), projects }
    judging?.judge(write, held, { before: { units, projects }, after, fromOn })
    reshape(ctx, write, units)
    write.change(
      ctx.db.orm.delete(parents).where(and(eq(parents.unitId, unitId), gte(parents.fromOn, fromOn))),
    )
    const before = heldOn(unit.parents, addDays(fromOn, -1))!.parentId
    if (before !== parentId)
      write.add(ctx.db.orm.insert(parents).values({ unitId, parentId, fromOn, createdAt: ctx.now }))
    write.audit('organisation.unit_moved', unitId, { detail: { beforeId: before, parentId, fromOn } })
    return { unitId }
  })
}
