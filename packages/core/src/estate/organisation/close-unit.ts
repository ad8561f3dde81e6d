import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import {
  closedInFuture,
  unitClosed,
  unitHasProjects,
  unitHasUnits,
  unitIsRoot,
  unitNotFound,
} from './errors.ts'
import { noProjectsFrom } from './placement.ts'
import { fromTodayOn, hasUnitsFrom } from './rules.ts'
import { closeUnitSchema, type CloseUnit } from './schemas.ts'
import { organisationUnits, projectUnits } from './tables.ts'
import { readTree, reshape, todayOf, unitOf, type Unit } from './tree.ts'

/**
 * Closes a unit from a day on, or opens it again. Nothing may stand under it from that day on, nor be about to: it is moved
 * first.
 * @throws `organisation.unit_not_found`, `organisation.unit_is_root`, `organisation.closed_in_future`,
 *   `organisation.unit_has_units`, `organisation.unit_has_projects`, `organisation.unit_closed` where what it stood under
 *   has closed meanwhile, `organisation.tree_changed`
 */
export async function closeUnit(ctx: Ctx, raw: CloseUnit): Promise<{ unitId: string }> {
  ctx.require('organisation.manage')
  const input = parse(closeUnitSchema, raw)
  const { unitId, closedOn } = input
  return ctx.write('organisation.close_unit', input, async (write) => {
    const units = await readTree(ctx)
    const unit = unitOf(units, unitId)
    if (unit.parents.length === 0) throw unitIsRoot()
    if (closedOn === null) requireParentsOpen(units, unit, todayOf(ctx))
    else {
      if (closedOn > todayOf(ctx)) throw closedInFuture()
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

function requireParentsOpen(units: readonly Unit[], unit: Unit, today: string): void {
  const above = fromTodayOn(unit.parents, today).map(({ parentId }) => unitOf(units, parentId))
  if (above.some(({ closedOn }) => closedOn !== null)) throw unitClosed()
}
