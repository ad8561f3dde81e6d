import type { Ctx } from '@heju/core'
import { billRuns, tariffPrices, tariffs } from '@heju/core/fees/billing'
import { addBill } from '@heju/core/fees/payments/testing'
import { newId, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { copyOf } from './copies.ts'

type Things = Readonly<Record<string, string>>

/**
 * What lists of fees have for a second row: bills of a priced tariff, overdue ones of two payers, rooms charged twice, another
 * run, money that came in each way, and reminders and money to decide on in each state.
 */
export async function moreFees(ctx: Ctx, things: Things): Promise<Record<string, string>> {
  const { projectId = '', tariffId = '', runId = '', roomId = '', parkingSpaceId = '' } = things
  const { orm } = ctx.db
  const [price] = await orm.select().from(tariffPrices).where(eq(tariffPrices.tariffId, tariffId))
  const [run] = await orm.select().from(billRuns).where(eq(billRuns.id, runId))
  const by = { tariffId, priceId: price?.id ?? '', dueOn: '2025-01-31' }
  const ofRun = {
    ...by,
    runId,
    period: run?.period as Period,
    dueOn: run?.dueOn ?? '',
    state: 'draft',
  } as const
  for (const personId of [things.personId ?? '', things.buyerId ?? '']) {
    const place = { ctx, projectId, rooms: [{ roomId, personId }] } as Parameters<typeof addBill>[0]
    const months = personId === things.personId ? ['2024-11', '2024-12'] : ['2024-09', '2024-10']
    for (const period of months) {
      await addBill(place, 0, { ...by, period: period as Period })
      await addBill(place, 0, { ...by, period: period as Period, roomId: null, parkingSpaceId })
    }
    await addBill(place, 0, personId === things.personId ? ofRun : { ...ofRun, roomId: null, parkingSpaceId })
    const other =
      personId === things.personId
        ? ({ feeItem: 'parking', fromOn: '2024-01-02' } as const)
        : ({ feeItem: 'other', fromOn: '2024-01-03' } as const)
    await addBill(place, 0, { ...ofRun, ...other, state: 'published' })
  }
  const own = { id: newId('bill', ctx.now), price_id: by.priceId, state: 'void', voided_at: ctx.now }
  await copyOf(ctx, 'bills', { id: things.billId ?? '' }, own)
  await moreRuns(ctx, runId)
  await moreMoney(ctx, things)
  const retired = { id: newId('fitem', ctx.now), name: '旧停车管理费', retired_at: ctx.now }
  await copyOf(ctx, 'fee_items', { id: things.feeItemId ?? '' }, retired)
  const { rows } = await ctx.db.client.execute('SELECT bill_id FROM payment_lines LIMIT 1')
  return {
    paidBillId: String(rows[0]?.bill_id),
    singlyTariffId: await doublyCharged(ctx, projectId, tariffId),
  }
}

/** A run of another month that was published, and something more that the draft did not bill. */
async function moreRuns(ctx: Ctx, runId: string): Promise<void> {
  const other = { id: newId('brun', ctx.now), period: '2024-08', state: 'published' }
  await copyOf(ctx, 'bill_runs', { id: runId }, other)
  await copyOf(ctx, 'bill_run_skips', { run_id: runId }, { seq: 9_999 })
}

async function moreMoney(ctx: Ctx, { paymentId = '', reminderId = '', staffId = '' }: Things): Promise<void> {
  for (const method of ['transfer', 'wechat_pay']) {
    const taken = { id: newId('pay', ctx.now), method, recorded_by: staffId, reference_no: method }
    await copyOf(ctx, 'payments', { id: paymentId }, taken)
  }
  for (const state of ['held', 'resolved'])
    await copyOf(
      ctx,
      'payment_exceptions',
      { state: 'open' },
      { id: newId('pexc', ctx.now), state, out_trade_no: `of ${state}` },
    )
  for (const [at, state] of ['waiting', 'sent'].entries()) {
    const told = { id: `rem_of_${state}`, state, drop_reason: null, on_day: `2024-01-0${at + 1}` }
    await copyOf(ctx, 'reminders', { id: reminderId }, told)
  }
}

/** A tariff that charges every room of a project by itself beside another, as a workbook may have said; its days end. */
async function doublyCharged(ctx: Ctx, projectId: string, besides: string): Promise<string> {
  const id = newId('tariff', ctx.now)
  const named = {
    projectId,
    name: '物业费（旧）',
    feeItem: 'property',
    basis: 'area',
    state: 'active',
  } as const
  await ctx.db.orm
    .insert(tariffs)
    .values({ id, ...named, createdAt: ctx.now, changedAt: ctx.now } as typeof tariffs.$inferInsert)
  for (const tariffId of [id, besides])
    await ctx.db.orm.run(sql`INSERT OR IGNORE INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
      SELECT id, ${tariffId}, '2026-01-01', '2099-12-31' FROM rooms WHERE project_id = ${projectId}`)
  return id
}
