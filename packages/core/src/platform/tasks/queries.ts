import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import { notAllowed, type Ctx } from '../../context.ts'
import { tasks } from './tables.ts'

/**
 * The tasks that are the actor's: their own, and those of each role they hold where they hold it. The company
 * administrator sees all of them, so that nothing waits for a role that nobody has.
 * @returns undefined when that is every task
 * @throws `access.not_allowed` unless staff act
 */
export function mine(ctx: Ctx): SQL | undefined {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw notAllowed({ permission: 'staff' })
  const places = actor.assignments.map(({ role, projects }) => {
    const there = projects === 'all' ? undefined : inArray(tasks.projectId, [...projects])
    return role === 'company_admin' ? there : and(eq(tasks.role, role), there)
  })
  return places.includes(undefined) ? undefined : or(eq(tasks.staffId, actor.id), ...places)
}
