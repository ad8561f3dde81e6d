import { addDays, newId, type CivilDate, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { bills, payerAgreements } from './tables.ts'
import { targetColumns } from './targets.ts'
import { rooms, type OccupancyRole } from '../../estate/registry/index.ts'
import { freshRequestId, testCtx } from '../../testing.ts'
import { billTarget, type AssignedTariff, type TargetFacts } from './bill-target.ts'
import { draftBillRun } from './draft-bill-run.ts'
import { publishBillRun } from './publish-bill-run.ts'
import { addOwnItems, ownItems } from '../items/testing.ts'
import { productItems } from '../items/index.ts'
import { roundings, roundingUnits, tariffStates, type TariffBasis } from './rules.ts'
import { Estate } from './testing.ts'

/** November 2026, and days around it, so that much begins or ends within. */
const period = '2026-11' as Period
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-11-01' as CivilDate, days))
const range = fc
  .tuple(fc.option(day, { nil: null, freq: 2 }), fc.option(day, { nil: null, freq: 2 }))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { fromOn: b, toOn: a } : { fromOn: a, toOn: b }))

const roles: OccupancyRole[] = [
  'owner',
  'owner',
  'owner',
  'co_owner',
  'family',
  'tenant',
  'user',
  'developer',
]
const place = fc.record({
  areaE2: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null, freq: 8 }),
  /** Areas that it had before, the latest first, each for some days up to the next. */
  earlier: fc.array(
    fc.record({
      areaE2: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: null, freq: 5 }),
      days: fc.integer({ min: 1, max: 25 }),
    }),
    { maxLength: 2 },
  ),
  areaFromOn: day,
  archived: fc.integer({ max: 20, min: 0 }).map((n) => n === 0),
  unsold: fc.boolean(),
  assigned: fc.array(
    fc.record({
      tariff: fc.nat({ max: 5 }),
      fromOn: day,
      days: fc.option(fc.nat({ max: 60 }), { nil: null, freq: 3 }),
      /** So many days after the first it is cut in two. */
      cut: fc.option(fc.nat({ max: 30 }), { nil: null, freq: 2 }),
    }),
    { maxLength: 3 },
  ),
  occupants: fc.array(fc.record({ role: fc.constantFrom(...roles), range }), { minLength: 1, maxLength: 4 }),
  /** A bill that somebody made of some days before: by its tariff or another, of its payer, whole or with gaps. */
  billed: fc.option(
    fc.record({
      fromOn: fc.nat({ max: 29 }),
      days: fc.nat({ max: 29 }),
      by: fc.nat({ max: 4 }),
      gaps: fc.boolean(),
      /** Which of its tariffs, or another for the same. */
      tariff: fc.nat({ max: 6 }),
      /** Void since: as if it had never been. */
      takenBack: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    }),
    { nil: null, freq: 2 },
  ),
  /** Of somebody who is nothing else there, or of one of the occupants: also of who owns it meanwhile. */
  agreement: fc.option(
    fc.record({ fromOn: day, days: fc.option(fc.nat({ max: 30 }), { nil: null }), by: fc.nat({ max: 4 }) }),
    { nil: null, freq: 2 },
  ),
})

const price = fc.record({
  priceE4: fc.oneof(
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.constant(1),
  ),
  additionFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })),
  rounding: fc.constantFrom(...roundings),
  roundingUnitFen: fc.constantFrom(...roundingUnits),
})
const tariff = fc.record({
  feeItem: fc.constantFrom(...productItems, ...Object.keys(ownItems)),
  surcharge: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  byArea: fc.boolean(),
  state: fc.constantFrom(...tariffStates, ...Array.from({ length: 9 }, () => 'active' as const)),
  prices: fc.array(price, { minLength: 1, maxLength: 3 }),
  fromOn: day.map((on) => addDays(on, -20)),
  lengths: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }),
  open: fc.boolean(),
})

type Given = typeof place extends fc.Arbitrary<infer T> ? T : never
type LaidTariff = Omit<AssignedTariff, 'tariffId' | 'fromOn' | 'toOn'> & { id: string }

