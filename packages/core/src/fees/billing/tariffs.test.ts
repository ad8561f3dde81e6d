import { newId } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditList } from '../../platform/audit/index.ts'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  addPrice,
  approveTariff,
  billList,
  createTariff,
  type CreateTariff,
  draftBillRun,
  listTariffs,
  publishBillRun,
  readRun,
  readTariff,
  switchTariff,
} from './index.ts'
import { guidedRange } from './price-guidance.ts'
import { Estate } from './testing.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'

const approval = {
  approvalKind: 'contract' as const,
  approvalNo: 'HT-2026-01',
  approvalOn: '2026-01-01' as never,
}
const guidance = { grade: '二级', baseE4: 26_000, rangeE4: 1_500 }

function tariffOf(estate: Estate, more: Partial<CreateTariff> = {}): CreateTariff {
  return {
    requestId: freshRequestId(),
    tariffId: newId('tariff', estate.ctx.now),
    projectId: estate.projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: '2026-01-01' as never,
    priceE4: 28_000,
    approval,
    ...more,
  }
}

async function ownedEstate(ctx: Ctx, areas: (number | null)[], regime: 'market' | 'guided' = 'market') {
  const estate = await Estate.lay(ctx, regime)
  const places = await estate.rooms(areas.map((areaE2) => ({ areaE2 })))
  const people = await estate.people(areas.length)
  await estate.occupy(places.map((place, i) => ({ place, person: people[i] ?? '' })))
  return { estate, places }
}

async function run(ctx: Ctx, projectId: string, period = '2026-11') {
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: period as never })
  return runId
}

