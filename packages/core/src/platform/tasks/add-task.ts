import type { Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { roleGrants, type Role } from '../../permissions/index.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { taskKinds, type TaskKind, type TaskKindOfOne, type TaskKindOfRole } from './rules.ts'
import { tasks } from './tables.ts'

/**
 * A piece of work for one member of staff, or for whoever holds a role in the project (without one: in all) and may do it by
 * that role.
 */
export type NewTask = TaskMatter &
  ({ kind: TaskKindOfOne; for: { staffId: string } } | { kind: TaskKindOfRole; for: { role: Role } })

interface TaskMatter {
  subjectId: string
  projectId?: string | undefined
  /** Epoch ms. */
  dueAt: number
  /** Values of its text. No personal data: the list shows them to everybody who has the role. */
  params: Readonly<Record<string, string | number>>
}

/** Puts work on somebody's desk as part of a verb's write. One of a kind lies open for a subject: a second is not added. */
export function addTasks(ctx: Ctx, write: Write, added: readonly NewTask[]): void {
  if (added.length === 0) return
  for (const { kind, for: whom } of added) {
    const { permission } = taskKinds[kind]
    if ('role' in whom && permission !== null && !roleGrants(whom.role, permission))
      throw new Error(`${kind} is asked of ${whom.role}, who may not do it`)
  }
  const rows = added.map(({ params, for: whom, projectId, ...task }) => ({
    ...task,
    ...whom,
    projectId: projectId ?? null,
    id: newId('task', ctx.now),
    paramsJson: JSON.stringify(params),
    createdAt: ctx.now,
  }))
  write.change(ctx.db.orm.insert(tasks).values(rows).onConflictDoNothing())
}

export function addTask(ctx: Ctx, write: Write, task: NewTask): void {
  addTasks(ctx, write, [task])
}

/** Takes work off the desk because the matter moved on, as part of a verb's write; harmless when there is none. */
export function closeTask(
  ctx: Ctx,
  write: Write,
  done: { kinds: readonly TaskKind[]; subjectId: string },
): void {
  write.change(
    ctx.db.orm
      .update(tasks)
      .set({ doneAt: ctx.now, doneBy: ctx.actor.id })
      .where(
        and(inArray(tasks.kind, [...done.kinds]), eq(tasks.subjectId, done.subjectId), isNull(tasks.doneAt)),
      ),
  )
}
