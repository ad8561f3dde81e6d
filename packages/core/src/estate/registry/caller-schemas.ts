import * as v from 'valibot'
import { plainNameSchema } from './field-schemas.ts'
import { occupancyRoles } from './rules.ts'

export const findCallersSchema = v.object({
  /** Number in full or its last digits, name or its beginning, room. */
  search: plainNameSchema(60),
})
export type FindCallers = v.InferInput<typeof findCallersSchema>

const callerRoomSchema = v.object({ id: v.string(), name: v.string(), role: v.picklist(occupancyRoles) })

const callerSchema = v.object({
  personId: v.string(),
  name: v.string(),
  /** How to greet them: 王女士 (D31). */
  salutation: v.string(),
  phoneMasked: v.nullable(v.string()),
  projectId: v.string(),
  projectName: v.string(),
  /** What they live in or own today: the room that was looked for first, then their own, then others. */
  rooms: v.array(callerRoomSchema),
})
export type CallerFound = v.InferOutput<typeof callerSchema>

export const callersSchema = v.object({
  callers: v.array(callerSchema),
  /** Rooms that were looked for and in which nobody is known today. */
  emptyRooms: v.array(
    v.object({ id: v.string(), name: v.string(), projectId: v.string(), projectName: v.string() }),
  ),
})
export type Callers = v.InferOutput<typeof callersSchema>
