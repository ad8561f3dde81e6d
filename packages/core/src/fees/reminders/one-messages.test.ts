import { newId, type CivilDate, type Period } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import { billOne, bills, createTariff } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { oneMessages } from './index.ts'

const period = '2026-11' as Period
/** 27 November 2026, 10:00 in Shanghai. */
const now = Date.UTC(2026, 10, 27, 2)
type Project = Awaited<ReturnType<typeof smallProject>>
let ctx: Ctx
let project: Project
beforeEach(async () => {
  ctx = await testCtx({ now })
  project = await smallProject(ctx)
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: newId('tariff', now),
    projectId: project.projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: '2026-01-01' as CivilDate,
    priceE4: 28_000,
    guidance: { grade: '一级', baseE4: 28_000, rangeE4: 2_000 },
    approval: { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: '2025-12-01' as CivilDate },
  })
})

/** A room whose owner has these numbers. */
async function room(number: string, phones: string[]): Promise<`room_${string}`> {
  const roomId = await project.room(number, { builtAreaE2: 9456 })
  await project.give(await project.person('业主', { phones }), roomId)
  return roomId as `room_${string}`
}

describe('billing one place', () => {
  test('tells beforehand who gets a message and when, by one round trip', async () => {
    const placeId = await room('101', ['13812341234'])
    const before = ctx.db.trips.count
    expect(await oneMessages(ctx, { placeId, period })).toEqual({
      payers: 1,
      mobile: 1,
      landline: 0,
      noPhone: 0,
      complaining: 0,
      firstAt: now,
      beforeDue: true,
    })
    expect(ctx.db.trips.count - before).toBe(1)
    expect(await oneMessages(ctx, { placeId, period, dueOn: '2026-12-31' as CivilDate })).toMatchObject({
      // Three days before the due day, at nine in the morning.
      firstAt: Date.UTC(2026, 11, 28, 1),
    })
    expect(await oneMessages(ctx, { placeId: await room('102', ['021-62345678']), period })).toMatchObject({
      mobile: 0,
      landline: 1,
    })
  })

  test('says instead why nothing can be billed, and nothing of other projects', async () => {
    const placeId = await room('101', ['13812341234'])
    await billOne(ctx, { requestId: freshRequestId(), place: { kind: 'room', id: placeId }, period })
    await expect(oneMessages(ctx, { placeId, period })).rejects.toMatchObject({
      code: 'billing.cannot_bill_already_billed',
    })
    const elsewhere = as(ctx, staff('accountant', ['proj_other']))
    await expect(oneMessages(elsewhere, { placeId, period })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('can go without the message before the due day', async () => {
    for (const [number, remind] of [
      ['101', true],
      ['102', false],
    ] as const) {
      const place = { kind: 'room', id: await room(number, ['13812341234']) } as const
      await billOne(ctx, { requestId: freshRequestId(), place, period, remind })
    }
    const made = await ctx.db.orm.select({ quiet: bills.quiet }).from(bills).orderBy(bills.id)
    expect(made.map(({ quiet }) => quiet).toSorted()).toEqual([0, 1])
  })
})
