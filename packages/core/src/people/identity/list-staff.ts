import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { listStaffSchema, type Colleague, type ListStaff } from './schemas.ts'
import { assignmentsJson, assignmentsOf } from './sessions.ts'
import { staff } from './tables.ts'

/**
 * Colleagues by name, a page at a time. Who may read them in some projects sees those who work there, the ones
 * responsible for all projects among them. One round trip.
 */
export async function listStaff(ctx: Ctx, raw: ListStaff): Promise<Page<Colleague>> {
  const scope = ctx.projectsWhere('staff.read')
  const { state, search, after, limit } = parse(listStaffSchema, raw)
  const from = decodeCursor<[string, string]>(after, ['string', 'string'])
  const { id, name, phoneLast4, email, lastSignedInAt } = staff
  const rows = await ctx.db.orm
    .select({
      id,
      name,
      phoneLast4,
      email,
      state: staff.state,
      lastSignedInAt,
      roles: assignmentsJson(sql`staff.id`),
      // Names stand in full: within a query of one table drizzle leaves the table away.
      invitedUntil: sql<number | null>`(SELECT max(expires_at) FROM invitations WHERE staff_id = staff.id
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${ctx.now})`,
    })
    .from(staff)
    .where(
      and(
        scope === 'all' ? undefined : worksIn(scope),
        state === undefined ? undefined : eq(staff.state, state),
        search === undefined ? undefined : sql`instr(${name}, ${search}) > 0`,
        from === undefined ? undefined : sql`(${name}, ${id}) > (${from[0]}, ${from[1]})`,
      ),
    )
    .orderBy(name, id)
    .limit(limit + 1)
  const colleagues = rows.map(({ roles, ...row }) => ({ ...row, assignments: assignmentsOf(roles) }))
  return pageOf(colleagues, limit, (row) => [row.name, row.id])
}

function worksIn(projectIds: readonly string[]): SQL {
  const ids = JSON.stringify(projectIds)
  return sql`EXISTS (SELECT 1 FROM staff_assignments WHERE staff_id = staff.id
    AND (project_id IS NULL OR project_id IN (SELECT value FROM json_each(${ids}))))`
}
