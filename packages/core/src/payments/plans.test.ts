import { parseCivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { compile, type Statement } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { encodeCursor } from '../paging.ts'
import { staff, as, testCtx, testNow } from '../testing.ts'
import { exceptionRows } from './list-exceptions.ts'
import { paymentRows } from './list-payments.ts'
import { among, ordersHolding, payableBy, billsToPay } from './queries.ts'
import { bills } from '../billing/index.ts'
import { paymentExceptions } from './tables.ts'

async function planOf(ctx: Ctx, query: Statement): Promise<string[]> {
  const { sql: text, args } = compile(query) as { sql: string; args: never[] }
  const { rows } = await ctx.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${text}`, args })
  return rows.map((row) => String(row.detail))
}

/** Reads of a whole table, and sorting of what an index could have given in order. */
function slow(plan: readonly string[]): string[] {
  return plan.filter((line) =>
    /^SCAN (?!json_each)(?!.*USING (COVERING )?INDEX)|TEMP B-TREE FOR ORDER BY/.test(line),
  )
}

const after = encodeCursor([testNow, 'pay_1'])

describe('lists are served by indexes', () => {
  test('payments of all projects, by time', async () => {
    const ctx = await testCtx()
    const plan = await planOf(ctx, paymentRows(ctx, { after }).limit(51))
    expect(slow(plan)).toEqual([])
    expect(plan.join()).toContain('payments_by_time')
  })

  test('payments of one project, by time', async () => {
    const ctx = await testCtx()
    const plan = await planOf(ctx, paymentRows(ctx, { after, projectId: 'proj_1' }).limit(51))
    expect(slow(plan)).toEqual([])
    expect(plan.join()).toContain('payments_by_project')
  })

  test('payments of some projects, and of some days', async () => {
    const ctx = await testCtx()
    const some = as(ctx, staff('cashier', ['proj_1', 'proj_2']))
    expect(slow(await planOf(some, paymentRows(some, {}).limit(51)))).toEqual([])
    const november = { from: parseCivilDate('2026-11-01'), to: parseCivilDate('2026-11-30') }
    const days = await planOf(ctx, paymentRows(ctx, november).limit(51))
    expect(slow(days)).toEqual([])
    expect(days.join()).toContain('recorded_at>? AND recorded_at<?')
  })

  test('the payment of a receipt', async () => {
    const ctx = await testCtx()
    const plan = await planOf(ctx, paymentRows(ctx, { receipt: '17' }).limit(51))
    expect(plan[0]).toContain('receipts USING INDEX receipts_by_number (year=? AND serial=?)')
  })

  test('exceptions that wait', async () => {
    const ctx = await testCtx()
    const query = exceptionRows(ctx).where(sql`${paymentExceptions.state} IN ('open', 'held')`)
    const plan = await planOf(ctx, query)
    expect(slow(plan)).toEqual([])
    expect(plan.join()).toContain('payment_exceptions_by_state')
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
})
