import { newId, parseCivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { compile, type Statement } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff, as, testCtx, testNow } from '../../testing.ts'
import { daySheet } from './day-sheet.ts'
import { readPayment } from './follow-payment.ts'
import { listReceipts } from './list-receipts.ts'
import { readMyOrder } from './my-orders.ts'
import { readException } from './read-exception.ts'
import { readReceipt } from './read-receipt.ts'
import { nothingReceivedFor } from './receipt.ts'
import { paymentList } from './payment-list.ts'
import { among, billsToPay, ordersHolding, payableBy, readOrder } from './queries.ts'
import { bills } from '../billing/index.ts'

async function planOf(ctx: Ctx, query: Statement): Promise<string[]> {
  const { sql: text, args } = compile(query) as { sql: string; args: never[] }
  const { rows } = await ctx.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${text}`, args })
  return rows.map((row) => String(row.detail))
}

/** The plans of everything that a read asks the database. */
async function plansOf(ctx: Ctx, read: () => Promise<unknown>): Promise<string[]> {
  const { client } = ctx.db
  const { batch, execute } = client
  const asked: { sql: string; args: never[] }[] = []
  const seen = <S>(statement: S) => (asked.push(statement as never), statement)
  Object.assign(client, {
    batch: (statements: never[], mode?: 'read') => batch(statements.map(seen), mode),
    execute: (statement: never) => execute(seen(statement)),
  })
  await read().catch(() => undefined)
  Object.assign(client, { batch, execute })
  const plans = await Promise.all(
    asked.map(({ sql: text, args }) => client.execute({ sql: `EXPLAIN QUERY PLAN ${text}`, args })),
  )
  expect(plans.length).toBeGreaterThan(0)
  return plans.flatMap(({ rows }) => rows.map((row) => String(row.detail)))
}

/** Reads of a whole table, and sorting of what an index could have given in order. */
function slow(plan: readonly string[]): string[] {
  return plan.filter((line) =>
    /^SCAN (?!json_each)(?!.*USING (COVERING )?INDEX)|TEMP B-TREE FOR ORDER BY/.test(line),
  )
}

describe('lists are served by indexes', () => {
  test('payments of some days', async () => {
    const ctx = await testCtx()
    const november = { from: parseCivilDate('2026-11-01'), to: parseCivilDate('2026-11-30') }
    const days = await plansOf(ctx, () => paymentList.page(ctx, november))
    expect(days.join()).toContain('recorded_at>? AND recorded_at<?')
  })

  test('the payment of a receipt', async () => {
    const ctx = await testCtx()
    const plan = await plansOf(ctx, () => paymentList.page(ctx, { receipt: '17' }))
    expect(plan[0]).toContain('receipts USING INDEX receipts_by_number (entity_id=? AND year=? AND serial=?)')
  })

  test('the bills of a payment, whether they are an owner’s, and the orders that hold them', async () => {
    const ctx = await testCtx()
    const ids = among(['bill_1', 'bill_2'])
    const mine = sql`${bills.id} IN (${ids}) AND ${payableBy(ctx, 'ownr_1')}`
    // The few bills of one payment may be sorted; nothing may be read through for them.
    const read = (plan: readonly string[]) => slow(plan).filter((line) => line.startsWith('SCAN'))
    expect(read(await planOf(ctx, billsToPay(ctx, mine)))).toEqual([])
    const plan = await planOf(ctx, ordersHolding(ctx, ids))
    expect(read(plan)).toEqual([])
    expect(plan.join()).toContain('payment_order_lines_hold_bills')
  })

  test('the day sheet reads the payments of its day', async () => {
    const ctx = await testCtx()
    for (const actor of [staff('cashier'), staff('cashier', ['proj_1'])]) {
      const plans = await plansOf(ctx, () => daySheet(as(ctx, actor), { on: '2026-11-22' }))
      expect(plans.filter((line) => /^SCAN (?!CONSTANT)/.test(line))).toEqual([])
      expect(plans.join()).toContain('payments_by_day (recorded_on=?)')
    }
  })

  test('a hand-over asks for the payments of its project since the day', async () => {
    const ctx = await testCtx()
    const ask = { projectId: 'proj_1', entityId: 'entity_1', fromOn: parseCivilDate('2026-11-22') }
    const plan = await planOf(ctx, sql`SELECT ${nothingReceivedFor(ctx, ask)}`)
    expect(slow(plan).filter((line) => line !== 'SCAN CONSTANT ROW')).toEqual([])
    expect(plan.join()).toContain('payments_by_project (project_id=? AND recorded_at>?)')
  })

  test('an owner’s receipts, one receipt, one exception and one order', async () => {
    const ctx = await testCtx()
    const owner = as(ctx, { kind: 'owner', id: 'ownr_1' })
    const reads = [
      () => listReceipts(owner, {}),
      () => readReceipt(owner, 'rcp_1', 'prt_1'),
      () => readException(ctx, 'exc_1'),
      () => readOrder(ctx, 'ord_1'),
      () => readPayment(owner, { orderId: newId('ord', testNow) }),
      () => readMyOrder(owner, { orderId: newId('ord', testNow) }),
    ]
    for (const read of reads) {
      const plans = await plansOf(ctx, read)
      expect(
        plans.filter((line) => /^SCAN (?!json_each|CONSTANT)(?!.*USING (COVERING )?INDEX)/.test(line)),
      ).toEqual([])
    }
  })
})
