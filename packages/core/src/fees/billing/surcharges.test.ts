import { newId, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { freshRequestId } from '../../testing.ts'
import { assignTariff, billOne, previewOne, previewScope, publishBillRun, switchTariff } from './index.ts'
import { BillingMonth, inProject, single } from './testing/month.ts'
import { bills as billRows } from './tables.ts'

let month: BillingMonth
beforeEach(async () => {
  month = await BillingMonth.lay()
})

describe('a surcharge', () => {
  const both = ['物业费 2026-01-01–', '电梯加收 2026-01-01–']
  const lay = async () => ({
    room: await month.estate.ownedRoom(),
    usual: await month.tariff('物业费', 2, inProject),
    lift: await month.tariff('电梯加收', 1, inProject, { others: 'surcharge' }),
  })

  test('is charged beside what there is, at places that come later too, and nobody is told of a second charge', async () => {
    const { room } = await lay()
    const late = await month.lateRoom()
    expect(await month.run()).toEqual([])
    expect([await month.charged(room), await month.charged(late)]).toEqual([both, both])
    expect(await month.standing(late)).toEqual(['01–30 物业费 20000', '01–30 电梯加收 10000'])
    expect(await month.doubled()).toBe(0)
  })

  test('and what it stands beside go on as they were when one is switched off and on', async () => {
    const { room, usual, lift } = await lay()
    for (const tariffId of [usual, lift])
      for (const others of [undefined, 'keep', 'replace'] as const) {
        await month.switched(tariffId, 'disabled')
        await month.switched(tariffId, 'active', others)
        expect(await month.charged(room)).toEqual(both)
      }
  })

  test.each(['keep', 'replace'] as const)('stays when another comes to %s what is there', async (others) => {
    const { room } = await lay()
    const next = await month.estate.tariff({ name: '新物业费' })
    const asked = {
      projectId: month.estate.projectId,
      tariffId: next,
      feeItem: 'property',
      basis: 'area',
    } as const
    expect((await previewScope(month.ctx, { ...asked, scope: inProject })).others).toMatchObject([
      { name: '物业费', places: 1 },
    ])
    await month.assign(next, inProject, '2026-12-01–', others)
    expect(await month.charged(room)).toEqual(
      others === 'keep'
        ? both
        : ['新物业费 2026-12-01–', '电梯加收 2026-01-01–', '物业费 2026-01-01–2026-11-30'],
    )
    const late = await month.lateRoom()
    await month.run()
    expect(await month.charged(late)).toEqual(await month.charged(room))
  })

  test('displaces nothing that comes after it, and leaves places to what is to keep others', async () => {
    const room = await month.estate.ownedRoom()
    const lift = await month.estate.tariff({ name: '电梯加收', surcharge: true })
    await month.assign(lift, inProject, '2026-01-01–')
    await month.tariff('物业费', 2, inProject, { others: 'keep' })
    const late = await month.lateRoom()
    await month.run()
    expect([await month.charged(room), await month.charged(late)]).toEqual([both, both])
  })

  test('stands in for nothing: before the charge beside it ends, its places are told', async () => {
    const { usual, lift } = await lay()
    const asked = {
      projectId: month.estate.projectId,
      feeItem: 'property',
      basis: 'area',
      scope: inProject,
    } as const
    expect(await previewScope(month.ctx, { ...asked, tariffId: usual })).toMatchObject({ alone: 1 })
    // Of its own end nothing is to be told: the other charge goes on.
    expect(await previewScope(month.ctx, { ...asked, tariffId: lift })).toMatchObject({ alone: 0 })
  })

  test('is none that has been in use as another charge: who means one makes a new tariff', async () => {
    await month.estate.ownedRoom()
    await month.tariff('物业费', 2, inProject)
    const other = await month.estate.tariff({ name: '电梯费', state: 'disabled' })
    const said = { others: 'surcharge' as never, requestId: freshRequestId(), tariffId: other }
    const refused = { code: 'request.invalid', fields: [{ path: 'others' }] }
    const days = { scope: inProject, fromOn: '2026-01-01' as CivilDate }
    await expect(assignTariff(month.ctx, { ...said, ...days })).rejects.toMatchObject(refused)
    await expect(switchTariff(month.ctx, { ...said, state: 'active' })).rejects.toMatchObject(refused)
  })
})

describe('what is billed', () => {
  test('by a tariff that has billed the month is not billed on top by what takes its place, alone or with all', async () => {
    const room = await month.estate.ownedRoom()
    await month.tariff('甲', 2, inProject)
    await month.run()
    await month.tariff('乙', 3, single(room), { others: 'replace' })
    const asked = {
      requestId: freshRequestId(),
      place: { kind: 'room', id: room } as const,
      period: month.period,
    }
    const refused = { code: 'billing.cannot_bill_billed_otherwise' }
    await expect(previewOne(month.ctx, { placeId: room, period: month.period })).rejects.toMatchObject(
      refused,
    )
    await expect(billOne(month.ctx, asked)).rejects.toMatchObject(refused)
    expect(await month.run()).toContain('乙 billed_otherwise null 甲')
    expect(await month.standing(room)).toEqual(['01–30 甲 20000'])
  })

  test('by a draft of days that another has billed meanwhile is not published', async () => {
    const room = await month.estate.ownedRoom()
    const usual = await month.estate.tariff({ name: '甲' })
    await month.tariff('乙', 3, inProject)
    const runId = await month.draft()
    const [bill] = await month.ctx.db.orm.select().from(billRows)
    // Whatever way a bill by another tariff came about since: it counts.
    await month.ctx.db.orm.insert(billRows).values({
      ...bill!,
      id: newId('bill', month.ctx.now),
      runId: null,
      tariffId: usual,
      state: 'published',
    })
    await expect(publishBillRun(month.ctx, { requestId: freshRequestId(), runId })).rejects.toMatchObject({
      code: 'billing.run_outdated',
    })
    expect(await month.standing(room)).toEqual(['01–30 甲 30000'])
  })
})

describe('days of one tariff that are kept in two parts', () => {
  const lay = async (name: string, yuan: number) => {
    const room = await month.estate.ownedRoom()
    const tariffId = await month.estate.tariff({ name, priceE4: yuan * 10_000 })
    await month.estate.assign(tariffId, [room], '2026-01-01', '2026-11-15')
    await month.estate.assign(tariffId, [room], '2026-11-16')
    return room
  }

  test('are one bill of the month, calculated once, which can be published, and one charge of the place', async () => {
    // 100 m² × 2.0101 × 15 / 30 = 100.505, twice: the parts rounded apart would be a fen more.
    const room = await lay('甲', 2.0101)
    expect(await month.charged(room)).toEqual(['甲 2026-01-01–'])
    const preview = await previewOne(month.ctx, { placeId: room, period: month.period })
    expect(preview.bills.map(({ fromOn, toOn, amountFen }) => [fromOn, toOn, amountFen])).toEqual([
      ['2026-11-01', '2026-11-30', 20_101],
    ])
    expect(await month.run()).toEqual([])
    expect(await month.standing(room)).toEqual(['01–30 甲 20101'])
    expect(await month.run()).toEqual(['甲 already_billed null undefined'])
    await month.takeBack(sql`f.name = '甲'`)
    await billOne(month.ctx, {
      requestId: freshRequestId(),
      place: { kind: 'room', id: room },
      period: month.period,
    })
    expect(await month.standing(room)).toEqual(['01–30 甲 20101'])
  })

  test('are replaced and given back by another, whatever its days, as one', async () => {
    const room = await lay('甲', 2)
    await month.assign(
      await month.estate.tariff({ name: '乙' }),
      single(room),
      '2026-11-11–2026-11-20',
      'replace',
    )
    expect(await month.charged(room)).toEqual([
      '甲 2026-11-21–',
      '乙 2026-11-11–2026-11-20',
      '甲 2026-01-01–2026-11-10',
    ])
  })
})
