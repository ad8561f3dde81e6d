import { erasedAfter, impersonal, sealedAfter } from '@heju/db'
import { isNull, sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { firstEntityId } from '../../estate/organisation/shape.ts'
import {
  exceptionKinds,
  exceptionStates,
  orderStates,
  paymentMethods,
  paymentScenes,
  resolutionKinds,
} from './rules.ts'

/** The scope of a merchant that serves every project of its legal entity without one of its own. */
export const companyScope = 'company'

/**
 * The company's own merchants at the provider, one in use for each legal entity and at most one per project. A merchant
 * that was replaced stays: orders opened through it are still asked about and may still be paid.
 */
export const merchants = sqliteTable(
  'merchants',
  {
    /** `mch_…`; names the company's merchant in the address that notices come to. */
    id: text().primaryKey(),
    /** Whose account the money comes to. A project that was handed to another entity no longer collects through it. */
    entityId: impersonal(text('entity_id')).notNull().default(firstEntityId),
    /** A project's id, or `company`: for every project of the entity that has none of its own. */
    scope: impersonal(text()).notNull(),
    /** 商户号. */
    merchantId: text('merchant_id').notNull(),
    appId: text('app_id').notNull(),
    merchantSerial: impersonal(text('merchant_serial')).notNull(),
    /** Serials of the provider's keys, joined with commas: shown, so that a switch of keys can be followed. */
    platformSerials: impersonal(text('platform_serials')).notNull(),
    /** The last four characters of the APIv3 key, to tell which one was entered. */
    apiV3KeyLast4: impersonal(text('api_v3_key_last4')).notNull(),
    /** `WechatMerchantSettings` as JSON, sealed. Never leaves the server. */
    settingsSealed: impersonal(text('settings_sealed')).notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    /** When the settings were last tested against the provider, and the error's code if it refused. */
    provenAt: integer('proven_at'),
    proofFailure: impersonal(text('proof_failure')),
    retiredAt: integer('retired_at'),
  },
  (table) => [
    uniqueIndex('merchants_in_use').on(table.entityId, table.scope).where(isNull(table.retiredAt)),
    uniqueIndex('merchants_of_projects')
      .on(table.scope)
      .where(sql`retired_at IS NULL AND scope <> 'company'`),
  ],
)

/** What the provider was asked to collect. Amount and lines are frozen; only the state moves. */
export const paymentOrders = sqliteTable(
  'payment_orders',
  {
    id: text().primaryKey(),
    outTradeNo: impersonal(text('out_trade_no')).notNull(),
    merchantRef: impersonal(text('merchant_ref'))
      .notNull()
      .references(() => merchants.id),
    projectId: text('project_id').notNull(),
    ownerId: text('owner_id').notNull(),
    payerName: sealedAfter('books', 'name', 'readers', text('payer_name')).notNull(),
    scene: text({ enum: paymentScenes }).notNull(),
    amountFen: integer('amount_fen').notNull(),
    description: impersonal(text()).notNull(),
    /** What else the provider was told, sealed: asking again for the same order must say the same. */
    openingSealed: erasedAfter('passing', 'account', 'programs', text('opening_sealed')).notNull(),
    state: text({ enum: orderStates }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** When it left the open states. */
    endedAt: integer('ended_at'),
  },
  (table) => [
    uniqueIndex('payment_orders_by_number').on(table.outTradeNo),
    index('payment_orders_by_owner').on(table.ownerId, table.createdAt),
  ],
)

/** The bills of an order and what it asked for each. `ended_at` is set with the order's: until then it holds the bill. */
export const paymentOrderLines = sqliteTable(
  'payment_order_lines',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => paymentOrders.id),
    billId: text('bill_id').notNull(),
    amountFen: integer('amount_fen').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.billId] }),
    uniqueIndex('payment_order_lines_hold_bills').on(table.billId).where(isNull(table.endedAt)),
  ],
)

/**
 * Money that was taken, append-only. A reversal is another row with a negative amount that names the first. The sum of
 * its lines is its amount.
 */
export const payments = sqliteTable(
  'payments',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    method: text({ enum: paymentMethods }).notNull(),
    amountFen: integer('amount_fen').notNull(),
    payerName: sealedAfter('books', 'name', 'readers', text('payer_name')).notNull(),
    /** The rooms or parking spaces that it is for, as people read them. */
    places: sealedAfter('books', 'address', 'readers', text()).notNull(),
    /** Online only. Unique: an order is settled once. */
    orderId: text('order_id').references(() => paymentOrders.id),
    /** Set when the money was first an exception and was allocated by a cashier. */
    exceptionId: text('exception_id'),
    /** The provider's number, the bank's reference, or the slip's number of the card terminal. */
    referenceNo: sealedAfter('books', 'account', 'readers', text('reference_no')),
    reversesPaymentId: text('reverses_payment_id'),
    /** Why it was reversed, or what the cashier noted. */
    note: sealedAfter('books', 'words', 'readers', text()),
    /** The day on which the payer paid. */
    paidOn: text('paid_on').notNull(),
    /** The day on which it was taken into the books: the day sheet that it belongs to. */
    recordedOn: text('recorded_on').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    /** `staff_…`, or the actor that reported it. */
    recordedBy: text('recorded_by').notNull(),
    /** Name of the cashier; empty when nobody was involved. */
    cashierName: sealedAfter('books', 'name', 'readers', text('cashier_name')).notNull(),
    /** The provider's own words, sealed. */
    evidenceSealed: sealedAfter('books', 'account', 'programs', text('evidence_sealed')),
  },
  (table) => [
    uniqueIndex('payments_by_order').on(table.orderId),
    uniqueIndex('payments_by_reversed').on(table.reversesPaymentId),
    index('payments_by_time').on(table.recordedAt, table.id),
    index('payments_by_project').on(table.projectId, table.recordedAt, table.id),
    index('payments_by_day').on(table.recordedOn),
  ],
)

