import { civilDateOf, endOfDay, firstDay, lastDay, type Period } from '@heju/kernel'
import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { clocksOf } from './clocks.ts'
import { listComplaintsSchema, type ListComplaints, type ListedComplaint } from './list-schemas.ts'
import { complaintCategories, complaints } from './tables.ts'
import { termEndsBy, termIs, termIsOver } from './terms.ts'

type Filter = ReturnType<typeof parse<typeof listComplaintsSchema>>

const { firstDueAt, firstHandledAt, wholeDueAt } = complaints
/** The columns of a complaint in a list. */
const listedColumns = {
  id: complaints.id,
  number: complaints.number,
  projectId: complaints.projectId,
  roomId: complaints.roomId,
  place: complaints.place,
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
  firstDueAt,
  firstHandledAt,
  wholeDueAt,
}

/**
 * Complaints of the projects that the actor reads; `mine` and `received` are the actor's own, for every role. One round
 * trip.
 */
export async function listComplaints(ctx: Ctx, raw: ListComplaints = {}): Promise<Page<ListedComplaint>> {
  const filter = parse(listComplaintsSchema, raw)
  const rows = await complaintsFound(ctx, filter)
  return pageOf(
    rows.map(({ firstDueAt: dueAt, firstHandledAt: handledAt, wholeDueAt: wholeAt, ...row }) => ({
      ...row,
      clocks: clocksOf(
        { firstDueAt: dueAt, firstHandledAt: handledAt, wholeDueAt: wholeAt, repliedAt: row.repliedAt },
        ctx.now,
      ),
    })),
    filter.limit,
    (row) => keyOf(row, filter),
  )
}

/** The place of a complaint in the order of its list, as a cursor's key. */
export function keyOf(
  row: { registeredAt: number; nextDueAt: number | null; id: string },
  filter: Pick<Filter, 'view'>,
): [number, string] {
  return [isByTime(filter) ? row.registeredAt : (row.nextDueAt ?? 0), row.id]
}

/** The query of `listComplaints`, which a test holds to its indexes. */
export function complaintsFound(ctx: Ctx, filter: Filter) {
  const after = decodeCursor<[number, string]>(filter.after, ['number', 'string'])
  const { id, registeredAt, nextDueAt } = complaints
  const byTime = isByTime(filter)
  const going = byTime
    ? after && sql`(${registeredAt}, ${id}) < (${after[0]}, ${after[1]})`
    : after && sql`(${nextDueAt}, ${id}) > (${after[0]}, ${after[1]})`
  return ctx.db.orm
    .select(listedColumns)
    .from(complaints)
    .innerJoin(complaintCategories, eq(complaintCategories.id, complaints.categoryId))
    .leftJoin(staff, eq(staff.id, complaints.handlerId))
    .where(and(scopeOf(ctx, filter), viewIs(ctx, filter), ...filtersOf(ctx, filter), going))
    .orderBy(...(byTime ? [desc(registeredAt), desc(id)] : [asc(nextDueAt), asc(id)]))
    .limit(filter.limit + 1)
}

/** How many complaints a view holds for the actor, all projects taken together: a query of one number. */
export function countOfView(ctx: Ctx, view: Filter['view']): SQL {
  return sql`SELECT count(*) FROM ${complaints} WHERE ${and(scopeOf(ctx, { view }), viewIs(ctx, { view }))}`
}

/** Whether a list is one of what came in; the others show what is open, the most urgent first. */
function isByTime({ view }: Pick<Filter, 'view'>): boolean {
  return view === 'all' || view === 'received'
}

function scopeOf(ctx: Ctx, { view, projectId }: Pick<Filter, 'view' | 'projectId'>): SQL | undefined {
  const permission = view === 'mine' || view === 'received' ? 'complaints.own' : 'complaints.read'
  const scope = ctx.projectsWhere(permission)
  if (projectId !== undefined) {
    ctx.require(permission, projectId)
    return eq(complaints.projectId, projectId)
  }
  return scope === 'all' ? undefined : inArray(complaints.projectId, [...scope])
}

function viewIs(ctx: Ctx, { view }: Pick<Filter, 'view'>): SQL | undefined {
  const open = isNull(complaints.closedAt)
  switch (view) {
    case 'open':
      return open
    case 'mine':
      return and(open, eq(complaints.handlerId, ctx.actor.id))
    case 'overdue':
      return and(open, termIsOver(ctx.now))
    case 'due_today':
      return and(open, termEndsBy(ctx.now, endOfToday(ctx)))
    case 'revisit':
      return and(open, eq(complaints.state, 'replied'))
    case 'to_summarise':
      return and(open, eq(complaints.state, 'revisited'))
    case 'no_echo':
      return and(open, isNull(complaints.echoedAt))
    case 'unassigned':
      return and(open, isNull(complaints.handlerId))
    case 'received':
      return eq(complaints.firstReceiverId, ctx.actor.id)
    case 'all':
      return undefined
  }
}

function endOfToday({ now, company: { zone } }: Ctx): number {
  return endOfDay(civilDateOf(now, zone), zone)
}

function filtersOf(ctx: Ctx, filter: Filter): (SQL | undefined)[] {
  const { state, nature, channel, categoryId, handlerId, roomId, month, term, major, number } = filter
  const same = { state, nature, channel, categoryId, handlerId, roomId, major, number }
  const equal = Object.entries(same).flatMap(([name, value]) =>
    value === undefined ? [] : [eq(complaints[name as keyof typeof same], value as never)],
  )
  return [
    ...equal,
    month && sql`registered_on BETWEEN ${firstDay(month as Period)} AND ${lastDay(month as Period)}`,
    term && termIs(term, ctx.now),
  ].filter((condition) => condition !== '')
}
