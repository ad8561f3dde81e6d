import { translator } from '@heju/i18n'
import { civilDateOf, endOfDay, startOfDay } from '@heju/kernel'
import { and, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import * as v from 'valibot'
import { entityName, legalEntities } from '../../estate/organisation/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { dateSchema } from '../../estate/registry/shape.ts'
import { idSchema } from '../../input.ts'
import { defineList, projectsInOrder } from '../../platform/lists/index.ts'
import { daysHeld } from '../../platform/spreadsheets/index.ts'
import { paymentRowSchema, receiptAskedSchema, type PaymentRow } from './payment-schemas.ts'
import { paymentMethods } from './rules.ts'
import { payments, receipts } from './tables.ts'
import { paymentTexts } from './texts.ts'

const { id, recordedAt } = payments
const reversal = alias(payments, 'reversal')

/** Payments and reversals, newest first. */
export const paymentList = defineList({
  permission: 'payments.read',
  filter: {
    projectId: v.optional(idSchema('proj')),
    method: v.optional(v.picklist(paymentMethods)),
    /** Days of recording, both included. */
    from: v.optional(dateSchema),
    to: v.optional(dateSchema),
    /** `staff_…`, or the provider. */
    recordedBy: v.optional(v.pipe(v.string(), v.maxLength(60))),
    receipt: v.optional(receiptAskedSchema),
    /** What was paid of this bill. */
    billId: v.optional(idSchema('bill')),
    /** One payment, by the id that its client gave it: whether it was taken is asked where its answer was lost. */
    paymentId: v.optional(idSchema('pay')),
  },
  item: paymentRowSchema,
  project: projectsInOrder(payments.projectId),
  where: (ctx, { paymentId, method, from, to, recordedBy, receipt, billId }) => {
    const { zone } = ctx.company
    return [
      paymentId === undefined ? undefined : eq(id, paymentId),
      method === undefined ? undefined : eq(payments.method, method),
      from === undefined ? undefined : gte(recordedAt, startOfDay(from, zone)),
      to === undefined ? undefined : lte(recordedAt, endOfDay(to, zone)),
      recordedBy === undefined ? undefined : eq(payments.recordedBy, recordedBy),
      billId === undefined
        ? undefined
        : sql`${id} IN (SELECT payment_id FROM payment_lines WHERE bill_id = ${billId})`,
      receipt === undefined ? undefined : withReceipt(receipt, civilDateOf(ctx.now, zone)),
    ]
  },
  order: { by: { recordedAt, id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id,
        projectId: payments.projectId,
        projectName: projects.name,
        method: payments.method,
        amountFen: payments.amountFen,
        payerName: payments.payerName,
        places: payments.places,
        referenceNo: payments.referenceNo,
        note: payments.note,
        paidOn: payments.paidOn,
        recordedOn: payments.recordedOn,
        recordedAt,
        cashierName: payments.cashierName,
        receiptId: receipts.id,
        receiptNumber: receipts.number,
        entity: sql<string | null>`${entityName(ctx, receipts.entityId)}`,
        reversesPaymentId: payments.reversesPaymentId,
        reversedByPaymentId: reversal.id,
      })
      .from(payments)
      .innerJoin(projects, eq(projects.id, payments.projectId))
      .leftJoin(receipts, eq(receipts.paymentId, payments.id))
      .leftJoin(reversal, eq(reversal.reversesPaymentId, payments.id))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => row,
  file: {
    action: 'payments.exported',
    when: daysHeld,
    table: (_ctx, locale) => {
      const say = translator(paymentTexts, locale)
      return {
        name: say('payments'),
        columns: [
          [say('recordedAt'), (row) => row.recordedAt, { kind: 'moment' }],
          [say('paidOn'), (row) => row.paidOn, { kind: 'date' }],
          [say('receiptNumber'), (row) => row.receiptNumber, { width: 18 }],
          [say('project'), (row) => row.projectName, { width: 16 }],
          [say('place'), (row) => row.places, { width: 24 }],
          [say('payerName'), (row) => row.payerName, { width: 14 }],
          [say('method'), (row) => say(`method.${row.method}`), { width: 12 }],
          [say('amount'), (row) => row.amountFen / 100, { kind: 'yuan', width: 14 }],
          [say('reference'), (row) => row.referenceNo, { width: 30 }],
          [
            say('cashier'),
            (row) => row.cashierName || (row.method === 'wechat_pay' ? say('online') : null),
            { width: 12 },
          ],
          [say('state'), (row) => say(stateOf(row)), { width: 12 }],
          [say('note'), (row) => row.note, { width: 24 }],
          [say('entity'), (row) => row.entity, { width: 24 }],
        ],
      }
    },
  },
})

/** `SJ-2026-000123`, `SJ-HB-2026-000123`, or `123` for that number of this year, whose series it may be. */
function withReceipt(text: string, today: string): SQL {
  const [, code = '', year, serial] = /^(?:SJ-(?:([A-Z0-9]+)-)?(\d{4})-)?(\d+)$/i.exec(text) ?? []
  // Whichever series: asked so, the index of their codes answers.
  const isAny = sql`${legalEntities.seriesCode} >= ''`
  const series = year === undefined ? isAny : sql`${legalEntities.seriesCode} = ${code.toUpperCase()}`
  return and(
    sql`${receipts.entityId} IN (SELECT ${legalEntities.id} FROM ${legalEntities} WHERE ${series})`,
    eq(receipts.year, Number(year ?? today.slice(0, 4))),
    eq(receipts.serial, Number(serial)),
  ) as SQL
}

function stateOf(row: PaymentRow) {
  if (row.reversesPaymentId !== null) return 'state.reversal'
  return row.reversedByPaymentId === null ? 'state.taken' : 'state.reversed'
}
