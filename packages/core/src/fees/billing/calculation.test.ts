import { locales } from '@heju/i18n'
import { billSentence, type BillFactors } from './explained-texts.ts'
import { addDays, type CivilDate, type Period, type Rounding } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billTarget, type CalculatedBill, type TargetFacts } from './bill-target.ts'
import { roundings, roundingUnits, type RoundingUnit } from './rules.ts'

/*
 * The rule as a person would work it out with a calendar: a note for every day of the month, then equal neighbours put
 * together. It knows nothing of ranges that overlap, which is what the product calculates with.
 */

const period = '2026-11' as Period
const days = Array.from({ length: 30 }, (_, i) => addDays('2026-11-01' as CivilDate, i))

interface Terms {
  from: number
  priceE4: number
  additionFen: number
  rounding: Rounding
  unit: RoundingUnit
}

/** What holds from which day (0 to 29) until the next entry; `null` for nothing. */
interface Story {
  assigned: { from: number; to: number }
  prices: (Terms | { from: number; priceE4: null })[]
  areas: { from: number; areaE2: number | null }[]
  owners: { from: number; who: string | null }[]
}

const from = fc.nat({ max: 29 })
const terms = fc.record({
  from,
  priceE4: fc.integer({ min: 1, max: 90_000 }),
  additionFen: fc.oneof(fc.constant(0), fc.nat({ max: 5_000 })),
  rounding: fc.constantFrom(...roundings),
  unit: fc.constantFrom(...roundingUnits),
})
const story: fc.Arbitrary<Story> = fc.record({
  assigned: fc.tuple(from, from).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  prices: begun(fc.oneof({ weight: 4, arbitrary: terms }, fc.record({ from, priceE4: fc.constant(null) }))),
  areas: begun(
    fc.record({ from, areaE2: fc.option(fc.integer({ min: 1, max: 40_000 }), { nil: null, freq: 6 }) }),
  ),
  owners: begun(fc.record({ from, who: fc.constantFrom('pers_a', 'pers_a', 'pers_b', 'pers_c', null) })),
})

/** Entries in the order of their days, each day once, the first from the beginning of the month. */
function begun<T extends { from: number }>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .uniqueArray(entry, { selector: (one) => one.from, minLength: 1, maxLength: 5 })
    .map((all) =>
      all.toSorted((a, b) => a.from - b.from).map((one, i) => (i === 0 ? { ...one, from: 0 } : one)),
    )
}

function at<T extends { from: number }>(entries: readonly T[], day: number): T {
  return entries.findLast((entry) => entry.from <= day) as T
}

/** Days that are next to each other and the same in everything that a key says. */
function runs(of: readonly number[], key: (day: number) => unknown): number[][] {
  const found: number[][] = []
  for (const day of of) {
    const last = found.at(-1)
    if (last !== undefined && last.at(-1) === day - 1 && key(last[0]!) === key(day)) last.push(day)
    else found.push([day])
  }
  return found
}

/** Half away from zero, half to even, up or down: on hundredths of a hundredth, in whole numbers. */
function settle(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const [floor, rest] = [numerator / denominator, numerator % denominator]
  if (rest === 0n || rounding === 'down') return floor
  if (rounding === 'up') return floor + 1n
  if (rest * 2n === denominator) return rounding === 'half_up' ? floor + 1n : floor + (floor % 2n)
  return rest * 2n > denominator ? floor + 1n : floor
}

type Line = { from: number; to: number; who: string; fen: number }

/** The bills of a month and how many days each reason takes, worked out day by day. */
function byCalendar({ assigned, prices, areas, owners }: Story): {
  lines: Line[]
  idle: Record<string, number>
} {
  const lines: Line[] = []
  const idle: Record<string, number> = {}
  const leave = (why: string, count: number) => (idle[why] = (idle[why] ?? 0) + count)
  const charged = days.map((_, i) => i).filter((i) => i >= assigned.from && i <= assigned.to)
  const price = (day: number) => at(prices, day)
  for (const stretch of runs(charged, (day) => `${price(day).from} ${at(areas, day).from}`)) {
    const [first] = stretch as [number]
    const term = price(first)
    const { areaE2 } = at(areas, first)
    if (term.priceE4 === null) leave('no_price', stretch.length)
    else if (areaE2 === null) leave('no_area', stretch.length)
    else {
      const unit = BigInt(term.unit)
      const monthly = BigInt(term.priceE4) * BigInt(areaE2) + BigInt(term.additionFen) * 10_000n
      const units = settle(monthly * BigInt(stretch.length), 10_000n * 30n * unit, term.rounding)
      const parts = runs(stretch, (day) => at(owners, day).who).map((part) => ({
        part,
        floor: (units * BigInt(part.length)) / BigInt(stretch.length),
        rest: (units * BigInt(part.length)) % BigInt(stretch.length),
      }))
      let left = units - parts.reduce((sum, { floor }) => sum + floor, 0n)
      for (const one of parts.toSorted((a, b) => Number(b.rest - a.rest))) {
        if (left === 0n) break
        one.floor += 1n
        left -= 1n
      }
      for (const { part, floor } of parts) {
        const { who } = at(owners, part[0]!)
        if (who === null) leave('no_owner', part.length)
        else if (floor === 0n) leave('zero', part.length)
        else lines.push({ from: part[0]!, to: part.at(-1)!, who, fen: Number(floor * unit) })
      }
    }
  }
  return { lines, idle }
}