/** What of a payment settles which bill, append-only. Bills carry the sum as `paid_fen`. */
export const paymentLines = sqliteTable(
  'payment_lines',
  {
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    billId: text('bill_id').notNull(),
    amountFen: integer('amount_fen').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.paymentId, table.billId] }),
    index('payment_lines_by_bill').on(table.billId),
  ],
)

/**
 * The last number that a legal entity gave in a year. Raised in the batch that writes the receipt, so no number is lost or
 * given twice.
 */
export const receiptSeries = sqliteTable(
  'receipt_series',
  {
    entityId: impersonal(text('entity_id')).notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entityId, table.year] })],
)

/** The same of the first entity, as the code before counts it: triggers keep the two in step. */
export const receiptCounters = sqliteTable('receipt_counters', {
  year: integer().primaryKey(),
  last: integer().notNull(),
})

/** Receipts as they were issued, append-only. One is void when its payment was reversed. */
export const receipts = sqliteTable(
  'receipts',
  {
    id: text().primaryKey(),
    /** In whose name it was issued, and in whose series. */
    entityId: impersonal(text('entity_id')).notNull().default(firstEntityId),
    number: impersonal(text()).notNull(),
    year: integer().notNull(),
    serial: integer().notNull(),
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    projectId: text('project_id').notNull(),
    /** What it shows, frozen (`ReceiptSnapshot`). */
    snapshotJson: sealedAfter('books', 'name', 'readers', text('snapshot_json')).notNull(),
    issuedAt: integer('issued_at').notNull(),
  },
  (table) => [
    uniqueIndex('receipts_by_number').on(table.entityId, table.year, table.serial),
    uniqueIndex('receipts_by_payment').on(table.paymentId),
  ],
)

/** Each time a receipt went to the printer, append-only: the second and later copies say so. */
export const receiptPrints = sqliteTable(
  'receipt_prints',
  {
    id: text().primaryKey(),
    receiptId: text('receipt_id')
      .notNull()
      .references(() => receipts.id),
    copy: integer().notNull(),
    printedAt: integer('printed_at').notNull(),
    printedBy: text('printed_by').notNull(),
  },
  (table) => [uniqueIndex('receipt_prints_by_copy').on(table.receiptId, table.copy)],
)

/** Money that came and did not fit, with everything that is known of it, until a person decided. */
export const paymentExceptions = sqliteTable(
  'payment_exceptions',
  {
    id: text().primaryKey(),
    kind: text({ enum: exceptionKinds }).notNull(),
    state: text({ enum: exceptionStates }).notNull(),
    merchantRef: impersonal(text('merchant_ref'))
      .notNull()
      .references(() => merchants.id),
    outTradeNo: impersonal(text('out_trade_no')).notNull(),
    /** The provider's number. */
    transactionId: text('transaction_id'),
    /** Null for an order that is not ours. */
    orderId: text('order_id').references(() => paymentOrders.id),
    projectId: text('project_id'),
    /** Fen that came and were not settled. */
    amountFen: integer('amount_fen').notNull(),
    /** Fen that the order asked for; null for an order that is not ours. */
    expectedFen: integer('expected_fen'),
    /** Fen of `amount_fen` that were refunded or allocated since. */
    resolvedFen: integer('resolved_fen').notNull().default(0),
    /** Code of the error that kept it out of the books, of `not_booked`. */
    failure: impersonal(text()),
    /** The provider's own words, sealed. */
    evidenceSealed: sealedAfter('books', 'account', 'programs', text('evidence_sealed')).notNull(),
    paidAt: integer('paid_at'),
    foundAt: integer('found_at').notNull(),
    resolvedAt: integer('resolved_at'),
  },
  (table) => [
    uniqueIndex('payment_exceptions_by_number').on(table.merchantRef, table.outTradeNo),
    index('payment_exceptions_by_state').on(table.state, table.foundAt, table.id),
  ],
)

/** What was done about an exception, append-only. */
export const exceptionResolutions = sqliteTable(
  'exception_resolutions',
  {
    id: text().primaryKey(),
    exceptionId: text('exception_id')
      .notNull()
      .references(() => paymentExceptions.id),
    kind: text({ enum: resolutionKinds }).notNull(),
    amountFen: integer('amount_fen').notNull(),
    reason: sealedAfter('books', 'words', 'readers', text()).notNull(),
    /** The provider's refund number, for a refund. */
    referenceNo: sealedAfter('books', 'account', 'readers', text('reference_no')),
    /** The payment that it was allocated by. */
    paymentId: text('payment_id').references(() => payments.id),
    resolvedAt: integer('resolved_at').notNull(),
    resolvedBy: text('resolved_by').notNull(),
  },
  (table) => [index('exception_resolutions_by_exception').on(table.exceptionId, table.resolvedAt)],
)
