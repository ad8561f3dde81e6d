import * as v from 'valibot'
import { billStates, roundings, tariffBases } from './rules.ts'

/** A bill as staff see it in a list. */
export const billSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  projectName: v.string(),
  place: v.string(),
  /** Of the place: one of the two. */
  roomId: v.nullable(v.string()),
  parkingSpaceId: v.nullable(v.string()),
  payerPersonId: v.string(),
  payerName: v.string(),
  fee: v.string(),
  feeItem: v.string(),
  /** What its item is called, of one that was given out as it was called then; empty for the product's own word. */
  itemName: v.string(),
  period: v.string(),
  amountFen: v.number(),
  paidFen: v.number(),
  dueOn: v.string(),
  state: v.picklist(billStates),
  /** How the amount came about. */
  basis: v.picklist(tariffBases),
  quantityE2: v.number(),
  priceE4: v.number(),
  additionFen: v.number(),
  rounding: v.picklist(roundings),
  roundingUnitFen: v.number(),
  /** The days of the month that it is for, both included. */
  fromOn: v.string(),
  toOn: v.string(),
  days: v.number(),
  /** Days and amount of the whole stretch where it was shared; null where one payer owes it all. */
  wholeDays: v.nullable(v.number()),
  wholeFen: v.nullable(v.number()),
})
export type Bill = v.InferOutput<typeof billSchema>
