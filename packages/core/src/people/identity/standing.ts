import { sql } from 'drizzle-orm'
import type { Standing } from '../../context.ts'
import type { Session } from './access-tokens.ts'
import { owners, sessions, staff, staffAssignments } from './tables.ts'

/**
 * What must be so for an access token to be good still: its sign-in was not ended, its account not shut out, and every
 * role that it claims is held. A role that was given since is no reason to refuse; the next token has it.
 */
export function standingOf({ plane, subject, familyId, assignments }: Session): Standing {
  const signedIn = sql`EXISTS (SELECT 1 FROM ${sessions}
    WHERE id = ${familyId} AND plane = ${plane} AND subject_id = ${subject} AND ended_at IS NULL)`
  if (plane !== 'staff') return sql`${signedIn} AND EXISTS (SELECT 1 FROM ${owners} WHERE id = ${subject})`
  const claimed = assignments.flatMap(({ role, projects }) =>
    (projects === 'all' ? [null] : projects).map((project) => [role, project]),
  )
  return sql`${signedIn} AND EXISTS (SELECT 1 FROM ${staff} WHERE id = ${subject} AND state = 'active')
    AND NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(claimed)}) AS claimed
      WHERE NOT EXISTS (SELECT 1 FROM ${staffAssignments} AS held
        WHERE held.staff_id = ${subject} AND held.role = claimed.value ->> 0
          AND (held.project_id IS NULL OR held.project_id = claimed.value ->> 1)))`
}
