import { addDays, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testCtx } from '../../testing.ts'
import { daysOf, shareByDays, stretchFen, type Stretch } from './amounts.ts'
import { payersOf } from './payers.ts'
import {
  largestAdditionFen,
  largestAreaE2,
  largestPriceE4,
  roundings,
  roundingUnits,
  type Charged,
} from './rules.ts'
import { amount } from './stretch-sql.ts'

const months = ['2026-11', '2026-12', '2027-02', '2028-02'] as const
const stretch = fc
  .tuple(fc.constantFrom(...months), fc.nat({ max: 27 }), fc.nat({ max: 27 }), fc.boolean())
  .map(([month, a, b, whole]): Stretch => {
    const first = `${month}-01` as CivilDate
    const last = addDays(`${month}-28` as CivilDate, month === '2026-12' ? 3 : month === '2026-11' ? 2 : 0)
    if (whole) return { fromOn: first, toOn: month === '2028-02' ? addDays(last, 1) : last }
    return { fromOn: addDays(first, Math.min(a, b)), toOn: addDays(first, Math.max(a, b)) }
  })
const charged: fc.Arbitrary<Charged> = fc.record({
  priceE4: fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: largestPriceE4.area })),
  quantityE2: fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: largestAreaE2 })),
  additionFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: largestAdditionFen })),
  rounding: fc.constantFrom(...roundings),
  roundingUnitFen: fc.constantFrom(...roundingUnits),
})
const extreme: Charged = {
  priceE4: largestPriceE4.area,
  quantityE2: largestAreaE2,
  additionFen: largestAdditionFen,
  rounding: 'up',
  roundingUnitFen: 1,
}

test('SQL settles every amount to the fen that exact arithmetic gives, up to the largest there may be', async () => {
  const ctx = await testCtx()
  const cases = fc.sample(fc.tuple(charged, stretch), 5_000)
  cases.push([extreme, { fromOn: '2026-12-01' as CivilDate, toOn: '2026-12-31' as CivilDate }])
  const rows = cases.map(([of, days]) => [
    of.priceE4,
    of.quantityE2,
    of.additionFen,
    of.rounding,
    of.roundingUnitFen,
    daysOf(days),
    daysOf({ fromOn: `${days.fromOn.slice(0, 7)}-01` as CivilDate, toOn: lastOf(days) }),
  ])
  const bias = sql`CASE p.rounding WHEN 'up' THEN 2 * p.denominator - 2 WHEN 'down' THEN 0 ELSE p.denominator END`
  const answer = await ctx.db.orm.all<{ fen: number }>(sql`
    SELECT ${amount(sql`p.quantity`, sql`p.days`)} AS fen FROM (SELECT *, ${bias} AS bias FROM (
      SELECT key, value ->> 0 AS price_e4, value ->> 1 AS quantity, (value ->> 2) * 10000 AS addition_e4,
        value ->> 3 AS rounding, value ->> 4 AS unit, value ->> 5 AS days,
        10000 * (value ->> 6) * (value ->> 4) AS denominator
      FROM json_each(${JSON.stringify(rows)})) p) p ORDER BY key`)
  expect(answer.map(({ fen }) => fen)).toEqual(cases.map(([of, days]) => stretchFen(of, days)))
})

function lastOf({ fromOn }: Stretch): CivilDate {
  const next = addDays(`${fromOn.slice(0, 7)}-28` as CivilDate, 4)
  return addDays(`${next.slice(0, 7)}-01` as CivilDate, -1)
}

test('a whole month is price × area, rounded once: 94.56 m² at 2.80 yuan is 264.77 yuan', () => {
  const month = { fromOn: '2026-09-01' as CivilDate, toOn: '2026-09-30' as CivilDate }
  const charge = {
    priceE4: 28_000,
    quantityE2: 9_456,
    additionFen: 0,
    rounding: 'half_up',
    roundingUnitFen: 1,
  } as const
  expect(stretchFen(charge, month)).toBe(26_477)
  expect(stretchFen({ ...charge, roundingUnitFen: 10 }, month)).toBe(26_480)
  expect(stretchFen({ ...charge, roundingUnitFen: 100 }, month)).toBe(26_500)
  expect(stretchFen({ ...charge, rounding: 'down', roundingUnitFen: 100 }, month)).toBe(26_400)
})

test('whoever shares a month, the shares add up to the month to the fen', () => {
  const month = { fromOn: '2026-11-01' as CivilDate, toOn: '2026-11-30' as CivilDate }
  const changes = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { maxLength: 5 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), changes, (fen, days) => {
      const begins = [0, ...days.toSorted((a, b) => a - b)]
      const occupants = begins.map((from, i) => ({
        personId: `pers_${i}`,
        role: 'owner',
        fromOn: addDays(month.fromOn, from),
        toOn: i + 1 < begins.length ? addDays(month.fromOn, begins[i + 1]! - 1) : null,
      }))
      const shares = shareByDays(fen, payersOf('room', month, occupants, []), 1)
      expect(shares).toHaveLength(begins.length)
      expect(shares.reduce((sum, share) => sum + share.amountFen, 0)).toBe(fen)
      expect(shares.reduce((sum, share) => sum + share.days, 0)).toBe(30)
      for (const share of shares) expect(Math.abs(share.amountFen - (fen * share.days) / 30)).toBeLessThan(1)
    }),
  )
})
