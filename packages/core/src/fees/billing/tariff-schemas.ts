import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { dateSchema, parkingKinds, roomUses } from '../../estate/registry/shape.ts'
import { feeItemIdSchema } from '../items/shape.ts'
import {
  approvalKinds,
  largestAdditionFen,
  largestPriceE4,
  longestTariffName,
  firstDecisions,
  othersDecisions,
  roundings,
  roundingUnits,
  scopeKinds,
  switchedStates,
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

/** Most rooms or spaces that are named one by one. */
const mostTargets = 500

/** Most buildings that are named in one scope; there are about ten uses of rooms and kinds of spaces. */
const mostValues = 100

const someOf = <S extends v.GenericSchema<string, string>>(one: S) =>
  v.pipe(v.array(one), v.minLength(1), v.maxLength(mostValues))

/**
 * Which rooms or spaces a tariff is for: those of some uses, kinds or buildings. Single ones are meant as they are; the
 * others take in what is added later.
 */
const scopeSchema = v.variant('kind', [
  v.object({ kind: v.literal('project') }),
  v.object({ kind: v.literal('room_use'), values: someOf(v.picklist(roomUses)) }),
  v.object({ kind: v.literal('parking_kind'), values: someOf(v.picklist(parkingKinds)) }),
  v.object({ kind: v.literal('building'), values: someOf(idSchema('bldg')) }),
  v.object({
    kind: v.literal('places'),
    ids: v.pipe(
      v.array(v.union([idSchema('room'), idSchema('park')])),
      v.minLength(1),
      v.maxLength(mostTargets),
    ),
  }),
])
export type Scope = v.InferOutput<typeof scopeSchema>

/** What becomes of other charges for the same; left out, it is asked where there are any. */
const othersSchema = v.optional(v.picklist(othersDecisions))
const firstOthersSchema = v.optional(v.picklist(firstDecisions))

/** Places are asked about in a body: an address holds some hundred of their ids, and stands in logs. */
export const previewScopeSchema = v.object({
  projectId: idSchema('proj'),
  /** A tariff that there is; its own charges are no others. */
  tariffId: v.optional(idSchema('tariff')),
  feeItem: feeItemIdSchema,
  basis: v.picklist(tariffBases),
  scope: scopeSchema,
  fromOn: v.optional(dateSchema),
  toOn: v.optional(dateSchema),
})
export type PreviewScope = v.InferInput<typeof previewScopeSchema>

/** Charges that places have already for the same item. */
const otherChargesSchema = v.array(v.object({ tariffId: v.string(), name: v.string(), places: v.number() }))
export type OtherCharges = v.InferOutput<typeof otherChargesSchema>
export const scopePreviewSchema = v.object({
  /** Rooms or spaces that the scope means today. */
  places: v.number(),
  others: otherChargesSchema,
  /** How many of them have bills by others for these days; they are charged anew only once those are void. */
  billed: v.number(),
  /** How many of them this tariff charges on these days and no other does for the same. */
  alone: v.number(),
})
export type ScopePreview = v.InferOutput<typeof scopePreviewSchema>

export const createTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  projectId: idSchema('proj'),
  name: nameSchema(longestTariffName),
  feeItem: feeItemIdSchema,
  basis: v.picklist(tariffBases),
  scope: scopeSchema,
  others: firstOthersSchema,
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

export const addPriceSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  /** Its first day; the price of now ends the day before. */
  fromOn: dateSchema,
  toOn: v.optional(v.nullable(dateSchema), null),
  priceE4: amount(largestPriceE4.room),
  additionFen: v.optional(amount(largestAdditionFen), 0),
  rounding: v.optional(v.picklist(roundings), 'half_up'),
  roundingUnitFen: v.optional(v.picklist(roundingUnits), 1),
  approval: approvalSchema,
  guidance: v.optional(v.nullable(guidanceSchema), null),
})
export type AddPrice = v.InferInput<typeof addPriceSchema>

