import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Permission } from '../../permissions/index.ts'
import { carries, reaches, roleAssignments } from '../roles/index.ts'
import { todayOf } from '../../today.ts'
import { staff } from './tables.ts'

/**
 * Whether somebody is at work and holds a permission in a project: a condition for a write, so that whoever is shut out or
 * loses a role at that moment is given nothing any more.
 * @param staffId a value, or the column of a statement around it
 * @param project the same; where it is null, a role in all projects is asked for
 * @param except a role that does not count
 */
export function holdsThere(
  ctx: Ctx,
  staffId: string | SQL,
  permission: Permission,
  project: string | SQL | null,
  except?: string,
): SQL {
  return sql`EXISTS (SELECT 1 FROM ${roleAssignments} AS held JOIN ${staff} AS worker ON worker.id = held.staff_id
    WHERE worker.id = ${staffId} AND worker.state = 'active' AND ${reaches('held', project, todayOf(ctx))}
      AND ${carries(sql`held.role`, permission)} AND ${except === undefined ? sql`1` : sql`held.role <> ${except}`})`
}
