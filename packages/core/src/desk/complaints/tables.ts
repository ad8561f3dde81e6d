import { erasedAfter, impersonal, sealedAfter } from '@heju/db'
import { isNull, sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from '../../estate/projects/index.ts'
import { commonPlaces } from '../../estate/places/index.ts'
import { parkingSpaces, rooms } from '../../estate/registry/index.ts'
import { counterColumns, matterColumns, raiseColumns, stepColumns } from '../../platform/procedure/index.ts'
import { serviceLines } from '../../estate/service-lines/index.ts'
import {
  channels,
  communicativeKinds,
  complaintProcedure,
  effectiveGrounds,
  natures,
  raiseReasons,
  revisitChannels,
  revisitOutcomes,
} from './rules.ts'

/** What complaints are about, in two levels (D94). The company may rename, add and put away. */
export const complaintCategories = sqliteTable(
  'complaint_categories',
  {
    id: text().primaryKey(),
    /** Names the texts of a category that came with the product; null for the company's own. */
    code: impersonal(text()),
    /** The company's own name for it; null: the product's, in the reader's language. */
    name: impersonal(text()),
    /** Null on the first level. */
    parentId: text('parent_id'),
    /**
     * Of the first level; what is below is of the same line. Null there: the company has not chosen yet, for a category of its
     * own from before there were lines.
     */
    serviceLine: text('service_line', { enum: serviceLines }),
    /** An open complaint of this kind pauses reminders. */
    aboutFees: integer('about_fees', { mode: 'boolean' }).notNull(),
    position: integer().notNull(),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    archivedAt: integer('archived_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [uniqueIndex('complaint_categories_by_code').on(table.code)],
)

/** `TS-20261122-0001` and so on. */
export const complaintCounters = sqliteTable('complaint_counters', counterColumns())

/**
 * Complaints (D86). Who complained is kept as it was then: name and phone stay when the registry changes. An owner finds
 * theirs by account or by phone, so that what was said at the desk shows up in the portal as well.
 */
export const complaints = sqliteTable(
  'complaints',
  {
    ...matterColumns(complaintProcedure),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** The room that it is at, or of the owner who tells of a common place; null for what concerns no room. */
    roomId: text('room_id').references(() => rooms.id),
    /** One of these two, or neither. */
    parkingSpaceId: text('parking_space_id').references(() => parkingSpaces.id),
    commonPlaceId: text('common_place_id').references(() => commonPlaces.id),
    ownerId: text('owner_id'),
    personId: text('person_id'),
    contactName: sealedAfter('matter', 'name', 'readers', text('contact_name')).notNull().default(''),
    /** E.164, sealed as `complaints.phone`; null for who did not leave one. */
    phoneSealed: erasedAfter('matter', 'phone', 'unmaskers', text('phone_sealed')),
    phoneIndex: erasedAfter('matter', 'phone', 'programs', text('phone_index')),
    /** 138****1234 */
    phoneMasked: erasedAfter('matter', 'phone', 'readers', text('phone_masked')),
    channel: text({ enum: channels }).notNull(),
    /** Who came on somebody's behalf. */
    agentName: sealedAfter('matter', 'name', 'readers', text('agent_name')),
    categoryId: text('category_id')
      .notNull()
      .references(() => complaintCategories.id),
    aboutFees: integer('about_fees', { mode: 'boolean' }).notNull(),
    /** In the complainant's words. */
    text: sealedAfter('matter', 'words', 'readers', text()).notNull(),
    /** What they would like to happen. */
    wish: sealedAfter('matter', 'words', 'readers', text()).notNull().default(''),

    nature: text({ enum: natures }),
    natureKind: text('nature_kind', { enum: communicativeKinds }),
    natureGround: text('nature_ground', { enum: effectiveGrounds }),
    /** Under which number and on which day the authority registered a breach (D88). */
    authorityNo: impersonal(text('authority_no')),
    authorityOn: text('authority_on'),
    /** Notices about it do not wait for the morning. */
    emergency: integer({ mode: 'boolean' }).notNull().default(false),
    major: integer({ mode: 'boolean' }).notNull().default(false),
    /** A customer whom the manager asks in person (D24). */
    special: integer({ mode: 'boolean' }).notNull().default(false),

    /** The first of staff who was told; answerable to the end and never changed (D41). */
    firstReceiverId: text('first_receiver_id'),
    /** Who answers for it in place of the first receiver, who left or moved; empty: whoever of staff acts on it next. */
    answersInsteadId: text('answers_instead_id'),
    /** What the first receiver promised (D42). */
    promisedAt: integer('promised_at'),
    /** What was agreed for later (D101), and when the owner hears next. */
    agreedAt: integer('agreed_at'),
    updateDueAt: integer('update_due_at'),

    firstDueAt: integer('first_due_at').notNull(),
    firstHandledAt: integer('first_handled_at'),
    /** For the code before, which knew one rung: a trigger keeps it and `whole_raised_at` in step. */
    firstRaisedAt: integer('first_raised_at'),
    /** How many have heard that it was not kept (`Ladder`). */
    firstRung: integer('first_rung').notNull().default(0),
    /** When the term of the whole began: at registration, or when it was taken up again. */
    wholeStartedAt: integer('whole_started_at').notNull(),
    wholeStartedOn: text('whole_started_on').notNull(),
    wholeDueAt: integer('whole_due_at').notNull(),
    wholeRaisedAt: integer('whole_raised_at'),
    wholeRung: integer('whole_rung').notNull().default(0),
    /** Earlier rounds that were replied to late. */
    lateRounds: integer('late_rounds').notNull().default(0),
    /** When the owner first heard from a person (D107). */
    echoedAt: integer('echoed_at'),
    repliedAt: integer('replied_at'),
    revisitDueAt: integer('revisit_due_at'),
    /** When the schedule put the revisit on a desk. */
    revisitPromptedAt: integer('revisit_prompted_at'),
    /** Tries in vain to reach the owner in this round. */
    unreached: integer().notNull().default(0),
    revisitedAt: integer('revisited_at'),
    /** What the owner said in the end; null: could not be reached, or not asked yet. */
    satisfied: integer({ mode: 'boolean' }),
    /** 1 to 5. */
    rating: integer(),
    reopenedAt: integer('reopened_at'),
    /** The three answers of D103. */
    cause: sealedAfter('matter', 'words', 'readers', text()),
    learned: sealedAfter('matter', 'words', 'readers', text()),
    prevention: sealedAfter('matter', 'words', 'readers', text()),
    /** The closed complaint that this one goes on with. */
    previousId: text('previous_id'),
    /** What is due next, for lists in the order of urgency; null once closed. */
    nextDueAt: integer('next_due_at').generatedAlwaysAs(
      sql`CASE state WHEN 'closed' THEN NULL WHEN 'replied' THEN revisit_due_at WHEN 'revisited' THEN revisited_at
        ELSE min(whole_due_at, CASE WHEN first_handled_at IS NULL THEN first_due_at ELSE whole_due_at END, coalesce(update_due_at, whole_due_at)) END`,
      { mode: 'virtual' },
    ),
    /** The place that it is at, whichever of the three: where there is a room besides, that is whose owner tells of it. */
    placeId: text('place_id').generatedAlwaysAs(sql`coalesce(common_place_id, parking_space_id, room_id)`, {
      mode: 'virtual',
    }),
    /** Who answers for it to the end (D43): the first receiver, or who took that over. */
    answererId: text('answerer_id').generatedAlwaysAs(
      sql`nullif(coalesce(answers_instead_id, first_receiver_id), '')`,
      { mode: 'virtual' },
    ),
  },
  (table) => [
    uniqueIndex('complaints_by_number').on(table.number),
    index('complaints_by_time').on(table.registeredAt, table.id),
    index('complaints_of_project').on(table.projectId, table.registeredAt, table.id),
    index('complaints_of_owner').on(table.ownerId, table.registeredAt, table.id),
    index('complaints_of_phone').on(table.phoneIndex, table.registeredAt, table.id),
    index('complaints_of_person').on(table.personId, table.registeredAt, table.id),
    index('complaints_of_room').on(table.roomId, table.registeredAt, table.id),
    index('complaints_of_place')
      .on(table.placeId, table.registeredAt, table.id)
      .where(sql`place_id IS NOT NULL`),
    index('complaints_of_answerer').on(table.answererId, table.registeredAt, table.id),
    index('complaints_by_month').on(table.registeredOn, table.projectId),
    index('complaints_open').on(table.nextDueAt, table.id).where(isNull(table.closedAt)),
    index('complaints_open_of_project')
      .on(table.projectId, table.nextDueAt, table.id)
      .where(isNull(table.closedAt)),
    index('complaints_open_of_handler')
      .on(table.handlerId, table.nextDueAt, table.id)
      .where(isNull(table.closedAt)),
    index('complaints_without_echo')
      .on(table.projectId, table.nextDueAt, table.id)
      .where(sql`echoed_at IS NULL AND closed_at IS NULL`),
    index('complaints_to_raise_first')
      .on(table.firstRung, table.firstDueAt)
      .where(sql`first_handled_at IS NULL AND closed_at IS NULL`),
    index('complaints_to_raise_whole')
      .on(table.wholeRung, table.wholeDueAt)
      .where(sql`replied_at IS NULL AND closed_at IS NULL`),
    index('complaints_running')
      .on(table.wholeStartedOn)
      .where(sql`replied_at IS NULL AND closed_at IS NULL`),
    index('complaints_to_revisit')
      .on(table.revisitDueAt)
      .where(sql`state = 'replied' AND revisit_prompted_at IS NULL`),
    index('complaints_about_fees_of_person')
      .on(table.personId)
      .where(sql`about_fees = 1 AND closed_at IS NULL`),
    index('complaints_about_fees_of_room')
      .on(table.roomId)
      .where(sql`about_fees = 1 AND closed_at IS NULL`),
    check('complaints_closed_after_reply', sql`closed_at IS NULL OR replied_at IS NOT NULL`),
    check('complaints_rating', sql`rating IS NULL OR rating BETWEEN 1 AND 5`),
  ],
)

/** What happened, in the order in which it did (`stepColumns`). */
export const complaintSteps = sqliteTable(
  'complaint_steps',
  {
    ...stepColumns(complaintProcedure),
    matterId: text('complaint_id')
      .notNull()
      .references(() => complaints.id),
  },
  (table) => [
    uniqueIndex('complaint_steps_by_id').on(table.id),
    index('complaint_steps_of_complaint').on(table.matterId, table.seq),
  ],
)

/** What owners said when they were asked, or rated by themselves, append-only. */
export const complaintRevisits = sqliteTable(
  'complaint_revisits',
  {
    id: text().primaryKey(),
    complaintId: text('complaint_id')
      .notNull()
      .references(() => complaints.id),
    round: integer().notNull(),
    byKind: text('by_kind', { enum: ['staff', 'owner'] }).notNull(),
    byId: text('by_id').notNull(),
    channel: text({ enum: revisitChannels }).notNull(),
    outcome: text({ enum: revisitOutcomes }).notNull(),
    rating: integer(),
    /** Ratings of the five attitudes of D198, as JSON; null when not asked. */
    attitudesJson: impersonal(text('attitudes_json')),
    words: sealedAfter('matter', 'words', 'readers', text()).notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('complaint_revisits_of_complaint').on(table.complaintId, table.at),
    // An owner answers once for each reply.
    uniqueIndex('complaint_revisits_once')
      .on(table.complaintId, table.round)
      .where(sql`by_kind = 'owner'`),
  ],
)

/** That a complaint was raised to the manager, append-only: once for each reason and round. */
export const complaintRaises = sqliteTable(
  'complaint_raises',
  {
    ...raiseColumns(raiseReasons),
    matterId: text('complaint_id')
      .notNull()
      .references(() => complaints.id),
  },
  (table) => [primaryKey({ columns: [table.matterId, table.round, table.reason] })],
)