export const assignTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  scope: scopeSchema,
  fromOn: dateSchema,
  toOn: v.optional(v.nullable(dateSchema), null),
  others: othersSchema,
})
export type AssignTariff = v.InferInput<typeof assignTariffSchema>

export const endAssignmentSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  scope: scopeSchema,
  /** The last day that is charged. */
  toOn: dateSchema,
})
export type EndAssignment = v.InferInput<typeof endAssignmentSchema>

export const approveTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  approval: approvalSchema,
  others: firstOthersSchema,
  /** Where the workbook had them wrong; left out, the imported ones. */
  priceE4: v.optional(amount(largestPriceE4.room)),
  additionFen: v.optional(amount(largestAdditionFen)),
  /** What bills call it from now on; left out, as the import called it. */
  name: v.optional(nameSchema(longestTariffName)),
  guidance: v.optional(v.nullable(guidanceSchema), null),
})
export type ApproveTariff = v.InferInput<typeof approveTariffSchema>

export const ofTariffSchema = v.object({ requestId: requestIdSchema, tariffId: idSchema('tariff') })
export type OfTariff = v.InferInput<typeof ofTariffSchema>

export const switchTariffSchema = v.object({
  requestId: requestIdSchema,
  tariffId: idSchema('tariff'),
  state: v.picklist(switchedStates),
  others: othersSchema,
})
export type SwitchTariff = v.InferInput<typeof switchTariffSchema>

export const listTariffsSchema = v.object({ projectId: v.optional(idSchema('proj')) })
export type ListTariffs = v.InferInput<typeof listTariffsSchema>

/** A price of a tariff and what it stands on. */
const priceEntries = {
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
}

export const tariffSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  name: v.string(),
  feeItem: v.string(),
  basis: v.picklist(tariffBases),
  state: v.picklist(tariffStates),
  /** Whether a place has one charge of its item a day, and whether that has guided prices where these are. */
  exclusive: v.boolean(),
  guided: v.boolean(),
  /** Charged beside whatever else there is for the same. */
  surcharge: v.boolean(),
  /** The first day of its first price; the last one is that of the latest. */
  beginsOn: v.string(),
  ...priceEntries,
  /** Rooms or spaces that it charges, today or later. */
  places: v.number(),
  /** The last day on which it charges any of them, where all have one. */
  chargedUntil: v.nullable(v.string()),
})
export type Tariff = v.InferOutput<typeof tariffSchema>

/** All of a tariff: its prices, the latest first, and for what it holds. */
export const tariffPageSchema = v.object({
  ...tariffSchema.entries,
  /** Rooms or spaces that it charged once, or that its scopes take in, and that it does not charge any more. */
  takenOut: v.number(),
  /** How many of its places have a last day, today or to come, and the first and the last of these days. */
  ending: v.number(),
  endsOn: v.nullable(v.string()),
  endsLastOn: v.nullable(v.string()),
  prices: v.array(
    v.object({
      id: v.string(),
      ...priceEntries,
      rounding: v.picklist(roundings),
      roundingUnitFen: v.number(),
    }),
  ),
  scopes: v.array(
    v.object({
      kind: v.picklist(scopeKinds),
      value: v.string(),
      /** The building's name, for a building. */
      name: v.nullable(v.string()),
      /** Only where nothing else is charged for the same. */
      yields: v.boolean(),
      /** Taken out of the scopes before it, on these days. */
      excluded: v.boolean(),
      fromOn: v.string(),
      toOn: v.nullable(v.string()),
    }),
  ),
})
export type TariffPage = v.InferOutput<typeof tariffPageSchema>

/** What owners are told of a charge (民法典 943). */
export const publicTariffSchema = v.object({
  projectId: v.string(),
  projectName: v.string(),
  name: v.string(),
  /** Its fee item, and what that is called: empty for the product's own word. */
  feeItem: v.string(),
  itemName: v.string(),
  basis: v.picklist(tariffBases),
  ...priceEntries,
})
export type PublicTariff = v.InferOutput<typeof publicTariffSchema>
