import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'
import { rooms } from '../../estate/registry/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import {
  approveTariff,
  assignTariff,
  billOne,
  createTariff,
  doubleChargeList,
  draftBillRun,
  endAssignment,
  type FirstDecision,
  type OthersDecision,
  previewScope,
  publishBillRun,
  type Scope,
  skipList,
  switchTariff,
} from './index.ts'
import { Estate } from './testing.ts'

const period = '2026-11' as Period
const approval = {
  approvalKind: 'contract',
  approvalNo: 'HT-1',
  approvalOn: '2025-12-01' as CivilDate,
} as const
const inProject: Scope = { kind: 'project' }

let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

const inBuilding = (): Scope => ({ kind: 'building', values: [estate.buildingId as `bldg_${string}`] })
const single = (room: string): Scope => ({ kind: 'places', ids: [room as `room_${string}`] })

/** From now on it is a second later. */
function later(): void {
  ctx = as(ctx, ctx.actor, ctx.now + 1_000)
}

/** A room that came after what was set until now. */
async function lateRoom(): Promise<string> {
  later()
  const room = await estate.ownedRoom()
  await ctx.db.orm
    .update(rooms)
    .set({ createdAt: ctx.now })
    .where(sql`id = ${room}`)
  return room
}

/** A property tariff in use, in yuan per m² and month. */
async function tariff(
  name: string,
  yuan: number,
  scope: Scope,
  more: { fromOn?: string; others?: FirstDecision } = {},
) {
  const tariffId = newId('tariff', ctx.now)
  const { billed } = await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    projectId: estate.projectId,
    name,
    feeItem: 'property',
    basis: 'area',
    scope,
    others: more.others,
    fromOn: (more.fromOn ?? '2026-01-01') as CivilDate,
    priceE4: yuan * 10_000,
    approval,
  })
  return { tariffId, billed }
}

async function draft(): Promise<string> {
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
  return runId
}

const publish = (runId: string) => publishBillRun(ctx, { requestId: freshRequestId(), runId })

/** Drafts and publishes the month. @returns what was skipped, in words of the rule */
async function run(): Promise<string[]> {
  const runId = await draft()
  await publish(runId)
  const { items } = await skipList.page(ctx, { runId })
  return items.map(
    ({ tariff: by, reason, days, billedBy }) => `${by?.name} ${reason} ${days} ${billedBy?.name}`,
  )
}

const alone = (room: string) =>
  billOne(ctx, { requestId: freshRequestId(), place: { kind: 'room', id: room }, period })

/** The bills that count, in the order of their days: days, tariff and fen. */
async function standing(): Promise<string[]> {
  const rows = await estate.all<{ line: string }>(
    sql`SELECT substr(b.from_on, 9) || '–' || substr(b.to_on, 9) || ' ' || f.name || ' ' || b.amount_fen AS line
      FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE b.voided_at = 0 AND b.state = 'published' ORDER BY b.from_on, f.name`,
  )
  return rows.map(({ line }) => line)
}

async function takeBack(which = sql`1`): Promise<void> {
  for (const { id } of await estate.all<{ id: string }>(
    sql`SELECT id FROM bills WHERE state = 'published' AND voided_at = 0 AND ${which}`,
  ))
    await voidBill(ctx, { requestId: freshRequestId(), billId: id, reason: '收费标准更正' }, noProvider)
}

const switched = (tariffId: string, state: 'active' | 'disabled', others?: OthersDecision) =>
  switchTariff(ctx, { requestId: freshRequestId(), tariffId, state, others })

