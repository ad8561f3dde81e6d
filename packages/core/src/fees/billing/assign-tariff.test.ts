import { newId, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { auditList } from '../../platform/audit/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  addPrice,
  type AddPrice,
  agreePayer,
  approveTariff,
  assignTariff,
  type AssignTariff,
  billList,
  chargesOfPlace,
  createTariff,
  draftBillRun,
  endAgreement,
  endAssignment,
  listTariffs,
  previewScope,
  readTariff,
  type Scope,
  switchTariff,
} from './index.ts'
import { Estate } from './testing.ts'

let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

const on = (day: string) => day as CivilDate
const places = (...ids: string[]): Scope => ({ kind: 'places', ids: ids as `room_${string}`[] })

const inBuilding = (): Scope => ({ kind: 'building', values: [estate.buildingId as `bldg_${string}`] })

function assign(tariffId: string, scope: Scope, more: Partial<AssignTariff> = {}) {
  return assignTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    scope,
    fromOn: on('2026-01-01'),
    ...more,
  })
}

/** tariff: from–to of one room, in the order of beginning. */
async function charged(room: string): Promise<string[]> {
  const charges = await chargesOfPlace(ctx, { kind: 'room', id: room as `room_${string}` })
  return charges.tariffs.map(({ name, fromOn, toOn }) => `${fromOn}–${toOn ?? ''} ${name}`).toSorted()
}

