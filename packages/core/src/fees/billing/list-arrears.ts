import { addDays, civilDateOf, daysBetween, parseCivilDate, type CivilDate } from '@heju/kernel'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse } from '../../input.ts'
import { decodeCursor, pageEntries, pageOf, type Page } from '../../paging.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, people, placeName, rooms } from '../../estate/registry/index.ts'
import { billsOwed } from './bills-owed.ts'
import { bills } from './tables.ts'

export const listArrearsSchema = v.object({ projectId: v.optional(idSchema('proj')), ...pageEntries })
export type ListArrears = v.InferInput<typeof listArrearsSchema>

/** What one payer owes for one room or space and should have paid. */
export const arrearsSchema = v.object({
  projectId: v.string(),
  projectName: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  payer: v.object({ id: v.string(), name: v.string() }),
  bills: v.number(),
  owedFen: v.number(),
  oldestDueOn: v.string(),
  daysOverdue: v.number(),
})
export type Arrears = v.InferOutput<typeof arrearsSchema>

/** The whole of it, whatever page is shown. */
export const arrearsTotalSchema = v.object({
  /** Households: a payer who owes for several places is one, and stands in the list once for each. */
  payers: v.number(),
  bills: v.number(),
  owedFen: v.number(),
  /** Of it: up to 30 days past its due day, up to 90, and longer. */
  upTo30Fen: v.number(),
  upTo90Fen: v.number(),
  olderFen: v.number(),
})
export type ArrearsTotal = v.InferOutput<typeof arrearsTotalSchema>

/**
 * Who should have paid by now, by room or space and payer, the longest overdue first: a debt stays with the owner of
 * its time, so a place that changed hands may stand here twice. Totals are of all, never of the page. One round trip.
 */
export async function listArrears(
  ctx: Ctx,
  raw: ListArrears,
): Promise<Page<Arrears> & { total: ArrearsTotal }> {
  const { projectId, after, limit } = parse(listArrearsSchema, raw)
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const owedSince = (days: number) =>
    sql<number>`coalesce(sum(CASE WHEN ${bills.dueOn} >= ${addDays(today, -days)} THEN ${owed} END), 0)`
  const [rows, [total]] = await ctx.db.orm.batch([
    arrearsFound(ctx, projectId, after).limit(limit + 1),
    ctx.db.orm
      .select({
        payers: payersOwing,
        bills: sql<number>`count(*)`,
        owedFen: sql<number>`coalesce(sum(${owed}), 0)`,
        since30Fen: owedSince(30),
        since90Fen: owedSince(90),
      })
      .from(bills)
      .where(overdue(ctx, projectId)),
  ])
  const page = pageOf(rows, limit, keyOfArrears)
  const { since30Fen = 0, since90Fen = 0, ...sums } = total ?? { payers: 0, bills: 0, owedFen: 0 }
  return {
    next: page.next,
    total: {
      ...sums,
      upTo30Fen: since30Fen,
      upTo90Fen: since90Fen - since30Fen,
      olderFen: sums.owedFen - since90Fen,
    },
    items: page.items.map((row) => arrearsOf(row, today)),
  }
}

const placeId = sql<string>`coalesce(${bills.roomId}, ${bills.parkingSpaceId})`
const oldest = sql<string>`min(${bills.dueOn})`
/** 欠费户数: who owes is one household, for however many rooms and spaces. */
const payersOwing = sql<number>`count(DISTINCT ${bills.payerPersonId})`
const owed = sql`(${bills.amountFen} - ${bills.paidFen})`

function overdue(ctx: Ctx, projectId: string | undefined): SQL | undefined {
  const scope = ctx.projectsWhere('bills.read')
  return and(
    billsOwed,
    sql`${bills.dueOn} < ${civilDateOf(ctx.now, ctx.company.zone)}`,
    scope === 'all'
      ? sql`${bills.projectId} IN (SELECT id FROM projects)`
      : inArray(bills.projectId, [...scope]),
    projectId === undefined ? undefined : eq(bills.projectId, projectId),
  )
}

/** Arrears from a cursor on. A query, which the file of arrears pages through too. */
export function arrearsFound(ctx: Ctx, projectId: string | undefined, after: string | undefined) {
  const key = decodeCursor<[string, string, string]>(after, ['string', 'string', 'string'])
  return ctx.db.orm
    .select({
      projectId: bills.projectId,
      projectName: projects.name,
      roomId: bills.roomId,
      placeId,
      placeName: placeName(),
      payerId: bills.payerPersonId,
      payerName: people.name,
      bills: sql<number>`count(*)`,
      owedFen: sql<number>`sum(${owed})`,
      oldestDueOn: oldest,
    })
    .from(bills)
    .innerJoin(projects, eq(projects.id, bills.projectId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .where(overdue(ctx, projectId))
    .groupBy(placeId, bills.payerPersonId)
    .having(key && sql`(${oldest}, ${placeId}, ${bills.payerPersonId}) > (${key[0]}, ${key[1]}, ${key[2]})`)
    .orderBy(oldest, placeId, bills.payerPersonId)
    .$dynamic()
}
type Row = Awaited<ReturnType<typeof arrearsFound>>[number]

/** The place of a row in the order of the list, as a cursor's key. */
export function keyOfArrears(row: Row): [string, string, string] {
  return [row.oldestDueOn, row.placeId, row.payerId]
}

/** @param today in the company's zone */
export function arrearsOf(row: Row, today: CivilDate): Arrears {
  return {
    projectId: row.projectId,
    projectName: row.projectName,
    place: { kind: row.roomId === null ? 'parking' : 'room', id: row.placeId, name: row.placeName },
    payer: { id: row.payerId, name: row.payerName },
    bills: row.bills,
    owedFen: row.owedFen,
    oldestDueOn: row.oldestDueOn,
    daysOverdue: daysBetween(parseCivilDate(row.oldestDueOn), today),
  }
}

/** How many households should have paid by now: a query of one number, that which stands above the list. */
export function countOfOverdue(ctx: Ctx): SQL {
  return sql`SELECT ${payersOwing} FROM ${bills} WHERE ${overdue(ctx, undefined)}`
}