describe('a fee is billed once for a day of a place', () => {
  test('where the tariff that billed it went out of use and the place came under another', async () => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('乙', 1.5, inBuilding())
    const wide = await tariff('甲', 2, inProject, { others: 'keep' })
    const late = await lateRoom()
    await run()
    expect(await standing()).toEqual(['01–30 乙 15000', '01–30 乙 15000'])
    await switched(tariffId, 'disabled')
    const taken = { scope: single(late), fromOn: '2026-01-01' as CivilDate }
    await assignTariff(ctx, { requestId: freshRequestId(), tariffId: wide.tariffId, ...taken })
    await expect(alone(late)).rejects.toMatchObject({
      code: 'billing.cannot_bill_billed_otherwise',
      params: { tariff: '乙' },
    })
    expect(await run()).toContain('甲 billed_otherwise null 乙')
    expect(await standing()).toEqual(['01–30 乙 15000', '01–30 乙 15000'])
  })

  test.each(['2026-11-01', '2026-11-16'])(
    'where another takes its place from %s, after it was billed; the answer and a look before say so',
    async (fromOn) => {
      const room = await estate.ownedRoom()
      await tariff('甲', 2, inProject)
      await run()
      const asked = { projectId: estate.projectId, feeItem: 'property', basis: 'area' } as const
      const days = { fromOn: fromOn as CivilDate }
      expect(await previewScope(ctx, { ...asked, scope: inBuilding(), ...days })).toMatchObject({ billed: 1 })
      expect(await tariff('乙', 3, inBuilding(), { fromOn, others: 'replace' })).toMatchObject({ billed: 1 })
      // From the next month on nothing stands against it.
      const next = { fromOn: '2026-12-01' as CivilDate }
      expect(await previewScope(ctx, { ...asked, scope: inBuilding(), ...next })).toMatchObject({ billed: 0 })
      const skips = await run()
      expect(skips).toContain('乙 billed_otherwise null 甲')
      await expect(alone(room)).rejects.toMatchObject({
        code: expect.stringMatching(/billed_otherwise|already_billed/) as string,
      })
      expect(await standing()).toEqual(['01–30 甲 20000'])
      // The old bill void, each is charged for its days.
      later()
      await takeBack()
      await alone(room)
      expect(await standing()).toEqual(
        fromOn === '2026-11-01' ? ['01–30 乙 30000'] : ['01–15 甲 10000', '16–30 乙 15000'],
      )
    },
  )

  test('and what another has left of a month is billed, with the days it has not', async () => {
    const room = await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 2, inProject)
    const end = { tariffId, scope: inProject, toOn: '2026-11-10' as CivilDate }
    await endAssignment(ctx, { requestId: freshRequestId(), ...end })
    await alone(room)
    await tariff('乙', 3, single(room), { fromOn: '2026-11-01', others: 'replace' })
    expect(await run()).toEqual(['乙 billed_otherwise 10 甲'])
    expect(await standing()).toEqual(['01–10 甲 6667', '11–30 乙 20000'])
  })

  test('where its draft was computed before another took its place: it is drafted anew', async () => {
    await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    const runId = await draft()
    await tariff('乙', 3, inBuilding(), { fromOn: '2026-11-01', others: 'replace' })
    await expect(publish(runId)).rejects.toMatchObject({ code: 'billing.run_outdated' })
    await run()
    expect(await standing()).toEqual(['01–30 乙 30000'])
    expect(await run()).toEqual(['乙 already_billed null undefined'])
  })

  test('where a tariff of a workbook is approved for days that are billed, taking the place of the other', async () => {
    const room = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    const imported = await estate.tariff({
      name: '乙',
      state: 'draft',
      fromOn: '2026-11-01',
      priceE4: 27_000,
    })
    await estate.assign(imported, [room], '2026-11-01')
    const approve = (others?: FirstDecision) =>
      approveTariff(ctx, { requestId: freshRequestId(), tariffId: imported, approval, others })
    await expect(approve()).rejects.toMatchObject({ code: 'billing.charged_twice' })
    expect(await approve('replace')).toEqual({ tariffId: imported, billed: 1 })
    await run()
    expect(await standing()).toEqual(['01–30 甲 20000'])
  })

  test('of parking too, and other services are many things', async () => {
    const [space] = (await estate.spaces(1)) as [string]
    const [person] = (await estate.people(1)) as [string]
    await estate.occupy([{ place: space, person }])
    const room = await estate.ownedRoom()
    const by = { basis: 'parking_space', feeItem: 'parking' } as const
    const one = await estate.tariff({ ...by, name: '地面', priceE4: 1_000_000 })
    const waste = await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room', priceE4: 100_000 })
    await estate.assign(one, [space])
    await estate.assign(waste, [room])
    await run()
    const other = await estate.tariff({ ...by, name: '地下', priceE4: 2_000_000 })
    const lamps = await estate.tariff({ name: '电费', feeItem: 'other', basis: 'room', priceE4: 200_000 })
    await estate.assign(other, [space])
    await estate.assign(lamps, [room])
    expect(await run()).toContain('地下 billed_otherwise null 地面')
    expect(await standing()).toEqual(['01–30 地面 10000', '01–30 垃圾费 1000', '01–30 电费 2000'])
  })

  test('and a surcharge is billed beside it, also where the tariff that billed it was replaced since', async () => {
    await estate.ownedRoom()
    await tariff('物业费', 2, inProject)
    await run()
    await tariff('新物业费', 3, inProject, { fromOn: '2026-11-16', others: 'replace' })
    const { billed } = await tariff('电梯运行费', 1, inProject, { fromOn: '2026-11-01', others: 'surcharge' })
    expect(billed).toBe(0)
    expect((await run()).toSorted()).toEqual([
      '新物业费 billed_otherwise null 物业费',
      '物业费 already_billed null undefined',
    ])
    expect(await standing()).toEqual(['01–30 物业费 20000', '01–30 电梯运行费 10000'])
  })

  test('and each surcharge beside it: of a scope, of single places, or as a draft came into use', async () => {
    const first = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    expect(await tariff('乙', 1, inProject, { others: 'surcharge' })).toMatchObject({ billed: 0 })
    await tariff('丙', 3, single(first), { others: 'surcharge' })
    const imported = await estate.tariff({ name: '丁', state: 'draft', priceE4: 40_000 })
    await estate.assign(imported, [first])
    const said = { tariffId: imported, approval, others: 'surcharge' } as const
    expect(await approveTariff(ctx, { requestId: freshRequestId(), ...said })).toMatchObject({ billed: 0 })
    await run()
    expect(await standing()).toEqual(['01–30 丁 40000', '01–30 丙 30000', '01–30 乙 10000', '01–30 甲 20000'])
  })
})

