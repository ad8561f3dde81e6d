import { addDays, type CivilDate } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import {
  closedBeforeOpened,
  closedInFuture,
  parentClosed,
  unitHasProjects,
  unitHasUnits,
  unitIsRoot,
  unitNotFound,
} from './errors.ts'
import { noProjectsFrom } from './placement.ts'
import { fromTodayOn, hasUnitsFrom, heldOn } from './rules.ts'
import { closeUnitSchema, type CloseUnit } from './schemas.ts'
import { organisationUnits, projectUnits } from './tables.ts'
import { readTree, requireNameFree, reshape, unitOf, type Unit } from './tree.ts'

/**
 * Closes a unit from a day on, or opens it again. Nothing may stand under it from that day on, nor be about to: it is moved
 * first.
 * @throws `organisation.unit_not_found`, `organisation.unit_is_root`, `organisation.closed_in_future`,
 *   `organisation.unit_has_units`, `organisation.unit_has_projects`, `organisation.parent_closed`,
 *   `organisation.closed_before_opened`, `organisation.unit_name_taken`, `organisation.tree_changed`
 */
export async function closeUnit(ctx: Ctx, raw: CloseUnit): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(closeUnitSchema, raw)
  const { unitId, closedOn } = input
  return ctx.write('organisation.close_unit', input, async (write) => {
    const units = await readTree(ctx)
    const unit = unitOf(units, unitId)
    if (unit.parents.length === 0) throw unitIsRoot()
    if (closedOn === null) requireReopens(ctx, units, unit)
    else {
      if (closedOn > todayOf(ctx)) throw closedInFuture()
      if (closedOn < (unit.openedOn ?? '')) throw closedBeforeOpened()
      requireParentUntil(units, unit, closedOn)
      if (hasUnitsFrom(units, unitId, closedOn)) throw unitHasUnits()
      write.require(noProjectsFrom(projectUnits, projectUnits.unitId, unitId, closedOn), unitHasProjects)
    }
    reshape(ctx, write, units)
    const closed = ctx.db.orm.update(organisationUnits).set({ closedOn, changedAt: ctx.now })
    write.changeOne(closed.where(eq(organisationUnits.id, unitId)), unitNotFound)
    if (closedOn === null) write.audit('organisation.unit_reopened', unitId)
    else write.audit('organisation.unit_closed', unitId, { detail: { closedOn } })
    return { unitId }
  })
}

function requireReopens(ctx: Ctx, units: readonly Unit[], unit: Unit): void {
  const parentIds = fromTodayOn(unit.parents, todayOf(ctx)).map(({ parentId }) => parentId)
  if (parentIds.some((id) => unitOf(units, id).closedOn !== null)) throw parentClosed()
  requireNameFree(ctx, units, { unitId: unit.id, name: unit.name, parentIds })
}

/** One that is closed already may be closed on another day, but was not there longer than what it stood under. */
function requireParentUntil(units: readonly Unit[], unit: Unit, closedOn: CivilDate): void {
  const { parentId } = heldOn(unit.parents, addDays(closedOn, -1))!
  const parent = unitOf(units, parentId)
  if (parent.closedOn !== null && parent.closedOn < closedOn) throw parentClosed()
}
