import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'
import { as, freshRequestId, testCtx } from '../testing.ts'
import {
  assignTariff,
  billOne,
  chargesOfPlace,
  createTariff,
  draftBillRun,
  endAssignment,
  listDoubleCharges,
  listSkips,
  previewOne,
  previewScope,
  publishBillRun,
  switchTariff,
  type OthersDecision,
  type Scope,
} from './index.ts'
import { tariffAssignments } from './tables.ts'
import { Estate } from './testing.ts'

let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

const period = '2026-11' as Period
const inProject: Scope = { kind: 'project' }
const single = (room: string): Scope => ({ kind: 'places', ids: [room as `room_${string}`] })

/** What comes next comes a second later. */
function later(): void {
  ctx = as(ctx, ctx.actor, ctx.now + 1_000)
}

/** A property tariff in use, in yuan per m² and month. */
async function tariff(
  name: string,
  yuan: number,
  scope: Scope,
  { fromOn = '2026-01-01', others }: { fromOn?: string; others?: OthersDecision } = {},
): Promise<string> {
  later()
  const tariffId = newId('tariff', ctx.now)
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    projectId: estate.projectId,
    name,
    feeItem: 'property',
    basis: 'area',
    scope,
    others,
    fromOn: fromOn as CivilDate,
    priceE4: yuan * 10_000,
    approval: { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: '2025-12-01' as CivilDate },
  })
  return tariffId
}

async function assign(tariffId: string, scope: Scope, days: string, others: OthersDecision): Promise<void> {
  later()
  const [fromOn, toOn] = days.split('–') as [CivilDate, CivilDate | '']
  const until = toOn === '' ? {} : { toOn }
  await assignTariff(ctx, { requestId: freshRequestId(), tariffId, scope, fromOn, ...until, others })
}

async function draft(): Promise<string> {
  later()
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
  return runId
}

/** Drafts and publishes the month. @returns what was skipped */
async function run(): Promise<string[]> {
  const runId = await draft()
  await publishBillRun(ctx, { requestId: freshRequestId(), runId })
  const { items } = await listSkips(ctx, { runId })
  return items
    .map(({ tariff: by, reason, days, billedBy }) => `${by?.name} ${reason} ${days} ${billedBy?.name}`)
    .toSorted()
}

/** The bills that count of a room: days, tariff and fen. */
async function standing(room: string): Promise<string[]> {
  const rows = await estate.all<{ line: string }>(
    sql`SELECT substr(b.from_on, 9) || '–' || substr(b.to_on, 9) || ' ' || f.name || ' ' || b.amount_fen AS line
      FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE b.room_id = ${room} AND b.voided_at = 0 AND b.state = 'published'
      ORDER BY b.from_on, f.name`,
  )
  return rows.map(({ line }) => line)
}

async function takeBack(name: string): Promise<void> {
  const bills = await estate.all<{ id: string }>(
    sql`SELECT b.id FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE f.name = ${name} AND b.state = 'published'`,
  )
  for (const { id } of bills)
    await voidBill(ctx, { requestId: freshRequestId(), billId: id, reason: '收费标准更正' }, noProvider)
}

async function charged(room: string): Promise<string[]> {
  const { tariffs } = await chargesOfPlace(ctx, { kind: 'room', id: room })
  return tariffs.map(({ name, fromOn, toOn }) => `${name} ${fromOn}–${toOn ?? ''}`)
}

/** The days of a tariff as they are kept, and whether both were said of them. */
async function kept(tariffId: string): Promise<string[]> {
  const rows = await estate.all<{ line: string }>(
    sql`SELECT from_on || '–' || coalesce(to_on, '') || CASE WHEN beside THEN ' both' ELSE '' END AS line FROM tariff_assignments
      WHERE tariff_id = ${tariffId} ORDER BY from_on`,
  )
  return rows.map(({ line }) => line)
}