describe('tariffs', () => {
  test('stand on no approval of a day to come', async () => {
    const ctx = await testCtx()
    const estate = await Estate.lay(ctx)
    const asked = tariffOf(estate)
    const ahead = { ...approval, approvalOn: '2026-11-23' as never }
    const refused = { fields: [{ path: 'approval.approvalOn', code: 'field.day_ahead' }] }
    await expect(createTariff(ctx, { ...asked, approval: ahead })).rejects.toMatchObject(refused)
    const { tariffId } = await createTariff(ctx, asked)
    const price = { requestId: freshRequestId(), tariffId, fromOn: '2027-01-01' as never, priceE4: 30_000 }
    await expect(addPrice(ctx, { ...price, approval: ahead })).rejects.toMatchObject(refused)
    const today = { ...approval, approvalOn: '2026-11-22' as never }
    await expect(addPrice(ctx, { ...price, approval: today })).resolves.toMatchObject({ tariffId })
    const imported = await estate.tariff({ name: '电梯费', state: 'draft', feeItem: 'other' })
    const inUse = { requestId: freshRequestId(), tariffId: imported }
    await expect(approveTariff(ctx, { ...inUse, approval: ahead })).rejects.toMatchObject(refused)
    await approveTariff(ctx, { ...inUse, approval: today })
  })

  test('stand on approvals of the day that has begun at the company’s place', async () => {
    const ctx = await testCtx()
    const estate = await Estate.lay(ctx)
    const night = as(ctx, ctx.actor, Date.UTC(2026, 10, 22, 17))
    const on = (approvalOn: string) =>
      createTariff(night, { ...tariffOf(estate), approval: { ...approval, approvalOn: approvalOn as never } })
    await expect(on('2026-11-24')).rejects.toMatchObject({ fields: [{ code: 'field.day_ahead' }] })
    await on('2026-11-23')
  })

  test('a tariff of the project bills every room by its area, to the fen', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456, 12830, 5001])
    await createTariff(ctx, tariffOf(estate))
    const runId = await run(ctx, estate.projectId)
    await publishBillRun(ctx, { requestId: freshRequestId(), runId })
    const { items } = await billList.page(as(ctx, staff('cashier')), {})
    expect(items.map(({ amountFen }) => amountFen).toSorted((a, b) => a - b)).toEqual([
      14_003, 26_477, 35_924,
    ])
  })

  test('a new one is on record with its days and what its price stands on', async () => {
    const ctx = await testCtx()
    const tariff = tariffOf((await ownedEstate(ctx, [10_000])).estate)
    await createTariff(ctx, tariff)
    const [entry] = (await auditList.page(ctx, { action: 'billing.tariff_created' })).items
    expect(entry?.detail).toMatchObject({ fromOn: tariff.fromOn, ...approval })
  })

  test('a run says what it comes to and why a room was left out', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456, null])
    await createTariff(ctx, tariffOf(estate))
    const page = await readRun(ctx, await run(ctx, estate.projectId))
    expect(page).toMatchObject({
      state: 'ready',
      bills: 1,
      totalFen: 26_477,
      skips: 1,
      skipped: [{ reason: 'no_area', count: 1 }],
    })
  })

  test('running a published month again adds nothing', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    await createTariff(ctx, tariffOf(estate))
    await publishBillRun(ctx, { requestId: freshRequestId(), runId: await run(ctx, estate.projectId) })
    const again = await readRun(ctx, await run(ctx, estate.projectId))
    expect(again).toMatchObject({ bills: 0, skipped: [{ reason: 'already_billed' }] })
  })

  test('a void bill stays with its reason, and its month can be billed anew', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    await createTariff(ctx, tariffOf(estate))
    await publishBillRun(ctx, { requestId: freshRequestId(), runId: await run(ctx, estate.projectId) })
    const [bill] = (await billList.page(ctx, {})).items
    await voidBill(
      ctx,
      { requestId: freshRequestId(), billId: bill?.id ?? '', reason: '面积登记有误' },
      noProvider,
    )
    expect(await readRun(ctx, await run(ctx, estate.projectId))).toMatchObject({ bills: 1 })
    expect((await billList.page(ctx, { state: 'void' })).items).toHaveLength(1)
  })

  test('a disabled tariff is not billed by, and the run says so', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    const tariff = tariffOf(estate)
    await createTariff(ctx, tariff)
    await switchTariff(ctx, { requestId: freshRequestId(), tariffId: tariff.tariffId, state: 'disabled' })
    const page = await readRun(ctx, await run(ctx, estate.projectId))
    expect(page).toMatchObject({ bills: 0, skipped: [{ reason: 'tariff_disabled' }] })
  })

  test('under guided prices a property fee needs grade, base price and range, and stays within it', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456], 'guided')
    const bare = createTariff(ctx, tariffOf(estate))
    await expect(bare).rejects.toMatchObject({ code: 'billing.guidance_missing' })
    const dear = createTariff(ctx, tariffOf(estate, { guidance, priceE4: 29_901 }))
    await expect(dear).rejects.toMatchObject({
      code: 'billing.price_out_of_range',
      params: { low: '2.21', high: '2.99' },
    })
    await createTariff(ctx, tariffOf(estate, { guidance, priceE4: 29_900 }))
    expect(await listTariffs(ctx, {})).toMatchObject([{ grade: '二级', places: 1, approvalNo: 'HT-2026-01' }])
  })

  test('one of other services is no surcharge, whatever is said, new or as it is approved: they are many things anyway', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    const both = { requestId: freshRequestId(), others: 'surcharge' } as const
    const lift = tariffOf(estate, { ...both, name: '电梯费', feeItem: 'other' })
    await createTariff(ctx, lift)
    const listed = await estate.tariff({ name: '垃圾费', feeItem: 'other', state: 'draft' })
    await approveTariff(ctx, { ...both, requestId: freshRequestId(), tariffId: listed, approval })
    for (const id of [lift.tariffId, listed])
      expect(await readTariff(ctx, id)).toMatchObject({ state: 'active', surcharge: false })
    const { items } = await auditList.page(ctx, {})
    expect(items.map(({ action, detail }) => [action, detail['others']])).toEqual([
      ['billing.tariff_approved', null],
      ['billing.tariff_created', null],
    ])
  })

  test('one that begins on a day to come says so in the list as on its page, and not by a price that comes later', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    await createTariff(ctx, tariffOf(estate, { name: '明年的标准', fromOn: '2027-03-01' as never }))
    const now = tariffOf(estate, { name: '电梯费', feeItem: 'other' })
    await createTariff(ctx, now)
    const next = { tariffId: now.tariffId, priceE4: 30_000, approval, fromOn: '2027-01-01' as never }
    await addPrice(ctx, { requestId: freshRequestId(), ...next })
    const listed = await listTariffs(ctx, {})
    const days = Object.fromEntries(listed.map(({ name, beginsOn, fromOn }) => [name, [beginsOn, fromOn]]))
    expect(days).toEqual({
      明年的标准: ['2027-03-01', '2027-03-01'],
      电梯费: ['2026-01-01', '2027-01-01'],
    })
    for (const { id, beginsOn } of listed) expect(await readTariff(ctx, id)).toMatchObject({ beginsOn })
  })

  test('the ends of a guided range are the last prices within it, exactly', () => {
    const arbitrary = fc.record({
      baseE4: fc.integer({ min: 1, max: 10_000_000 }),
      rangeE4: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(arbitrary, ({ baseE4, rangeE4 }) => {
        const { lowE4, highE4 } = guidedRange({ grade: '', baseE4, rangeE4 })
        const away = (price: number) => BigInt(Math.abs(price - baseE4)) * 10_000n
        const allowed = BigInt(baseE4) * BigInt(rangeE4)
        expect(away(lowE4) <= allowed && away(highE4) <= allowed).toBe(true)
        expect(away(lowE4 - 1) > allowed && away(highE4 + 1) > allowed).toBe(true)
      }),
    )
  })

  test('who may not set tariffs is refused, also in another project', async () => {
    const ctx = await testCtx()
    const { estate } = await ownedEstate(ctx, [9456])
    for (const actor of [staff('cashier'), staff('accountant', ['proj_other'])]) {
      await expect(createTariff(as(ctx, actor), tariffOf(estate))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })
})
