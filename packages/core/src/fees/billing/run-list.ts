import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { idSchema } from '../../input.ts'
import { defineList, projectsInOrder } from '../../platform/lists/index.ts'
import { runRows } from './read-run.ts'
import { billRunSchema } from './schemas.ts'
import { billRuns } from './tables.ts'

/** Runs, the latest first. */
export const billRunList = defineList({
  permission: 'bills.read',
  filter: {
    projectId: v.optional(idSchema('proj')),
    /** Only those that wait to be looked at and published. */
    open: v.optional(v.picklist(['yes'])),
  },
  item: billRunSchema,
  project: projectsInOrder(billRuns.projectId),
  // Written out as the index of open runs has it, which is what SQLite then reads.
  where: (_ctx, { open }) => [open && sql`${billRuns.state} IN ('draft', 'computing', 'ready')`],
  order: { by: { id: billRuns.id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    runRows(ctx)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (run) => run,
})
