import { oneLine } from '@heju/kernel'
import * as v from 'valibot'
import { amountSchema, idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { dateSchema } from '../../estate/registry/shape.ts'
import { deskMethods, orderStates, paymentMethods, paymentScenes } from './rules.ts'

/** As many bills as one payment may settle: eight years of one room's months. */
export const mostBills = 100

const billId = idSchema('bill')

/** What each bill gets, in fen; a bill comes once. */
export const linesSchema = v.pipe(
  v.array(v.object({ billId, amountFen: amountSchema })),
  v.minLength(1),
  v.maxLength(mostBills),
  v.check(
    (lines) => new Set(lines.map((line) => line.billId)).size === lines.length,
    'payments.field.repeated_bill',
  ),
)

export const openPaymentSchema = v.object({
  requestId: requestIdSchema,
  orderId: idSchema('ord'),
  /** Whole bills: online nobody pays a part of one. */
  billIds: v.pipe(
    v.array(billId),
    v.minLength(1),
    v.maxLength(mostBills),
    v.check((ids) => new Set(ids).size === ids.length, 'payments.field.repeated_bill'),
  ),
  scene: v.picklist(paymentScenes),
  /** The payer's id for our app, for `jsapi`. */
  openId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/))),
})
export type OpenPayment = v.InferInput<typeof openPaymentSchema>

export const orderActionSchema = v.object({ orderId: idSchema('ord') })
export type OrderAction = v.InferInput<typeof orderActionSchema>

/** How the payer goes on; `redirect` is an address to go to, `code` one to be shown as a QR code. */
export const openedPaymentSchema = v.object({
  orderId: v.string(),
  amountFen: v.number(),
  expiresAt: v.number(),
  next: v.variant('kind', [
    v.object({ kind: v.literal('redirect'), url: v.string() }),
    v.object({ kind: v.literal('code'), codeUrl: v.string() }),
    v.object({
      kind: v.literal('jsapi'),
      params: v.object({
        appId: v.string(),
        timeStamp: v.string(),
        nonceStr: v.string(),
        package: v.string(),
        signType: v.literal('RSA'),
        paySign: v.string(),
      }),
    }),
  ]),
})
export type OpenedOrder = v.InferOutput<typeof openedPaymentSchema>

/** An order as its payer follows it. */
export const orderViewSchema = v.object({
  orderId: v.string(),
  state: v.picklist(orderStates),
  amountFen: v.number(),
  expiresAt: v.number(),
  /** A bill of it was paid in another way, in whole or in part, while it could not be closed: do not pay it. */
  overtaken: v.boolean(),
  /** Once it is paid. */
  receiptId: v.nullable(v.string()),
})
export type OrderView = v.InferOutput<typeof orderViewSchema>

/** An order after somebody would end it. */
export const endedOrderSchema = v.object({
  /** Still an open one where the provider says that it was paid and does not say yet what came. */
  state: v.picklist(orderStates),
  /** Whether it ended by this call, and not by another page, the desk or the watch before. */
  endedHere: v.boolean(),
})
export type EndedOrder = v.InferOutput<typeof endedOrderSchema>

export const recordPaymentSchema = v.pipe(
  v.object({
    requestId: requestIdSchema,
    paymentId: idSchema('pay'),
    method: v.picklist(deskMethods),
    /** The day on which the payer paid; how far back it may be depends on the method. */
    paidOn: dateSchema,
    /** At the desk a part of a bill may be paid. */
    lines: linesSchema,
    /** Number of the transfer or card slip. */
    referenceNo: v.optional(v.pipe(v.string(), v.transform(oneLine), v.maxLength(60)), ''),
    /** Left out: who owes the bills. */
    payerName: v.optional(nameSchema(60)),
    note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  }),
  v.forward(
    v.check(({ method, referenceNo }) => method === 'cash' || referenceNo !== '', 'payments.field.reference'),
    ['referenceNo'],
  ),
)
export type RecordPayment = v.InferInput<typeof recordPaymentSchema>
/** What was booked: the receipt has its number, and can be looked at, once the answer is there. */
export const bookedSchema = v.object({
  paymentId: v.string(),
  receiptId: v.string(),
  /** An online payment for one of the bills could not be closed: its payer is to be told not to pay it. */
  onlineOpen: v.optional(v.boolean(), false),
})
export type Booked = v.InferOutput<typeof bookedSchema>

export const reversePaymentSchema = v.object({
  requestId: requestIdSchema,
  paymentId: idSchema('pay'),
  /** Of the record that takes it back. */
  reversalId: idSchema('pay'),
  reason: nameSchema(200),
})
export type ReversePayment = v.InferInput<typeof reversePaymentSchema>

/** A whole receipt number, or the number alone for one of this year. */
export const receiptAskedSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^(SJ-([A-Z0-9]{2,6}-)?\d{4}-)?\d{1,9}$/i),
)

export const paymentRowSchema = v.object({
  id: v.string(),
  projectId: v.string(),
  projectName: v.string(),
  method: v.picklist(paymentMethods),
  /** Negative for a reversal. */
  amountFen: v.number(),
  payerName: v.string(),
  places: v.string(),
  referenceNo: v.nullable(v.string()),
  note: v.nullable(v.string()),
  paidOn: v.string(),
  recordedOn: v.string(),
  recordedAt: v.number(),
  cashierName: v.string(),
  receiptId: v.nullable(v.string()),
  receiptNumber: v.nullable(v.string()),
  /** The legal entity in whose name the receipt is; null where there is none. */
  entity: v.nullable(v.string()),
  reversesPaymentId: v.nullable(v.string()),
  reversedByPaymentId: v.nullable(v.string()),
})
export type PaymentRow = v.InferOutput<typeof paymentRowSchema>

export const daySheetFilterSchema = v.object({
  /** Left out: today, in the company's zone. */
  on: v.optional(dateSchema),
  projectId: v.optional(idSchema('proj')),
})
export type DaySheetFilter = v.InferInput<typeof daySheetFilterSchema>

/** What one person took by one method on a day. */
const daySheetRowSchema = v.object({
  method: v.picklist(paymentMethods),
  recordedBy: v.string(),
  cashierName: v.string(),
  /** Payments taken, and their sum. */
  payments: v.number(),
  takenFen: v.number(),
  /** Reversals entered on the day, and their sum: 0 or negative. */
  reversals: v.number(),
  reversedFen: v.number(),
})
export const daySheetSchema = v.object({
  on: v.string(),
  rows: v.array(daySheetRowSchema),
  /** Taken less reversed. */
  totalFen: v.number(),
  /** The receipts of the day by legal entity, whose numbers each are a series of their own: first, last and how many. */
  series: v.array(
    v.object({
      entityId: v.string(),
      entity: v.string(),
      first: v.string(),
      last: v.string(),
      count: v.number(),
    }),
  ),
  /** Exceptions that wait for a decision, whatever their day. */
  openExceptions: v.number(),
})
export type DaySheet = v.InferOutput<typeof daySheetSchema>