/** The same of one room, of all its tariffs. */
async function keptAt(room: string): Promise<string[]> {
  const rows = await estate.all<{ line: string }>(
    sql`SELECT f.name || ' ' || a.from_on || '–' || coalesce(a.to_on, '') || CASE WHEN a.beside THEN ' both' ELSE '' END AS line
      FROM tariff_assignments a JOIN tariffs f ON f.id = a.tariff_id WHERE a.target_id = ${room} ORDER BY f.name, a.from_on`,
  )
  return rows.map(({ line }) => line)
}

/** A room that comes after what was said until now. */
async function comesLate(use: 'residence' | 'shop' = 'residence'): Promise<string> {
  later()
  const late = await estate.ownedRoom({ use })
  await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now} WHERE id = ${late}`)
  return late
}

const doubled = async () => (await listDoubleCharges(ctx, {})).places

describe('that both are charged holds on the days of which it was said', () => {
  test.each([
    ['2026-11-16', '2026-11-16', ['01–30 甲 20000']],
    ['2026-01-01', '2026-01-01', ['01–30 甲 20000']],
  ])(
    'and the month before, billed by what was replaced from %s, is not billed on top',
    async (fromOn, since, bills) => {
      const [one, two] = [await estate.ownedRoom(), await estate.ownedRoom()]
      await tariff('甲', 2, inProject)
      await run()
      const other = await tariff('乙', 3, single(one), { fromOn, others: 'replace' })
      expect(await run()).toContain('乙 billed_otherwise null 甲')
      await assign(other, inProject, '2027-01-01–', 'beside')
      expect(await run()).toContain('乙 billed_otherwise null 甲')
      expect([await standing(one), await standing(two)]).toEqual([bills, bills])
      expect(await kept(other)).toEqual([`${since}–2026-12-31`, '2027-01-01– both', '2027-01-01– both'])
      expect(await charged(one)).toContain(`乙 ${since}–`)
    },
  )

  test('also for a place that is billed alone, and for what is shown before, whatever a scope says since', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    const other = await tariff('乙', 3, single(room), { others: 'replace' })
    await assign(other, inProject, '2027-01-01–2027-01-31', 'beside')
    await ctx.db.orm.run(sql`UPDATE tariff_assignments SET beside = 0`)
    const asked = { requestId: freshRequestId(), place: { kind: 'room', id: room } as const, period }
    const refused = { code: 'billing.cannot_bill_billed_otherwise' }
    await expect(previewOne(ctx, { placeId: room, period })).rejects.toMatchObject(refused)
    await expect(billOne(ctx, asked)).rejects.toMatchObject(refused)
    expect(await run()).toContain('乙 billed_otherwise null 甲')
    expect(await standing(room)).toEqual(['01–30 甲 20000'])
  })

  test('and for days of a month the others of it are held back', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    const other = await tariff('乙', 3, single(room), { fromOn: '2026-11-01', others: 'replace' })
    await assign(other, single(room), '2026-11-11–2026-11-20', 'beside')
    expect(await run()).toContain('乙 billed_otherwise 20 甲')
    expect(await standing(room)).toEqual(['01–30 甲 20000', '11–20 乙 10000'])
  })

  test('and places that are charged twice on other days stay listed', async () => {
    const room = await estate.ownedRoom()
    const [one, other] = [await estate.tariff({ name: '甲' }), await estate.tariff({ name: '乙' })]
    for (const tariffId of [one, other]) await estate.assign(tariffId, [room])
    await assign(other, inProject, '2027-01-01–2027-01-31', 'beside')
    expect(await doubled()).toBe(1)
    const { items } = await listDoubleCharges(ctx, {})
    expect(items[0]?.tariffs.map(({ name, fromOn, toOn }) => `${name} ${fromOn}–${toOn ?? ''}`)).toEqual([
      '甲 2020-01-01–',
      '乙 2020-01-01–',
    ])
    await ctx.db.orm.run(sql`UPDATE tariff_assignments SET beside = 0`)
    expect(await doubled()).toBe(1)
    await assign(other, inProject, '2026-01-01–', 'beside')
    expect(await doubled()).toBe(0)
  })

  test('and a room that comes later is charged both on those days only', async () => {
    await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    const other = await tariff('乙', 3, inProject, { fromOn: '2026-11-01', others: 'keep' })
    await assign(other, inProject, '2027-01-01–', 'beside')
    later()
    const late = await estate.ownedRoom()
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now} WHERE id = ${late}`)
    await run()
    expect(await standing(late)).toEqual(['01–30 甲 20000'])
    expect(await charged(late)).toEqual(['乙 2027-01-01–', '甲 2026-01-01–'])
    expect(await doubled()).toBe(0)
  })
})

