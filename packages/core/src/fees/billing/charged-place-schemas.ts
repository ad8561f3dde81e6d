import * as v from 'valibot'
import { idSchema } from '../../input.ts'
import { pageEntries } from '../../paging.ts'
import { feeItems, tariffStates } from './rules.ts'
import { periodSchema } from './schemas.ts'

/** By what one room or space is charged, from when to when. */
export const assignmentSchema = v.object({
  tariffId: v.string(),
  name: v.string(),
  feeItem: v.picklist(feeItems),
  state: v.picklist(tariffStates),
  surcharge: v.boolean(),
  fromOn: v.string(),
  toOn: v.nullable(v.string()),
})
export type Assignment = v.InferOutput<typeof assignmentSchema>

export const listDoubleChargesSchema = v.object({
  projectId: v.optional(idSchema('proj')),
  /** One room or space alone. */
  placeId: v.optional(v.union([idSchema('room'), idSchema('park')])),
  /** The days of one month; without it today and all days to come. */
  period: v.optional(periodSchema),
  ...pageEntries,
})
export type ListDoubleCharges = v.InferInput<typeof listDoubleChargesSchema>

export const listSinglePlacesSchema = v.object({
  tariffId: idSchema('tariff'),
  /** Instead those that have a last day, whatever they are charged under. */
  ending: v.optional(v.literal('yes')),
  ...pageEntries,
})
export type ListSinglePlaces = v.InferInput<typeof listSinglePlacesSchema>

/** A place that a tariff charges by itself, or for some time, on its days. */
export const singlePlaceSchema = v.object({
  id: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  fromOn: v.string(),
  toOn: v.nullable(v.string()),
})
export type SinglePlace = v.InferOutput<typeof singlePlaceSchema>

/** A place that two tariffs charge for the same on some days. */
export const doubleChargeSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  feeItem: v.picklist(feeItems),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  /** The two, each with its days. */
  tariffs: v.array(
    v.object({ id: v.string(), name: v.string(), fromOn: v.string(), toOn: v.nullable(v.string()) }),
  ),
})
export type DoubleCharge = v.InferOutput<typeof doubleChargeSchema>