describe('days that nothing has billed are billed, whatever was billed of the month before', () => {
  const end = (tariffId: string, toOn: string, scope: Scope = inProject) =>
    endAssignment(ctx, { requestId: freshRequestId(), tariffId, scope, toOn: toOn as CivilDate })
  const again = (tariffId: string, fromOn: string, scope: Scope = inProject) =>
    assignTariff(ctx, { requestId: freshRequestId(), tariffId, scope, fromOn: fromOn as CivilDate })

  test.each(['2026-11-16', '2026-11-17'])('that of a charge that is given again from %s', async (fromOn) => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 2, inProject)
    await end(tariffId, '2026-11-15')
    await run()
    await again(tariffId, fromOn)
    await run()
    expect(await standing()).toEqual(
      fromOn === '2026-11-16' ? ['01–15 甲 10000', '16–30 甲 10000'] : ['01–15 甲 10000', '17–30 甲 9333'],
    )
    expect(await run()).toEqual(['甲 already_billed null undefined'])
  })

  test('also of one place, and where the first day is put earlier', async () => {
    const room = await estate.ownedRoom()
    const tariffId = await estate.tariff({ name: '甲', priceE4: 20_000 })
    await again(tariffId, '2026-11-16')
    await run()
    await again(tariffId, '2026-11-01')
    await alone(room)
    expect(await standing()).toEqual(['01–15 甲 10000', '16–30 甲 10000'])
  })

  test('also where a draft was published of days to which others came meanwhile', async () => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 2, inProject)
    await end(tariffId, '2026-11-15')
    const runId = await draft()
    await again(tariffId, '2026-11-16')
    await publish(runId)
    await run()
    expect(await standing()).toEqual(['01–15 甲 10000', '16–30 甲 10000'])
  })

  test('and of a later day of sale the seller pays the days that the buyer’s void bill has left', async () => {
    const [room] = (await estate.rooms([{ areaE2: 10_000 }])) as [string]
    const [seller, buyer] = (await estate.people(2)) as [string, string]
    await estate.occupy([
      { place: room, person: seller, toOn: '2026-11-15' },
      { place: room, person: buyer, fromOn: '2026-11-16' },
    ])
    await tariff('甲', 2, inProject)
    await run()
    expect(await standing()).toEqual(['01–15 甲 10000', '16–30 甲 10000'])
    await takeBack(sql`from_on = '2026-11-16'`)
    await ctx.db.orm.run(sql`UPDATE occupancies SET to_on = '2026-11-20' WHERE person_id = ${seller}`)
    await ctx.db.orm.run(sql`UPDATE occupancies SET from_on = '2026-11-21' WHERE person_id = ${buyer}`)
    await run()
    expect(await standing()).toEqual(['01–15 甲 10000', '16–20 甲 3333', '21–30 甲 6667'])
  })

  test('of a main charge that was taken back beside a surcharge that has ended', async () => {
    await estate.ownedRoom()
    await tariff('物业费', 2, inProject)
    const lift = await tariff('电梯加收', 0.5, inProject, { others: 'surcharge' })
    await run()
    await takeBack(sql`amount_fen = 20000`)
    await end(lift.tariffId, '2026-11-15')
    await run()
    expect(await standing()).toEqual(['01–30 物业费 20000', '01–30 电梯加收 5000'])
  })
})