/** The same story as the product keeps it: ranges of days. Neighbours that say the same stay two entries. */
function factsOf({ assigned, prices, areas, owners }: Story): TargetFacts {
  const range = <T extends { from: number }>(entries: readonly T[], i: number) => ({
    fromOn: days[entries[i]!.from]!,
    toOn: i + 1 < entries.length ? addDays(days[entries[i + 1]!.from]!, -1) : null,
  })
  return {
    kind: 'room',
    archived: false,
    unsold: false,
    agreements: [],
    billed: [],

    areas: areas.map(({ areaE2 }, i) => ({ ...range(areas, i), areaE2 })),
    occupants: owners.flatMap(({ who }, i) =>
      who === null ? [] : [{ personId: who, role: 'owner', ...range(owners, i) }],
    ),
    assigned: [
      {
        tariffId: 'tariff_1',
        feeItem: 'property',
        exclusive: true,
        basis: 'area',
        state: 'active',
        surcharge: false,
        fromOn: days[assigned.from]!,
        toOn: days[assigned.to]!,
        prices: prices.flatMap((price, i) =>
          price.priceE4 === null
            ? []
            : [{ id: `price_${i}`, ...price, roundingUnitFen: price.unit, ...range(prices, i) }],
        ),
      },
    ],
  }
}

describe('a month', () => {
  test('is billed as a calendar says, whatever changes in it: owners that come back, prices, areas, roundings', () => {
    let several = 0
    fc.assert(
      fc.property(story, (told) => {
        const { bills, skips } = billTarget(factsOf(told), period)
        const expected = byCalendar(told)
        const lines = bills.map(({ fromOn, toOn, payerPersonId, amountFen }): Line => ({
          from: days.indexOf(fromOn),
          to: days.indexOf(toOn),
          who: payerPersonId,
          fen: amountFen,
        }))
        expect(lines.toSorted((a, b) => a.from - b.from)).toEqual(expected.lines)
        const all = told.assigned.to - told.assigned.from + 1
        const idle = Object.fromEntries(skips.map(({ reason, days: some }) => [reason, some ?? all]))
        expect(idle).toEqual(expected.idle)
        if (new Set(lines.map(({ who }) => who)).size < lines.length) several += 1
      }),
      { numRuns: 5_000 },
    )
    expect(several).toBeGreaterThan(300)
  })

  test('is wholly accounted for: billed days and days with a reason are all days of the tariff', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { bills, skips } = billTarget(factsOf(told), period)
        const all = told.assigned.to - told.assigned.from + 1
        const billed = bills.reduce((sum, bill) => sum + bill.days, 0)
        expect(billed + skips.reduce((sum, skip) => sum + (skip.days ?? all), 0)).toBe(all)
        for (const bill of bills) expect(bill.days).toBe(spanOf(bill))
      }),
    )
  })

  test('is billed again for exactly the days of a bill that was taken back, by the same amount', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, n) => {
        const facts = factsOf(told)
        const { bills } = billTarget(facts, period)
        fc.pre(bills.length > 0)
        const taken = bills[n % bills.length]!
        const kept = bills.filter((bill) => bill !== taken)
        expect(billTarget({ ...facts, billed: kept.map(asBilled) }, period).bills).toEqual([taken])
        expect(billTarget({ ...facts, billed: bills.map(asBilled) }, period).bills).toEqual([])
      }),
    )
  })
})

const asBilled = (bill: CalculatedBill) => ({ ...bill, surcharge: false })

function spanOf({ fromOn, toOn }: CalculatedBill): number {
  return days.indexOf(toOn) - days.indexOf(fromOn) + 1
}

test('what is left of a share when amounts are whole yuan is a whole yuan, and the shares add up', () => {
  const told: Story = {
    assigned: { from: 0, to: 29 },
    prices: [{ from: 0, priceE4: 28_000, additionFen: 0, rounding: 'half_up', unit: 100 }],
    areas: [{ from: 0, areaE2: 8_937 }],
    owners: [
      { from: 0, who: 'pers_a' },
      { from: 10, who: 'pers_b' },
      { from: 20, who: 'pers_a' },
    ],
  }
  const { bills } = billTarget(factsOf(told), period)
  // 250.236 yuan is 250 yuan; a third of it 83⅓.
  expect(bills.map(({ payerPersonId, amountFen }) => [payerPersonId, amountFen])).toEqual([
    ['pers_a', 8_400],
    ['pers_b', 8_300],
    ['pers_a', 8_300],
  ])
})

