import { daysOfChange, placesIn, type WholeTree } from '../../estate/organisation/index.ts'
import { crossedBy, type Assignment, type OwnRole } from '../../permissions/index.ts'
import { assignmentsFrom, requireLines } from './assignments.ts'
import type { HeldRow } from './scope.ts'

type OwnRolesById = ReadonlyMap<string, OwnRole>

/**
 * Tells what rows grant on a day, by a tree. A unit counts as a place beside what stands under it: two roles for one unit meet
 * there also while no project has come to it.
 */
export function grantedIn(tree: WholeTree, roles: OwnRolesById) {
  const places = placesIn(tree)
  return (held: readonly HeldRow[], day: string): Assignment[] => {
    const rows = held.map(([role, kind, id]): HeldRow => [
      role,
      kind,
      id,
      kind === 'unit' ? [...places(id, day)] : null,
    ])
    return assignmentsFrom(rows, roles)
  }
}

/**
 * Requires that all that one person holds crosses no line, from a day on: a move that is planned may bring together what is
 * apart today. @throws `roles.money_line`, `roles.audit_line`
 */
export function requireLinesFrom(
  tree: WholeTree,
  roles: OwnRolesById,
  held: readonly HeldRow[],
  from: string,
): void {
  const granted = grantedIn(tree, roles)
  for (const day of daysOfChange(tree.units, from, tree.projects)) requireLines(granted(held, day))
}

/** A tree before and after what is changed in it from a day on. */
export interface TreeChange {
  before: WholeTree
  after: WholeTree
  fromOn: string
}

/** The days on which the one or the other changes: a plan that is dropped has its day as well. */
export function daysOfBoth({ before, after, fromOn }: TreeChange): string[] {
  const days = [before, after].flatMap(({ units, projects }) => daysOfChange(units, fromOn, projects))
  return [...new Set(days)]
}

/** Whether somebody who crossed no line before a change of the tree crosses one after it, on its day or later. */
export function crossesByChange(
  change: TreeChange,
  roles: OwnRolesById,
): (held: readonly HeldRow[]) => boolean {
  const [grantedBefore, grantedAfter] = [grantedIn(change.before, roles), grantedIn(change.after, roles)]
  const days = daysOfBoth(change)
  return (held) =>
    days.some(
      (day) =>
        crossedBy(grantedAfter(held, day)) !== undefined && crossedBy(grantedBefore(held, day)) === undefined,
    )
}
