import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { holdsThere } from '../identity/index.ts'
import { holdings } from './registry.ts'

const all = (conditions: SQL[]) => sql`(${sql.join(conditions, sql` AND `)})`

/** How much of what somebody holds where: rows of `kind`, `project_id`, `count`. */
export function heldQuery(ctx: Ctx, staffId: string): SQL {
  const counts = holdings.map(
    ({ kind, rows }) =>
      sql`SELECT ${kind} AS kind, project_id, count(*) AS count FROM (${rows(staffId, ctx)}) GROUP BY project_id`,
  )
  return sql.join(counts, sql` UNION ALL `)
}

/** Whether somebody holds nothing at all: a condition. */
export function holdsNothing(ctx: Ctx, staffId: string): SQL {
  return all(holdings.map(({ rows }) => sql`NOT EXISTS (SELECT 1 FROM (${rows(staffId, ctx)}))`))
}

/** Whether somebody may hold all that they hold, by the roles that they have: a condition. */
export function mayHoldAll(ctx: Ctx, staffId: string): SQL {
  return all(
    holdings.map(
      ({ rows, permission }) => sql`NOT EXISTS (SELECT 1 FROM (${rows(staffId, ctx)}) AS thing
        WHERE NOT ${holdsThere(ctx, staffId, permission, sql`thing.project_id`)})`,
    ),
  )
}
