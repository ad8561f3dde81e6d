import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { HeldRow } from './scope.ts'
import { roleAssignments } from './tables.ts'

/** All that the holders of a role hold, as one JSON value that is the same for the same assignments. */
export function allHeldBy(roleId: string): SQL<string> {
  return sql<string>`(SELECT json_group_array(json_array(staff_id, role, scope_kind, scope_id)) FROM (
    SELECT * FROM ${roleAssignments} a WHERE a.staff_id IN (
      SELECT b.staff_id FROM ${roleAssignments} b WHERE b.role = ${roleId})
    ORDER BY a.staff_id, a.role, a.scope_kind, a.scope_id))`
}

/** Reads it. A query of one row, for `orm.batch`. */
export function holdersQuery(ctx: Ctx, roleId: string) {
  return ctx.db.orm.select({ held: allHeldBy(roleId) }).from(sql`(SELECT 1)`)
}

/** @param held as `allHeldBy` gives it @returns what each of them holds */
export function heldByHolders(held: string): HeldRow[][] {
  const rows = JSON.parse(held) as [staffId: string, ...held: HeldRow][]
  return [...Map.groupBy(rows, ([staffId]) => staffId).values()].map((theirs) =>
    theirs.map(([, ...row]) => row),
  )
}
