import { translator } from '@heju/i18n'
import { type CivilDate } from '@heju/kernel'
import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { occupancies } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { feeItemIdSchema, feeItemName } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { billRows } from './bill-rows.ts'
import { billSchema, type Bill } from './bill-schemas.ts'
import { billsOwed } from './bills-owed.ts'
import { billSentence } from './explained-texts.ts'
import { billStates } from './rules.ts'
import { periodSchema } from './schemas.ts'
import { bills } from './tables.ts'
import { billingTexts } from './texts.ts'

const { projectId, period, dueOn, id } = bills

const latestFirst = { by: { projectId, period, id }, direction: 'descending' } as const
const dueFirst = { by: { projectId, dueOn, id }, direction: 'ascending' } as const

/**
 * Bills; drafts only where asked for. Project by project the latest month first, or, of what is owed, what was due first.
 */
export const billList = defineList({
  permission: 'bills.read',
  filter: {
    projectId: v.optional(idSchema('proj')),
    runId: v.optional(idSchema('brun')),
    period: v.optional(periodSchema),
    state: v.optional(v.picklist(billStates)),
    feeItem: v.optional(feeItemIdSchema),
    roomId: v.optional(idSchema('room')),
    parkingSpaceId: v.optional(idSchema('park')),
    personId: v.optional(idSchema('pers')),
    /** `owed`: published and not paid in full; `overdue`: of these, what was due before today. */
    owed: v.optional(v.picklist(['owed', 'overdue'])),
  },
  item: billSchema,
  project: projectId,
  where: (ctx, filter) => [
    filter.runId === undefined ? undefined : ofRun(filter.runId),
    filter.period === undefined ? undefined : eq(period, filter.period),
    filter.state === undefined ? sql`${bills.state} <> 'draft'` : eq(bills.state, filter.state),
    filter.feeItem === undefined ? undefined : eq(bills.feeItem, filter.feeItem),
    filter.roomId === undefined ? undefined : eq(bills.roomId, filter.roomId),
    filter.parkingSpaceId === undefined ? undefined : eq(bills.parkingSpaceId, filter.parkingSpaceId),
    filter.personId === undefined ? undefined : ofPerson(filter.personId),
    filter.owed === undefined ? undefined : billsOwed,
    filter.owed === 'overdue' ? sql`${dueOn} < ${todayOf(ctx)}` : undefined,
  ],
  order: ({ owed }) => (owed === undefined ? latestFirst : dueFirst),
  query: (ctx, { where, orderBy, limit }) =>
    billRows(ctx)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => row,
  file: {
    action: 'billing.exported',
    when: (filter, today) => filter.period ?? today,
    table: (ctx, locale, { state }) => {
      const say = translator(billingTexts, locale)
      const today = todayOf(ctx)
      const yuan = { kind: 'yuan', width: 14 } as const
      return {
        name: say('bills'),
        columns: [
          [say('project'), (row) => row.projectName, { width: 16 }],
          [say('period'), (row) => row.period, { width: 10 }],
          [say('place'), (row) => row.place, { width: 20 }],
          [say('payer'), (row) => row.payerName, { width: 14 }],
          [say('fee'), (row) => row.fee, { width: 22 }],
          [
            say('feeItem'),
            (row) => feeItemName({ id: row.feeItem, name: row.itemName }, locale),
            { width: 16 },
          ],
          [say('quantity'), (row) => row.quantityE2 / 100, { kind: 'area', width: 12 }],
          [say('price'), (row) => row.priceE4 / 10_000, { kind: 'number', width: 12 }],
          [say('addition'), (row) => row.additionFen / 100, { ...yuan, total: false }],
          [say('from'), (row) => row.fromOn, { kind: 'date' }],
          [say('to'), (row) => row.toOn, { kind: 'date' }],
          [say('days'), (row) => row.days, { kind: 'number', width: 8 }],
          // Of what counts it is what is due; drafts are looked through for what they will come to.
          [say('made'), (row) => row.amountFen / 100, { ...yuan, total: state === 'draft' }],
          [say('amount'), (row) => dueFen(row) / 100, yuan],
          [say('paid'), (row) => row.paidFen / 100, yuan],
          [say('owed'), (row) => owedFen(row) / 100, yuan],
          [say('due'), (row) => row.dueOn, { kind: 'date' }],
          [say('state'), (row) => say(stateOf(row, today)), { width: 10 }],
          [say('how'), (row) => billSentence(row, locale), { width: 60 }],
        ],
      }
    },
  },
})

/** A run is of one project and month, by which its bills are found. */
function ofRun(runId: string): SQL {
  return sql`${bills.runId} = ${runId} AND ${bills.projectId} = (SELECT project_id FROM bill_runs WHERE id = ${runId})
    AND ${bills.period} = (SELECT period FROM bill_runs WHERE id = ${runId})`
}

/** Bills made out to a person are those of places that they have or had to do with, by whose index they are found. */
function ofPerson(personId: string): SQL {
  const places = (column: SQL) =>
    sql`SELECT ${column} FROM ${occupancies} WHERE person_id = ${personId} AND ${column} IS NOT NULL`
  return sql`${bills.payerPersonId} = ${personId} AND ${bills.id} IN (
    SELECT id FROM bills WHERE room_id IN (${places(sql`room_id`)})
    UNION ALL SELECT id FROM bills WHERE parking_space_id IN (${places(sql`parking_space_id`)}))`
}

/**
 * What a bill asks for: a void one and a draft ask for nothing, whatever they are made out for. So what is due is what is paid and
 * owed.
 */
function dueFen(row: Bill): number {
  return row.state === 'published' ? row.amountFen : 0
}

function owedFen(row: Bill): number {
  return row.state === 'published' ? row.amountFen - row.paidFen : 0
}

function stateOf(row: Bill, today: CivilDate) {
  if (row.state !== 'published') return `state.${row.state}` as const
  if (row.paidFen >= row.amountFen) return 'state.paid'
  return row.dueOn < today ? 'state.overdue' : 'state.owed'
}