test('a run bills thousands of places exactly as the rule in plain code bills each', async () => {
  let compared = 0
  let otherwise = 0
  let takenBack = 0
  let runs = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(tariff, { minLength: 6, maxLength: 6 }),
      fc.array(place, { minLength: 400, maxLength: 400 }),
      async (tariffs, places) => {
        // Of four runs one is the first to bill its month, whatever is drawn.
        const found = await compare(tariffs, places, runs % 4 !== 3)
        runs += 1
        compared += found.made
        otherwise += found.otherwise
        takenBack += found.takenBack
      },
    ),
    { numRuns: 6, endOnFailure: true },
  )
  // What is drawn does reach what this is about. How often is chance: of thousands of places, some.
  expect(compared).toBeGreaterThan(0)
  expect(otherwise).toBeGreaterThan(0)
  expect(takenBack).toBeGreaterThan(0)
}, 120_000)

async function compare(
  tariffs: readonly (typeof tariff extends fc.Arbitrary<infer T> ? T : never)[],
  places: readonly Given[],
  othersBilled: boolean,
): Promise<{ made: number; otherwise: number; takenBack: number }> {
  const ctx = await testCtx()
  await addOwnItems(ctx)
  const estate = await Estate.lay(ctx)
  const laid: LaidTariff[] = []
  for (const [i, random] of tariffs.entries()) {
    // Two are for the same in any case, so that one may stand against the other.
    const two =
      i < 2 ? { ...random, feeItem: 'property' as const, state: 'active' as const, surcharge: false } : random
    // The first has a price all month: days that the other has billed are seen in any case.
    const given = i === 0 ? { ...two, fromOn: '2026-09-01' as CivilDate, open: true } : two
    // The last is for the parking spaces.
    const basis: TariffBasis = i === 5 ? 'parking_space' : given.byArea ? 'area' : 'room'
    const id = await estate.tariff({ ...given, ...given.prices[0], basis, toOn: endOf(given, 0) })
    const prices = []
    for (let n = 1; n < given.prices.length; n += 1) {
      await estate.price(id, { ...given.prices[n], fromOn: beginOf(given, n), toOn: endOf(given, n) })
    }
    const rows = await estate.all<{ id: string; from_on: CivilDate; to_on: CivilDate | null }>(
      sql`SELECT id, from_on, to_on FROM tariff_prices WHERE tariff_id = ${id} ORDER BY from_on`,
    )
    for (const [n, row] of rows.entries()) {
      prices.push({ id: row.id, fromOn: row.from_on, toOn: row.to_on, ...given.prices[n]! })
    }
    const { feeItem, state, surcharge } = given
    const exclusive = ownItems[feeItem]?.exclusive ?? feeItem !== 'other'
    laid.push({ id, basis, prices, feeItem, exclusive, state, surcharge })
  }

  const half = places.length / 2
  const roomIds = await estate.rooms(
    places.slice(0, half).map(({ areaE2, archived, unsold }) => ({
      areaE2,
      archived,
      state: unsold ? 'unsold' : 'occupied',
    })),
  )
  const spaceIds = await estate.spaces(places.length - half)
  const people = await estate.people(places.length * 5)
  const targets = places.map((given, i) => {
    const isRoom = i < half
    const id = (isRoom ? roomIds[i] : spaceIds[i - half]) as string
    const assigned = nonOverlapping(
      given.assigned.map(({ tariff: n, fromOn, days, cut }) => ({
        ...laid[isRoom ? n % 5 : 5]!,
        fromOn,
        toOn: days === null ? null : addDays(fromOn, days),
        cut,
      })),
    ).flatMap(inTwo)
    const occupants = given.occupants.map(({ role, range: { fromOn, toOn } }, k) => ({
      personId: people[i * 5 + k] as string,
      role,
      fromOn,
      toOn,
    }))
    const agreements =
      given.agreement === null || i % 4 !== 0
        ? []
        : [
            {
              personId: people[i * 5 + given.agreement.by] as string,
              fromOn: given.agreement.fromOn,
              toOn:
                given.agreement.days === null ? null : addDays(given.agreement.fromOn, given.agreement.days),
            },
          ]
    const before = billedOf(given, assigned, laid, people.slice(i * 5)).filter(
      (bill) => othersBilled || bill.takenBack,
    )
    const facts: TargetFacts = {
      kind: isRoom ? 'room' : 'parking',
      areas: isRoom ? areasOf(given) : [],
      archived: isRoom && given.archived,
      unsold: isRoom && given.unsold,
      assigned: assigned.map(({ id: tariffId, ...rest }) => ({ tariffId, ...rest })),
      occupants,
      agreements,
      billed: before.filter((bill) => !bill.takenBack),
    }
    return { id, facts, before, assigned }
  })
  await layAreas(ctx, targets)
  await layBilled(ctx, estate.projectId, targets)
  await estate.assignAll(
    targets.flatMap(({ id: targetId, assigned }) =>
      assigned.map(({ id: tariffId, fromOn, toOn }) => ({ targetId, tariffId, fromOn, toOn })),
    ),
  )
  await estate.occupy(
    targets.flatMap(({ id, facts }) =>
      facts.occupants.map(({ personId, role, fromOn, toOn }) => ({
        place: id,
        person: personId,
        role: role as OccupancyRole,
        fromOn,
        toOn,
      })),
    ),
  )
  const agreed = targets.flatMap(({ id, facts }) =>
    facts.agreements.map((agreement) => ({
      id: newId('agr', ctx.now),
      projectId: estate.projectId,
      targetId: id,
      createdAt: ctx.now,
      personId: agreement.personId,
      fromOn: agreement.fromOn as string,
      toOn: agreement.toOn,
    })),
  )
  if (agreed.length > 0) await ctx.db.orm.insert(payerAgreements).values(agreed)

  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })

  const anySpaceTariff = laid[5]!.state !== 'disabled'
  const expected = targets.map(({ id, facts }) => ({
    id,
    alreadyBilled: facts.billed.length > 0,
    ...billTarget(facts, period),
  }))
  const made =
    await estate.all(sql`SELECT coalesce(room_id, parking_space_id) AS id, tariff_id, price_id, fee_item, from_on, to_on, days,
    payer_person_id, liable_person_id, quantity_e2, whole_days, whole_fen, amount_fen FROM bills WHERE run_id = ${runId}`)
  expect(sorted(made)).toEqual(
    sorted(
      expected.flatMap(({ id, bills: calculated }) =>
        calculated.map((bill) => ({
          id,
          tariff_id: bill.tariffId,
          price_id: bill.priceId,
          fee_item: bill.feeItem,
          from_on: bill.fromOn,
          to_on: bill.toOn,
          days: bill.days,
          payer_person_id: bill.payerPersonId,
          liable_person_id: bill.liablePersonId,
          quantity_e2: bill.quantityE2,
          whole_days: bill.wholeDays,
          whole_fen: bill.wholeFen,
          amount_fen: bill.amountFen,
        })),
      ),
    ),
  )
  const skips =
    await estate.all(sql`SELECT coalesce(room_id, parking_space_id) AS id, tariff_id, reason, days, on_day, other_tariff_id
    FROM bill_run_skips WHERE run_id = ${runId}`)
  // Of a place without a tariff a run speaks only where it has no bill of the month either.
  const expectedSkips = expected.flatMap(({ id, alreadyBilled, skips: calculated }) =>
    calculated
      .filter(
        ({ tariffId }) => tariffId !== null || (!alreadyBilled && (id.startsWith('room_') || anySpaceTariff)),
      )
      .map((skip) => ({
        id,
        tariff_id: skip.tariffId,
        reason: skip.reason,
        days: skip.days,
        on_day: skip.onDay,
        other_tariff_id: skip.otherTariffId,
      })),
  )
  expect(distinct(skips)).toEqual(distinct(expectedSkips))
  // Nothing has changed since: whatever the places are, none of these drafts is taken for outdated.
  await publishBillRun(ctx, { requestId: freshRequestId(), runId, remind: false })
  const otherwise = expectedSkips.filter(({ reason }) => reason === 'billed_otherwise').length
  const emptied = new Set(
    targets.filter(({ before, facts }) => before.length > facts.billed.length).map(({ id }) => id),
  )
  const takenBack = expectedSkips.filter(({ id, reason }) => reason === 'ended' && emptied.has(id)).length
  return { made: made.length, otherwise, takenBack }
}

