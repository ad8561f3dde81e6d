import { and, asc, inArray, lte, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { ScheduledJob } from '../../platform/outbox/index.ts'
import { addTasks } from '../../platform/tasks/index.ts'
import { revisitsJob } from './answering.ts'
import { complaintMoved } from './errors.ts'
import { complaints } from './tables.ts'

/** As many as one message puts on desks. */
const mostAtOnce = 100

/**
 * Puts on the front desk's list whom to ask whether they are content with a reply (D108); special customers are the
 * manager's (D24).
 */
export const promptRevisits: ScheduledJob = {
  name: revisitsJob,
  async run(ctx) {
    ctx.requireJob()
    return ctx.writeAnew('complaints.prompt_revisits', async (write) => {
      const [due, [next]] = await ctx.db.orm.batch([revisitsDue(ctx), nextRevisit(ctx)])
      const ids = due.map(({ id }) => id)
      if (ids.length > 0) {
        write.change(
          ctx.db.orm
            .update(complaints)
            .set({ revisitPromptedAt: ctx.now })
            .where(and(inArray(complaints.id, ids), waiting)),
        )
        // Another run is prompting the same ones, or one was revisited just now: looked at again, it is seen.
        write.require(sql`changes() = ${ids.length}`, complaintMoved)
        // A mark that is put on or taken off just now makes it another desk's.
        const marks = JSON.stringify(due.map(({ id, special }) => [id, special ? 1 : 0]))
        write.require(
          sql`NOT EXISTS (SELECT 1 FROM json_each(${marks}) AS j JOIN ${complaints} AS c ON c.id = j.value ->> 0
            WHERE c.special <> j.value ->> 1)`,
          complaintMoved,
        )
      }
      addTasks(
        ctx,
        write,
        due.map(({ id, number, place, projectId, special, revisitDueAt }) => ({
          kind: 'complaint_revisit',
          subjectId: id,
          projectId,
          for: { role: special ? 'project_manager' : 'front_desk' },
          dueAt: revisitDueAt ?? ctx.now,
          params: { number, place },
        })),
      )
      return due.length === mostAtOnce ? ctx.now + 1 : (next?.at ?? null)
    })
  },
}

// Written out, not bound: a partial index serves only the condition that stands in the text.
const waiting = sql`state = 'replied' AND revisit_prompted_at IS NULL`

export function revisitsDue(ctx: Ctx) {
  const { id, number, place, projectId, special, revisitDueAt } = complaints
  return ctx.db.orm
    .select({ id, number, place, projectId, special, revisitDueAt })
    .from(complaints)
    .where(and(waiting, lte(revisitDueAt, ctx.now)))
    .orderBy(asc(revisitDueAt))
    .limit(mostAtOnce)
}

function nextRevisit(ctx: Ctx) {
  const { revisitDueAt } = complaints
  return ctx.db.orm
    .select({ at: sql<number | null>`min(${revisitDueAt})` })
    .from(complaints)
    .where(and(waiting, sql`${revisitDueAt} > ${ctx.now}`))
}
