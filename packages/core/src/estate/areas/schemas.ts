import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema, revisionSchema } from '../../input.ts'
import { daySchema } from '../../platform/calendar/shape.ts'
import { areaKinds } from './rules.ts'

/** Of a building, a unit of one, or a room. */
const placeIdSchema = v.union([idSchema('bldg'), idSchema('unit'), idSchema('room')])

const said = {
  name: nameSchema(40),
  /** Buildings, units and single rooms: all of them, not only what is added. */
  places: v.pipe(v.array(placeIdSchema), v.maxLength(2000)),
  stewardId: v.optional(v.nullable(idSchema('stf')), null),
  standInId: v.optional(v.nullable(idSchema('stf')), null),
  /** From which day on it holds. */
  fromOn: daySchema,
}
/** Nobody stands in for themselves. */
const isAnother = ({ stewardId, standInId }: { stewardId: string | null; standInId: string | null }) =>
  standInId === null || standInId !== stewardId
const samePerson = 'areas.field.same_person'

export const createAreaSchema = v.pipe(
  v.object({
    requestId: requestIdSchema,
    areaId: idSchema('area'),
    projectId: idSchema('proj'),
    kind: v.optional(v.picklist(areaKinds), 'steward'),
    ...said,
  }),
  v.forward(
    v.check((input) => isAnother(input), samePerson),
    ['standInId'],
  ),
)
export type CreateArea = v.InferInput<typeof createAreaSchema>

export const changeAreaSchema = v.pipe(
  v.object({ requestId: requestIdSchema, areaId: idSchema('area'), revision: revisionSchema, ...said }),
  v.forward(
    v.check((input) => isAnother(input), samePerson),
    ['standInId'],
  ),
)
export type ChangeArea = v.InferInput<typeof changeAreaSchema>

export const closeAreaSchema = v.object({
  requestId: requestIdSchema,
  areaId: idSchema('area'),
  fromOn: daySchema,
})
export type CloseArea = v.InferInput<typeof closeAreaSchema>

const personSchema = v.object({ id: v.string(), name: v.string() })
const nameable = v.nullable(v.string())

export const listedAreaSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  kind: v.picklist(areaKinds),
  name: v.string(),
  closedOn: nameable,
  stewardId: nameable,
  stewardName: nameable,
  standInName: nameable,
  rooms: v.number(),
  households: v.number(),
})

export const areaRoomSchema = v.object({ id: v.string(), name: v.string(), household: v.boolean() })

export const areaPageSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  kind: v.picklist(areaKinds),
  name: v.string(),
  closedOn: nameable,
  revision: v.number(),
  steward: v.nullable(personSchema),
  standIn: v.nullable(personSchema),
  /** What was chosen for it as of today, or what is planned where it begins later; no room that was archived since. */
  places: v.array(v.object({ id: v.string(), name: v.string(), fromOn: v.string() })),
  /** Who was, is and will be responsible, the newest first. */
  stewards: v.array(v.object({ fromOn: v.string(), stewardName: nameable, standInName: nameable })),
  /** What came and went, the newest first. */
  history: v.array(v.object({ fromOn: v.string(), name: v.string(), joins: v.boolean() })),
})
export type AreaPage = v.InferOutput<typeof areaPageSchema>

export const ofProjectSchema = v.object({
  projectId: idSchema('proj'),
  kind: v.optional(v.picklist(areaKinds), 'steward'),
})
/** The buildings, units and rooms of a project, with the area that each was chosen for by itself. */
export const placesToChooseSchema = v.object({
  places: v.array(
    v.object({
      id: v.string(),
      parentId: nameable,
      name: v.string(),
      areaId: nameable,
      areaName: nameable,
    }),
  ),
})

export const ofRoomSchema = v.object({ roomId: idSchema('room') })
export const areasOfRoomSchema = v.object({
  areas: v.array(
    v.object({
      areaId: v.string(),
      name: v.string(),
      kind: v.picklist(areaKinds),
      stewardId: nameable,
      stewardName: nameable,
      standInId: nameable,
      standInName: nameable,
    }),
  ),
})
