import { impersonal } from '@heju/db'
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { chargers, moneyOwners, type TargetKind } from './rules.ts'

/**
 * For what money is asked (收费项目): what it is called, how it is taxed, whose it is, and how charges of it stand to each other.
 * Never deleted: bills refer to it. Triggers refuse to take one out of use by which a tariff in use charges, and to change of
 * one that has been charged by whose money it is and whether a place has one charge of it.
 */
export const feeItems = sqliteTable(
  'fee_items',
  {
    id: text().primaryKey(),
    /** On bills and in lists; empty for one of the product's: then it has its own word in the reader's language. */
    name: impersonal(text()).notNull().default(''),
    /** What a receipt calls its charges; empty: as their tariffs are named. */
    receiptName: impersonal(text('receipt_name')).notNull().default(''),
    /** What an invoice is to call it; empty: by its name. */
    invoiceName: impersonal(text('invoice_name')).notNull().default(''),
    /** 税收分类编码, 19 digits; empty where nobody has said. */
    taxCode: impersonal(text('tax_code')).notNull().default(''),
    /** 600 is 6 %; null where nobody has said. */
    taxRateE4: integer('tax_rate_e4'),
    /** Whether prices are with the tax in them. */
    taxIncluded: integer('tax_included', { mode: 'boolean' }).notNull().default(true),
    whoseMoney: text('whose_money', { enum: moneyOwners }).notNull().default('company'),
    /** Number of the account in the ledger (会计科目); empty where nobody has said. */
    account: impersonal(text()).notNull().default(''),
    /** What is owed for the same month is settled in this order. */
    settleOrder: integer('settle_order').notNull(),
    targetKinds: impersonal(text('target_kinds', { mode: 'json' }))
      .$type<TargetKind[]>()
      .notNull(),
    /** A place has one charge of it a day, and a new one takes the place of another; else each tariff stands by itself. */
    exclusive: integer({ mode: 'boolean' }).notNull().default(false),
    /** Where prices are guided (政府指导价), those of its charges are (D117, D118). */
    guided: integer({ mode: 'boolean' }).notNull().default(false),
    chargedBy: text('charged_by', { enum: chargers }).notNull().default('project'),
    /** Out of use since; null while it may be charged. */
    retiredAt: integer('retired_at'),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('fee_items_by_order').on(table.settleOrder, table.id),
    // By which statements about many charges find, once, those that displace each other.
    index('fee_items_by_exclusive').on(table.exclusive, table.id),
    check('fee_items_tax_in_bounds', sql`tax_rate_e4 BETWEEN 0 AND 10000`),
  ],
)

/** What an item was called until it was renamed: a bill that was given out before keeps that name. */
export const feeItemNames = sqliteTable(
  'fee_item_names',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => feeItems.id),
    /** The first moment under the name that followed. */
    untilAt: integer('until_at').notNull(),
    name: impersonal(text()).notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.untilAt] })],
)