describe('a tariff is assigned', () => {
  test('to all rooms, those of a use, of a building, or single ones', async () => {
    const [home, shop] = (await estate.rooms([{}, { use: 'shop' }])) as [string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    const other = await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room' })
    expect(await assign(tariffId, { kind: 'room_use', values: ['shop'] })).toMatchObject({ places: 1 })
    expect(await charged(home)).toEqual([])
    expect(await assign(other, inBuilding())).toMatchObject({
      places: 2,
    })
    expect(await assign(tariffId, places(home), { fromOn: on('2026-03-15') })).toMatchObject({ places: 1 })
    expect(await charged(home)).toEqual(['2026-01-01– 垃圾费', '2026-03-15– 物业费'])
    expect(await charged(shop)).toEqual(['2026-01-01– 垃圾费', '2026-01-01– 物业费'])
    expect(await readTariff(ctx, other)).toMatchObject({
      places: 2,
      scopes: [{ kind: 'building', name: '1栋', fromOn: '2026-01-01' }],
    })
  })

  test('to several uses at once, places that come later and ends included', async () => {
    const rooms = [{ use: 'shop' }, { use: 'office' }, {}] as const
    const [shop, office, home] = (await estate.rooms([...rooms])) as [string, string, string]
    const tariffId = await estate.tariff({ name: '商业物业费' })
    const scope: Scope = { kind: 'room_use', values: ['shop', 'office', 'shop'] }
    const asked = { projectId: estate.projectId, tariffId, feeItem: 'property', basis: 'area' } as const
    expect(await previewScope(ctx, { ...asked, scope })).toMatchObject({
      places: 2,
    })
    expect(await assign(tariffId, scope)).toMatchObject({ places: 2 })
    const all = await Promise.all([shop, office, home].map(charged))
    expect(all).toEqual([['2026-01-01– 商业物业费'], ['2026-01-01– 商业物业费'], []])
    expect((await readTariff(ctx, tariffId)).scopes.map(({ value }) => value).toSorted()).toEqual([
      'office',
      'shop',
    ])
    await endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: on('2026-06-30') })
    expect(await charged(office)).toEqual(['2026-01-01–2026-06-30 商业物业费'])
    expect((await readTariff(ctx, tariffId)).scopes.map(({ toOn }) => toOn)).toEqual([
      '2026-06-30',
      '2026-06-30',
    ])
  })

  test('once: where it is charged already on some of the days nothing is added', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' })
    await assign(tariffId, places(room), { fromOn: on('2026-06-01') })
    expect(await charged(room)).toEqual(['2026-01-01– 物业费'])
  })

  test('instead of what was charged for the same, which ends the day before; other fees go on', async () => {
    const [room, neighbour] = (await estate.rooms([{}, {}])) as [string, string]
    const usual = await estate.tariff({ name: '物业费' })
    const agreed = await estate.tariff({ name: '优惠物业费' })
    const waste = await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room' })
    for (const tariffId of [usual, waste]) await assign(tariffId, { kind: 'project' })
    await assign(agreed, places(room), { fromOn: on('2026-07-16'), others: 'replace' })
    expect(await charged(room)).toEqual([
      '2026-01-01– 垃圾费',
      '2026-01-01–2026-07-15 物业费',
      '2026-07-16– 优惠物业费',
    ])
    expect(await charged(neighbour)).toEqual(['2026-01-01– 垃圾费', '2026-01-01– 物业费'])
  })

  test('to places that are charged for the same already only once a person has said what becomes of that', async () => {
    const [home, shop] = (await estate.rooms([{}, { use: 'shop' }])) as [string, string]
    const usual = await estate.tariff({ name: '物业费' })
    const shops = await estate.tariff({ name: '商铺物业费' })
    await assign(usual, { kind: 'project' })
    const scope: Scope = { kind: 'room_use', values: ['shop'] }
    await expect(assign(shops, scope)).rejects.toMatchObject({
      code: 'billing.charged_twice',
      params: { places: 1, tariffs: '物业费' },
    })
    const asked = { projectId: estate.projectId as `proj_${string}`, tariffId: shops as `tariff_${string}` }
    const terms = { feeItem: 'property', basis: 'area' } as const
    expect(await previewScope(ctx, { ...asked, ...terms, scope })).toMatchObject({
      places: 1,
      others: [{ tariffId: usual, name: '物业费', places: 1 }],
    })
    expect(await charged(shop)).toEqual(['2026-01-01– 物业费'])
    await assign(shops, { kind: 'project' }, { others: 'keep' })
    expect([await charged(home), await charged(shop)]).toEqual([
      ['2026-01-01– 物业费'],
      ['2026-01-01– 物业费'],
    ])
    const lift = await estate.tariff({ name: '商铺加收', surcharge: true })
    expect(await previewScope(ctx, { ...asked, tariffId: lift, ...terms, scope })).toMatchObject({
      others: [],
    })
    await assign(lift, scope)
    expect(await charged(shop)).toEqual(['2026-01-01– 商铺加收', '2026-01-01– 物业费'])
  })

  test('and before it ends for some it is told how many of them nothing else would charge for the same', async () => {
    const [, shop] = (await estate.rooms([{}, { use: 'shop' }])) as [string, string]
    const usual = await estate.tariff({ name: '物业费' })
    const [next, lift] = [
      await estate.tariff({ name: '商铺物业费' }),
      await estate.tariff({ surcharge: true }),
    ]
    await assign(usual, { kind: 'project' })
    // Charged twice by mistake, as of before there was a question; a surcharge stands in for nothing.
    await estate.assign(next, [shop], '2026-12-16')
    await assign(lift, { kind: 'project' })
    const asked = {
      projectId: estate.projectId,
      tariffId: usual,
      feeItem: 'property',
      basis: 'area',
    } as const
    const alone = async (fromOn: string, toOn?: string) =>
      (await previewScope(ctx, { ...asked, scope: { kind: 'project' }, fromOn, ...(toOn && { toOn }) })).alone
    expect([await alone('2026-12-01'), await alone('2026-12-16')]).toEqual([2, 1])
    expect(await alone('2026-12-01', '2026-12-15')).toBe(2)
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId: usual,
      scope: places(shop),
      toOn: on('2026-12-31'),
    })
    expect(await alone('2027-01-01')).toBe(1)
  })

  test('and of a discount that ends early it is told that nothing charges until what it displaced comes back', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const usual = await estate.tariff({ name: '物业费' })
    const discount = await estate.tariff({ name: '优惠物业费' })
    await assign(usual, { kind: 'project' })
    const year = { fromOn: on('2027-01-01'), toOn: on('2027-12-31') }
    await assign(discount, places(room), { ...year, others: 'replace' })
    const asked = { projectId: estate.projectId, feeItem: 'property', basis: 'area' } as const
    const alone = async (tariffId: string, fromOn: string) =>
      (await previewScope(ctx, { ...asked, tariffId, scope: places(room), fromOn: on(fromOn) })).alone
    expect(await alone(discount, '2027-04-01')).toBe(1)
    // Days between two others count as well: of the usual charge nothing is left after its discount.
    expect([await alone(usual, '2026-12-01'), await alone(usual, '2027-06-01')]).toEqual([1, 1])
    const more = await estate.tariff({ name: '又一项物业费' })
    await estate.assign(more, [room], '2026-01-01')
    expect([await alone(discount, '2027-04-01'), await alone(usual, '2026-12-01')]).toEqual([0, 0])
    const end = { requestId: freshRequestId(), tariffId: more, scope: places(room) }
    await endAssignment(ctx, { ...end, toOn: on('2027-11-30') })
    expect(await alone(discount, '2027-04-01')).toBe(1)
  })

  test.each(['draft', 'disabled'] as const)(
    'ending and displacing nothing while it is %s, whatever is said; it is asked about as it comes into use',
    async (state) => {
      const [room] = (await estate.rooms([{}])) as [string]
      const usual = await estate.tariff({ name: '物业费' })
      await assign(usual, { kind: 'project' })
      const asked = { projectId: estate.projectId, feeItem: 'property', basis: 'area' } as const
      for (const others of [undefined, 'replace', 'keep'] as const) {
        const tariffId = await estate.tariff({ state })
        expect(await previewScope(ctx, { ...asked, tariffId, scope: places(room) })).toMatchObject({
          others: [],
        })
        await assign(tariffId, { kind: 'project' }, others && { others })
        expect(await charged(room)).toContain('2026-01-01– 物业费')
        expect((await readTariff(ctx, tariffId)).scopes).toMatchObject([{ yields: false }])
        const said = { requestId: freshRequestId(), tariffId }
        const use =
          state === 'draft'
            ? approveTariff(ctx, { ...said, approval })
            : switchTariff(ctx, { ...said, state: 'active' })
        await expect(use).rejects.toMatchObject({ code: 'billing.charged_twice' })
      }
    },
  )

  test('from two sides at once to one place only once', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const both = [await estate.tariff({ name: '甲' }), await estate.tariff({ name: '乙' })]
    const done = await Promise.allSettled(both.map((tariffId) => assign(tariffId, places(room))))
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await charged(room)).toHaveLength(1)
  })

  test('and comes into use where another charges for the same only where somebody says what becomes of that', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const usual = await estate.tariff({ name: '物业费' })
    const resting = await estate.tariff({ name: '旧物业费', state: 'disabled' })
    await assign(resting, places(room))
    // What is out of use is no charge, so nothing is asked.
    await estate.assign(usual, [room])
    const enable = (others?: 'keep') =>
      switchTariff(ctx, { requestId: freshRequestId(), tariffId: resting, state: 'active', others })
    await expect(enable()).rejects.toMatchObject({ code: 'billing.charged_twice' })
    await enable('keep')
    expect((await readTariff(ctx, resting)).state).toBe('active')
    expect(await charged(room)).toEqual(['2020-01-01– 物业费'])
  })

  test('not to buildings of another project or of none, nor made or looked at for them, and no page tells their names', async () => {
    await estate.rooms([{}])
    const other = await Estate.lay(ctx, 'market', '邻盘')
    const of = (...values: string[]): Scope => ({ kind: 'building', values: values as `bldg_${string}`[] })
    const theirs = [of(other.buildingId), of(estate.buildingId, other.buildingId), of(newId('bldg', ctx.now))]
    const tariffId = await estate.tariff()
    const refused = { code: 'billing.wrong_targets' }
    const { projectId } = estate
    const terms = { projectId, feeItem: 'property', basis: 'area' } as const
    const approval = { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: on('2025-12-01') } as const
    for (const scope of theirs) {
      const request = {
        requestId: freshRequestId(),
        tariffId: newId('tariff', ctx.now),
        name: '楼栋费',
        scope,
      }
      const priced = { priceE4: 10_000, approval, fromOn: on('2026-01-01') }
      await expect(createTariff(ctx, { ...terms, ...request, ...priced })).rejects.toMatchObject(refused)
      await expect(assign(tariffId, scope)).rejects.toMatchObject(refused)
      await expect(previewScope(ctx, { ...terms, scope })).rejects.toMatchObject(refused)
    }
    // Its own may be named twice.
    const { buildingId } = estate
    await assign(tariffId, { kind: 'building', values: [buildingId, buildingId] as `bldg_${string}`[] })
    // One of before that was made so.
    await ctx.db.orm.run(sql`UPDATE tariff_scopes SET value = ${other.buildingId}`)
    expect((await readTariff(ctx, tariffId)).scopes).toMatchObject([{ kind: 'building', name: null }])
  })

  test('not to what it is not for', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const [space] = (await estate.spaces(1)) as [string]
    const area = await estate.tariff()
    const parking = await estate.tariff({ basis: 'parking_space', feeItem: 'parking' })
    const wrong: [string, Scope][] = [
      [parking, places(room)],
      [area, places(room, space)],
      [area, { kind: 'parking_kind', values: ['ground'] }],
      [parking, inBuilding()],
      [area, places(newId('room', ctx.now))],
    ]
    for (const [tariffId, scope] of wrong) {
      await expect(assign(tariffId, scope)).rejects.toMatchObject({ code: 'billing.wrong_targets' })
    }
    const stranger = as(ctx, staff('accountant', ['proj_other']))
    const request = { requestId: freshRequestId(), tariffId: area, fromOn: on('2026-01-01') }
    await expect(assignTariff(stranger, { ...request, scope: places(room) })).rejects.toMatchObject({
      code: 'billing.tariff_not_found',
    })
  })

  test('to what there is none of yet, as the preview says, for those that come', async () => {
    const tariffId = (await estate.tariff({ name: '别墅物业费' })) as `tariff_${string}`
    const scope: Scope = { kind: 'room_use', values: ['villa'] }
    const asked = {
      projectId: estate.projectId,
      tariffId,
      feeItem: 'property',
      basis: 'area',
      scope,
    } as const
    expect(await previewScope(ctx, asked as never)).toMatchObject({ places: 0 })
    expect(await assign(tariffId, scope)).toMatchObject({ places: 0 })
    const [later] = (await estate.rooms([{ use: 'villa' }])) as [string]
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now + 1} WHERE id = ${later}`)
    expect(await charged(later)).toEqual(['2026-01-01– 别墅物业费'])
  })

  test('until a last day, which says how many it ended, those that it did not charge left out', async () => {
    const [room, gone] = (await estate.rooms([{}, {}, {}, {}])) as [string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, places(room, gone))
    const end = (scope: Scope, toOn: string) =>
      endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: on(toOn) })
    expect(await end(places(gone), '2026-10-31')).toEqual({ places: 1, toOn: '2026-10-31' })
    expect(await end({ kind: 'project' }, '2026-12-10')).toEqual({ places: 1, toOn: '2026-12-10' })
    expect(await end({ kind: 'project' }, '2026-12-10')).toEqual({ places: 0, toOn: '2026-12-10' })
  })

  test('until a last day; what would begin later is dropped', async () => {
    const [room, later] = (await estate.rooms([{}, {}])) as [string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, places(room))
    await assign(tariffId, places(later), { fromOn: on('2026-12-01') })
    const end = { requestId: freshRequestId(), tariffId, toOn: on('2026-10-31') }
    await endAssignment(ctx, { ...end, scope: { kind: 'project' } })
    expect([await charged(room), await charged(later)]).toEqual([['2026-01-01–2026-10-31 物业费'], []])
  })
})

describe('rooms that are added later', () => {
  async function addLate(use: 'residence' | 'shop' = 'residence'): Promise<string> {
    const [room] = (await estate.rooms([{ use }])) as [string]
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now + 1} WHERE id = ${room}`)
    return room
  }
  const draft = () =>
    draftBillRun(ctx, {
      requestId: freshRequestId(),
      runId: newId('brun', ctx.now),
      projectId: estate.projectId,
      period: '2026-11' as never,
    })

  test('come under the narrowest scope for each charge with the next run', async () => {
    await estate.rooms([{}, { use: 'shop' }])
    const usual = await estate.tariff({ name: '物业费' })
    const shops = await estate.tariff({ name: '商铺物业费' })
    const waste = await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room' })
    await assign(usual, { kind: 'project' })
    await assign(shops, { kind: 'room_use', values: ['shop'] }, { others: 'replace' })
    await assign(waste, { kind: 'project' })
    const [home, shop] = [await addLate(), await addLate('shop')]
    await draft()
    expect(await charged(home)).toEqual(['2026-01-01– 垃圾费', '2026-01-01– 物业费'])
    expect(await charged(shop)).toEqual(['2026-01-01– 商铺物业费', '2026-01-01– 垃圾费'])
  })

  test('are charged once for the same like the rooms that were there, and a surcharge beside it', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const first = await estate.tariff({ name: '物业费' })
    const second = await estate.tariff({ name: '又一项物业费' })
    const lift = await estate.tariff({ name: '电梯运行费', surcharge: true })
    await assign(first, { kind: 'project' })
    await assign(second, { kind: 'project' }, { others: 'keep' })
    await assign(lift, { kind: 'project' })
    const late = await addLate()
    await draft()
    const both = ['2026-01-01– 物业费', '2026-01-01– 电梯运行费']
    expect([await charged(old), await charged(late)]).toEqual([both, both])
  })

  test('keep what was kept for their building like the rooms that were there, and get the other where nothing is', async () => {
    const [old, shop] = (await estate.rooms([{}, { use: 'shop' }])) as [string, string]
    const usual = await estate.tariff({ name: '物业费' })
    const building = await estate.tariff({ name: '一栋物业费' })
    await assign(usual, { kind: 'room_use', values: ['residence'] }, { toOn: on('2027-06-30') })
    await assign(building, inBuilding(), { others: 'keep' })
    const [late, lateShop] = [await addLate(), await addLate('shop')]
    await draft()
    const [kept, its] = [['2026-01-01–2027-06-30 物业费'], ['2026-01-01– 一栋物业费']]
    expect([await charged(old), await charged(late)]).toEqual([kept, kept])
    expect([await charged(shop), await charged(lateShop)]).toEqual([its, its])
    expect((await readTariff(ctx, building)).scopes).toMatchObject([{ yields: true }])
  })

  test('get what was to keep others where what it kept was ended for their building', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const usual = await estate.tariff({ name: '物业费' })
    const building = await estate.tariff({ name: '一栋物业费' })
    await assign(usual, { kind: 'project' })
    const ended = { requestId: freshRequestId(), tariffId: usual, scope: inBuilding() }
    await endAssignment(ctx, { ...ended, toOn: on('2025-12-31') })
    await assign(building, inBuilding(), { others: 'keep' })
    const late = await addLate()
    await draft()
    const its = ['2026-01-01– 一栋物业费']
    expect([await charged(old), await charged(late)]).toEqual([its, its])
  })

  test('are charged once on each day by a tariff whose scopes overlap', async () => {
    await estate.rooms([{}])
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'room_use', values: ['residence'] })
    await assign(tariffId, inBuilding())
    await assign(tariffId, inBuilding(), { fromOn: on('2026-11-16') })
    const room = await addLate()
    await draft()
    expect(await charged(room)).toEqual(['2026-01-01– 物业费'])
  })

  test('are charged on the days of each scope where a tariff has a gap', async () => {
    await estate.rooms([{}])
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' }, { toOn: on('2026-12-31') })
    await assign(tariffId, { kind: 'project' }, { fromOn: on('2027-03-01') })
    const room = await addLate()
    await draft()
    expect(await charged(room)).toEqual(['2026-01-01–2026-12-31 物业费', '2027-03-01– 物业费'])
  })

  test('are charged like the rooms that were there where a tariff takes the place of another on a day to come', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const before = await estate.tariff({ name: '旧物业费' })
    const after = await estate.tariff({ name: '新物业费' })
    await assign(before, { kind: 'project' })
    await assign(after, { kind: 'project' }, { fromOn: on('2027-01-01'), others: 'replace' })
    const late = await addLate()
    await draft()
    const both = ['2026-01-01–2026-12-31 旧物业费', '2027-01-01– 新物业费']
    expect([await charged(old), await charged(late)]).toEqual([both, both])
  })

  test.each([null, '2027-04-30'])(
    'keep what another charge takes over later, until %s, for the days before and after, as the rooms that were there do',
    async (toOn) => {
      const [old, other] = (await estate.rooms([{}, { use: 'shop' }])) as [string, string]
      const [own, usual, after] = [
        await estate.tariff({ name: '单独约定' }),
        await estate.tariff({ name: '物业费' }),
        await estate.tariff({ name: '一栋物业费' }),
      ]
      await assign(own, places(other))
      await assign(usual, { kind: 'project' }, { others: 'keep' })
      const days = { fromOn: on('2027-03-01'), ...(toOn && { toOn: on(toOn) }) }
      await assign(after, { kind: 'room_use', values: ['residence'] }, { ...days, others: 'replace' })
      const late = await addLate()
      await draft()
      const all = ['2026-01-01–2027-02-28 物业费', `2027-03-01–${toOn ?? ''} 一栋物业费`]
      if (toOn !== null) all.push('2027-05-01– 物业费')
      expect([await charged(old), await charged(late)]).toEqual([all, all])
    },
  )

  test('are charged what was to keep others where nothing is left but a surcharge, as the rooms that were there are', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const [first, lift, kept] = [
      await estate.tariff({ name: '旧物业费' }),
      await estate.tariff({ name: '电梯运行费', surcharge: true }),
      await estate.tariff({ name: '新物业费' }),
    ]
    await assign(first, { kind: 'project' })
    await assign(lift, { kind: 'project' })
    const end = { requestId: freshRequestId(), tariffId: first, scope: { kind: 'project' } } as const
    await endAssignment(ctx, { ...end, toOn: on('2026-11-30') })
    await assign(kept, { kind: 'project' }, { fromOn: on('2026-12-01'), others: 'keep' })
    const late = await addLate()
    await draft()
    expect(await charged(old)).toContain('2026-01-01– 电梯运行费')
    expect(
      [await charged(old), await charged(late)].map((all) => all.some((each) => each.includes('新物业费'))),
    ).toEqual([true, true])
  })

  test('come under the wider scope until the narrower one begins', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const usual = await estate.tariff({ name: '物业费' })
    const ofBuilding = await estate.tariff({ name: '一栋物业费' })
    await assign(usual, { kind: 'project' })
    await assign(ofBuilding, inBuilding(), { fromOn: on('2027-01-01'), others: 'replace' })
    const late = await addLate()
    await draft()
    const both = ['2026-01-01–2026-12-31 物业费', '2027-01-01– 一栋物业费']
    expect([await charged(old), await charged(late)]).toEqual([both, both])
  })

  test('go back to the usual charge after one that holds for some months, as the rooms that were there do', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const usual = await estate.tariff({ name: '物业费' })
    const reduced = await estate.tariff({ name: '优惠物业费' })
    await assign(usual, { kind: 'project' })
    const months = { fromOn: on('2027-01-01'), toOn: on('2027-03-31') }
    await assign(reduced, { kind: 'project' }, { ...months, others: 'replace' })
    const late = await addLate()
    await draft()
    const all = ['2026-01-01–2026-12-31 物业费', '2027-01-01–2027-03-31 优惠物业费', '2027-04-01– 物业费']
    expect([await charged(old), await charged(late)]).toEqual([all, all])
  })

  test('are not charged what somebody ended for their building, until it is charged there again', async () => {
    await estate.rooms([{}])
    const lift = await estate.tariff({ name: '电梯费', feeItem: 'other', basis: 'room' })
    await assign(lift, { kind: 'project' })
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId: lift,
      scope: inBuilding(),
      toOn: on('2026-11-20'),
    })
    const [first] = [await addLate()]
    await draft()
    expect(await charged(first)).toEqual(['2026-01-01–2026-11-20 电梯费'])
    expect(await assign(lift, inBuilding(), { fromOn: on('2027-01-01') })).toMatchObject({ places: 2 })
    const second = await addLate()
    await draft()
    const all = ['2026-01-01–2026-11-20 电梯费', '2027-01-01– 电梯费']
    expect([await charged(first), await charged(second)]).toEqual([all, all])
  })

  test('count in what is told of an end, and have on their pages what the next bills will charge', async () => {
    const usual = await estate.tariff({ name: '物业费' })
    const shops = await estate.tariff({ name: '商铺物业费' })
    await estate.rooms([{}, { use: 'shop' }])
    await assign(usual, { kind: 'room_use', values: ['residence'] })
    await assign(shops, { kind: 'room_use', values: ['shop'] }, { toOn: on('2026-12-31') })
    const [home, shop] = [await addLate(), await addLate('shop')]
    const told = async () => {
      const asked = { projectId: estate.projectId, feeItem: 'property', basis: 'area' } as const
      const alone = async (tariffId: string, scope: Scope, toOn?: string) =>
        (
          await previewScope(ctx, {
            ...asked,
            tariffId,
            scope,
            fromOn: on('2026-12-01'),
            ...(toOn && { toOn }),
          })
        ).alone
      const whole: Scope = { kind: 'project' }
      return {
        alone: [
          await alone(usual, whole),
          await alone(usual, whole, '2026-12-31'),
          await alone(usual, places(shop)),
          await alone(shops, places(home, shop)),
        ],
        pages: [await charged(home), await charged(shop)],
        places: (await readTariff(ctx, usual)).places,
        shops: (await readTariff(ctx, shops)).places,
        listed: (await listTariffs(ctx, {})).map(({ name, places: listed }) => `${name} ${listed}`),
      }
    }
    // Of another project that counts for itself.
    const other = await Estate.lay(ctx, 'market', '邻盘')
    const theirs = await other.tariff({ name: '邻盘物业费' })
    await other.rooms([{}])
    await assign(theirs, { kind: 'project' })
    const [late = ''] = await other.rooms([{}])
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now + 1_000} WHERE id = ${late}`)
    const before = await told()
    expect(before).toEqual({
      alone: [2, 2, 0, 1],
      pages: [['2026-01-01– 物业费'], ['2026-01-01–2026-12-31 商铺物业费']],
      places: 2,
      shops: 2,
      listed: ['商铺物业费 2', '物业费 2', '邻盘物业费 2'],
    })
    await draft()
    expect(await told()).toEqual(before)
  })

  test('are told not to be charged now where another charge has taken over by today, before bills and after', async () => {
    await estate.rooms([{}, { use: 'shop' }])
    const usual = await estate.tariff({ name: '物业费' })
    await assign(usual, { kind: 'project' })
    const shops = await estate.tariff({ name: '商铺物业费' })
    const later = { fromOn: on('2026-06-01'), others: 'replace' } as const
    await assign(shops, { kind: 'room_use', values: ['shop'] }, later)
    await addLate('shop')
    const taken = { places: 1, takenOut: 2 }
    expect(await readTariff(ctx, usual)).toMatchObject(taken)
    await draft()
    expect(await readTariff(ctx, usual)).toMatchObject(taken)
  })

  test('count once in the list, however many charges of them are still to come', async () => {
    const usual = await estate.tariff({ name: '物业费' })
    await estate.rooms([{}])
    await assign(usual, { kind: 'project' }, { toOn: on('2026-12-31') })
    await assign(usual, { kind: 'project' }, { fromOn: on('2027-02-01') })
    await addLate()
    const listed = async () => (await listTariffs(ctx, {})).map(({ places: count }) => count)
    expect(await listed()).toEqual([2])
    await draft()
    expect(await listed()).toEqual([2])
  })

  test('are asked about like the others, though no bills were made since they came', async () => {
    const usual = await estate.tariff({ name: '物业费' })
    const second = await estate.tariff({ name: '又一项物业费' })
    await estate.rooms([{}])
    await assign(usual, { kind: 'project' })
    const late = await addLate()
    const scope = places(late)
    await expect(assign(second, scope)).rejects.toMatchObject({
      code: 'billing.charged_twice',
      params: { places: 1, tariffs: '物业费' },
    })
    await assign(second, scope, { fromOn: on('2026-12-01'), others: 'replace' })
    await draft()
    expect(await charged(late)).toEqual(['2026-01-01–2026-11-30 物业费', '2026-12-01– 又一项物业费'])
  })

  test('do not wait for a tariff that is out of use', async () => {
    await estate.rooms([{}])
    const usual = await estate.tariff({ name: '物业费' })
    const building = await estate.tariff({ name: '一栋物业费' })
    await assign(usual, { kind: 'project' })
    await assign(building, inBuilding(), { others: 'keep' })
    await switchTariff(ctx, { requestId: freshRequestId(), tariffId: building, state: 'disabled' })
    const room = await addLate()
    await draft()
    const page = await chargesOfPlace(ctx, { kind: 'room', id: room as `room_${string}` })
    expect(page.tariffs.filter(({ tariffId }) => tariffId === usual)).toHaveLength(1)
  })

  test('keep what somebody gave them, and do not come under a scope that has ended', async () => {
    await estate.rooms([{}])
    const usual = await estate.tariff({ name: '物业费' })
    const own = await estate.tariff({ name: '单独约定' })
    const ended = await estate.tariff({ name: '旧费', feeItem: 'other', basis: 'room' })
    await assign(usual, { kind: 'project' })
    await assign(ended, { kind: 'project' }, { toOn: on('2026-06-30') })
    const room = await addLate()
    await assign(own, places(room), { others: 'replace' })
    await draft()
    await draft()
    expect(await charged(room)).toEqual(['2026-01-01– 单独约定'])
  })
})

describe('rooms that have come under the scopes once', () => {
  const toDraft = (period: string) =>
    draftBillRun(ctx, {
      requestId: freshRequestId(),
      runId: newId('brun', ctx.now),
      projectId: estate.projectId,
      period: period as never,
    })
  async function addLate(): Promise<string> {
    const [room] = (await estate.rooms([{}])) as [string]
    await ctx.db.orm.run(sql`UPDATE rooms SET created_at = ${ctx.now + 1} WHERE id = ${room}`)
    return room
  }

  test('do not come under another charge for months gone by when theirs is switched off', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    const building = await estate.tariff({ name: '一栋物业费' })
    const usual = await estate.tariff({ name: '物业费' })
    await assign(building, inBuilding())
    await assign(usual, { kind: 'project' }, { others: 'keep' })
    const late = await addLate()
    await toDraft('2026-11')
    await switchTariff(ctx, { requestId: freshRequestId(), tariffId: building, state: 'disabled' })
    await toDraft('2026-12')
    const its = ['2026-01-01– 一栋物业费']
    expect([await charged(old), await charged(late)]).toEqual([its, its])
  })

  test('are charged as before when a home becomes a shop', async () => {
    const [old] = (await estate.rooms([{}])) as [string]
    await estate.rooms([{ use: 'shop' }])
    const shops = await estate.tariff({ name: '商铺垃圾费', feeItem: 'other', basis: 'room' })
    const usual = await estate.tariff({ name: '物业费' })
    await assign(shops, { kind: 'room_use', values: ['shop'] })
    await assign(usual, { kind: 'room_use', values: ['residence'] })
    const late = await addLate()
    await toDraft('2026-11')
    await ctx.db.orm.run(sql`UPDATE rooms SET use = 'shop' WHERE id IN (${old}, ${late})`)
    await toDraft('2026-12')
    const its = ['2026-01-01– 物业费']
    expect([await charged(old), await charged(late)]).toEqual([its, its])
  })

  test.each([true, false])(
    'go on under what is in use beside a draft of their own, and are asked about: run before %s',
    async (runBefore) => {
      const [old] = (await estate.rooms([{}])) as [string]
      const usual = await estate.tariff({ name: '物业费' })
      await assign(usual, { kind: 'project' })
      const late = await addLate()
      const listed = await estate.tariff({ name: '表格里的物业费', state: 'draft' })
      await estate.assign(listed, [old, late], '2026-11-01')
      if (runBefore) {
        await toDraft('2026-12')
        expect(await charged(late)).toEqual(['2026-01-01– 物业费', '2026-11-01– 表格里的物业费'])
      }
      const inUse = { requestId: freshRequestId(), tariffId: listed, approval, guidance: undefined }
      await expect(approveTariff(ctx, inUse)).rejects.toMatchObject({
        code: 'billing.charged_twice',
        params: { places: 2, tariffs: '物业费' },
      })
      await approveTariff(ctx, { ...inUse, requestId: freshRequestId(), others: 'surcharge' })
      expect(await readTariff(ctx, listed)).toMatchObject({ state: 'active', surcharge: true })
      await toDraft('2027-01')
      const both = ['2026-01-01– 物业费', '2026-11-01– 表格里的物业费']
      expect([await charged(old), await charged(late)]).toEqual([both, both])
    },
  )
})

const approval = {
  approvalKind: 'owners_committee' as const,
  approvalNo: '业委会〔2026〕3号',
  approvalOn: on('2026-10-20'),
}

describe('a new price', () => {
  const price = (tariffId: string, more: Partial<AddPrice> = {}) =>
    addPrice(ctx, {
      requestId: freshRequestId(),
      tariffId,
      fromOn: on('2026-11-16'),
      priceE4: 32_000,
      approval,
      ...more,
    })

  test('inside a month charges each part by its days, and each bill by its own price', async () => {
    const [room] = (await estate.rooms([{ areaE2: 10_000 }])) as [string]
    const [owner] = (await estate.people(1)) as [string]
    await estate.occupy([{ place: room, person: owner }])
    const tariffId = await estate.tariff({ priceE4: 28_000 })
    await assign(tariffId, { kind: 'project' })
    await price(tariffId)
    const runId = newId('brun', ctx.now)
    const run = { requestId: freshRequestId(), runId, projectId: estate.projectId }
    await draftBillRun(ctx, { ...run, period: '2026-11' as never })
    const { items } = await billList.page(ctx, { runId, state: 'draft' })
    const parts = items.map(({ amountFen, priceE4, days }) => `${days} × ${priceE4} = ${amountFen}`)
    expect(parts.toSorted()).toEqual(['15 × 28000 = 14000', '15 × 32000 = 16000'])
    expect(await readTariff(ctx, tariffId)).toMatchObject({
      priceE4: 32_000,
      prices: [
        { priceE4: 32_000, fromOn: '2026-11-16', toOn: null, approvalNo: '业委会〔2026〕3号' },
        { priceE4: 28_000, toOn: '2026-11-15' },
      ],
    })
  })

  test('does not reach back before a price that is set, nor edit one', async () => {
    const tariffId = await estate.tariff({ fromOn: '2026-01-01' })
    await price(tariffId)
    for (const fromOn of ['2026-11-16', '2026-05-01', '2025-01-01'])
      await expect(price(tariffId, { fromOn: on(fromOn) })).rejects.toMatchObject({
        code: 'billing.price_overlaps',
      })
    for (const change of ['price_e4 = 1', "from_on = '2019-01-01'", "approval_no = 'x'", 'to_on = NULL'])
      await expect(
        ctx.db.client.execute(`UPDATE tariff_prices SET ${change} WHERE to_on IS NOT NULL`),
      ).rejects.toThrow(/SQLITE_CONSTRAINT/)
    await expect(ctx.db.client.execute('DELETE FROM tariff_prices')).rejects.toThrow(/SQLITE_CONSTRAINT/)
  })

  test('is bounded so that no area takes it beyond 64 bits, and needs the tariff to be approved', async () => {
    const huge = price(await estate.tariff(), { priceE4: 10_000_001 })
    await expect(huge).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'priceE4' }] })
    const draft = price(await estate.tariff({ state: 'draft' }))
    await expect(draft).rejects.toMatchObject({ code: 'billing.approval_missing' })
  })
})

describe('a user who pays by agreement', () => {
  test('must be tenant or user there, once on a day, until the agreement ends', async () => {
    const [room] = (await estate.rooms([{}])) as [`room_${string}`]
    const [owner, tenant] = (await estate.people(2)) as [`pers_${string}`, `pers_${string}`]
    await estate.occupy([
      { place: room, person: owner },
      { place: room, person: tenant, role: 'tenant' },
    ])
    const place = { kind: 'room' as const, id: room }
    const agree = (personId: `pers_${string}`, fromOn: string) =>
      agreePayer(ctx, {
        requestId: freshRequestId(),
        agreementId: newId('agr', ctx.now),
        place,
        personId,
        fromOn: on(fromOn),
      })
    await expect(agree(owner, '2026-11-01')).rejects.toMatchObject({ code: 'billing.payer_not_user' })
    const { agreementId } = await agree(tenant, '2026-11-01')
    await expect(agree(tenant, '2026-12-01')).rejects.toMatchObject({ code: 'billing.agreement_exists' })
    const end = (toOn: string) =>
      endAgreement(ctx, {
        requestId: freshRequestId(),
        agreementId: agreementId as `agr_${string}`,
        toOn: on(toOn),
      })
    await end('2026-11-30')
    await expect(end('2027-01-31')).rejects.toMatchObject({ code: 'billing.agreement_not_found' })
    await agree(tenant, '2026-12-01')
    expect((await chargesOfPlace(ctx, place)).agreements).toMatchObject([
      { fromOn: '2026-12-01', toOn: null },
      { fromOn: '2026-11-01', toOn: '2026-11-30', personId: tenant },
    ])
  })
})

describe('who took a room out of a charge', () => {
  test('is on record by the names of the rooms, and the room’s own page tells it though nothing was charged yet', async () => {
    const [home, next] = (await estate.rooms([{}, {}])) as [string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' }, { fromOn: on('2027-01-01') })
    const ends = { requestId: freshRequestId(), tariffId, toOn: on('2026-06-30') }
    await endAssignment(ctx, { ...ends, scope: places(home) })

    const { items } = await auditList.page(ctx, { action: 'billing.assignment_ended' })
    expect(items.map(({ subjectName, detail }) => [subjectName, detail])).toEqual([
      ['物业费', { scope: 'places', places: 1, toOn: '2026-06-30', targetIds: ['1栋-1'] }],
    ])
    expect(await charged(home)).toEqual([])
    const changes = async (id: string) =>
      (await chargesOfPlace(ctx, { kind: 'room', id: id as `room_${string}` })).changes
    expect(await changes(home)).toMatchObject([
      { what: 'ended', name: '物业费', toOn: '2026-06-30', at: ctx.now },
    ])
    expect(await changes(next)).toEqual([])
  })

  test('of many rooms the first fifty are named, with the number of all, and each room tells of it', async () => {
    const rooms = await estate.rooms(Array.from({ length: 60 }, () => ({})))
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, places(...rooms))
    const { items } = await auditList.page(ctx, { action: 'billing.tariff_assigned' })
    const named = items[0]?.detail.targetIds as string[]
    expect([items[0]?.detail.places, named.length, named[0], named.at(-1)]).toEqual([60, 51, '1栋-1', '…'])
    const last = await chargesOfPlace(ctx, { kind: 'room', id: rooms[59] as `room_${string}` })
    expect(last.changes).toMatchObject([{ what: 'assigned', fromOn: '2026-01-01' }])
  })

  test('the tariff says how many places it leaves out, those that came since not among them', async () => {
    const [home, , gone] = (await estate.rooms([{}, {}, {}])) as [string, string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 3, takenOut: 0 })
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId,
      scope: places(home, gone),
      toOn: on('2025-12-31'),
    })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 1, takenOut: 2, ending: 0, endsOn: null })
  })

  test('the tariff says of how many places the last day is set, once for a place', async () => {
    const [home, next, shop] = (await estate.rooms([{}, {}, { use: 'shop' }])) as [string, string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' })
    const ended = (scope: Scope, toOn: string) =>
      endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: on(toOn) })
    await ended(places(home), '2027-01-31')
    await ended(places(next), '2026-12-31')
    // This one goes on under it again later.
    await assign(tariffId, places(next), { fromOn: on('2027-02-01') })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 3, ending: 1, endsOn: '2027-01-31' })
    // Of several the first.
    await ended(places(shop), '2027-03-31')
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 3, ending: 2, endsOn: '2027-01-31' })
  })

  test('a place that is archived is not left out by it any more', async () => {
    const [home] = (await estate.rooms([{}, {}])) as [string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await assign(tariffId, { kind: 'project' })
    const toOn = on('2026-03-31')
    await endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope: places(home), toOn })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 1, takenOut: 1 })
    await ctx.db.client.execute({ sql: 'UPDATE rooms SET archived_at = 1 WHERE id = ?', args: [home] })
    expect(await readTariff(ctx, tariffId)).toMatchObject({ places: 1, takenOut: 0 })
  })
})
