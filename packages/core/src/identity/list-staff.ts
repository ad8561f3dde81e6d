import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { listStaffSchema, type Colleague, type ListStaff } from './schemas.ts'
import { assignmentsJson, assignmentsOf } from './sessions.ts'
import { invitations, staff } from './tables.ts'

/**
 * Colleagues by name, a page at a time. Who may read them in some projects sees those who work there, the ones
 * responsible for all projects among them. One round trip.
 */
export async function listStaff(
  ctx: Ctx,
  raw: ListStaff,
): Promise<{ items: Colleague[]; next: ListStaff['after'] | null }> {
  const scope = ctx.projectsWhere('staff.read')
  const { state, search, after, limit } = parse(listStaffSchema, raw)
  const { id, name, phoneLast4, email, lastSignedInAt } = staff
  const rows = await ctx.db.orm
    .select({
      id,
      name,
      phoneLast4,
      email,
      state: staff.state,
      lastSignedInAt,
      roles: assignmentsJson(sql`${staff.id}`),
      invitedUntil: sql<number | null>`(SELECT max(${invitations.expiresAt}) FROM ${invitations}
        WHERE ${invitations.staffId} = ${staff.id} AND ${invitations.acceptedAt} IS NULL
        AND ${invitations.withdrawnAt} IS NULL AND ${invitations.expiresAt} > ${ctx.now})`,
    })
    .from(staff)
    .where(
      and(
        scope === 'all' ? undefined : worksIn(scope),
        state === undefined ? undefined : eq(staff.state, state),
        search === undefined ? undefined : sql`instr(${name}, ${search}) > 0`,
        after === undefined ? undefined : sql`(${name}, ${id}) > (${after.name}, ${after.id})`,
      ),
    )
    .orderBy(name, id)
    .limit(limit + 1)
  const items = rows
    .slice(0, limit)
    .map(({ roles, ...row }) => ({ ...row, assignments: assignmentsOf(roles) }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { name: last.name, id: last.id } : null }
}

function worksIn(projectIds: readonly string[]): SQL {
  const ids = JSON.stringify(projectIds)
  return sql`EXISTS (SELECT 1 FROM staff_assignments WHERE staff_id = ${staff.id}
    AND (project_id IS NULL OR project_id IN (SELECT value FROM json_each(${ids}))))`
}
