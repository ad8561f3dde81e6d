import { impersonal, sealedAfter } from '@heju/db'
import { isNotNull, sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  approvalKinds,
  billStates,
  roundings,
  runStates,
  scopeKinds,
  skipReasons,
  tariffBases,
  tariffStates,
} from './rules.ts'

/** A charge of a project: what it is for and what it is calculated by. What it costs, and when, is in its prices. */
export const tariffs = sqliteTable(
  'tariffs',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    /** As owners read it: 物业服务费（高层住宅）. */
    name: impersonal(text()).notNull(),
    feeItem: impersonal(text('fee_item')).notNull(),
    basis: text({ enum: tariffBases }).notNull(),
    /** Charged beside whatever else there is for the same, wherever it is charged: it displaces nothing, and nothing it. */
    surcharge: integer({ mode: 'boolean' }).notNull().default(false),
    state: text({ enum: tariffStates }).notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [uniqueIndex('tariffs_by_name').on(table.projectId, table.name)],
)

/**
 * What a tariff costs from when to when, and what that stands on. A new price ends the one before it and never changes
 * it: bills refer to the price they were made by.
 */
export const tariffPrices = sqliteTable(
  'tariff_prices',
  {
    id: text().primaryKey(),
    tariffId: text('tariff_id')
      .notNull()
      .references(() => tariffs.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    /** Yuan × 10^4 per month and m², room or space. */
    priceE4: integer('price_e4').notNull(),
    /** 附加费, per month and room or space. */
    additionFen: integer('addition_fen').notNull().default(0),
    rounding: text({ enum: roundings }).notNull(),
    /** 1, 10 or 100: to whole fen, jiao or yuan. */
    roundingUnitFen: integer('rounding_unit_fen').notNull(),
    /** Under guided prices: the grade, its base price in the unit of the price, and how far from it is allowed, × 10^4. */
    grade: impersonal(text()),
    baseE4: integer('base_e4'),
    rangeE4: integer('range_e4'),
    /** Null only while the tariff is a draft. */
    approvalKind: text('approval_kind', { enum: approvalKinds }),
    approvalNo: impersonal(text('approval_no')),
    approvalOn: text('approval_on'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('tariff_prices_by_time').on(table.tariffId, table.fromOn),
    check('tariff_prices_in_order', sql`to_on IS NULL OR to_on >= from_on`),
    check('tariff_prices_in_bounds', sql`price_e4 >= 0 AND addition_fen >= 0`),
  ],
)

/** What somebody said: this tariff is for these rooms. It goes on for rooms that are added later. */
export const tariffScopes = sqliteTable(
  'tariff_scopes',
  {
    id: text().primaryKey(),
    tariffId: text('tariff_id')
      .notNull()
      .references(() => tariffs.id),
    projectId: text('project_id').notNull(),
    kind: text({ enum: scopeKinds }).notNull(),
    /** The project, the use of rooms, the kind of spaces, or the building. */
    value: impersonal(text()).notNull(),
    /** Of before there were surcharges; not read any more. */
    beside: integer({ mode: 'boolean' }).notNull().default(false),
    /** Leaves later places to whatever else charges them for the same: somebody decided to keep what is there. */
    yields: integer({ mode: 'boolean' }).notNull().default(false),
    /** Takes places out of the tariff's scopes of before, on these days. */
    excluded: integer({ mode: 'boolean' }).notNull().default(false),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    /** Places that came since come under it; of what is taken out, `noPlaceYet`. */
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('tariff_scopes_by_project').on(table.projectId, table.tariffId)],
)

/** What follows from the scopes for one room or space: by which tariff it is charged, from when to when. */
export const tariffAssignments = sqliteTable(
  'tariff_assignments',
  {
    /** A room or a parking space. */
    targetId: text('target_id').notNull(),
    tariffId: text('tariff_id').notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    /** Of before there were surcharges; not read any more. */
    beside: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('tariff_assignments_by_target').on(table.targetId, table.tariffId, table.fromOn),
    // Holds all that a run asks of nearly every place, so that it reads the index alone.
    index('tariff_assignments_by_tariff').on(table.tariffId, table.targetId, table.fromOn, table.toOn),
    check('tariff_assignments_in_order', sql`to_on IS NULL OR to_on >= from_on`),
  ],
)

/** Rooms and spaces that have been brought under the scopes of their project, which is done once. */
export const scopeFollowers = sqliteTable('scope_followers', { targetId: text('target_id').primaryKey() })

/** A user pays for a room or space by agreement with its owner, who stays jointly liable (物业管理条例 41). */
export const payerAgreements = sqliteTable(
  'payer_agreements',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    targetId: text('target_id').notNull(),
    personId: text('person_id').notNull(),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    /** The stay whose last day ended it before the day that was agreed: should that day be put right, it goes on. */
    cutBy: text('cut_by'),
    /** The last day that was agreed; told only where it was cut. */
    agreedToOn: text('agreed_to_on'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('payer_agreements_by_target').on(table.targetId, table.fromOn),
    index('payer_agreements_by_person').on(table.personId),
    index('payer_agreements_by_project').on(table.projectId),
    check('payer_agreements_in_order', sql`to_on IS NULL OR to_on >= from_on`),
  ],
)

/** Agreements that begin after their holder's last day, and so never hold unless that day was a mistake. */
export const agreementsPutOff = sqliteTable(
  'agreements_put_off',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    targetId: text('target_id').notNull(),
    personId: text('person_id').notNull(),
    fromOn: text('from_on').notNull(),
    /** The last day that was agreed. */
    toOn: text('to_on'),
    /** The stay whose last day put it off. */
    cutBy: text('cut_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('agreements_put_off_by_target').on(table.targetId)],
)

/** All bills of a project for a month, made at one time: a draft first, seen by owners once published. */
export const billRuns = sqliteTable(
  'bill_runs',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    period: text().notNull(),
    dueOn: text('due_on').notNull(),
    state: text({ enum: runStates }).notNull(),
    /** How many rooms and spaces there were to go through. */
    targets: integer().notNull(),
    /** The ids at which one step ends and the next begins: a JSON array, one shorter than there are steps. */
    boundariesJson: impersonal(text('boundaries_json')).notNull(),
    stepsDone: integer('steps_done').notNull().default(0),
    /** Counted and summed when the run got ready. */
    bills: integer().notNull().default(0),
    totalFen: integer('total_fen').notNull().default(0),
    skips: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    readyAt: integer('ready_at'),
    publishedAt: integer('published_at'),
    publishedBy: text('published_by'),
    /** 1 when it was published without the reminder before the due day. */
    quiet: integer().notNull().default(0),
    discardedAt: integer('discarded_at'),
  },
  (table) => [
    index('bill_runs_by_project').on(table.projectId, table.id),
    uniqueIndex('bill_runs_one_open')
      .on(table.projectId, table.period)
      .where(sql`state IN ('draft', 'computing', 'ready')`),
  ],
)

/** What a run did not bill, and why. */
export const billRunSkips = sqliteTable(
  'bill_run_skips',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    runId: text('run_id').notNull(),
    roomId: text('room_id'),
    parkingSpaceId: text('parking_space_id'),
    /** Null when it is about the room or space as a whole. */
    tariffId: text('tariff_id'),
    reason: text({ enum: skipReasons }).notNull(),
    /** How many days it is about; null for all days of the tariff in the month. */
    days: integer(),
    /** For `not_yet` and `ended`: the day. */
    onDay: text('on_day'),
    /** For `billed_otherwise`: the tariff by which these days are billed. */
    otherTariffId: text('other_tariff_id'),
  },
  (table) => [index('bill_run_skips_by_run').on(table.runId, table.reason, table.seq)],
)

/**
 * Assignments, each with a price of the month if there is one, that the quick statement of a step did not bill: what its
 * other statements look at. Empty between steps.
 */
export const billRunRest = sqliteTable('bill_run_rest', {
  /** Row number of the assignment. */
  seq: integer().notNull(),
  targetId: text('target_id').notNull(),
  tariffId: text('tariff_id').notNull(),
  priceId: text('price_id'),
})

/**
 * The days of those assignments, cut wherever price, area or payer changes, each part with its amount or the reason why
 * it is not billed. Empty between steps.
 */
export const billRunParts = sqliteTable('bill_run_parts', {
  seq: integer().notNull(),
  targetId: text('target_id').notNull(),
  tariffId: text('tariff_id').notNull(),
  priceId: text('price_id').notNull(),
  fromOn: text('from_on').notNull(),
  toOn: text('to_on').notNull(),
  days: integer().notNull(),
  quantityE2: integer('quantity_e2').notNull(),
  payer: impersonal(text()),
  liable: impersonal(text()),
  /** Of the whole stretch at this price and area. */
  wholeDays: integer('whole_days').notNull(),
  wholeFen: integer('whole_fen').notNull(),
  amountFen: integer('amount_fen').notNull(),
  /** Null: it is billed. */
  reason: text({ enum: skipReasons }),
  /** For `billed_otherwise`: the tariff by which these days are billed. */
  otherTariffId: text('other_tariff_id'),
})

/**
 * What one payer owes for one room or space, by one price, for days of one month. How the amount came about is kept in
 * columns: the price row (which never changes), the quantity, the days, and what the stretch came to before it was
 * shared among payers.
 *
 * Bills are inserted by set-based statements from rooms and prices that exist, so they carry no foreign keys: checking
 * 100,000 times what the join has just found would cost as much as the insert. Indexes are few for the same reason;
 * those that only matter for what is owed are partial, and written when bills are published.
 */
export const bills = sqliteTable(
  'bills',
  {
    id: text().primaryKey(),
    projectId: text('project_id').notNull(),
    /** Null for a bill made alone. */
    runId: text('run_id'),
    /** One of the two. */
    roomId: text('room_id'),
    parkingSpaceId: text('parking_space_id'),
    tariffId: text('tariff_id').notNull(),
    priceId: text('price_id').notNull(),
    feeItem: impersonal(text('fee_item')).notNull(),
    period: text().notNull(),
    /** The days of the period that it is for, both included and without a gap. */
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    /** How many they are. Fewer only in bills of 2026, where one stood for all stretches of a payer in a month. */
    days: integer().notNull(),
    payerPersonId: text('payer_person_id').notNull(),
    /** The owner, where a user pays by agreement and the owner is jointly liable. */
    liablePersonId: text('liable_person_id'),
    /** m² × 10^2; 100 where the price is per room or space. */
    quantityE2: integer('quantity_e2').notNull(),
    /** Where several owe in turn: days and amount of the whole stretch at this price and area, of which this is a share. */
    wholeDays: integer('whole_days'),
    wholeFen: integer('whole_fen'),
    amountFen: integer('amount_fen').notNull(),
    /** Changed by payments alone, through `settleBillLine`. */
    paidFen: integer('paid_fen').notNull().default(0),
    dueOn: text('due_on').notNull(),
    state: text({ enum: billStates }).notNull(),
    createdAt: integer('created_at').notNull(),
    publishedAt: integer('published_at'),
    /** 0 while the bill counts; a void one leaves its place in the unique indexes to its successor. */
    voidedAt: integer('voided_at').notNull().default(0),
    voidReason: sealedAfter('books', 'words', 'readers', text('void_reason')),
    /** 1 when it was billed by itself without the reminder before the due day; runs have their own mark. */
    quiet: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('bills_by_room')
      .on(table.roomId, table.period, table.tariffId, table.fromOn, table.voidedAt)
      .where(isNotNull(table.roomId)),
    uniqueIndex('bills_by_parking_space')
      .on(table.parkingSpaceId, table.period, table.tariffId, table.fromOn, table.voidedAt)
      .where(isNotNull(table.parkingSpaceId)),
    index('bills_by_project').on(table.projectId, table.period, table.id),
    // Holds all that is added up by payer and place, so that arrears are read from the index alone.
    index('bills_owed')
      .on(
        table.projectId,
        table.dueOn,
        table.id,
        table.roomId,
        table.parkingSpaceId,
        table.payerPersonId,
        table.amountFen,
        table.paidFen,
      )
      .where(sql`state = 'published' AND paid_fen < amount_fen`),
    check('bills_of_one_place', sql`(room_id IS NULL) <> (parking_space_id IS NULL)`),
    check('bills_paid_in_bounds', sql`paid_fen BETWEEN 0 AND amount_fen AND amount_fen > 0`),
  ],
)
