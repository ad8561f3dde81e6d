import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import {
  changeOccupancy,
  changeParkingSpace,
  changeRoom,
  giveOccupancy,
  transferOwnership,
} from '../../estate/registry/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { billTarget } from './bill-target.ts'
import {
  addPrice,
  agreePayer,
  billList,
  draftBillRun,
  endAgreement,
  endAssignment,
  publishBillRun,
} from './index.ts'
import { switchTariff } from './index.ts'
import { readTarget } from './read-target.ts'
import { Estate } from './testing.ts'

const period = '2026-11' as Period
const on = (day: string) => day as CivilDate
const approval = { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: on('2025-12-01') } as const

let ctx: Ctx
let estate: Estate
let tariffId: `tariff_${string}`
let room: `room_${string}`
let space: `park_${string}`
let owner: `pers_${string}`
let tenant: `pers_${string}`
let other: `pers_${string}`
beforeEach(lay)

/** A room of 100 m² at 2.00 yuan, and a space at 150.00 yuan that somebody rents. */
async function lay() {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
  ;[room] = (await estate.rooms([{}])) as [typeof room]
  ;[space] = (await estate.spaces(1)) as [typeof space]
  ;[owner, tenant, other] = (await estate.people(3)) as [typeof owner, typeof tenant, typeof other]
  await estate.occupy([
    { place: room, person: owner },
    { place: room, person: tenant, role: 'tenant' },
    { place: space, person: tenant, role: 'tenant' },
  ])
  tariffId = (await estate.tariff({ priceE4: 20_000 })) as typeof tariffId
  await estate.assign(tariffId, [room])
  const parking = await estate.tariff({ feeItem: 'parking', basis: 'parking_space', priceE4: 1_500_000 })
  await estate.assign(parking, [space])
}

async function draft(): Promise<`brun_${string}`> {
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
  ctx = as(ctx, ctx.actor, ctx.now + 1000)
  return runId
}
const publish = (runId: `brun_${string}`) => publishBillRun(ctx, { requestId: freshRequestId(), runId })
/** What is published: the payer, the days and the amount. */
async function published() {
  const rows = await estate.all<{ payer: string; line: string }>(
    sql`SELECT payer_person_id AS payer, substr(from_on, 9) || '–' || substr(to_on, 9) || ' ' || amount_fen AS line
      FROM bills WHERE room_id = ${room} AND state = 'published' ORDER BY from_on`,
  )
  const names = { [owner]: 'owner', [tenant]: 'tenant', [other]: 'buyer' }
  return rows.map(({ payer, line }) => `${names[payer]} ${line}`)
}

const price = (fromOn: string) =>
  addPrice(ctx, {
    requestId: freshRequestId(),
    tariffId,
    fromOn: on(fromOn),
    priceE4: 10_000,
    rounding: 'half_up',
    roundingUnitFen: 1,
    approval,
  })
const sell = (fromOn: string) =>
  transferOwnership(ctx, {
    requestId: freshRequestId(),
    place: { kind: 'room', id: room },
    fromOn: on(fromOn),
    newOwners: [{ occupancyId: newId('occ', ctx.now), personId: other, shareE4: null }],
  })
const area = (areaE2: number, areaFromOn: string | null) =>
  changeRoom(ctx, {
    requestId: freshRequestId(),
    roomId: room,
    chargeAreaE2: areaE2,
    areaFromOn: areaFromOn === null ? null : on(areaFromOn),
  })
const agree = (fromOn: string) =>
  agreePayer(ctx, {
    requestId: freshRequestId(),
    agreementId: newId('agr', ctx.now),
    place: { kind: 'room', id: room },
    personId: tenant,
    fromOn: on(fromOn),
  })
