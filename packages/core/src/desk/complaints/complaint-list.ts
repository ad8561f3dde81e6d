import { translator } from '@heju/i18n'
import { firstDay, formatInstant, lastDay, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { projects } from '../../estate/projects/index.ts'
import { noServiceLine, serviceLineFilterSchema } from '../../estate/service-lines/index.ts'
import { serviceLineTexts } from '../../estate/service-lines/texts.ts'
import { idSchema } from '../../input.ts'
import { staff } from '../../people/identity/index.ts'
import { defineList, projectsInOrder, type Order } from '../../platform/lists/index.ts'
import type { ShownClock } from '../../platform/procedure/shape.ts'
import { clocksOf } from './clocks.ts'
import { flag, listedComplaintSchema, monthSchema, outcomesOfTerm, views } from './list-schemas.ts'
import { channels, complaintStates, natures } from './rules.ts'
import { placeNow } from './place-now.ts'
import { isOfLine, lineOfComplaint } from './service-line.ts'
import { complaintCategories, complaints } from './tables.ts'
import { termIs } from './terms.ts'
import { complaintTexts } from './texts.ts'
import { isByTime, permissionOf, viewIs } from './views.ts'

const { id, registeredAt, nextDueAt, firstDueAt, firstHandledAt, wholeDueAt } = complaints
/** The columns of a complaint in a list. */
const columns = {
  id: complaints.id,
  number: complaints.number,
  projectId: complaints.projectId,
  roomId: complaints.roomId,
  placeId: complaints.placeId,
  place: placeNow(),
  contactName: complaints.contactName,
  phoneMasked: complaints.phoneMasked,
  channel: complaints.channel,
  categoryId: complaints.categoryId,
  categoryCode: complaintCategories.code,
  categoryName: complaintCategories.name,
  /** The beginning; the whole is on the complaint's own page. */
  text: sql<string>`substr(${complaints.text}, 1, 120)`,
  state: complaints.state,
  round: complaints.round,
  nature: complaints.nature,
  emergency: complaints.emergency,
  major: complaints.major,
  special: complaints.special,
  handlerId: complaints.handlerId,
  handlerName: staff.name,
  registeredAt: complaints.registeredAt,
  promisedAt: complaints.promisedAt,
  agreedAt: complaints.agreedAt,
  nextDueAt: complaints.nextDueAt,
  echoedAt: complaints.echoedAt,
  repliedAt: complaints.repliedAt,
  satisfied: complaints.satisfied,
  rating: complaints.rating,
  closedAt: complaints.closedAt,
  // Names stand in full beside a row's own.
  projectName: sql<string>`(SELECT name FROM ${projects} WHERE id = complaints.project_id)`,
  serviceLine: lineOfComplaint,
  firstDueAt,
  firstHandledAt,
  wholeDueAt,
}

/**
 * Complaints of the projects that the actor reads; `mine` and `received` are the actor's own, for every role. Who complained
 * stays out of the file: one that is sent around shows places only.
 */
export const complaintList = defineList({
  permission: ({ view }) => permissionOf(view),
  filter: {
    view: v.optional(v.picklist(views), 'open'),
    projectId: v.optional(idSchema('proj')),
    state: v.optional(v.picklist(complaintStates)),
    nature: v.optional(v.picklist(natures)),
    channel: v.optional(v.picklist(channels)),
    categoryId: v.optional(idSchema('ccat')),
    /** Of categories of this line; `unset`: of those for which none was chosen yet. */
    serviceLine: v.optional(serviceLineFilterSchema),
    handlerId: v.optional(idSchema('stf')),
    roomId: v.optional(idSchema('room')),
    /** Any place that a complaint may be at. */
    placeId: v.optional(v.union([idSchema('room'), idSchema('park'), idSchema('place')])),
    /** Registered in this month. */
    month: v.optional(monthSchema),
    /** How the term of the whole came out: what a figure of the comparison is made of. */
    term: v.optional(v.picklist(outcomesOfTerm)),
    major: v.optional(flag),
    number: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(20))),
  },
  item: listedComplaintSchema,
  project: projectsInOrder(complaints.projectId),
  where: (ctx, { view, projectId: _projectId, month, term, serviceLine, ...same }) => [
    viewIs(ctx, view),
    ...Object.entries(same).map(([name, value]) =>
      value === undefined ? undefined : eq(complaints[name as keyof typeof same], value as never),
    ),
    month === undefined
      ? undefined
      : sql`registered_on BETWEEN ${firstDay(month as Period)} AND ${lastDay(month as Period)}`,
    term === undefined ? undefined : termIs(term, ctx.now),
    serviceLine === undefined ? undefined : isOfLine(serviceLine),
  ],
  order: ({ view }): Order =>
    isByTime(view)
      ? { by: { registeredAt, id }, direction: 'descending' }
      : { by: { nextDueAt, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select(columns)
      .from(complaints)
      .innerJoin(complaintCategories, eq(complaintCategories.id, complaints.categoryId))
      .leftJoin(staff, eq(staff.id, complaints.handlerId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (
    {
      firstDueAt: due,
      firstHandledAt: handled,
      wholeDueAt: whole,
      projectName: _name,
      serviceLine: _line,
      ...row
    },
    ctx,
  ) => ({
    ...row,
    clocks: clocksOf(
      { firstDueAt: due, firstHandledAt: handled, wholeDueAt: whole, repliedAt: row.repliedAt },
      ctx.now,
    ),
  }),
  file: {
    action: 'complaints.exported',
    permission: 'complaints.read',
    when: ({ month }, today) => month ?? today,
    // Ten years of a company with 3,000 households (D109). An answer of the database holds at most 10 MB, a complaint up to
    // 6 kB of words.
    most: 20_000,
    rowsOfRead: 1_000,
    table: (ctx, locale, { view }) => {
      const say = translator(complaintTexts, locale)
      const sayLine = translator(serviceLineTexts, locale)
      const term = ({ dueAt, tone }: ShownClock) =>
        `${formatInstant(dueAt, ctx.company.zone)} ${say(`tone.${tone}`)}`
      return {
        // What is overdue and what waits to be asked back lie side by side in one folder.
        name: [say('file.complaints'), ...(view === 'all' ? [] : [say(`view.${view}`)])].join('-'),
        columns: [
          [say('file.number'), (row) => row.number, { width: 18 }],
          [say('file.project'), (row) => row.projectName, { width: 16 }],
          [say('file.place'), (row) => row.place, { width: 20 }],
          [say('file.category'), (row) => categoryOf(row, say), { width: 12 }],
          [
            sayLine('serviceLine'),
            (row) => sayLine(`line.${row.serviceLine ?? noServiceLine}`),
            { width: 14 },
          ],
          [say('file.text'), (row) => row.text, { width: 40 }],
          [say('file.channel'), (row) => say(`channel.${row.channel}`), { width: 10 }],
          [say('file.state'), (row) => say(`state.${row.state}`), { width: 12 }],
          [say('file.nature'), (row) => row.nature && say(`nature.${row.nature}`), { width: 14 }],
          [say('file.round'), (row) => row.round, { kind: 'number', width: 8 }],
          [say('file.handler'), (row) => row.handlerName, { width: 12 }],
          [say('file.registeredAt'), (row) => row.registeredAt, { kind: 'moment' }],
          [say('clock.first'), (row) => term(clocksOf(row, ctx.now).first), { width: 26 }],
          [say('clock.whole'), (row) => term(clocksOf(row, ctx.now).whole), { width: 26 }],
          [say('file.repliedAt'), (row) => row.repliedAt, { kind: 'moment' }],
          [say('file.satisfied'), (row) => contentmentOf(row, say), { width: 10 }],
          [say('file.closedAt'), (row) => row.closedAt, { kind: 'moment' }],
        ],
      }
    },
  },
})

type Say = (key: keyof typeof complaintTexts) => string

/** The company's own name of a category, or the product's in the language of the file. */
function categoryOf(
  { categoryCode, categoryName }: { categoryCode: string | null; categoryName: string | null },
  say: Say,
): string | null {
  const key = `category.${categoryCode}`
  return categoryName ?? (key in complaintTexts ? say(key as keyof typeof complaintTexts) : categoryCode)
}

function contentmentOf({ satisfied }: { satisfied: boolean | null }, say: Say): string | null {
  if (satisfied === null) return null
  return say(satisfied ? 'outcome.satisfied' : 'outcome.dissatisfied')
}
