import { civilDateOf } from '@heju/kernel'
import { and, asc, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { decodeCursor, pageOf, type Page } from '../paging.ts'
import { parkingSpaces, people, rooms } from '../registry/index.ts'
import type { Bill } from './bill-schemas.ts'
import { listBillsSchema, type ListBills } from './schemas.ts'
import { bills, tariffPrices, tariffs } from './tables.ts'

/** Bills of the projects that the actor works in, the latest month first; drafts only where asked for. One round trip. */
export async function listBills(ctx: Ctx, raw: ListBills): Promise<Page<Bill>> {
  const scope = ctx.projectsWhere('bills.read')
  const { after, limit, ...filter } = parse(listBillsSchema, raw)
  const key = decodeCursor<[string, string]>(after, ['string', 'string'])
  const { period, id } = bills
  const rows = await billRows(ctx)
    .where(
      and(
        scope === 'all' ? undefined : inArray(bills.projectId, [...scope]),
        ...conditionsOf(filter, civilDateOf(ctx.now, ctx.company.zone)),
        key === undefined ? undefined : or(lt(period, key[0]), and(eq(period, key[0]), lt(id, key[1]))),
      ),
    )
    .orderBy(desc(period), desc(id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.period, row.id])
}

type Filter = Omit<ReturnType<typeof parse<typeof listBillsSchema>>, 'after' | 'limit'>

function conditionsOf(filter: Filter, today: string): (SQL | undefined)[] {
  const { projectId, runId, period, state, feeItem, roomId, parkingSpaceId, personId, owed } = filter
  return [
    projectId === undefined ? undefined : eq(bills.projectId, projectId),
    runId === undefined ? undefined : eq(bills.runId, runId),
    period === undefined ? undefined : eq(bills.period, period),
    state === undefined ? sql`${bills.state} <> 'draft'` : eq(bills.state, state),
    feeItem === undefined ? undefined : eq(bills.feeItem, feeItem),
    roomId === undefined ? undefined : eq(bills.roomId, roomId),
    parkingSpaceId === undefined ? undefined : eq(bills.parkingSpaceId, parkingSpaceId),
    personId === undefined ? undefined : eq(bills.payerPersonId, personId),
    owed === undefined
      ? undefined
      : sql`${bills.state} = 'published' AND ${bills.paidFen} < ${bills.amountFen}`,
    owed === 'overdue' ? lt(bills.dueOn, today) : undefined,
  ]
}

/** Bills with the names that people know them by. */
export function billRows(ctx: Ctx) {
  return ctx.db.orm
    .select({
      id: bills.id,
      projectId: bills.projectId,
      place: sql<string>`coalesce(${rooms.name}, '车位 ' || ${parkingSpaces.code})`,
      payerPersonId: bills.payerPersonId,
      payerName: people.name,
      fee: tariffs.name,
      feeItem: bills.feeItem,
      period: bills.period,
      amountFen: bills.amountFen,
      paidFen: bills.paidFen,
      dueOn: bills.dueOn,
      state: bills.state,
      quantityE2: bills.quantityE2,
      priceE4: tariffPrices.priceE4,
      additionFen: tariffPrices.additionFen,
      days: bills.days,
      wholeDays: bills.wholeDays,
    })
    .from(bills)
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .innerJoin(tariffPrices, eq(tariffPrices.id, bills.priceId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .$dynamic()
}

/** What a household owes, the oldest first: what the cashier takes money for. */
export async function owedOfRoom(ctx: Ctx, roomId: string): Promise<Bill[]> {
  const scope = ctx.projectsWhere('bills.read')
  return billRows(ctx)
    .where(
      and(
        eq(bills.roomId, roomId),
        scope === 'all' ? undefined : inArray(bills.projectId, [...scope]),
        sql`${bills.state} = 'published' AND ${bills.paidFen} < ${bills.amountFen}`,
      ),
    )
    .orderBy(asc(bills.period), asc(bills.id))
}
