import { roles } from '@heju/kernel'
import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'
import { pageEntries } from '../../paging.ts'
import { taskKindNames } from './rules.ts'

export const listMyTasksSchema = v.object({
  ...pageEntries,
  projectId: v.optional(idSchema('proj')),
  kind: v.optional(v.picklist(taskKindNames)),
  /** `today`: due by the end of the day, what is overdue included. */
  due: v.optional(v.picklist(['overdue', 'today', 'all']), 'all'),
})
export type ListMyTasks = v.InferInput<typeof listMyTasksSchema>

export const taskSchema = v.object({
  id: v.string(),
  kind: v.picklist(taskKindNames),
  subjectId: v.string(),
  projectId: v.nullable(v.string()),
  role: v.nullable(v.picklist(roles)),
  staffId: v.nullable(v.string()),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  dueAt: v.number(),
  createdAt: v.number(),
  /** Whoever has it may tick it off. */
  byHand: v.boolean(),
})
export type Task = v.InferOutput<typeof taskSchema>

export const finishTaskSchema = v.object({ requestId: requestIdSchema, taskId: idSchema('task') })
export type FinishTask = v.InferInput<typeof finishTaskSchema>
