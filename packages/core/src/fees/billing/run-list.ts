import { and, inArray, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema } from '../../input.ts'
import { defineList, projectsInOrder } from '../../platform/lists/index.ts'
import { runRows } from './read-run.ts'
import { billRunSchema } from './schemas.ts'
import { billRuns } from './tables.ts'

/** Runs, the latest first. */
export const billRunList = defineList({
  permission: 'bills.read',
  filter: { projectId: v.optional(idSchema('proj')) },
  item: billRunSchema,
  project: projectsInOrder(billRuns.projectId),
  where: () => [],
  order: { by: { id: billRuns.id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    runRows(ctx)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (run) => run,
})

/** How many drafts wait to be looked at and published: a query of one number. */
export function countOfDrafts(ctx: Ctx): SQL {
  const scope = ctx.projectsWhere('bills.publish')
  const within = scope === 'all' ? undefined : inArray(billRuns.projectId, [...scope])
  // Written out as the index of open runs has it, which is what SQLite then reads.
  const open = sql`${billRuns.state} IN ('draft', 'computing', 'ready')`
  return sql`SELECT count(*) FROM ${billRuns} WHERE ${and(open, within)}`
}
