import { beforeEach, describe, expect, test } from 'vitest'
import type { OthersDecision } from './index.ts'
import { BillingMonth, inProject, single } from './testing/month.ts'

let month: BillingMonth
beforeEach(async () => {
  month = await BillingMonth.lay()
})

describe('what is said as a tariff comes into use', () => {
  const off = (tariffId: string) => month.switched(tariffId, 'disabled')
  const on = (tariffId: string, others?: OthersDecision) => month.switched(tariffId, 'active', others)

  test.each([
    ['replace', ['乙 2026-12-01–', '甲 2026-01-01–2026-11-30']],
    ['keep', ['甲 2026-01-01–']],
  ] as const)(
    'is of the places that are asked about: what keeps others goes on doing so at later ones (%s)',
    async (others, charges) => {
      const room = await month.estate.ownedRoom()
      const usual = await month.tariff('甲', 2, inProject)
      const other = await month.tariff('乙', 1, inProject, { fromOn: '2026-12-01', others: 'keep' })
      await off(other)
      await on(other)
      await month.assign(other, single(room), '2026-12-01–', 'replace')
      await off(other)
      await month.assign(usual, single(room), '2026-12-01–', 'keep')
      await on(other, others)
      const late = await month.lateRoom()
      await month.run()
      expect(await month.charged(room)).toEqual(charges)
      expect(await month.charged(late)).toEqual(['甲 2026-01-01–'])
    },
  )

  test.each([
    [
      'replace',
      ['旧 2026-11-22–', '新 2026-06-01–2026-11-21', '旧 2026-01-01–2026-05-31'],
      ['01–21 新 14000', '22–30 旧 3000'],
    ],
    ['keep', ['新 2026-06-01–', '旧 2026-01-01–2026-05-31'], ['01–30 新 20000']],
  ] as const)(
    'holds from that day on: what others charged before stays theirs, and the rest its own (%s)',
    async (others, charges, bills) => {
      const [room, empty] = [await month.estate.ownedRoom(), await month.estate.ownedRoom({ use: 'shop' })]
      const old = await month.tariff('旧', 1, inProject)
      await off(old)
      await month.tariff('新', 2, { kind: 'room_use', values: ['residence'] }, { fromOn: '2026-06-01' })
      await on(old, others)
      expect(await month.charged(room)).toEqual(charges)
      expect(await month.charged(empty)).toEqual(['旧 2026-01-01–'])
      const [late, lateShop] = [await month.lateRoom(), await month.lateRoom('shop')]
      expect(await month.run()).toEqual([])
      expect([await month.standing(room), await month.standing(empty)]).toEqual([bills, ['01–30 旧 10000']])
      // Nothing charges such a room on days before, where what it replaced has ended.
      expect(await month.standing(late)).toEqual(others === 'replace' ? ['01–30 旧 10000'] : bills)
      expect(await month.standing(lateShop)).toEqual(['01–30 旧 10000'])
      expect(await month.doubled()).toBe(0)
    },
  )

  test('is not asked where others charged on days gone by alone: they keep these, and bills of them are not told of', async () => {
    const room = await month.estate.ownedRoom()
    const old = await month.tariff('旧', 1, inProject)
    await off(old)
    const next = await month.tariff('新', 2, inProject, { fromOn: '2026-06-01' })
    await month.end(next, '2026-11-15')
    await month.run()
    expect(await on(old)).toMatchObject({ billed: 0 })
    expect(await month.charged(room)).toEqual([
      '旧 2026-11-16–',
      '新 2026-06-01–2026-11-15',
      '旧 2026-01-01–2026-05-31',
    ])
    await month.run()
    expect(await month.standing(room)).toEqual(['01–15 新 10000', '16–30 旧 5000'])
  })

  test.each([
    [undefined, '2026-10-31', ['甲 2026-01-01–2026-10-31']],
    ['keep', null, ['甲 2026-01-01–2026-11-21']],
    ['replace', null, ['甲 2026-01-01–']],
  ] as const)(
    'ends nothing of the days gone by of one that is in use already, which charged them beside another (%s)',
    async (others, toOn, charges) => {
      const room = await month.estate.ownedRoom()
      const [one, other] = [
        await month.estate.tariff({ name: '甲' }),
        await month.estate.tariff({ name: '乙' }),
      ]
      await month.estate.assign(one, [room], '2026-01-01', toOn)
      await month.estate.assign(other, [room], '2026-01-01')
      await on(one, others)
      expect((await month.charged(room)).filter((line) => line.startsWith('甲'))).toEqual(charges)
    },
  )

  test('and bills of other tariffs for days to come are told of, unless their places are left to them', async () => {
    for (const [others, billed] of [
      ['replace', 1],
      ['keep', 0],
    ] as const) {
      month = await BillingMonth.lay()
      await month.estate.ownedRoom()
      const old = await month.tariff('旧', 1, inProject)
      await off(old)
      await month.tariff('新', 2, inProject)
      await month.run()
      expect(await on(old, others)).toMatchObject({ billed })
    }
  })

  test('ends none of the other services, which are many things', async () => {
    const room = await month.estate.ownedRoom()
    const by = { feeItem: 'other', basis: 'room' } as const
    const lift = await month.estate.tariff({ ...by, name: '电梯费' })
    await month.assign(lift, inProject, '2026-01-01–', 'replace')
    const water = await month.estate.tariff({ ...by, name: '水费' })
    await month.assign(water, inProject, '2026-12-01–', 'replace')
    await off(water)
    await on(water, 'replace')
    expect(await month.charged(room)).toEqual(['水费 2026-12-01–', '电梯费 2026-01-01–'])
  })
})
