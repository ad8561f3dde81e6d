import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema, revisionSchema } from '../../input.ts'
import { targetKinds, chargers, lastSettled, longestItemName, moneyOwners, productItems } from './rules.ts'

/** One of the product's items, or the id of one of the company's own. */
export const feeItemIdSchema = v.union([v.picklist(productItems), idSchema('fitem')])

const otherName = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longestItemName)), '')

const fieldsSchema = v.object({
  receiptName: otherName,
  invoiceName: otherName,
  taxCode: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(19), v.regex(/^(\d{19})?$/, 'fee_items.field.tax_code')),
    '',
  ),
  /** 600 is 6 %; null where nobody has said. */
  taxRateE4: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))), null),
  taxIncluded: v.optional(v.boolean(), true),
  whoseMoney: v.picklist(moneyOwners),
  account: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(30), v.regex(/^[0-9A-Za-z.-]*$/, 'fee_items.field.account')),
    '',
  ),
  settleOrder: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lastSettled)),
  targetKinds: v.pipe(v.array(v.picklist(targetKinds)), v.minLength(1), v.maxLength(targetKinds.length)),
  exclusive: v.boolean(),
  guided: v.optional(v.boolean(), false),
  chargedBy: v.optional(v.picklist(chargers), 'project'),
})

export const addFeeItemSchema = v.object({
  ...fieldsSchema.entries,
  name: nameSchema(longestItemName),
  requestId: requestIdSchema,
  feeItemId: idSchema('fitem'),
})
export type AddFeeItem = v.InferInput<typeof addFeeItemSchema>

/** All fields of an item, as its form holds them. */
export const changeFeeItemSchema = v.object({
  ...fieldsSchema.entries,
  /** Empty for one of the product's: its own word in each reader's language. */
  name: v.union([v.literal(''), nameSchema(longestItemName)]),
  requestId: requestIdSchema,
  feeItemId: feeItemIdSchema,
  revision: revisionSchema,
})
export type ChangeFeeItem = v.InferInput<typeof changeFeeItemSchema>

export const retireFeeItemSchema = v.object({
  requestId: requestIdSchema,
  feeItemId: feeItemIdSchema,
  /** `false` takes it up again. */
  retired: v.boolean(),
})
export type RetireFeeItem = v.InferInput<typeof retireFeeItemSchema>

export const feeItemSchema = v.object({
  id: v.string(),
  /** Empty for one of the product's under its own word. */
  name: v.string(),
  receiptName: v.string(),
  invoiceName: v.string(),
  taxCode: v.string(),
  taxRateE4: v.nullable(v.number()),
  taxIncluded: v.boolean(),
  whoseMoney: v.picklist(moneyOwners),
  account: v.string(),
  settleOrder: v.number(),
  targetKinds: v.array(v.picklist(targetKinds)),
  exclusive: v.boolean(),
  guided: v.boolean(),
  chargedBy: v.picklist(chargers),
  retiredAt: v.nullable(v.number()),
  revision: v.number(),
})