describe('what is said of other charges as a tariff comes into use', () => {
  test.each([
    ['replace', ['01–21 乙 14000', '22–30 甲 3000']],
    ['keep', ['01–30 乙 20000']],
  ] as const)('a tariff that is switched on within a month takes %s from that day', async (others, lines) => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 1, inProject)
    await switched(tariffId, 'disabled')
    await tariff('乙', 2, inBuilding())
    await expect(switched(tariffId, 'active')).rejects.toMatchObject({ code: 'billing.charged_twice' })
    await switched(tariffId, 'active', others)
    await run()
    expect(await standing()).toEqual(lines)
    expect(await doubleChargeList.page(ctx, {})).toMatchObject({ places: 0 })
  })

  test('who takes the place of others does so on its own days: they go on after the last of them', async () => {
    const room = await estate.ownedRoom()
    const resting = await estate.tariff({ name: '甲', state: 'disabled', priceE4: 10_000 })
    await estate.assign(resting, [room], '2026-11-23', '2026-11-24')
    await estate.assign(resting, [room], '2026-11-27', '2026-11-28')
    await tariff('乙', 3, inProject)
    await switched(resting, 'active', 'replace')
    await run()
    expect(await standing()).toEqual([
      '01–22 乙 22000',
      '23–24 甲 667',
      '25–26 乙 2000',
      '27–28 甲 667',
      '29–30 乙 2000',
    ])
  })
})

type Step =
  | {
      kind: 'assign'
      tariff: number
      room: number | null
      from: number
      to: number | null
      others: OthersDecision
    }
  | { kind: 'switch'; tariff: number; on: boolean; others: OthersDecision }
  | { kind: 'run' }
  | { kind: 'draft' }
  | { kind: 'publish' }
  | { kind: 'alone'; room: number }
  | { kind: 'void'; room: number }

const decision = fc.constantFrom<OthersDecision>('replace', 'replace', 'keep')
const nth = fc.nat({ max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      tariff: fc.nat({ max: 3 }),
      room: fc.option(nth, { nil: null }),
      from: fc.integer({ min: 1, max: 30 }),
      to: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
      others: decision,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('switch' as const),
      tariff: fc.nat({ max: 3 }),
      on: fc.boolean(),
      others: decision,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>({ kind: 'run' }, { kind: 'draft' }, { kind: 'publish' }),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.record({ kind: fc.constant('alone' as const), room: nth }),
      fc.record({ kind: fc.constant('void' as const), room: nth }),
    ),
  },
)

/** Refusals are answers here: what counts is what stands afterwards. */
const refused = (error: unknown) => {
  if (!String((error as { code?: string }).code).startsWith('billing.')) throw error
}

const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as CivilDate

