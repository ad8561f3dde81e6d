import * as v from 'valibot'
import { tariffStates } from './rules.ts'

/** By what one room or space is charged, from when to when. */
export const assignmentSchema = v.object({
  tariffId: v.string(),
  name: v.string(),
  feeItem: v.string(),
  /** Whether a place has one charge of that item a day. */
  exclusive: v.boolean(),
  state: v.picklist(tariffStates),
  surcharge: v.boolean(),
  fromOn: v.string(),
  toOn: v.nullable(v.string()),
})
export type Assignment = v.InferOutput<typeof assignmentSchema>

/** A place that a tariff charges by itself, or for some time, on its days. */
export const singlePlaceSchema = v.object({
  id: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  fromOn: v.string(),
  toOn: v.nullable(v.string()),
})

/** A place that two tariffs charge for the same on some days. */
export const doubleChargeSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  feeItem: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  /** The two, each with its days. */
  tariffs: v.array(
    v.object({ id: v.string(), name: v.string(), fromOn: v.string(), toOn: v.nullable(v.string()) }),
  ),
})
export type DoubleCharge = v.InferOutput<typeof doubleChargeSchema>
