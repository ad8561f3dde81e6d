import { civilDateOf, endOfDay } from '@heju/kernel'
import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { mine } from './queries.ts'
import { taskKinds } from './rules.ts'
import { listMyTasksSchema, type ListMyTasks, type Task } from './schemas.ts'
import { tasks } from './tables.ts'

/** What waits for the actor, the most urgent first. One round trip. */
export async function listMyTasks(ctx: Ctx, raw: ListMyTasks = {}): Promise<Page<Task>> {
  ctx.require('projects.read')
  const input = parse(listMyTasksSchema, raw)
  const rows = await openTasks(ctx, input)
  return pageOf(
    rows.map(({ paramsJson, ...row }) => ({
      ...row,
      params: JSON.parse(paramsJson) as Task['params'],
      byHand: taskKinds[row.kind].byHand,
    })),
    input.limit,
    (task) => [task.dueAt, task.id],
  )
}

/** The query of `listMyTasks`, which a test holds to its indexes. */
export function openTasks(ctx: Ctx, input: ReturnType<typeof parse<typeof listMyTasksSchema>>) {
  const after = decodeCursor<[number, string]>(input.after, ['number', 'string'])
  const { id, kind, subjectId, projectId, role, staffId, paramsJson, dueAt, createdAt } = tasks
  return ctx.db.orm
    .select({ id, kind, subjectId, projectId, role, staffId, paramsJson, dueAt, createdAt })
    .from(tasks)
    .where(
      and(
        isNull(tasks.doneAt),
        mine(ctx),
        input.projectId === undefined ? undefined : eq(projectId, input.projectId),
        input.kind === undefined ? undefined : eq(kind, input.kind),
        dueBy(ctx, input.due),
        after && sql`(${dueAt}, ${id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(dueAt), asc(id))
    .limit(input.limit + 1)
}

function dueBy(ctx: Ctx, due: 'overdue' | 'today' | 'all') {
  if (due === 'all') return undefined
  if (due === 'overdue') return lt(tasks.dueAt, ctx.now)
  const { zone } = ctx.company
  return lte(tasks.dueAt, endOfDay(civilDateOf(ctx.now, zone), zone))
}