test('whatever is assigned, replaced, switched, billed and void in whatever order, no day of a place has two bills of one fee but for those of a surcharge, and after a last run no charged day is without a bill', async () => {
  let doubles = 0
  let billedAtAll = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      ctx = await testCtx()
      estate = await Estate.lay(ctx)
      const places = [await estate.ownedRoom(), await estate.ownedRoom(), await estate.ownedRoom()]
      const ids: string[] = [(await tariff('甲', 2, inProject)).tariffId]
      for (const name of ['乙', '丙'])
        ids.push(await estate.tariff({ name, priceE4: 10_000, state: name === '乙' ? 'active' : 'disabled' }))
      ids.push(await estate.tariff({ name: '加收', priceE4: 5_000, surcharge: true }))
      let open: string | undefined
      for (const one of [...steps, { kind: 'run' } as const]) {
        later()
        const did = async () => {
          if (one.kind === 'assign') {
            const { tariff: n, room, from, to, others } = one
            await assignTariff(ctx, {
              requestId: freshRequestId(),
              tariffId: ids[n]!,
              scope: room === null ? inProject : single(places[room]!),
              fromOn: dayOf(from),
              toOn: to === null ? null : dayOf(Math.max(from, to)),
              others,
            })
          } else if (one.kind === 'switch')
            await switched(ids[one.tariff]!, one.on ? 'active' : 'disabled', one.others)
          else if (one.kind === 'draft') open = await draft()
          else if (one.kind === 'publish') await (open === undefined ? run() : publish(open))
          else if (one.kind === 'run') await run()
          else if (one.kind === 'alone') await alone(places[one.room]!)
          else if (one.kind === 'void') await takeBackOne(places[one.room]!)
        }
        await did().catch(refused)
        const [twice] = await estate.all<{ main: number; beside: number }>(
          sql`SELECT coalesce(sum(NOT f.surcharge AND NOT g.surcharge), 0) AS main, coalesce(sum(f.surcharge <> g.surcharge), 0) AS beside
            FROM bills a JOIN bills b ON b.room_id = a.room_id AND b.id > a.id AND b.from_on <= a.to_on AND b.to_on >= a.from_on AND b.voided_at = 0
            JOIN tariffs f ON f.id = a.tariff_id JOIN tariffs g ON g.id = b.tariff_id
            WHERE a.voided_at = 0 AND (a.tariff_id = b.tariff_id OR NOT f.surcharge OR NOT g.surcharge)`,
        )
        expect(twice?.main).toBe(0)
        doubles += twice!.beside
      }
      // What is charged by one tariff in use alone, and by nothing else for the same, is billed.
      const days = Array.from({ length: 30 }, (_, i) => dayOf(i + 1))
      const missing = await estate.all(
        sql`SELECT a.target_id, f.name, d.value AS day FROM json_each(${JSON.stringify(days)}) AS d
          JOIN tariff_assignments a ON a.from_on <= d.value AND (a.to_on IS NULL OR a.to_on >= d.value)
          JOIN tariffs f ON f.id = a.tariff_id AND f.state = 'active'
          WHERE NOT EXISTS (SELECT 1 FROM bills b JOIN tariffs g ON g.id = b.tariff_id WHERE b.room_id = a.target_id AND b.voided_at = 0
            AND b.from_on <= d.value AND b.to_on >= d.value AND (g.id = f.id OR NOT g.surcharge AND NOT f.surcharge))`,
      )
      expect(missing).toEqual([])
      billedAtAll += Number((await standing()).length > 0)
    }),
    { numRuns: process.env.CI === undefined ? 10 : 40, endOnFailure: true },
  )
  // Surcharges stand beside other charges: the sequences do reach what they are about.
  expect(doubles).toBeGreaterThan(0)
  expect(billedAtAll).toBeGreaterThan(0)
}, 300_000)

async function takeBackOne(room: string): Promise<void> {
  const [bill] = await estate.all<{ id: string }>(
    sql`SELECT id FROM bills WHERE room_id = ${room} AND state = 'published' AND voided_at = 0 ORDER BY id LIMIT 1`,
  )
  if (bill) await voidBill(ctx, { requestId: freshRequestId(), billId: bill.id, reason: '更正' }, noProvider)
}
