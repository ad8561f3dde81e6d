import { roles } from '../../permissions/index.ts'
import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'
import { taskKindNames } from './rules.ts'

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
