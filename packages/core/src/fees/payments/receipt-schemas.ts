import * as v from 'valibot'
import { idSchema, requestIdSchema } from '../../input.ts'
import { paymentMethods } from './rules.ts'

/** A receipt as it was issued, with what became of it since. */
export const receiptSchema = v.object({
  id: v.string(),
  number: v.string(),
  paymentId: v.string(),
  issuedAt: v.number(),
  /** Its payment was taken back: the receipt is void and stays to be seen. */
  void: v.boolean(),
  voidReason: v.nullable(v.string()),
  /** How often it went to the printer. */
  copies: v.number(),
  /** Which copy it is that is being printed; null when it is only looked at. */
  copy: v.nullable(v.number()),
  company: v.string(),
  project: v.string(),
  payer: v.string(),
  items: v.array(v.object({ place: v.string(), fee: v.string(), period: v.string(), amountFen: v.number() })),
  amountFen: v.number(),
  capitals: v.string(),
  method: v.picklist(paymentMethods),
  referenceNo: v.nullable(v.string()),
  paidOn: v.string(),
  issuedOn: v.string(),
  cashier: v.string(),
})
export type Receipt = v.InferOutput<typeof receiptSchema>

export const printReceiptSchema = v.object({ requestId: requestIdSchema, receiptId: idSchema('rcp') })
export type PrintReceipt = v.InferInput<typeof printReceiptSchema>

/** The first copy is the original, every later one says 补打. */
export const printedSchema = v.object({ printId: v.string() })

/** A receipt in an owner's list. */
export const receiptRowSchema = v.object({
  id: v.string(),
  number: v.string(),
  places: v.string(),
  amountFen: v.number(),
  method: v.picklist(paymentMethods),
  paidOn: v.string(),
  issuedAt: v.number(),
  void: v.boolean(),
})
export type ReceiptRow = v.InferOutput<typeof receiptRowSchema>