/** An assignment as it is, or its days cut in two. */
function inTwo<T extends { fromOn: CivilDate; toOn: CivilDate | null; cut: number | null }>({
  cut,
  ...one
}: T): Omit<T, 'cut'>[] {
  if (cut === null) return [one]
  const last = addDays(one.fromOn, cut)
  if (one.toOn !== null && last >= one.toOn) return [one]
  return [
    { ...one, toOn: last },
    { ...one, fromOn: addDays(last, 1) },
  ]
}

/** The areas of a room, the latest first. Of equal ones the later is no change: who says it again moves its first day. */
function areasOf(given: Given): TargetFacts['areas'] {
  return stretchesOf(given).reduceRight<TargetFacts['areas']>((later, area) => {
    const [before, ...rest] = later
    return before?.areaE2 === area.areaE2 ? [{ ...before, toOn: area.toOn }, ...rest] : [area, ...later]
  }, [])
}

function stretchesOf({ areaE2, areaFromOn, earlier }: Given): TargetFacts['areas'] {
  if (earlier.length === 0) return [{ fromOn: null, toOn: null, areaE2 }]
  const begins = earlier.map((_, i) =>
    i === earlier.length - 1
      ? null
      : addDays(
          areaFromOn,
          earlier.slice(0, i + 1).reduce((sum, { days }) => sum - days, 0),
        ),
  )
  const before = earlier.map((area, i) => ({
    fromOn: begins[i]!,
    toOn: addDays(i === 0 ? areaFromOn : begins[i - 1]!, -1),
    areaE2: area.areaE2,
  }))
  return [{ fromOn: areaFromOn, toOn: null, areaE2 }, ...before]
}

