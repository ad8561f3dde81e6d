import { sql, type SQL } from 'drizzle-orm'
import type { Standing } from '../../context.ts'
import type { Assignment } from '../../permissions/index.ts'
import { reachedBy, roleAssignments, rolePermissions } from '../roles/index.ts'
import type { Session } from './access-tokens.ts'
import { owners, sessions, staff } from './tables.ts'

/**
 * What must be so for an access token to be good still: its sign-in was not ended, its account not shut out, every role that
 * it claims is held where it claims it, by the tree of the day, and carries what it claims. What was given since is no reason
 * to refuse; the next token has it.
 */
export function standingOf({ plane, subject, familyId, assignments }: Session, day: string): Standing {
  const signedIn = sql`EXISTS (SELECT 1 FROM ${sessions}
    WHERE id = ${familyId} AND plane = ${plane} AND subject_id = ${subject} AND ended_at IS NULL)`
  if (plane !== 'staff') return sql`${signedIn} AND EXISTS (SELECT 1 FROM ${owners} WHERE id = ${subject})`
  return sql`${signedIn} AND EXISTS (SELECT 1 FROM ${staff} WHERE id = ${subject} AND state = 'active')
    AND ${holds(subject, assignments, day)} AND ${stillCarry(assignments)}`
}

/** Roles with the same projects are asked together: of 300 projects the database is told once, and what is held is gathered once. */
function holds(subject: string, assignments: readonly Assignment[], day: string): SQL {
  const alike = Map.groupBy(assignments, ({ projects }) => JSON.stringify(projects))
  const groups = [...alike.values()].map((same) => [
    same.map(({ role }) => role),
    same[0]!.projects === 'all' ? [null] : same[0]!.projects,
  ])
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(groups)}) AS same,
      json_each(same.value -> 0) AS role, json_each(same.value -> 1) AS project
    WHERE role.value NOT IN (SELECT c.role FROM ${roleAssignments} AS c WHERE c.staff_id = ${subject} AND c.scope_kind = 'company')
      AND (project.value IS NULL OR (role.value, project.value) NOT IN (${reachedBy(subject, day)})))`
}

/** Of roles of the company's own; what the others carry is for the product to say. */
function stillCarry(assignments: readonly Assignment[]): SQL {
  const claimed = assignments.flatMap(({ role, own }) => (own?.permissions ?? []).map((one) => [role, one]))
  if (claimed.length === 0) return sql`1`
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(claimed)}) AS claimed
    WHERE NOT EXISTS (SELECT 1 FROM ${rolePermissions} AS carried
      WHERE carried.role_id = claimed.value ->> 0 AND carried.permission = claimed.value ->> 1))`
}
