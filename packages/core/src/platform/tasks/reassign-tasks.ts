import type { Write } from '@heju/db'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { receiverOf, type Handover, type Holding } from '../holdings/index.ts'
import type { TaskKind } from './rules.ts'
import { tasks } from './tables.ts'

/** Kinds that go along with the matter they are about, whose capability hands them over; and a notice is nobody else's. */
const notByThemselves: readonly TaskKind[] = ['complaint_update', 'handed_over']

/** Gives open tasks that name somebody to who takes them over, as part of a verb's write. @param subjects what they are about */
export function reassignTasks(
  write: Write,
  handover: Handover,
  kinds: readonly TaskKind[],
  subjects: SQL,
): void {
  const of = sql`kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)})) AND subject_id IN (${subjects})`
  reassign(write, handover, of)
}

function reassign(write: Write, handover: Handover, of: SQL): void {
  const to = receiverOf(handover, sql`project_id`)
  write.change(sql`UPDATE ${tasks} SET staff_id = ${to}
    WHERE staff_id = ${handover.fromId} AND done_at IS NULL AND ${of} AND ${to} IS NOT NULL`)
}

const byThemselves = sql`kind NOT IN (SELECT value FROM json_each(${JSON.stringify(notByThemselves)}))`

/** Tasks that name somebody, and go with no matter of theirs. */
export const tasksOfOne: Holding = {
  kind: 'tasks',
  permission: 'projects.read',
  columns: [tasks.staffId],
  rows: (
    staffId,
  ) => sql`SELECT id, project_id, coalesce(params_json ->> 'number' || ' ', '') || coalesce(params_json ->> 'place', '') AS title,
      due_at FROM ${tasks} WHERE staff_id = ${staffId} AND done_at IS NULL AND ${byThemselves}`,
  handOver(_ctx, write, handover) {
    reassign(write, handover, byThemselves)
  },
}

/** Takes notices of earlier hand-overs off the desk of somebody who leaves, as part of a verb's write. */
export function closeNotices(ctx: Ctx, write: Write, staffId: string): void {
  write.change(
    ctx.db.orm
      .update(tasks)
      .set({ doneAt: ctx.now, doneBy: ctx.actor.id })
      .where(and(eq(tasks.staffId, staffId), eq(tasks.kind, 'handed_over'), isNull(tasks.doneAt))),
  )
}
