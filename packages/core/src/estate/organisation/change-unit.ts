import type { Write } from '@heju/db'
import type { CivilDate } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { todayOf } from '../../today.ts'
import { closedBeforeOpened, openedAfterUse, unitKindMisplaced, unitNotFound } from './errors.ts'
import { nothingBefore } from './placement.ts'
import { fromTodayOn, mayBeOfKind } from './rules.ts'
import { changeUnitSchema, type ChangeUnit } from './schemas.ts'
import { organisationUnitParents as parents, organisationUnits, projectUnits } from './tables.ts'
import { readTree, requireNameFree, reshape, unitOf, type Unit } from './tree.ts'

/**
 * Changes what a unit is called, of which kind it is and since when it is there.
 * @throws `organisation.unit_not_found`, `organisation.kind_misplaced`, `organisation.unit_name_taken`,
 *   `organisation.opened_after_use`, `organisation.closed_before_opened`, `organisation.tree_changed`, `request.changed_meanwhile`
 */
export async function changeUnit(ctx: Ctx, raw: ChangeUnit): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(changeUnitSchema, raw)
  const { unitId, revision, kind, name, openedOn } = input
  return ctx.write('organisation.change_unit', input, async (write) => {
    const units = await readTree(ctx)
    const unit = unitOf(units, unitId)
    if (!mayBeOfKind(units, unitId, kind, todayOf(ctx))) throw unitKindMisplaced()
    const parentIds = fromTodayOn(unit.parents, todayOf(ctx)).map(({ parentId }) => parentId)
    if (name !== unit.name) requireNameFree(ctx, units, { unitId, name, parentIds })
    if (openedOn !== null && openedOn !== unit.openedOn) requireOpenFrom(ctx, write, unit, openedOn)
    requireAsShown(write, organisationUnits, { id: unitId, revision })
    // Also where nothing but the name changes: a kind that somebody else gave it meanwhile would be taken back.
    reshape(ctx, write, units)
    write.changeOne(
      ctx.db.orm
        .update(organisationUnits)
        .set({ kind, name, openedOn, changedAt: ctx.now })
        .where(eq(organisationUnits.id, unitId)),
      unitNotFound,
    )
    const detail = changesOf({ ...unit, unitKind: unit.kind }, { unitKind: kind, name, openedOn })
    write.audit('organisation.unit_changed', unitId, { detail })
    return { unitId }
  })
}

/** What stands under it, and where it was moved to, it did on days on which it was there. */
function requireOpenFrom(ctx: Ctx, write: Write, unit: Unit, openedOn: CivilDate): void {
  if (unit.closedOn !== null && unit.closedOn < openedOn) throw closedBeforeOpened()
  if (unit.parents.some(({ fromOn }) => fromOn !== null && fromOn < openedOn)) throw openedAfterUse()
  const from = { id: unit.id, day: openedOn }
  write.require(nothingBefore(ctx, parents, parents.parentId, from), openedAfterUse)
  write.require(nothingBefore(ctx, projectUnits, projectUnits.unitId, from), openedAfterUse)
}
