import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { defineList } from '../../platform/lists/index.ts'
import { staffStates } from './rules.ts'
import { colleagueSchema } from './schemas.ts'
import { assignmentsJson, assignmentsOf } from './sessions.ts'
import { staff } from './tables.ts'

const { id, name, phoneLast4, email, state, lastSignedInAt } = staff

/**
 * Colleagues by name. Who may read them in some projects sees those who work there, the ones responsible for all projects
 * among them.
 */
export const staffList = defineList({
  theirs: (ctx) => {
    const scope = ctx.projectsWhere('staff.read')
    return scope === 'all' ? undefined : workIn(scope)
  },
  filter: {
    state: v.optional(v.picklist(staffStates)),
    /** Part of the name. */
    search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
  },
  item: colleagueSchema,
  where: (_ctx, filter) => [
    filter.state === undefined ? undefined : eq(state, filter.state),
    filter.search === undefined ? undefined : sql`instr(${name}, ${filter.search}) > 0`,
  ],
  order: { by: { name, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) => {
    // Names stand in full: within a query of one table drizzle leaves the table away.
    const invitedUntil = sql<number | null>`(SELECT max(expires_at) FROM invitations WHERE staff_id = staff.id
      AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${ctx.now})`
    const assigned = assignmentsJson(sql`staff.id`)
    return ctx.db.orm
      .select({ id, name, phoneLast4, email, state, lastSignedInAt, assigned, invitedUntil })
      .from(staff)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: ({ assigned, ...colleague }) => ({ ...colleague, assignments: assignmentsOf(assigned) }),
})

function workIn(projectIds: readonly string[]): SQL {
  const ids = JSON.stringify(projectIds)
  return sql`EXISTS (SELECT 1 FROM staff_assignments WHERE staff_id = staff.id
    AND (project_id IS NULL OR project_id IN (SELECT value FROM json_each(${ids}))))`
}
