import type { Write } from '@heju/db'
import type { Assignment } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { projects as projectTable } from '../../estate/projects/index.ts'
import type { Ctx } from '../../context.ts'
import { lastAdministrator, projectUnknown } from './errors.ts'
import { staffAssignments } from './tables.ts'

export function insertAssignments(ctx: Ctx, staffId: string, assignments: readonly Assignment[]) {
  const rows = assignments.flatMap(({ role, projects }) =>
    (projects === 'all' ? [null] : [...new Set(projects)]).map((projectId) => ({ staffId, role, projectId })),
  )
  return ctx.db.orm.insert(staffAssignments).values(rows)
}

/** Refuses assignments to projects that are not there or were archived. @throws `identity.project_unknown` */
export function requireProjects(write: Write, assignments: readonly Assignment[]): void {
  const named = new Set(assignments.flatMap(({ projects }) => (projects === 'all' ? [] : projects)))
  if (named.size === 0) return
  const ids = JSON.stringify([...named])
  write.require(
    sql`(SELECT count(*) FROM ${projectTable} WHERE archived_at IS NULL AND id IN (SELECT value FROM json_each(${ids}))) = ${named.size}`,
    projectUnknown,
  )
}

/**
 * Refuses a change after which nobody could appoint anybody: seen in the state that the statements before it made, so
 * that two administrators who remove each other at once do not both succeed.
 * @throws `identity.last_administrator`
 */
export function requireAdministrator(write: Write): void {
  write.require(
    sql`EXISTS (SELECT 1 FROM staff_assignments JOIN staff ON staff.id = staff_id
      WHERE role = 'company_admin' AND project_id IS NULL AND state = 'active')`,
    lastAdministrator,
  )
}