describe('charges of which both were said', () => {
  const switched = (tariffId: string, state: 'active' | 'disabled', others?: OthersDecision) => {
    later()
    return switchTariff(ctx, { requestId: freshRequestId(), tariffId, state, others })
  }
  const both = ['物业费 2026-01-01–', '电梯附加 2026-01-01–']

  test('are not asked about when one is switched off and on', async () => {
    const room = await estate.ownedRoom()
    const usual = await tariff('物业费', 2, inProject)
    const lift = await tariff('电梯附加', 1, inProject, { others: 'beside' })
    for (const tariffId of [usual, lift]) {
      await switched(tariffId, 'disabled')
      await switched(tariffId, 'active')
      expect(await charged(room)).toEqual(both)
    }
    // Whoever says something all the same says it of other charges.
    for (const others of ['keep', 'replace'] as const) {
      await switched(usual, 'disabled')
      await switched(usual, 'active', others)
      expect(await charged(room)).toEqual(both)
      expect(await doubled()).toBe(0)
    }
  })

  test.each(['2027-01-01–2027-06-30', '2026-01-01–2026-11-25', '2026-11-25–'])(
    'are asked about for days of which it was not said (%s)',
    async (days) => {
      await estate.ownedRoom()
      const usual = await tariff('物业费', 2, inProject)
      const lift = await estate.tariff({ name: '电梯附加', state: 'disabled' })
      await assign(lift, inProject, '2026-01-01–', 'replace')
      await assign(lift, inProject, days, 'beside')
      const asked = { code: 'billing.charged_twice' }
      await expect(switched(lift, 'active')).rejects.toMatchObject({
        ...asked,
        params: { places: 1, tariffs: '物业费' },
      })
      // What others are asked about: the same pair, seen from the tariff that is in use.
      await switched(lift, 'active', 'beside')
      await assign(lift, inProject, '2026-01-01–', 'beside')
      await switched(usual, 'disabled')
      await switched(usual, 'active')
    },
  )

  test('are not asked about at places that came since, when one is switched off and on or assigned further', async () => {
    await estate.ownedRoom()
    await tariff('物业费', 2, inProject)
    const lift = await tariff('电梯附加', 1, inProject, { others: 'beside' })
    await switched(lift, 'disabled')
    const late = await comesLate()
    await switched(lift, 'active')
    expect(await charged(late)).toEqual(both)
    const lateAgain = await comesLate()
    const homes: Scope = { kind: 'room_use', values: ['residence'] }
    const asked = { projectId: estate.projectId, tariffId: lift, feeItem: 'property', basis: 'area' } as const
    expect((await previewScope(ctx, { ...asked, scope: homes })).others).toEqual([])
    later()
    const by = { requestId: freshRequestId(), tariffId: lift, scope: homes }
    await assignTariff(ctx, { ...by, fromOn: '2026-01-01' as CivilDate })
    expect(await charged(lateAgain)).toEqual(both)
  })

  test('are billed both: nothing is told of bills of the other, but on days of which it was not said', async () => {
    await estate.ownedRoom()
    const usual = await tariff('物业费', 2, inProject)
    const lift = await tariff('电梯附加', 1, inProject, { others: 'beside' })
    await run()
    const asked = {
      projectId: estate.projectId,
      feeItem: 'property',
      basis: 'area',
      scope: inProject,
    } as const
    for (const tariffId of [lift, usual]) {
      expect((await previewScope(ctx, { ...asked, tariffId })).billed).toBe(0)
      await switched(tariffId, 'disabled')
      expect(await switched(tariffId, 'active')).toMatchObject({ billed: 0 })
    }
    // Given by itself again from the 25th on, it is charged beside nothing on these days.
    const end = { requestId: freshRequestId(), tariffId: lift, scope: inProject }
    await endAssignment(ctx, { ...end, toOn: '2026-11-24' as CivilDate })
    await assign(lift, inProject, '2026-11-25–', 'replace')
    expect((await previewScope(ctx, { ...asked, tariffId: lift })).billed).toBe(1)
    await switched(lift, 'disabled')
    expect(await switched(lift, 'active')).toMatchObject({ billed: 1 })
  })

  test.each(['keep', 'replace'] as const)('stay when a third comes to %s what is there', async (others) => {
    const room = await estate.ownedRoom()
    await tariff('物业费', 2, inProject)
    await tariff('电梯附加', 1, inProject, { others: 'beside' })
    const next = await estate.tariff({ name: '新物业费' })
    const asked = { projectId: estate.projectId, tariffId: next, feeItem: 'property', basis: 'area' } as const
    expect((await previewScope(ctx, { ...asked, scope: inProject })).others).toMatchObject([
      { name: '物业费', places: 1 },
    ])
    await assign(next, inProject, '2026-12-01–', others)
    expect(await charged(room)).toEqual(
      others === 'keep'
        ? both
        : ['新物业费 2026-12-01–', '电梯附加 2026-01-01–', '物业费 2026-01-01–2026-11-30'],
    )
    later()
    const late = await estate.ownedRoom()
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now} WHERE id = ${late}`)
    await run()
    expect(await charged(late)).toEqual(await charged(room))
  })

  test('and what is to keep others charges places that have nothing but them', async () => {
    const room = await estate.ownedRoom()
    const usual = await tariff('物业费', 2, inProject)
    await tariff('电梯附加', 1, inProject, { others: 'beside' })
    const end = { requestId: freshRequestId(), tariffId: usual, scope: single(room) }
    await endAssignment(ctx, { ...end, toOn: '2026-11-30' as CivilDate })
    const next = await estate.tariff({ name: '新物业费' })
    await assign(next, single(room), '2026-12-01–', 'keep')
    expect(await charged(room)).toContain('新物业费 2026-12-01–')
  })
})

describe('what a scope says of both is said of places as they come under it, and not of what is decided for them since', () => {
  const end = (tariffId: string, scope: Scope) =>
    endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: '2026-10-31' as CivilDate })

  test('a charge that was ended for a place and given to it again stands against the others there', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    const other = await tariff('乙', 2, inProject, { others: 'beside' })
    await end(other, single(room))
    await run()
    await assign(other, single(room), '2026-11-16–', 'replace')
    expect(await run()).toContain('乙 billed_otherwise null 甲')
    expect(await standing(room)).toEqual(['01–30 甲 20000'])
  })

  test('so does one of a home that becomes a shop, where both were said of shops', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    const other = await tariff('乙', 2, { kind: 'room_use', values: ['shop'] }, { others: 'beside' })
    await run()
    await assign(other, single(room), '2026-11-16–', 'replace')
    await ctx.db.orm.run(sql`UPDATE rooms SET use = 'shop' WHERE id = ${room}`)
    expect(await run()).toContain('乙 billed_otherwise null 甲')
    expect(await standing(room)).toEqual(['01–30 甲 20000'])
  })
})

describe('what is said as a tariff comes into use', () => {
  const off = (tariffId: string) =>
    switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
  const on = (tariffId: string, others?: OthersDecision) =>
    switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'active', others })

  test('holds on the days on which its places have another charge, and on no others', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    const other = await tariff('乙', 3, inProject, { fromOn: '2026-11-01', others: 'replace' })
    await off(other)
    await estate.assign(await estate.tariff({ name: '丙' }), [room], '2026-12-01', '2026-12-31')
    await estate.assign(await estate.tariff({ name: '丁' }), [room], '2027-03-01')
    await on(other, 'beside')
    expect(await kept(other)).toEqual([
      '2026-11-01–2026-11-30',
      '2026-12-01–2026-12-31 both',
      '2027-01-01–2027-02-28',
      '2027-03-01– both',
    ])
    expect(await run()).toContain('乙 billed_otherwise null 甲')
    expect(await standing(room)).toEqual(['01–30 甲 20000'])
  })

  test.each([
    ['replace', ['乙 2026-12-01–', '甲 2026-01-01–2026-11-30']],
    ['keep', ['甲 2026-01-01–']],
    ['beside', ['乙 2026-12-01–', '甲 2026-01-01–']],
  ] as const)(
    'is of the places that are asked about: what keeps others goes on doing so at later ones (%s)',
    async (others, charges) => {
      const [room, doubly] = [await estate.ownedRoom(), await estate.ownedRoom()]
      const usual = await tariff('甲', 2, inProject)
      const other = await tariff('乙', 1, inProject, { fromOn: '2026-12-01', others: 'keep' })
      await assign(other, single(doubly), '2026-12-01–', 'beside')
      await off(other)
      await on(other)
      await assign(other, single(room), '2026-12-01–', 'replace')
      await off(other)
      await assign(usual, single(room), '2026-12-01–', 'keep')
      await on(other, others)
      const late = await comesLate()
      await run()
      expect(await charged(room)).toEqual(charges)
      expect(await charged(doubly)).toEqual(['乙 2026-12-01–', '甲 2026-01-01–'])
      expect(await charged(late)).toEqual(['甲 2026-01-01–'])
    },
  )

  test.each([
    [
      'replace',
      ['旧 2026-11-22–', '新 2026-06-01–2026-11-21', '旧 2026-01-01–2026-05-31'],
      ['01–21 新 14000', '22–30 旧 3000'],
    ],
    ['keep', ['新 2026-06-01–', '旧 2026-01-01–2026-05-31'], ['01–30 新 20000']],
    [
      'beside',
      ['新 2026-06-01–', '旧 2026-11-22–', '旧 2026-01-01–2026-05-31'],
      ['01–30 新 20000', '22–30 旧 3000'],
    ],
  ] as const)(
    'holds from that day on: what others charged before stays theirs, and the rest its own (%s)',
    async (others, charges, bills) => {
      const [room, empty] = [await estate.ownedRoom(), await estate.ownedRoom({ use: 'shop' })]
      const old = await tariff('旧', 1, inProject)
      await off(old)
      await tariff('新', 2, { kind: 'room_use', values: ['residence'] }, { fromOn: '2026-06-01' })
      await on(old, others)
      expect(await charged(room)).toEqual(charges)
      expect(await charged(empty)).toEqual(['旧 2026-01-01–'])
      const [late, lateShop] = [await comesLate(), await comesLate('shop')]
      expect(await run()).toEqual([])
      expect([await standing(room), await standing(empty)]).toEqual([bills, ['01–30 旧 10000']])
      // Nothing charges such a room on days before, where what it replaced has ended.
      expect(await standing(late)).toEqual(others === 'replace' ? ['01–30 旧 10000'] : bills)
      expect(await standing(lateShop)).toEqual(['01–30 旧 10000'])
      expect(await doubled()).toBe(0)
    },
  )

  test('is not asked where others charged on days gone by alone: they keep these, and bills of them are not told of', async () => {
    const room = await estate.ownedRoom()
    const old = await tariff('旧', 1, inProject)
    await off(old)
    const next = await tariff('新', 2, inProject, { fromOn: '2026-06-01' })
    const end = { requestId: freshRequestId(), tariffId: next, scope: inProject }
    await endAssignment(ctx, { ...end, toOn: '2026-11-15' as CivilDate })
    await run()
    expect(await on(old)).toMatchObject({ billed: 0 })
    expect(await charged(room)).toEqual([
      '旧 2026-11-16–',
      '新 2026-06-01–2026-11-15',
      '旧 2026-01-01–2026-05-31',
    ])
    await run()
    expect(await standing(room)).toEqual(['01–15 新 10000', '16–30 旧 5000'])
  })

  test('of one that is in use already holds from that day too: it did charge the days before', async () => {
    const room = await estate.ownedRoom()
    const [one, other] = [await estate.tariff({ name: '甲' }), await estate.tariff({ name: '乙' })]
    for (const tariffId of [one, other]) await estate.assign(tariffId, [room])
    await on(other, 'replace')
    expect(await charged(room)).toEqual(['乙 2020-01-01–', '甲 2020-01-01–2026-11-21'])
    expect(await kept(other)).toEqual(['2020-01-01–'])
  })

  test('and bills of other tariffs for days to come are told of, unless their places are left to them', async () => {
    for (const [others, billed] of [
      ['replace', 1],
      ['keep', 0],
      ['beside', 0],
    ] as const) {
      ctx = await testCtx()
      estate = await Estate.lay(ctx)
      await estate.ownedRoom()
      const old = await tariff('旧', 1, inProject)
      await off(old)
      await tariff('新', 2, inProject)
      await run()
      expect(await on(old, others)).toMatchObject({ billed })
    }
  })

  test('ends none of the other services, which are many things', async () => {
    const room = await estate.ownedRoom()
    const by = { feeItem: 'other', basis: 'room' } as const
    const lift = await estate.tariff({ ...by, name: '电梯费' })
    await assign(lift, inProject, '2026-01-01–', 'replace')
    const water = await estate.tariff({ ...by, name: '水费' })
    await assign(water, inProject, '2026-12-01–', 'replace')
    await off(water)
    await on(water, 'replace')
    expect(await charged(room)).toEqual(['水费 2026-12-01–', '电梯费 2026-01-01–'])
  })
})

describe('a place that comes later is charged both like those that were there', () => {
  const homes: Scope = { kind: 'room_use', values: ['residence'] }
  const shops: Scope = { kind: 'room_use', values: ['shop'] }
  const switched = (tariffId: string, state: 'active' | 'disabled', others?: OthersDecision) =>
    switchTariff(ctx, { requestId: freshRequestId(), tariffId, state, others })

  test('where the tariff came into use for other places instead of what these have', async () => {
    const [home, shop] = [await estate.ownedRoom(), await estate.ownedRoom({ use: 'shop' })]
    const usual = await tariff('甲', 2, inProject)
    const other = await tariff('乙', 1, shops, { others: 'beside' })
    await assign(other, homes, '2026-01-01–', 'replace')
    await switched(other, 'disabled')
    await assign(usual, homes, '2026-10-01–', 'keep')
    await switched(other, 'active', 'replace')
    const [late, lateHome] = [await comesLate('shop'), await comesLate()]
    await run()
    expect(await keptAt(shop)).toEqual(['乙 2026-01-01– both', '甲 2026-01-01–'])
    expect(await keptAt(late)).toEqual(await keptAt(shop))
    expect((await charged(home))[0]).toBe('乙 2026-11-22–')
    expect(await charged(lateHome)).not.toContain('甲 2026-01-01–')
  })

  test('where a third replaced what was not put beside it, and not where one of both has ended', async () => {
    const [home, shop] = [await estate.ownedRoom(), await estate.ownedRoom({ use: 'shop' })]
    await tariff('甲', 2, inProject)
    const other = await tariff('乙', 1, inProject, { others: 'beside' })
    await assign(other, homes, '2026-01-01–', 'keep')
    await tariff('丙', 3, shops, { fromOn: '2026-11-01', others: 'replace' })
    const late = await comesLate('shop')
    await run()
    expect(await charged(shop)).toEqual(['丙 2026-11-01–', '乙 2026-01-01–', '甲 2026-01-01–2026-10-31'])
    expect(await charged(late)).toEqual(await charged(shop))
    expect([await standing(shop), await standing(late)]).toEqual([
      ['01–30 丙 30000', '01–30 乙 10000'],
      ['01–30 丙 30000', '01–30 乙 10000'],
    ])
    const end = { requestId: freshRequestId(), tariffId: other, scope: shops }
    await endAssignment(ctx, { ...end, toOn: '2026-12-31' as CivilDate })
    const [lateShop, laterHome] = [await comesLate('shop'), await comesLate()]
    await run()
    expect(await charged(lateShop)).toEqual([
      '丙 2026-11-01–',
      '乙 2026-01-01–2026-12-31',
      '甲 2026-01-01–2026-10-31',
    ])
    expect(await charged(laterHome)).toEqual(await charged(home))
  })

  test('for some days of which both were not said, too', async () => {
    const home = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    const other = await tariff('乙', 1, inProject, { others: 'beside' })
    await assign(other, homes, '2026-12-01–2026-12-31', 'replace')
    const late = await comesLate()
    await run()
    expect(await keptAt(home)).toEqual(['乙 2026-01-01– both', '甲 2026-01-01–2026-11-30', '甲 2027-01-01–'])
    expect(await keptAt(late)).toEqual(await keptAt(home))
  })

  test('and only on the days of which both were said, where scopes overlap', async () => {
    const home = await estate.ownedRoom()
    const one = await tariff('乙', 1, inProject)
    await assign(one, homes, '2026-12-01–2026-12-31', 'beside')
    const late = await comesLate()
    await run()
    expect(await keptAt(home)).toEqual([
      '乙 2026-01-01–2026-11-30',
      '乙 2026-12-01–2026-12-31 both',
      '乙 2027-01-01–',
    ])
    expect(await keptAt(late)).toEqual(await keptAt(home))
  })
})

describe('days of one tariff that are kept in two parts', () => {
  test('are one bill of the month, reckoned once, which can be published, and one charge of the place', async () => {
    const room = await estate.ownedRoom()
    const usual = await tariff('甲', 2.0101, inProject)
    // 100 m² × 2.0101 × 15 / 30 = 100.505, twice: the parts rounded apart would be a fen more.
    await assign(usual, inProject, '2026-11-16–2026-12-31', 'beside')
    expect(await kept(usual)).toEqual(['2026-01-01–2026-11-15', '2026-11-16–2026-12-31 both', '2027-01-01–'])
    expect(await charged(room)).toEqual(['甲 2026-01-01–'])
    const preview = await previewOne(ctx, { placeId: room, period })
    expect(preview.bills.map(({ fromOn, toOn, amountFen }) => [fromOn, toOn, amountFen])).toEqual([
      ['2026-11-01', '2026-11-30', 20_101],
    ])
    expect(await run()).toEqual([])
    expect(await standing(room)).toEqual(['01–30 甲 20101'])
    expect(await run()).toEqual(['甲 already_billed null undefined'])
    await takeBack('甲')
    await billOne(ctx, { requestId: freshRequestId(), place: { kind: 'room', id: room }, period })
    expect(await standing(room)).toEqual(['01–30 甲 20101'])
  })

  test('are replaced and given back by another, whatever its days, as one', async () => {
    const room = await estate.ownedRoom()
    const usual = await tariff('甲', 2, inProject)
    await assign(usual, inProject, '2026-11-16–', 'beside')
    await ctx.db.orm.update(tariffAssignments).set({ beside: false })
    await ctx.db.orm.run(sql`UPDATE tariff_scopes SET beside = 0`)
    await assign(await estate.tariff({ name: '乙' }), single(room), '2026-11-11–2026-11-20', 'replace')
    expect(await charged(room)).toEqual([
      '甲 2026-11-21–',
      '乙 2026-11-11–2026-11-20',
      '甲 2026-01-01–2026-11-10',
    ])
  })
})
