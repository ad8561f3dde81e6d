import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { taskNotFound } from './errors.ts'
import { mine } from './queries.ts'
import { taskKindNames, taskKinds } from './rules.ts'
import { finishTaskSchema, type FinishTask } from './schemas.ts'
import { tasks } from './tables.ts'

const byHand = taskKindNames.filter((kind) => taskKinds[kind].byHand)

/**
 * Ticks a notice off, which takes it off the desks of all that share it: by whoever may do what it asks for. Work that the
 * system follows by itself cannot be ticked off: it goes when it is done.
 * @throws `tasks.not_found` when it is not the actor's, not of that sort, or off the desk already
 */
export async function finishTask(ctx: Ctx, raw: FinishTask): Promise<{ taskId: string }> {
  ctx.requireSomeChange()
  const its = mine(ctx)
  const input = parse(finishTaskSchema, raw)
  const { taskId } = input
  return ctx.write('tasks.finish', input, (write) => {
    write.changeOne(
      ctx.db.orm
        .update(tasks)
        .set({ doneAt: ctx.now, doneBy: ctx.actor.id })
        .where(and(eq(tasks.id, taskId), isNull(tasks.doneAt), inArray(tasks.kind, byHand), its)),
      taskNotFound,
    )
    write.audit('tasks.finished', taskId)
    return { taskId }
  })
}
