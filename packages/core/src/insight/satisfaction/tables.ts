import { impersonal, sealedAfter } from '@heju/db'
import { isNotNull, isNull, sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from '../../estate/projects/index.ts'
import { rooms } from '../../estate/registry/index.ts'
import { serviceLines } from '../../estate/service-lines/index.ts'
import { answerChannels, dimensions, measures, questionSides } from './methodology.ts'

/**
 * The twelve marks of the first questionnaire and the loyalty, as the code before keeps them: triggers keep them in step with
 * `survey_marks` until it has gone. Not read any more.
 */
const marksOfTheCodeBefore = () => ({
  cleanlinessExpected: integer('cleanliness_expected'),
  cleanlinessPerceived: integer('cleanliness_perceived'),
  quietExpected: integer('quiet_expected'),
  quietPerceived: integer('quiet_perceived'),
  warmthExpected: integer('warmth_expected'),
  warmthPerceived: integer('warmth_perceived'),
  attentivenessExpected: integer('attentiveness_expected'),
  attentivenessPerceived: integer('attentiveness_perceived'),
  flexibilityExpected: integer('flexibility_expected'),
  flexibilityPerceived: integer('flexibility_perceived'),
  respectExpected: integer('respect_expected'),
  respectPerceived: integer('respect_perceived'),
  allExpected: integer('all_expected').generatedAlwaysAs(sumOf('expected'), { mode: 'virtual' }),
  allPerceived: integer('all_perceived').generatedAlwaysAs(sumOf('perceived'), { mode: 'virtual' }),
  loyalty: integer(),
})
const inScale = dimensions
  .flatMap((dimension) => [`${dimension}_expected`, `${dimension}_perceived`])
  .map((column) => `${column} BETWEEN 1 AND 5`)
const sumOf = (side: string) => sql.raw(dimensions.map((dimension) => `${dimension}_${side}`).join(' + '))

/** What the company decided about its surveys: one row once it decided anything. */
export const surveySettings = sqliteTable(
  'survey_settings',
  {
    id: integer().primaryKey(),
    enabled: integer({ mode: 'boolean' }).notNull(),
    openDay: integer('open_day').notNull(),
    closeDay: integer('close_day').notNull(),
    remindAfterDays: integer('remind_after_days'),
    sendMessages: integer('send_messages', { mode: 'boolean' }).notNull(),
    leastAnswers: integer('least_answers').notNull(),
    leastRateE4: integer('least_rate_e4').notNull(),
    showMarket: integer('show_market', { mode: 'boolean' }).notNull(),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    changedAt: integer('changed_at').notNull(),
  },
  () => [check('survey_settings_one', sql`id = 1`)],
)

/** The survey of one project about one month. It goes from open to closed to calculated, and no way back. */
export const surveyRounds = sqliteTable(
  'survey_rounds',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    /** The month that is measured; the round takes place in the month after it. */
    period: text().notNull(),
    methodology: integer().notNull(),
    /** How many households there were to answer when it opened. */
    households: integer().notNull(),
    openedAt: integer('opened_at').notNull(),
    remindAt: integer('remind_at'),
    closesAt: integer('closes_at').notNull(),
    remindedAt: integer('reminded_at'),
    closedAt: integer('closed_at'),
    /** When its results were written. */
    calculatedAt: integer('reckoned_at'),
  },
  (table) => [
    uniqueIndex('survey_rounds_by_project').on(table.projectId, table.period),
    index('survey_rounds_by_period').on(table.period, table.projectId),
    index('survey_rounds_under_way').on(table.closesAt).where(isNull(table.calculatedAt)),
  ],
)

/**
 * The households of a round, as they were when it opened: rooms with an owner or tenant. Which answer counts for a
 * household is said here and nowhere else.
 */
export const surveyHouseholds = sqliteTable(
  'survey_households',
  {
    roundId: text('round_id').notNull(),
    roomId: text('room_id').notNull(),
    /** Who is asked. */
    personId: text('person_id').notNull(),
    /** Whether the message goes out for this household: one phone gets one, for whichever of its rooms comes first. */
    lead: integer({ mode: 'boolean' }).notNull(),
    invitedAt: integer('invited_at'),
    remindedAt: integer('reminded_at'),
    answerId: text('answer_id'),
    /** How often it answered. */
    answers: integer().notNull().default(0),
  },
  // A round of a large company is opened in one statement, from rows that the join has just found: so there are no
  // foreign keys to check once more, and no index that another one can stand in for.
  (table) => [
    primaryKey({ columns: [table.roundId, table.roomId] }),
    uniqueIndex('survey_households_answered')
      .on(table.roundId, table.answerId)
      .where(isNotNull(table.answerId)),
  ],
)

/**
 * What a version of the questionnaire asks, in the order of `position` (D176). Another wording, another scale or another
 * question is another version; a version that was asked stays as it is.
 */
export const surveyQuestions = sqliteTable(
  'survey_questions',
  {
    /** `survey_rounds.methodology`: what a round was asked by. */
    methodology: integer().notNull(),
    /** One of `dimensions`, or `loyalty`. */
    code: impersonal(text()).notNull(),
    position: integer().notNull(),
    /** `both`: what one expects and what one finds; `found`: one mark alone. */
    sides: text({ enum: questionSides }).notNull(),
    /** Left out or not, at the household's choice. */
    optional: integer({ mode: 'boolean' }).notNull().default(false),
    least: integer().notNull(),
    most: integer().notNull(),
    /** Whose work it asks about; null for what is about the whole. */
    serviceLine: text('service_line', { enum: serviceLines }),
  },
  (table) => [
    primaryKey({ columns: [table.methodology, table.code] }),
    check('survey_questions_scale', sql`least <= most`),
  ],
)

