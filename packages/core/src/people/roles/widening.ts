import { permissions, projectsWhere, type OwnRole } from '../../permissions/index.ts'
import { daysOfBoth, grantedIn, type TreeChange } from './lines-in-tree.ts'
import type { HeldRow } from './scope.ts'

/** Whether somebody may do something somewhere after a change of the tree that they could not do there before it. */
export function widens(
  change: TreeChange,
  roles: ReadonlyMap<string, OwnRole>,
  held: readonly HeldRow[],
): boolean {
  const [grantedBefore, grantedAfter] = [grantedIn(change.before, roles), grantedIn(change.after, roles)]
  return daysOfBoth(change).some((day) => {
    const [had, has] = [grantedBefore(held, day), grantedAfter(held, day)]
    return permissions.some((permission) => {
      const [there, now] = [projectsWhere(had, permission), projectsWhere(has, permission)]
      return there !== 'all' && (now === 'all' || now.some((place) => !there.includes(place)))
    })
  })
}
