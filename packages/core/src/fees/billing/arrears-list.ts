import { translator } from '@heju/i18n'
import { addDays, daysBetween, parseCivilDate } from '@heju/kernel'
import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, people, placeName, rooms } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { todayOf } from '../../today.ts'
import { billsOwed } from './bills-owed.ts'
import { bills } from './tables.ts'
import { kindOfTarget } from './targets.ts'
import { billingTexts } from './texts.ts'

/** What one payer owes for one room or space and should have paid. */
const arrearsSchema = v.object({
  projectId: v.string(),
  projectName: v.string(),
  place: v.object({ kind: v.picklist(['room', 'parking']), id: v.string(), name: v.string() }),
  payer: v.object({ id: v.string(), name: v.string() }),
  bills: v.number(),
  owedFen: v.number(),
  oldestDueOn: v.string(),
  daysOverdue: v.number(),
})

/** The whole of it, whatever page is shown. */
const arrearsTotalSchema = v.object({
  /** Households: a payer who owes for several places is one, and stands in the list once for each. */
  payers: v.number(),
  bills: v.number(),
  owedFen: v.number(),
  /** Of it: up to 30 days past its due day, up to 90, and longer. */
  upTo30Fen: v.number(),
  upTo90Fen: v.number(),
  olderFen: v.number(),
})

const placeId = sql<string>`coalesce(${bills.roomId}, ${bills.parkingSpaceId})`
const payerId = bills.payerPersonId
const oldestDueOn = sql<string>`min(${bills.dueOn})`
const owed = sql`(${bills.amountFen} - ${bills.paidFen})`

/**
 * Who should have paid by now, by room or space and payer, the longest overdue first: a debt stays with the owner of
 * its time, so a place that changed hands may stand here twice. Totals are of all, never of the page.
 */
export const arrearsList = defineList({
  permission: 'bills.read',
  filter: { projectId: v.optional(idSchema('proj')) },
  item: arrearsSchema,
  project: bills.projectId,
  where: (ctx, { projectId }) => [overdue(ctx, projectId)],
  order: {
    by: {
      oldestDueOn: { sql: oldestDueOn, type: 'string' },
      placeId: { sql: placeId, type: 'string' },
      payerId,
    },
    direction: 'ascending',
  },
  query: (ctx, { narrowed, beyond, orderBy, limit }) => {
    // Grouped and cut by what the index has; only of these few are names looked up.
    const debts = ctx.db.orm
      .select({
        projectId: bills.projectId,
        roomId: bills.roomId,
        parkingSpaceId: bills.parkingSpaceId,
        placeId: placeId.as('place_id'),
        payerId,
        bills: sql<number>`count(*)`.as('bills'),
        owedFen: sql<number>`sum(${owed})`.as('owed_fen'),
        oldestDueOn: oldestDueOn.as('oldest_due_on'),
      })
      .from(bills)
      .where(narrowed)
      .groupBy(placeId, payerId)
      .having(beyond)
      .orderBy(...orderBy)
      .limit(limit)
      .as('debts')
    return ctx.db.orm
      .select({
        projectId: debts.projectId,
        projectName: projects.name,
        placeId: debts.placeId,
        placeName: placeName(),
        payerId: debts.payerId,
        payerName: people.name,
        bills: debts.bills,
        owedFen: debts.owedFen,
        oldestDueOn: debts.oldestDueOn,
      })
      .from(debts)
      .innerJoin(projects, eq(projects.id, debts.projectId))
      .innerJoin(people, eq(people.id, debts.payerId))
      .leftJoin(rooms, eq(rooms.id, debts.roomId))
      .leftJoin(parkingSpaces, eq(parkingSpaces.id, debts.parkingSpaceId))
      .orderBy(asc(debts.oldestDueOn), asc(debts.placeId), asc(debts.payerId))
  },
  shown: (row, ctx) => ({
    projectId: row.projectId,
    projectName: row.projectName,
    place: { kind: kindOfTarget(row.placeId), id: row.placeId, name: row.placeName },
    payer: { id: row.payerId, name: row.payerName },
    bills: row.bills,
    owedFen: row.owedFen,
    oldestDueOn: row.oldestDueOn,
    daysOverdue: daysOverdue(ctx, row),
  }),
  beside: {
    answer: { total: arrearsTotalSchema },
    query: (ctx, narrowed) =>
      ctx.db.orm
        .select({
          /** 欠费户数: who owes is one household, for however many rooms and spaces. */
          payers: sql<number>`count(DISTINCT ${payerId})`,
          bills: sql<number>`count(*)`,
          owedFen: sql<number>`coalesce(sum(${owed}), 0)`,
          since30Fen: owedSince(ctx, 30),
          since90Fen: owedSince(ctx, 90),
        })
        .from(bills)
        .where(narrowed),
    shown: ([total]) => {
      const { since30Fen = 0, since90Fen = 0, ...sums } = total ?? { payers: 0, bills: 0, owedFen: 0 }
      const upTo90Fen = since90Fen - since30Fen
      return { total: { ...sums, upTo30Fen: since30Fen, upTo90Fen, olderFen: sums.owedFen - since90Fen } }
    },
  },
  file: {
    action: 'billing.arrears_exported',
    table: (ctx, locale) => {
      const say = translator(billingTexts, locale)
      return {
        name: say('arrears'),
        columns: [
          [say('project'), (row) => row.projectName, { width: 16 }],
          [say('place'), (row) => row.placeName, { width: 20 }],
          [say('payer'), (row) => row.payerName, { width: 14 }],
          [say('billCount'), (row) => row.bills, { kind: 'number', width: 10, total: true }],
          [say('owed'), (row) => row.owedFen / 100, { kind: 'yuan', width: 14 }],
          [say('oldestDue'), (row) => row.oldestDueOn, { kind: 'date' }],
          [say('daysOverdue'), (row) => daysOverdue(ctx, row), { kind: 'number', width: 10 }],
        ],
      }
    },
  },
})

function daysOverdue(ctx: Ctx, row: { oldestDueOn: string }): number {
  return daysBetween(parseCivilDate(row.oldestDueOn), todayOf(ctx))
}

function owedSince(ctx: Ctx, days: number): SQL<number> {
  return sql`coalesce(sum(CASE WHEN ${bills.dueOn} >= ${addDays(todayOf(ctx), -days)} THEN ${owed} END), 0)`
}

/** @param projectId the one project that is asked about; else the index is looked into for each */
function overdue(ctx: Ctx, projectId: string | undefined): SQL | undefined {
  const all = projectId === undefined && ctx.projectsWhere('bills.read') === 'all'
  return and(
    billsOwed,
    sql`${bills.dueOn} < ${todayOf(ctx)}`,
    all ? sql`${bills.projectId} IN (SELECT id FROM ${projects})` : undefined,
  )
}