async function stay(place: string, fromOn: string | null, toOn: string | null) {
  const [found] = await estate.all<{ id: `occ_${string}` }>(
    sql`SELECT id FROM occupancies WHERE person_id = ${tenant} AND coalesce(room_id, parking_space_id) = ${place}`,
  )
  return changeOccupancy(ctx, {
    requestId: freshRequestId(),
    occupancyId: found!.id,
    role: 'tenant',
    fromOn: fromOn === null ? null : on(fromOn),
    toOn: toOn === null ? null : on(toOn),
  })
}
const end = (toOn: string) =>
  endAssignment(ctx, {
    requestId: freshRequestId(),
    tariffId,
    scope: { kind: 'places', ids: [room] },
    toOn: on(toOn),
  })

describe('a draft is not published once any of its bills would be another', () => {
  test.each<[string, () => Promise<unknown>, string[]]>([
    ['a new price from the first day', () => price('2026-11-01'), ['owner 01–30 10000']],
    ['a new price within the month', () => price('2026-11-16'), ['owner 01–15 10000', 'owner 16–30 5000']],
    ['a sale from the first day', () => sell('2026-11-01'), ['buyer 01–30 20000']],
    ['a sale within the month', () => sell('2026-11-16'), ['owner 01–15 10000', 'buyer 16–30 10000']],
    ['an area that was a mistake', () => area(5_000, null), ['owner 01–30 10000']],
    ['an area within the month', () => area(5_000, '2026-11-16'), ['owner 01–15 10000', 'owner 16–30 5000']],
    [
      'an area that was another for some days of the month',
      () => area(5_000, '2026-11-10').then(() => area(10_000, '2026-11-20')),
      ['owner 01–09 6000', 'owner 10–19 3333', 'owner 20–30 7333'],
    ],
    ['an agreement', () => agree('2026-11-16'), ['owner 01–15 10000', 'tenant 16–30 10000']],
    ['a charge that ends within the month', () => end('2026-11-15'), ['owner 01–15 10000']],
    [
      'a tariff out of use',
      () => switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' }),
      [],
    ],
  ])('%s', async (_what, change, expected) => {
    const runId = await draft()
    await change()
    await expect(publish(runId)).rejects.toMatchObject({ code: 'billing.run_outdated' })
    expect(await published()).toEqual([])
    await publish(await draft())
    expect(await published()).toEqual(expected)
  })

  test('a first day of a tenant who pays that is put right, and an agreement that ends', async () => {
    const { agreementId } = await agree('2026-09-01')
    const before = await draft()
    await stay(room, '2026-12-01', null)
    await expect(publish(before)).rejects.toMatchObject({ code: 'billing.run_outdated' })
    await stay(room, null, null)
    const again = await draft()
    await endAgreement(ctx, {
      requestId: freshRequestId(),
      agreementId: agreementId as `agr_${string}`,
      toOn: on('2026-11-15'),
    })
    await expect(publish(again)).rejects.toMatchObject({ code: 'billing.run_outdated' })
    await publish(await draft())
    expect(await published()).toEqual(['tenant 01–15 10000', 'owner 16–30 10000'])
  })

  test('the days of who rents a space', async () => {
    const runId = await draft()
    await stay(space, null, '2026-11-15')
    await expect(publish(runId)).rejects.toMatchObject({ code: 'billing.run_outdated' })
  })
})

test('a draft is published whatever else was changed since: later days, other places, people, what is not billed by', async () => {
  const runId = await draft()
  await price('2026-12-01')
  await area(10_000, null)
  await stay(room, '2020-01-01', '2026-11-20')
  await sell('2026-12-01')
  await end('2026-12-31')
  const give = (personId: string, place: { kind: 'room'; id: string }, role: 'family' | 'owner') =>
    giveOccupancy(ctx, {
      requestId: freshRequestId(),
      occupancyId: newId('occ', ctx.now),
      place: place as never,
      personId: personId as never,
      role,
    })
  await give(other, { kind: 'room', id: room }, 'family')
  const [second] = (await estate.rooms([{}])) as [string]
  await give(owner, { kind: 'room', id: second }, 'owner')
  await estate.assign(tariffId, [second])
  await publish(runId)
  expect(await published()).toEqual(['owner 01–30 20000'])
})