/** A number as it is written, in ten-thousandths of a fen: exact. */
function exactly(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/**
 * Works a sentence out again from its own words: every number in it that is a result is calculated anew from the numbers
 * before it, and what is found instead of the result goes on to the next step. @returns fen
 */
function workedOut(sentence: string): bigint {
  const number = String.raw`¥?(\d+(?:\.\d+)?)`
  const read = (pattern: string) => new RegExp(pattern.replaceAll('#', number)).exec(sentence)?.slice(1)
  const area = read('# ㎡ × (?:每平方米每月|每平方公尺每月)? ?# ?(?:元|per ㎡ and month)')
  const flat =
    read('(?:每户每月|每戶每月|每个车位每月|每個車位每月) # 元') ??
    read('# per (?:room|parking space) and month')
  let amount = area ? (exactly(area[0]!) * exactly(area[1]!)) / 1_000_000n : exactly(flat![0]!)
  const addition = read('(?:加上每月附加|plus) #(?: 元，每月| a month)')
  if (addition) amount += exactly(addition[0]!)
  // From here on a fraction: over the days of the month, in ten-thousandths of a fen.
  let [over, under] = [amount, 10_000n]
  const part = read('(?:天：|days: )× # ÷ #')
  if (part) [over, under] = [over * BigInt(part[0]!), under * BigInt(part[1]!)]
  const unit = { 分: 1n, fen: 1n, 角: 10n, jiao: 10n, 元: 100n, yuan: 100n }
  const ways: [RegExp, Rounding][] = [
    [/四[舍捨]五入到(分|角|元)|Rounded to the (\w+)/, 'half_up'],
    [/四[舍捨]六入五成[双雙]到(分|角|元)|Rounded half to even to the (\w+)/, 'half_even'],
    [/[进進]位到(分|角|元)|Rounded up to the (\w+)/, 'up'],
    [/[舍捨]去尾[数數]到(分|角|元)|Rounded down to the (\w+)/, 'down'],
  ]
  let fen: bigint | undefined
  for (const [pattern, way] of ways) {
    const found = pattern.exec(sentence)
    if (!found) continue
    const of = unit[(found[1] ?? found[2]) as keyof typeof unit]
    fen = settle(over, under * of, way) * of
  }
  // Where nothing is said to be rounded, it comes out even.
  fen ??= (expect(over % under).toBe(0n), over / under)
  const share = /([\d.]+)(?: 元)? × (\d+) ÷ (\d+)(?:，[舍捨]去到(分|角|元)|, rounded down to the (\w+))/.exec(
    sentence,
  )
  if (share) {
    expect(exactly(share[1]!)).toBe(fen * 10_000n)
    const of = unit[(share[4] ?? share[5]) as keyof typeof unit]
    fen = ((fen * BigInt(share[2]!)) / BigInt(share[3]!) / of) * of
    const rest = read('(?:尾数|尾數|plus) #(?: 元计入| 元計入| left over)')
    if (rest) fen += exactly(rest[0]!) / 10_000n
  }
  return fen
}

function factorsOf(bill: CalculatedBill, told: Story, basis: BillFactors['basis'] = 'area'): BillFactors {
  const { unit, ...price } = told.prices[Number(bill.priceId.slice('price_'.length))] as Terms
  return { ...bill, ...price, basis, roundingUnitFen: unit, period }
}

describe('the sentence that says how an amount came about', () => {
  test.each(locales)('is worked out from its own words to the fen of the bill: %s', (locale) => {
    let shared = 0
    fc.assert(
      fc.property(story, (told) => {
        for (const bill of billTarget(factsOf(told), period).bills) {
          const sentence = billSentence(factorsOf(bill, told), locale)
          expect([sentence, workedOut(sentence)]).toEqual([sentence, BigInt(bill.amountFen)])
          if (bill.wholeDays !== null && bill.wholeDays < 30) shared += 1
        }
      }),
      { numRuns: 1_000 },
    )
    expect(shared).toBeGreaterThan(100)
  })

  test.each(locales)('is right for a room of exactly one square metre, a room and a space: %s', (locale) => {
    const whole = {
      from: 0,
      to: 29,
      quantityE2: 100,
      priceE4: 28_000,
      additionFen: 0,
      rounding: 'half_up',
    } as const
    const days30 = { fromOn: '2026-11-01', toOn: '2026-11-30', days: 30, wholeDays: null, wholeFen: null }
    const bill = { ...whole, ...days30, roundingUnitFen: 1, period, amountFen: 280 }
    for (const basis of ['area', 'room', 'parking_space'] as const)
      expect(workedOut(billSentence({ ...bill, basis }, locale))).toBe(280n)
    expect(billSentence({ ...bill, basis: 'area' }, locale)).toMatch(/^(计费面积|計費面積)? ?1\.00 ㎡ ×/)
  })

  test('of a bill of before, which was shared to the fen under amounts of whole yuan, is right too', () => {
    const bill: BillFactors = {
      basis: 'area',
      quantityE2: 8_937,
      priceE4: 28_000,
      additionFen: 0,
      rounding: 'half_up',
      roundingUnitFen: 100,
      period,
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      days: 20,
      wholeDays: 30,
      wholeFen: 25_000,
      amountFen: 16_667,
    }
    const sentence = billSentence(bill, 'zh-CN')
    expect(sentence).toContain('2026-11-01 至 2026-11-30 中的 20 天')
    expect(workedOut(sentence)).toBe(16_667n)
  })
})
