import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'
import { daySchema } from '../../platform/calendar/shape.ts'

export const handProjectOverSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  entityId: idSchema('entity'),
  /** The first day in the new name. */
  fromOn: daySchema,
})
export type HandProjectOver = v.InferInput<typeof handProjectOverSchema>
