import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { unitsAboveAny } from '../../estate/organisation/index.ts'
import { idSchema } from '../../input.ts'
import { permissions, type Permission } from '../../permissions/index.ts'
import { defineList } from '../../platform/lists/index.ts'
import { todayOf } from '../../today.ts'
import { staffStates } from './rules.ts'
import { colleagueSchema } from './schemas.ts'
import { carries, reaches, roleAssignments, scopedRolesOf, scopesJson, type HeldRow } from '../roles/index.ts'
import { staff } from './tables.ts'

const { id, name, phoneLast4, email, state, revision, lastSignedInAt } = staff

/**
 * Colleagues by name. Who may read them in some projects sees those who work there, the ones responsible for all projects
 * among them.
 */
export const staffList = defineList({
  theirs: (ctx) => {
    const scope = ctx.projectsWhere('staff.read')
    return scope === 'all' ? undefined : workIn(ctx, scope)
  },
  filter: {
    state: v.optional(v.picklist(staffStates)),
    /** Part of the name. */
    search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
    /** Those who hold a role: one that every company has, or the id of one of its own. */
    role: v.optional(v.pipe(v.string(), v.maxLength(40))),
    /** Those who may do something in some project, or in the one that is named. */
    permission: v.optional(v.picklist(permissions)),
    /** Those who work in a project. */
    projectId: v.optional(idSchema('proj')),
    /** Those who hold a role for a unit of the organisation itself, not for one above it. */
    unitId: v.optional(idSchema('unit')),
  },
  item: colleagueSchema,
  where: (ctx, filter) => {
    if (filter.projectId !== undefined) ctx.require('staff.read', filter.projectId)
    return [
      filter.state === undefined ? undefined : eq(state, filter.state),
      filter.search === undefined ? undefined : sql`instr(${name}, ${filter.search}) > 0`,
      filter.role === undefined ? undefined : holding(sql`held.role = ${filter.role}`),
      filter.unitId === undefined
        ? undefined
        : holding(sql`held.scope_kind = 'unit' AND held.scope_id = ${filter.unitId}`),
      filter.permission === undefined && filter.projectId === undefined ? undefined : mayThere(ctx, filter),
    ]
  },
  order: { by: { name, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) => {
    // Names stand in full: within a query of one table drizzle leaves the table away.
    const invitedUntil = sql<number | null>`(SELECT max(expires_at) FROM invitations WHERE staff_id = staff.id
      AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${ctx.now})`
    const assigned = scopesJson(sql`staff.id`)
    return ctx.db.orm
      .select({ id, name, phoneLast4, email, state, revision, lastSignedInAt, assigned, invitedUntil })
      .from(staff)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: ({ assigned, ...colleague }) => ({
    ...colleague,
    assignments: scopedRolesOf(JSON.parse(assigned) as HeldRow[]),
  }),
})

/** Whether a colleague has a row of assignments, called `held`, of which something is so. */
function holding(so: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${roleAssignments} AS held WHERE held.staff_id = staff.id AND ${so})`
}

/** What is carried and where is of one row: two roles in different projects do not mix. */
function mayThere(
  ctx: Ctx,
  { permission, projectId }: { permission?: Permission | undefined; projectId?: string | undefined },
): SQL {
  const carried = permission === undefined ? sql`1` : carries(sql`held.role`, permission)
  return holding(
    sql`${carried} AND ${projectId === undefined ? sql`1` : reaches('held', projectId, todayOf(ctx))}`,
  )
}

function workIn(ctx: Ctx, projectIds: readonly string[]): SQL {
  const ids = JSON.stringify(projectIds)
  return sql`EXISTS (SELECT 1 FROM ${roleAssignments} AS held WHERE held.staff_id = staff.id AND (held.scope_kind = 'company'
    OR (held.scope_kind = 'project' AND held.scope_id IN (SELECT value FROM json_each(${ids})))
    OR (held.scope_kind = 'unit' AND held.scope_id IN (${unitsAboveAny(sql`SELECT value FROM json_each(${ids})`, todayOf(ctx))}))))`
}
