import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { isTemplate, may, type Assignment } from '../../permissions/index.ts'
import { notAllowed, type Ctx } from '../../context.ts'
import { taskKindNames, taskKinds } from './rules.ts'
import { tasks } from './tables.ts'

/**
 * The tasks that are the actor's: their own, and those of each role they hold where they hold it, as far as by that role they
 * may do them. The company administrator sees all of them, so that nothing waits for a role that nobody has.
 * @returns undefined when that is every task
 * @throws `access.not_allowed` unless staff act
 */
export function mine(ctx: Ctx): SQL | undefined {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw notAllowed({ permission: 'staff' })
  const places = actor.assignments.map((held) => {
    const { role, own, projects } = held
    const there = projects === 'all' ? undefined : inArray(tasks.projectId, [...projects])
    // A role of the company's own gets the tasks of the one that it was made from.
    const template = own === undefined ? role : own.template
    if (template === 'company_admin') return there
    if (template === null || !isTemplate(template)) return sql`0`
    return and(eq(tasks.role, template), isDoneBy(held), there)
  })
  return places.includes(undefined) ? undefined : or(eq(tasks.staffId, actor.id), ...places)
}

/** Whether a task is of a kind that somebody may do by what they hold. Without an index of its own, as in `taskList`. */
function isDoneBy(held: Assignment): SQL {
  const kinds = taskKindNames.filter((kind) => {
    const { permission } = taskKinds[kind]
    return permission !== null && may([held], permission)
  })
  return sql`+${tasks.kind} IN (SELECT value FROM json_each(${JSON.stringify(kinds)}))`
}
