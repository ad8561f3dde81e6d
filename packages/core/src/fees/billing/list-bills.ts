import { civilDateOf } from '@heju/kernel'
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, people, placeName, rooms } from '../../estate/registry/index.ts'
import type { Bill } from './bill-schemas.ts'
import { billsOwed } from './bills-owed.ts'
import { listBillsSchema, type ListBills } from './schemas.ts'
import { bills, tariffPrices, tariffs } from './tables.ts'

/**
 * Bills of the projects that the actor works in; drafts only where asked for. Project by project the latest month
 * first, or, of what is owed, what was due first. One round trip.
 */
export async function listBills(ctx: Ctx, raw: ListBills): Promise<Page<Bill>> {
  const { after, limit, ...filter } = parse(listBillsSchema, raw)
  const rows = await billsFound(ctx, filter, after).limit(limit + 1)
  return pageOf(rows, limit, (row) => keyOf(row, filter))
}

export type BillFilter = Omit<ReturnType<typeof parse<typeof listBillsSchema>>, 'after' | 'limit'>

/** What a filter finds, from a cursor on. A query, which exports page through too. */
export function billsFound(ctx: Ctx, filter: BillFilter, after: string | undefined) {
  const scope = ctx.projectsWhere('bills.read')
  const key = decodeCursor<[string, string, string]>(after, ['string', 'string', 'string'])
  const { projectId, period, dueOn, id } = bills
  const owed = filter.owed !== undefined
  const order = owed ? [asc(projectId), asc(dueOn), asc(id)] : [desc(projectId), desc(period), desc(id)]
  const beyond =
    key &&
    sql`(${projectId}, ${owed ? dueOn : period}, ${id}) ${owed ? sql`>` : sql`<`} (${key[0]}, ${key[1]}, ${key[2]})`
  return billRows(ctx)
    .where(
      and(
        scope === 'all' ? undefined : inArray(projectId, [...scope]),
        ...conditionsOf(filter, civilDateOf(ctx.now, ctx.company.zone)),
        beyond,
      ),
    )
    .orderBy(...order)
}

/** The place of a bill in the order of its list, as a cursor's key. */
export function keyOf(row: Bill, filter: BillFilter): [string, string, string] {
  return [row.projectId, filter.owed === undefined ? row.period : row.dueOn, row.id]
}

function conditionsOf(filter: BillFilter, today: string): (SQL | undefined)[] {
  const { projectId, runId, period, state, feeItem, roomId, parkingSpaceId, personId, owed } = filter
  return [
    projectId === undefined ? undefined : eq(bills.projectId, projectId),
    runId === undefined ? undefined : ofRun(runId),
    period === undefined ? undefined : eq(bills.period, period),
    state === undefined ? sql`${bills.state} <> 'draft'` : eq(bills.state, state),
    feeItem === undefined ? undefined : eq(bills.feeItem, feeItem),
    roomId === undefined ? undefined : eq(bills.roomId, roomId),
    parkingSpaceId === undefined ? undefined : eq(bills.parkingSpaceId, parkingSpaceId),
    personId === undefined ? undefined : ofPerson(personId),
    owed === undefined ? undefined : billsOwed,
    owed === 'overdue' ? sql`${bills.dueOn} < ${today}` : undefined,
  ]
}

/** A run is of one project and month, by which its bills are found. */
function ofRun(runId: string): SQL {
  return sql`${bills.runId} = ${runId} AND ${bills.projectId} = (SELECT project_id FROM bill_runs WHERE id = ${runId})
    AND ${bills.period} = (SELECT period FROM bill_runs WHERE id = ${runId})`
}

/** Bills made out to a person are those of places that they have or had to do with, by whose index they are found. */
function ofPerson(personId: string): SQL {
  const places = (column: SQL) =>
    sql`SELECT ${column} FROM occupancies WHERE person_id = ${personId} AND ${column} IS NOT NULL`
  return sql`${bills.payerPersonId} = ${personId} AND ${bills.id} IN (
    SELECT id FROM bills WHERE room_id IN (${places(sql`room_id`)})
    UNION ALL SELECT id FROM bills WHERE parking_space_id IN (${places(sql`parking_space_id`)}))`
}

/** Bills with the names that people know them by. */
function billRows(ctx: Ctx) {
  return ctx.db.orm
    .select({
      id: bills.id,
      projectId: bills.projectId,
      projectName: projects.name,
      place: placeName(),
      roomId: bills.roomId,
      parkingSpaceId: bills.parkingSpaceId,
      payerPersonId: bills.payerPersonId,
      payerName: people.name,
      fee: tariffs.name,
      feeItem: bills.feeItem,
      period: bills.period,
      amountFen: bills.amountFen,
      paidFen: bills.paidFen,
      dueOn: bills.dueOn,
      state: bills.state,
      basis: tariffs.basis,
      quantityE2: bills.quantityE2,
      priceE4: tariffPrices.priceE4,
      additionFen: tariffPrices.additionFen,
      rounding: tariffPrices.rounding,
      roundingUnitFen: tariffPrices.roundingUnitFen,
      fromOn: bills.fromOn,
      toOn: bills.toOn,
      days: bills.days,
      wholeDays: bills.wholeDays,
      wholeFen: bills.wholeFen,
    })
    .from(bills)
    .innerJoin(projects, eq(projects.id, bills.projectId))
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .innerJoin(tariffPrices, eq(tariffPrices.id, bills.priceId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .$dynamic()
}

/**
 * What a household owes, the oldest first: what the cashier takes money for. With a room come the parking spaces of
 * those who live there now, who come to the desk once; a developer's many spaces do not come with each unsold room.
 * One round trip.
 */
export async function owedOfRoom(ctx: Ctx, roomId: string): Promise<Bill[]> {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const household = sql`SELECT person_id FROM occupancies WHERE room_id = ${roomId}
    AND role IN ('owner', 'co_owner', 'tenant', 'user') AND coalesce(to_on, ${today}) >= ${today}`
  const theirs = sql`SELECT b.id FROM occupancies o JOIN bills b ON b.parking_space_id = o.parking_space_id
    WHERE o.person_id IN (${household}) AND b.payer_person_id IN (${household})`
  return owedAmong(ctx, sql`SELECT id FROM bills WHERE room_id = ${roomId} UNION ${theirs}`)
}

/** What is owed for a parking space, the oldest first. One round trip. */
export async function owedOfSpace(ctx: Ctx, parkingSpaceId: string): Promise<Bill[]> {
  return owedAmong(ctx, sql`SELECT id FROM bills WHERE parking_space_id = ${parkingSpaceId}`)
}

/** @param ids a query of the bills that are looked among */
function owedAmong(ctx: Ctx, ids: SQL): Promise<Bill[]> {
  const scope = ctx.projectsWhere('bills.read')
  return billRows(ctx)
    .where(
      and(
        sql`${bills.id} IN (${ids})`,
        scope === 'all' ? undefined : inArray(bills.projectId, [...scope]),
        billsOwed,
      ),
    )
    .orderBy(asc(bills.period), asc(bills.id))
}
