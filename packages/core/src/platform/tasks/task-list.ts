import { civilDateOf, endOfDay } from '@heju/kernel'
import { eq, isNull, lt, lte, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../lists/index.ts'
import { mine } from './queries.ts'
import { taskKindNames, taskKinds } from './rules.ts'
import { taskSchema, type Task } from './schemas.ts'
import { tasks } from './tables.ts'

const { id, kind, subjectId, projectId, role, staffId, paramsJson, dueAt, createdAt } = tasks

/** What waits for the actor, the most urgent first. */
export const taskList = defineList({
  theirs: (ctx, filter) => {
    ctx.require('projects.read', filter.projectId)
    return mine(ctx)
  },
  filter: {
    projectId: v.optional(idSchema('proj')),
    kind: v.optional(v.picklist(taskKindNames)),
    /** `today`: due by the end of the day, what is overdue included. */
    due: v.optional(v.picklist(['overdue', 'today', 'all']), 'all'),
  },
  item: taskSchema,
  where: (ctx, filter) => [
    isNull(tasks.doneAt),
    filter.projectId === undefined ? undefined : eq(projectId, filter.projectId),
    // Without an index of its own: those of one kind would have to be sorted before the first is shown.
    filter.kind === undefined ? undefined : sql`+${kind} = ${filter.kind}`,
    dueBy(ctx, filter.due),
  ],
  order: { by: { dueAt, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({ id, kind, subjectId, projectId, role, staffId, paramsJson, dueAt, createdAt })
      .from(tasks)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ paramsJson: params, ...task }) => ({
    ...task,
    params: JSON.parse(params) as Task['params'],
    byHand: taskKinds[task.kind].byHand,
  }),
})

function dueBy(ctx: Ctx, due: 'overdue' | 'today' | 'all') {
  if (due === 'all') return undefined
  if (due === 'overdue') return lt(dueAt, ctx.now)
  const { zone } = ctx.company
  return lte(dueAt, endOfDay(civilDateOf(ctx.now, zone), zone))
}
