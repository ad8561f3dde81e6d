import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'
import { rooms } from '../registry/index.ts'
import { as, freshRequestId, testCtx } from '../testing.ts'
import {
  approveTariff,
  assignTariff,
  billOne,
  createTariff,
  draftBillRun,
  endAssignment,
  listDoubleCharges,
  listSkips,
  previewScope,
  publishBillRun,
  switchTariff,
  type OthersDecision,
  type Scope,
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
  more: { fromOn?: string; others?: OthersDecision } = {},
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
  const { items } = await listSkips(ctx, { runId })
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

async function takeBack(): Promise<void> {
  for (const { id } of await estate.all<{ id: string }>(
    sql`SELECT id FROM bills WHERE state = 'published' AND voided_at = 0`,
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
    const approve = (others?: OthersDecision) =>
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

  test('and what is charged beside it is billed all the same, also where the tariff that billed it was replaced since', async () => {
    await estate.ownedRoom()
    await tariff('物业费', 2, inProject)
    await run()
    await tariff('新物业费', 3, inProject, { fromOn: '2026-11-16', others: 'replace' })
    const { billed } = await tariff('电梯运行费', 1, inProject, { fromOn: '2026-11-01', others: 'beside' })
    expect(billed).toBe(0)
    expect((await run()).toSorted()).toEqual([
      '新物业费 billed_otherwise null 物业费',
      '物业费 already_billed null undefined',
    ])
    expect(await standing()).toEqual(['01–30 物业费 20000', '01–30 电梯运行费 10000'])
  })

  test('unless somebody said that both are charged: of a scope, of single places, or as it came into use', async () => {
    const first = await estate.ownedRoom()
    await tariff('甲', 2, inProject)
    await run()
    expect(await tariff('乙', 1, inProject, { others: 'beside' })).toMatchObject({ billed: 0 })
    await tariff('丙', 3, single(first), { others: 'beside' })
    const imported = await estate.tariff({ name: '丁', state: 'draft', priceE4: 40_000 })
    await estate.assign(imported, [first])
    const said = { tariffId: imported, approval, others: 'beside' } as const
    await approveTariff(ctx, { requestId: freshRequestId(), ...said })
    await run()
    expect(await standing()).toEqual(['01–30 丙 30000', '01–30 乙 10000', '01–30 甲 20000', '22–30 丁 12000'])
  })
})

describe('what somebody decided of other charges is remembered', () => {
  test('for single places, an approval and switching on: such places are not asked about for ever', async () => {
    const [one, two, three] = [await estate.ownedRoom(), await estate.ownedRoom(), await estate.ownedRoom()]
    await tariff('甲', 2, inProject)
    await tariff('乙', 1, single(one), { others: 'beside' })
    const imported = await estate.tariff({ name: '丙', state: 'draft' })
    await estate.assign(imported, [two])
    const said = { tariffId: imported, approval, others: 'beside' } as const
    await approveTariff(ctx, { requestId: freshRequestId(), ...said })
    const resting = await estate.tariff({ name: '丁', state: 'disabled' })
    await estate.assign(resting, [three])
    await switched(resting, 'active', 'beside')
    expect(await listDoubleCharges(ctx, {})).toMatchObject({ places: 0, items: [] })
  })

  test('for places that are charged already it can be said afterwards', async () => {
    const room = await estate.ownedRoom()
    const first = await tariff('物业费', 2, inProject)
    const second = await tariff('电梯运行费', 1, inProject, { others: 'beside' })
    await ctx.db.orm.run(sql`UPDATE tariff_scopes SET beside = 0`)
    await ctx.db.orm.run(sql`UPDATE tariff_assignments SET beside = 0`)
    const doubles = async () => (await listDoubleCharges(ctx, { projectId: estate.projectId })).places
    expect(await doubles()).toBe(1)
    await assignTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: second.tariffId,
      scope: single(room),
      fromOn: '2026-01-01' as CivilDate,
      others: 'beside',
    })
    expect(await doubles()).toBe(0)
    expect(first.billed).toBe(0)
  })

  test('a room that comes later gets both charges like its neighbours, when both were said as one came into use', async () => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 1, inProject)
    await switched(tariffId, 'disabled')
    await tariff('乙', 2, inBuilding())
    await switched(tariffId, 'active', 'beside')
    await lateRoom()
    await run()
    expect(await standing()).toEqual(['01–30 乙 20000', '01–30 乙 20000', '22–30 甲 3000', '22–30 甲 3000'])
  })

  test('such a room is charged both still when it is used for something else', async () => {
    await tariff('甲', 1, inProject)
    await tariff('乙', 2, { kind: 'room_use', values: ['residence'] }, { others: 'beside' })
    const late = await lateRoom()
    await run()
    const both = ['01–30 乙 20000', '01–30 甲 10000']
    expect(await standing()).toEqual(both)
    await ctx.db.orm.run(sql`UPDATE rooms SET use = 'shop' WHERE id = ${late}`)
    expect(await listDoubleCharges(ctx, {})).toMatchObject({ places: 0 })
    const [{ id }] = (await estate.all(
      sql`SELECT b.id FROM bills b JOIN tariffs f ON f.id = b.tariff_id WHERE f.name = '乙'`,
    )) as [{ id: string }]
    await voidBill(ctx, { requestId: freshRequestId(), billId: id, reason: '面积更正' }, noProvider)
    await run()
    expect(await standing()).toEqual(both)
  })

  test.each([
    ['replace', ['01–21 乙 14000', '22–30 甲 3000']],
    ['keep', ['01–30 乙 20000']],
    ['beside', ['01–30 乙 20000', '22–30 甲 3000']],
  ] as const)('a tariff that is switched on within a month takes %s from that day', async (others, lines) => {
    await estate.ownedRoom()
    const { tariffId } = await tariff('甲', 1, inProject)
    await switched(tariffId, 'disabled')
    await tariff('乙', 2, inBuilding())
    await expect(switched(tariffId, 'active')).rejects.toMatchObject({ code: 'billing.charged_twice' })
    await switched(tariffId, 'active', others)
    await run()
    expect(await standing()).toEqual(lines)
    expect(await listDoubleCharges(ctx, {})).toMatchObject({ places: 0 })
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

const decision = fc.constantFrom<OthersDecision>('replace', 'replace', 'keep', 'beside', 'beside')
const nth = fc.nat({ max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      tariff: nth,
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
      tariff: nth,
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

/** 甲 has billed the month, 乙 takes its place in the middle of it, and both are said of later days: rare by chance. */
const bothForSomeDays: Step[] = [
  { kind: 'run' },
  { kind: 'assign', tariff: 1, room: 0, from: 16, to: null, others: 'replace' },
  { kind: 'run' },
  { kind: 'assign', tariff: 1, room: null, from: 25, to: 27, others: 'beside' },
  { kind: 'run' },
]

/** Refusals are answers here: what counts is what stands afterwards. */
const refused = (error: unknown) => {
  if (!String((error as { code?: string }).code).startsWith('billing.')) throw error
}

/** Days on which somebody has said that a tariff is charged beside others at a room. */
interface Said {
  room: string
  by: string
  fromOn: string
  toOn: string | null
}

/** The days that two bills of a room have in common and of which nobody has said that both are charged. */
function unsaid(said: readonly Said[], twice: { room: string; tariffs: string[]; from: number; to: number }) {
  const days = Array.from({ length: twice.to - twice.from + 1 }, (_, i) => dayOf(twice.from + i))
  return days.filter(
    (day) =>
      !said.some(
        ({ room, by, fromOn, toOn }) =>
          room === twice.room &&
          twice.tariffs.includes(by) &&
          fromOn <= day &&
          (toOn === null || toOn >= day),
      ),
  )
}

/** The civil day of all this: what is said as a tariff comes into use holds from it on. */
const today = '2026-11-22'

const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as CivilDate

test('whatever is assigned, replaced, switched, billed and void in whatever order, no day of a place has two bills of one fee unless somebody chose both for that day', async () => {
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
      const said: Said[] = []
      let open: string | undefined
      for (const one of steps) {
        later()
        const did = async () => {
          if (one.kind === 'assign') {
            const { tariff: n, room, from, to, others } = one
            const scope = room === null ? inProject : single(places[room]!)
            const days = { fromOn: dayOf(from), toOn: to === null ? null : dayOf(Math.max(from, to)) }
            await assignTariff(ctx, {
              requestId: freshRequestId(),
              tariffId: ids[n]!,
              scope,
              ...days,
              others,
            })
            if (others === 'beside')
              for (const place of room === null ? places : [places[room]!])
                said.push({ room: place, by: ids[n]!, ...days })
          } else if (one.kind === 'switch') {
            await switched(ids[one.tariff]!, one.on ? 'active' : 'disabled', one.others)
            if (one.on && one.others === 'beside')
              for (const place of places)
                said.push({ room: place, by: ids[one.tariff]!, fromOn: today, toOn: null })
          } else if (one.kind === 'draft') open = await draft()
          else if (one.kind === 'publish') await (open === undefined ? run() : publish(open))
          else if (one.kind === 'run') await run()
          else if (one.kind === 'alone') await alone(places[one.room]!)
          else if (one.kind === 'void') {
            const [bill] = await estate.all<{ id: string }>(
              sql`SELECT id FROM bills WHERE room_id = ${places[one.room]} AND state = 'published' AND voided_at = 0 ORDER BY id LIMIT 1`,
            )
            if (bill)
              await voidBill(
                ctx,
                { requestId: freshRequestId(), billId: bill.id, reason: '更正' },
                noProvider,
              )
          }
        }
        await did().catch(refused)
        const twice = await estate.all<{
          room: string
          one: string
          other: string
          from: number
          to: number
        }>(
          sql`SELECT a.room_id AS room, a.tariff_id AS one, b.tariff_id AS other,
              CAST(substr(max(a.from_on, b.from_on), 9) AS INTEGER) AS "from", CAST(substr(min(a.to_on, b.to_on), 9) AS INTEGER) AS "to"
            FROM bills a JOIN bills b ON b.room_id = a.room_id
            AND b.id > a.id AND b.from_on <= a.to_on AND b.to_on >= a.from_on AND b.voided_at = 0 WHERE a.voided_at = 0`,
        )
        doubles += twice.length
        for (const { room, one: first, other, from, to } of twice)
          expect(unsaid(said, { room, tariffs: [first, other], from, to })).toEqual([])
      }
      billedAtAll += Number((await standing()).length > 0)
    }),
    { numRuns: 40, endOnFailure: true, examples: [[bothForSomeDays]] },
  )
  // Both chosen and refused: the sequences do reach what they are about.
  expect(doubles).toBeGreaterThan(0)
  expect(billedAtAll).toBeGreaterThan(0)
}, 300_000)