async function layAreas(ctx: Ctx, targets: readonly { id: string; facts: TargetFacts }[]): Promise<void> {
  for (const { id, facts } of targets) {
    const [now, ...before] = facts.areas
    if (now === undefined || before.length === 0) continue
    const sequence = [...before.toReversed(), now]
    // As it came about: each change of the area keeps what was before.
    for (const { fromOn, areaE2 } of sequence)
      await ctx.db.orm.update(rooms).set({ areaE2, areaFromOn: fromOn }).where(eq(rooms.id, id))
  }
}

type BilledBefore = TargetFacts['billed'][number] & { takenBack: boolean }

/** A bill of the place that was there before the run: by a tariff that it has, mostly the first, or by another. */
function billedOf(
  given: Given,
  assigned: readonly { id: string; feeItem: string; surcharge: boolean }[],
  laid: readonly LaidTariff[],
  people: readonly string[],
): BilledBefore[] {
  const { billed } = given
  const [first, second] = assigned
  if (billed === null || first === undefined) return []
  const same = laid.find(({ id, feeItem }) => feeItem === first.feeItem && id !== first.id)
  const by = (billed.tariff > 2 ? same : billed.tariff > 1 ? second : first) ?? first
  const from = billed.fromOn
  const to = Math.min(29, from + billed.days)
  const [fromOn, toOn] = [from, to].map((days) => addDays('2026-11-01' as CivilDate, days)) as [
    CivilDate,
    CivilDate,
  ]
  const days = to - from + 1 - (billed.gaps && to > from ? 1 : 0)
  const payerPersonId = people[billed.by] as string
  const { takenBack } = billed
  const { id: tariffId, feeItem, surcharge } = by
  return [{ tariffId, feeItem, surcharge, payerPersonId, fromOn, toOn, days, takenBack }]
}

async function layBilled(
  ctx: Ctx,
  projectId: string,
  targets: readonly { id: string; before: readonly BilledBefore[] }[],
): Promise<void> {
  const rows = targets.flatMap(({ id, before }) =>
    before.map(({ takenBack, surcharge: _surcharge, ...bill }) => ({
      ...bill,
      ...targetColumns(id),
      id: newId('bill', ctx.now),
      projectId,
      priceId: '-',
      period,
      quantityE2: 100,
      amountFen: 1,
      dueOn: '2026-11-30',
      ...(takenBack
        ? { state: 'void' as const, voidedAt: ctx.now, voidReason: '更正' }
        : { state: 'published' as const }),
      createdAt: ctx.now,
    })),
  )
  for (let from = 0; from < rows.length; from += 500)
    await ctx.db.orm.insert(bills).values(rows.slice(from, from + 500))
}

function beginOf(given: { fromOn: CivilDate; lengths: number[] }, n: number): CivilDate {
  return addDays(
    given.fromOn,
    given.lengths.slice(0, n).reduce((sum, length) => sum + length, 0),
  )
}

function endOf(
  given: { fromOn: CivilDate; lengths: number[]; prices: unknown[]; open: boolean },
  n: number,
): CivilDate | null {
  if (n === given.prices.length - 1 && given.open) return null
  return addDays(beginOf(given, n + 1), -1)
}

/** A tariff is assigned to a place at most once on a day. */
function nonOverlapping<T extends { id: string; fromOn: CivilDate; toOn: CivilDate | null }>(
  given: T[],
): T[] {
  return given.filter(
    (one, i) =>
      !given
        .slice(0, i)
        .some(
          (other) =>
            other.id === one.id &&
            other.fromOn <= (one.toOn ?? '9999') &&
            one.fromOn <= (other.toOn ?? '9999'),
        ),
  )
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted()
}

function distinct(rows: readonly unknown[]): string[] {
  return sorted(rows).filter((row, i, all) => row !== all[i - 1])
}
