import * as v from 'valibot'
import { amountSchema, idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { linesSchema } from './payment-schemas.ts'
import { exceptionKinds, exceptionStates, resolutionKinds } from './rules.ts'

export const exceptionRowSchema = v.object({
  id: v.string(),
  kind: v.picklist(exceptionKinds),
  state: v.picklist(exceptionStates),
  projectId: v.nullable(v.string()),
  orderId: v.nullable(v.string()),
  outTradeNo: v.string(),
  transactionId: v.nullable(v.string()),
  payerName: v.nullable(v.string()),
  /** The rooms and parking spaces of the bills that the order was for; empty without an order. */
  places: v.string(),
  /** Code of the error that kept it out of the books, of `not_booked`. */
  failure: v.nullable(v.string()),
  /** All that was paid with the order; what of it settled bills by itself, and the receipt of that. */
  paidFen: v.number(),
  bookedFen: v.number(),
  receiptNumber: v.nullable(v.string()),
  /** What came and was not settled; what the order had asked for; what was decided of it so far. */
  amountFen: v.number(),
  expectedFen: v.nullable(v.number()),
  resolvedFen: v.number(),
  paidAt: v.nullable(v.number()),
  foundAt: v.number(),
  resolvedAt: v.nullable(v.number()),
})

export const exceptionDetailSchema = v.object({
  ...exceptionRowSchema.entries,
  merchantId: v.string(),
  /** The provider's own words, without the payer's id. */
  evidence: v.string(),
  /** The bills that the order was for, as they are now. */
  bills: v.array(
    v.object({
      billId: v.string(),
      place: v.string(),
      fee: v.string(),
      period: v.string(),
      askedFen: v.number(),
      owedFen: v.number(),
    }),
  ),
  resolutions: v.array(
    v.object({
      kind: v.picklist(resolutionKinds),
      amountFen: v.number(),
      reason: v.string(),
      referenceNo: v.nullable(v.string()),
      paymentId: v.nullable(v.string()),
      resolvedAt: v.number(),
      resolvedByName: v.nullable(v.string()),
    }),
  ),
})
export type ExceptionDetail = v.InferOutput<typeof exceptionDetailSchema>

/** What is decided about the money, or a part of it. */
const decisionSchema = v.variant('kind', [
  v.object({
    kind: v.literal('refunded'),
    amountFen: amountSchema,
    /** The provider's refund number, or the bank's. */
    referenceNo: nameSchema(60),
  }),
  v.object({ kind: v.literal('allocated'), paymentId: idSchema('pay'), lines: linesSchema }),
  v.object({ kind: v.literal('held') }),
  v.object({ kind: v.literal('noted') }),
])
export type Decision = v.InferOutput<typeof decisionSchema>

export const resolveExceptionSchema = v.object({
  requestId: requestIdSchema,
  exceptionId: idSchema('exc'),
  decision: decisionSchema,
  reason: nameSchema(200),
})
export type ResolveException = v.InferInput<typeof resolveExceptionSchema>

export const resolvedSchema = v.object({
  state: v.picklist(exceptionStates),
  /** Of what was allocated. */
  receiptId: v.nullable(v.string()),
})
