import * as v from 'valibot'
import { idSchema, requestIdSchema, revisionSchema } from '../../input.ts'
import { floorSchema, optional, plainNameSchema, searchSchema } from '../registry/shape.ts'
import { placeKinds } from './place-ref.ts'
import { commonKinds, longestPlaceName, spans } from './rules.ts'

const ofCommonPlace = { requestId: requestIdSchema, commonPlaceId: idSchema('place') }
const said = {
  /** A project, a building, or a unit of one. */
  under: v.union([idSchema('proj'), idSchema('bldg'), idSchema('unit')]),
  floor: optional(floorSchema),
  kind: v.picklist(commonKinds),
  name: plainNameSchema(longestPlaceName),
}
export const createCommonPlaceSchema = v.object({ ...ofCommonPlace, ...said })
export type CreateCommonPlace = v.InferInput<typeof createCommonPlaceSchema>

/** All that is said of it, as its form holds it; what it stands under is of the same project. */
export const changeCommonPlaceSchema = v.object({ ...ofCommonPlace, ...said, revision: revisionSchema })
export type ChangeCommonPlace = v.InferInput<typeof changeCommonPlaceSchema>

export const retireCommonPlaceSchema = v.object({
  ...ofCommonPlace,
  /** `false` takes it into use again. */
  retired: v.boolean(),
})
export type RetireCommonPlace = v.InferInput<typeof retireCommonPlaceSchema>

export const createFromTemplateSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  rows: v.pipe(
    v.array(
      v.object({
        /** One for the whole project, for each building, or for each unit: a building without units counts as one. */
        per: v.picklist(spans),
        kind: v.picklist(commonKinds),
        name: plainNameSchema(longestPlaceName),
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
})
export type CreateFromTemplate = v.InferInput<typeof createFromTemplateSchema>
export const createdFromTemplateSchema = v.object({
  created: v.number(),
  /** Of that name, under that parent, there was one already. */
  present: v.number(),
})

const nameable = v.nullable(v.string())
export const listedCommonPlaceSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  buildingId: nameable,
  unitId: nameable,
  buildingName: nameable,
  unitName: nameable,
  floor: v.nullable(v.number()),
  kind: v.picklist(commonKinds),
  name: v.string(),
  /** As the trade writes it: 3栋-2单元-电梯厅. */
  wholeName: v.string(),
  retiredAt: v.nullable(v.number()),
  revision: v.number(),
})

export const placesOfProjectSchema = v.object({ projectId: idSchema('proj') })
/** Under what of a project a common place may stand: its buildings and their units, in their order. */
export const parentsSchema = v.object({
  parents: v.array(
    v.object({ id: v.string(), buildingId: v.string(), building: v.string(), unit: nameable }),
  ),
})

export const findPlacesSchema = v.object({ projectId: idSchema('proj'), search: searchSchema })
export const foundPlacesSchema = v.object({
  places: v.array(v.object({ kind: v.picklist(placeKinds), id: v.string(), name: v.string() })),
})