/** What a household answered, append-only: who changes their mind answers once more. Its marks are in `survey_marks`. */
export const surveyAnswers = sqliteTable(
  'survey_answers',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRounds.id),
    roomId: text('room_id')
      .notNull()
      .references(() => rooms.id),
    methodology: integer().notNull(),
    channel: text({ enum: answerChannels }).notNull(),
    /** The owner's account, or who of staff noted it down. */
    byId: text('by_id').notNull(),
    comment: sealedAfter('matter', 'words', 'readers', text()).notNull(),
    /** Whether the household lets the project's staff know that the answer is theirs (PIPL 13). */
    named: integer({ mode: 'boolean' }).notNull(),
    answeredAt: integer('answered_at').notNull(),
    ...marksOfTheCodeBefore(),
  },
  () => [
    check('survey_answers_in_scale', sql.raw(inScale.join(' AND '))),
    check('survey_answers_loyalty', sql`loyalty IS NULL OR loyalty BETWEEN 1 AND 5`),
  ],
)

/**
 * The marks of an answer, one row a question of its questionnaire; append-only. A trigger refuses a question that was not
 * asked, and a mark beyond its scale.
 */
export const surveyMarks = sqliteTable(
  'survey_marks',
  {
    answerId: text('answer_id')
      .notNull()
      .references(() => surveyAnswers.id),
    /** `survey_questions.code` */
    question: impersonal(text()).notNull(),
    /** What one expects; null where only what one finds is asked. */
    expected: integer(),
    /** What one finds. */
    mark: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.question] })],
)

/**
 * What closed rounds were reported to have come to by the first method, append-only. Kept as evidence of what was said;
 * nothing is added any more, figures are those of `survey_outcomes`.
 */
export const surveyResults = sqliteTable(
  'survey_results',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRounds.id),
    measure: text({ enum: measures }).notNull(),
    projectId: text('project_id').notNull(),
    period: text().notNull(),
    answers: integer().notNull(),
    /** Sums over households of what they expect (x) and find (y), their squares and product. */
    x: integer().notNull(),
    y: integer().notNull(),
    xx: integer().notNull(),
    yy: integer().notNull(),
    xy: integer().notNull(),
    /** Households that found it at 2 or below; for the whole: in any dimension. */
    low: integer().notNull(),
    /** Answers that staff noted down, and what was said about staying with the company: for the whole alone. */
    byStaff: integer('by_staff').notNull(),
    loyaltyAsked: integer('loyalty_asked').notNull(),
    loyal: integer().notNull(),
    indexE2: integer('index_e2'),
    lowE2: integer('low_e2'),
    highE2: integer('high_e2'),
    /** Against the month before; null without one that can be compared. */
    changeE2: integer('change_e2'),
    changeLowE2: integer('change_low_e2'),
    changeHighE2: integer('change_high_e2'),
    sha256: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.measure] }),
    index('survey_results_by_period').on(table.period, table.projectId),
    index('survey_results_by_project').on(table.projectId, table.measure, table.period),
  ],
)

/**
 * What a closed round came to by a method, append-only: the sums that the figures follow from, and the figures as they
 * were reported, in hundredths of a point. `sha256` is over the sums: calculated again from the answers it must come out
 * the same. A round gets new rows when a better method comes; its older ones stay.
 */
export const surveyOutcomes = sqliteTable(
  'survey_outcomes',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => surveyRounds.id),
    measure: text({ enum: measures }).notNull(),
    /** One of `calculationMethods`. */
    method: integer().notNull(),
    projectId: text('project_id').notNull(),
    period: text().notNull(),
    /** Who was asked, each for one or more households. */
    persons: integer().notNull(),
    /** How many of them answered, … */
    answered: integer().notNull(),
    /** … and for how many households. */
    answers: integer().notNull(),
    /** Sums over persons of what they expect (x) and find (y) for all of their households, their squares and product. */
    x: integer().notNull(),
    y: integer().notNull(),
    xx: integer().notNull(),
    yy: integer().notNull(),
    xy: integer().notNull(),
    /** Households that found it at 2 or below; for the whole: in any dimension. */
    low: integer().notNull(),
    /** Answers that staff noted down, and what was said about staying with the company: for the whole alone. */
    byStaff: integer('by_staff').notNull(),
    loyaltyAsked: integer('loyalty_asked').notNull(),
    loyal: integer().notNull(),
    /** Persons who said something about it for any of their households, and those of them who would stay on the whole. */
    loyaltyPersons: integer('loyalty_persons').notNull().default(0),
    loyalPersons: integer('loyal_persons').notNull().default(0),
    indexE2: integer('index_e2'),
    lowE2: integer('low_e2'),
    highE2: integer('high_e2'),
    /** Against the month before; null without one that can be compared. */
    changeE2: integer('change_e2'),
    changeLowE2: integer('change_low_e2'),
    changeHighE2: integer('change_high_e2'),
    /** How likely chance alone makes as large a change (p), in billionths. */
    changeChanceE9: integer('change_chance_e9'),
    sha256: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.measure, table.method] }),
    index('survey_outcomes_by_period').on(table.period, table.method, table.projectId),
    index('survey_outcomes_by_project').on(table.projectId, table.measure, table.method, table.period),
  ],
)
