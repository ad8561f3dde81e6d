import { civilDateOf, daysBetween, parseCivilDate } from '@heju/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { idSchema, parse } from '../input.ts'
import { decodeCursor, pageEntries, pageOf, type Page } from '../paging.ts'
import { parkingSpaces, people, rooms } from '../registry/index.ts'
import { billsOwed } from './bills-owed.ts'
import { bills } from './tables.ts'

export const listArrearsSchema = v.object({ projectId: v.optional(idSchema('proj')), ...pageEntries })
export type ListArrears = v.InferInput<typeof listArrearsSchema>

/** What one payer owes for one room or space and should have paid. */
export const arrearsSchema = v.object({
  projectId: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  payer: v.object({ id: v.string(), name: v.string() }),
  bills: v.number(),
  owedFen: v.number(),
  oldestDueOn: v.string(),
  daysOverdue: v.number(),
})
export type Arrears = v.InferOutput<typeof arrearsSchema>

/** The whole of it, whatever page is shown. */
export const arrearsTotalSchema = v.object({ payers: v.number(), bills: v.number(), owedFen: v.number() })
export type ArrearsTotal = v.InferOutput<typeof arrearsTotalSchema>

/**
 * Who should have paid by now, by room or space and payer, the longest overdue first: a debt stays with the owner of
 * its time, so a place that changed hands may stand here twice. Totals are of all, never of the page. One round trip.
 */
export async function listArrears(
  ctx: Ctx,
  raw: ListArrears,
): Promise<Page<Arrears> & { total: ArrearsTotal }> {
  const scope = ctx.projectsWhere('bills.read')
  const { projectId, after, limit } = parse(listArrearsSchema, raw)
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const key = decodeCursor<[string, string, string]>(after, ['string', 'string', 'string'])
  const overdue = and(
    billsOwed,
    sql`${bills.dueOn} < ${today}`,
    scope === 'all'
      ? sql`${bills.projectId} IN (SELECT id FROM projects)`
      : inArray(bills.projectId, [...scope]),
    projectId === undefined ? undefined : eq(bills.projectId, projectId),
  )
  const placeId = sql<string>`coalesce(${bills.roomId}, ${bills.parkingSpaceId})`
  const oldest = sql<string>`min(${bills.dueOn})`
  const owed = sql<number>`sum(${bills.amountFen} - ${bills.paidFen})`
  const [rows, [total]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        projectId: bills.projectId,
        roomId: bills.roomId,
        placeId,
        placeName: sql<string>`coalesce(${rooms.name}, ${parkingSpaces.code}, '')`,
        payerId: bills.payerPersonId,
        payerName: people.name,
        bills: sql<number>`count(*)`,
        owedFen: owed,
        oldestDueOn: oldest,
      })
      .from(bills)
      .innerJoin(people, eq(people.id, bills.payerPersonId))
      .leftJoin(rooms, eq(rooms.id, bills.roomId))
      .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
      .where(overdue)
      .groupBy(placeId, bills.payerPersonId)
      .having(key && sql`(${oldest}, ${placeId}, ${bills.payerPersonId}) > (${key[0]}, ${key[1]}, ${key[2]})`)
      .orderBy(oldest, placeId, bills.payerPersonId)
      .limit(limit + 1),
    ctx.db.orm
      .select({
        payers: sql<number>`count(DISTINCT ${placeId} || ${bills.payerPersonId})`,
        bills: sql<number>`count(*)`,
        owedFen: sql<number>`coalesce(${owed}, 0)`,
      })
      .from(bills)
      .where(overdue),
  ])
  const page = pageOf(rows, limit, (row) => [row.oldestDueOn, row.placeId, row.payerId])
  return {
    next: page.next,
    total: total ?? { payers: 0, bills: 0, owedFen: 0 },
    items: page.items.map((row) => ({
      projectId: row.projectId,
      place: { kind: row.roomId === null ? 'parking' : 'room', id: row.placeId, name: row.placeName },
      payer: { id: row.payerId, name: row.payerName },
      bills: row.bills,
      owedFen: row.owedFen,
      oldestDueOn: row.oldestDueOn,
      daysOverdue: daysBetween(parseCivilDate(row.oldestDueOn), today),
    })),
  }
}
