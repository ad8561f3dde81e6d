import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../input.ts'
import { dateSchema } from '../registry/index.ts'
import {
  approvalKinds,
  feeItems,
  largestAdditionFen,
  largestPriceE4,
  roundings,
  roundingUnits,
  tariffBases,
  tariffStates,
} from './rules.ts'

const amount = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

/** What a price stands on (D133). */
export const approvalSchema = v.object({
  approvalKind: v.picklist(approvalKinds),
  /** Number and day of the resolution, the contract or the authority's decision. */
  approvalNo: nameSchema(60),
  approvalOn: dateSchema,
})

/** Under guided prices: the grade, its base price in the unit of the price, and how far from it is allowed (D118). */
export const guidanceSchema = v.object({
  grade: nameSchema(20),
  baseE4: amount(largestPriceE4.area),
  /** In 1/10,000 of the base price. */
  rangeE4: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
})

export const createTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  projectId: idSchema('proj'),
  name: nameSchema(40),
  feeItem: v.picklist(feeItems),
  basis: v.picklist(tariffBases),
  fromOn: dateSchema,
  toOn: v.optional(v.nullable(dateSchema), null),
  /** Yuan × 10^4 per month and m², room or space. */
  priceE4: amount(largestPriceE4.room),
  additionFen: v.optional(amount(largestAdditionFen), 0),
  rounding: v.optional(v.picklist(roundings), 'half_up'),
  roundingUnitFen: v.optional(v.picklist(roundingUnits), 1),
  approval: approvalSchema,
  guidance: v.optional(v.nullable(guidanceSchema), null),
})
export type CreateTariff = v.InferInput<typeof createTariffSchema>

export const approveTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  approval: approvalSchema,
  guidance: v.optional(v.nullable(guidanceSchema), null),
})
export type ApproveTariff = v.InferInput<typeof approveTariffSchema>

export const switchTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  state: v.picklist(['active', 'disabled']),
})
export type SwitchTariff = v.InferInput<typeof switchTariffSchema>

export const listTariffsSchema = v.object({ projectId: v.optional(idSchema('proj')) })
export type ListTariffs = v.InferInput<typeof listTariffsSchema>

export const tariffSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  name: v.string(),
  feeItem: v.picklist(feeItems),
  basis: v.picklist(tariffBases),
  state: v.picklist(tariffStates),
  fromOn: v.string(),
  toOn: v.nullable(v.string()),
  priceE4: v.number(),
  additionFen: v.number(),
  grade: v.nullable(v.string()),
  baseE4: v.nullable(v.number()),
  rangeE4: v.nullable(v.number()),
  approvalKind: v.nullable(v.picklist(approvalKinds)),
  approvalNo: v.nullable(v.string()),
  approvalOn: v.nullable(v.string()),
  /** Rooms or spaces that it is assigned to. */
  places: v.number(),
})
export type Tariff = v.InferOutput<typeof tariffSchema>
