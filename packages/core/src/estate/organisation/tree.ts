import type { Write } from '@heju/db'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { treeChanged, unitNameTaken, unitNotFound } from './errors.ts'
import { fromTodayOn, type UnitInTree } from './rules.ts'
import { organisationUnitParents, organisationUnits } from './tables.ts'

type UnitRow = typeof organisationUnits.$inferSelect
type ParentRow = typeof organisationUnitParents.$inferSelect

/** A unit with all that it stood, stands and will stand under. */
export type Unit = UnitRow & UnitInTree

/** All units, the oldest first. A query, for `orm.batch`. */
export function unitsQuery(ctx: Ctx) {
  return ctx.db.orm.select().from(organisationUnits).orderBy(organisationUnits.id)
}
/** Under what they stand, in order of time. A query, for `orm.batch`. */
export function parentsQuery(ctx: Ctx) {
  return ctx.db.orm.select().from(organisationUnitParents).orderBy(organisationUnitParents.fromOn)
}

/** @returns the units as the pure rules know them */
export function treeOf(units: readonly UnitRow[], parents: readonly ParentRow[]): Unit[] {
  const above = Map.groupBy(parents, ({ unitId }) => unitId)
  return units.map((unit) => ({
    ...unit,
    parents: (above.get(unit.id) ?? []).map(({ parentId, fromOn }) => ({ parentId, fromOn: fromOn || null })),
  }))
}

/** Reads the tree, as it is judged before it is changed. One round trip. */
export async function readTree(ctx: Ctx): Promise<Unit[]> {
  const [units, parents] = await ctx.readStanding([unitsQuery(ctx), parentsQuery(ctx)])
  return treeOf(units, parents)
}

/** @throws `organisation.unit_not_found` */
export function unitOf(units: readonly Unit[], unitId: string): Unit {
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) throw unitNotFound()
  return unit
}

/**
 * Requires that no other unit that is open has a name under any of some units, today or later: people choose them by name.
 * @throws `organisation.unit_name_taken`
 */
export function requireNameFree(
  ctx: Ctx,
  units: readonly Unit[],
  { unitId, name, parentIds }: { unitId: string; name: string; parentIds: readonly string[] },
): void {
  const beside = units.filter(
    ({ id, closedOn, parents }) =>
      id !== unitId &&
      closedOn === null &&
      fromTodayOn(parents, todayOf(ctx)).some(({ parentId }) => parentIds.includes(parentId)),
  )
  if (beside.some((one) => one.name === name)) throw unitNameTaken()
}

/**
 * Requires that the tree still has the shape that was read, and says that it gets another: of two moves at once that together
 * would make a circle, the second is refused.
 */
export function reshape(ctx: Ctx, write: Write, units: readonly Unit[]): void {
  const root = units.find(({ parents }) => parents.length === 0)!
  write.changeOne(
    ctx.db.orm
      .update(organisationUnits)
      .set({ treeRevision: root.treeRevision + 1 })
      .where(and(eq(organisationUnits.id, root.id), eq(organisationUnits.treeRevision, root.treeRevision))),
    treeChanged,
  )
}

/** Whether a unit takes in what comes under it on a day: it is open then, and no end of it is known. */
export function takesIn(unitId: string, day: string): SQL {
  const { id, openedOn, closedOn } = organisationUnits
  return sql`EXISTS (SELECT 1 FROM ${organisationUnits} WHERE ${id} = ${unitId} AND ${closedOn} IS NULL
    AND coalesce(${openedOn}, '') <= ${day})`
}
