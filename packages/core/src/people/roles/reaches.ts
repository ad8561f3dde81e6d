import { sql, type SQL } from 'drizzle-orm'
import { projectsUnderJson, unitsAbove } from '../../estate/organisation/index.ts'
import { roleAssignments } from './tables.ts'

/**
 * Whether a row of role assignments reaches into a project on a day, for SQL. What stands under a unit is asked of the tree:
 * a move takes effect on its day, and nobody touches assignments for it.
 * @param held what the query calls the row
 */
export function reaches(held: string, projectId: SQL | string | null, day: string): SQL {
  const [kind, id] = [sql.raw(`${held}.scope_kind`), sql.raw(`${held}.scope_id`)]
  return sql`(${kind} = 'company' OR (${kind} = 'project' AND ${id} = ${projectId})
    OR (${kind} = 'unit' AND ${id} IN (${unitsAbove(projectId, day)})))`
}

/** What somebody reaches by project or unit on a day, for SQL: rows of a role and a project. The company is not among them. */
export function reachedBy(staffId: string, day: string): SQL {
  return sql`SELECT a.role, a.scope_id AS project_id FROM ${roleAssignments} AS a
      WHERE a.staff_id = ${staffId} AND a.scope_kind = 'project'
    UNION ALL SELECT a.role, under.value FROM ${roleAssignments} AS a, json_each(${projectsUnderJson(sql`a.scope_id`, day)}) AS under
      WHERE a.staff_id = ${staffId} AND a.scope_kind = 'unit'`
}