test('a space that is called otherwise keeps its draft, and what was billed of it', async () => {
  const runId = await draft()
  const renamed = { parkingSpaceId: space, lot: '地库', code: 'B1', kind: 'ground' } as const
  await changeParkingSpace(ctx, { requestId: freshRequestId(), ...renamed })
  await publish(runId)
  const listed = async () =>
    (await billList.page(ctx, { projectId: estate.projectId, period })).items
      .filter(({ feeItem }) => feeItem === 'parking')
      .map(({ place, amountFen, state }) => [place, amountFen, state])
  expect(await listed()).toEqual([['地库-B1', 15_000, 'published']])
  await changeParkingSpace(ctx, { requestId: freshRequestId(), ...renamed, lot: '' })
  expect(await listed()).toEqual([['B1', 15_000, 'published']])
})

const dayOf = fc.integer({ min: 1, max: 30 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`)
const near = fc.constantFrom(
  '2026-10-01',
  '2026-10-31',
  '2026-11-01',
  '2026-11-30',
  '2026-12-01',
  '2026-12-16',
)
const day = fc.oneof(dayOf, near)
const changes = fc.array(
  fc.record({
    what: fc.constantFrom('price', 'sell', 'area', 'mistake', 'agree', 'stay', 'end', 'let'),
    day,
    until: fc.option(day),
  }),
  { minLength: 1, maxLength: 3 },
)

test('a draft is refused exactly where the rule in plain code makes other bills of what there is now', async () => {
  const seen = { refused: 0, published: 0 }
  const apply = async ({ what, day: from, until }: { what: string; day: string; until: string | null }) => {
    const [first, last] = until === null || until >= from ? [from, until] : [until, from]
    if (what === 'price') await price(from)
    else if (what === 'sell') await sell(from)
    else if (what === 'area') await area(5_000 + Number(from.slice(8)), from)
    else if (what === 'mistake') await area(until === null ? 10_000 : 5_000, null)
    else if (what === 'agree') await agree(from)
    else if (what === 'stay') await stay(room, first, last)
    else if (what === 'let') await stay(space, first, last)
    else await end(from)
  }
  // What cannot be entered is refused as always, and changes nothing.
  const tryTo = (change: Parameters<typeof apply>[0]) =>
    apply(change).catch((error: unknown) => {
      if (!/^(billing|registry|request)\./.test(String((error as { code?: string }).code))) throw error
    })
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { maxLength: 1 }), changes, async ([before = []], after) => {
      await lay()
      for (const change of before) await tryTo(change)
      const runId = await draft()
      for (const change of after) await tryTo(change)
      const lines = (rows: readonly object[]) =>
        rows.map((row) => JSON.stringify(Object.values(row))).toSorted()
      const drafted = lines(
        await estate.all<object>(sql`SELECT tariff_id, price_id, from_on, to_on, payer_person_id, liable_person_id, quantity_e2,
          amount_fen FROM bills WHERE run_id = ${runId}`),
      )
      const now: object[] = []
      for (const place of [
        { kind: 'room' as const, id: room },
        { kind: 'parking' as const, id: space },
      ]) {
        const { facts } = await readTarget(ctx, place, period)
        for (const bill of billTarget({ ...facts, billed: [] }, period).bills) {
          const { priceId, fromOn, toOn, payerPersonId, liablePersonId, quantityE2, amountFen } = bill
          now.push({
            by: bill.tariffId,
            priceId,
            fromOn,
            toOn,
            payerPersonId,
            liablePersonId,
            quantityE2,
            amountFen,
          })
        }
      }
      const stands = drafted.every((line) => lines(now).includes(line))
      const answer = await publish(runId).then(
        () => 'published',
        (error: { code: string }) => error.code,
      )
      expect(answer).toBe(stands ? 'published' : 'billing.run_outdated')
      seen[stands ? 'published' : 'refused'] += 1
    }),
    { numRuns: 40, endOnFailure: true },
  )
  expect(seen.refused).toBeGreaterThan(0)
  expect(seen.published).toBeGreaterThan(0)
}, 120_000)
