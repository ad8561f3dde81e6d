import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateChange, estimateIndex, type SharedSums, type Sums } from './estimates.ts'
import { random, sharedOf, sumsOf, type Household } from './testing.ts'

const anyHousehold: fc.Arbitrary<Household> = fc.record({
  x: fc.integer({ min: 6, max: 30 }),
  y: fc.integer({ min: 6, max: 30 }),
})
const anySample = fc.array(anyHousehold, { minLength: 2, maxLength: 60 })
const nothingShared: SharedSums = sharedOf([])

/** The households of a project: most content, some not at all, with months that go together. */
function population(size: number, next: () => number): (Household & { later: Household })[] {
  return Array.from({ length: size }, () => {
    const mood = next()
    const score = (level: number) =>
      Array.from({ length: 6 }, () =>
        Math.max(1, Math.min(5, Math.round(level + (next() - 0.5) * 2))),
      ).reduce((a, b) => a + b)
    return {
      x: score(4.2),
      y: score(2 + 2.5 * mood),
      later: { x: score(4.2), y: score(1.9 + 2.6 * mood) },
    }
  })
}

function drawn<T>(of: readonly T[], n: number, next: () => number): T[] {
  const left = [...of]
  return Array.from({ length: n }, () => left.splice(Math.floor(next() * left.length), 1)[0] as T)
}

function indexOf(households: readonly Household[]): number {
  const { x, y } = sumsOf(households)
  return (100 * y) / x
}

describe('estimateIndex', () => {
  test('is what is found divided by what is expected', () => {
    const sums = sumsOf([
      { x: 30, y: 24 },
      { x: 20, y: 21 },
    ])
    expect(estimateIndex(sums, 100)?.value).toBeCloseTo(90, 10)
  })

  test('agrees with the ratio estimator reckoned by hand', () => {
    // R = 45/50; residuals 24 − 27 = −3 and 21 − 18 = 3; var = (1 − 2/100) ÷ (2·25²) × 18 ÷ 1.
    const estimate = estimateIndex(
      sumsOf([
        { x: 30, y: 24 },
        { x: 20, y: 21 },
      ]),
      100,
    )
    expect(estimate?.error).toBeCloseTo(100 * Math.sqrt((0.98 * 18) / (2 * 625)), 10)
    expect(estimate?.interval?.high).toBeCloseTo(90 + 12.7062 * (estimate?.error ?? 0), 6)
  })

  test('says nothing without answers, and gives one answer no interval', () => {
    expect(estimateIndex(sumsOf([]), 100)).toBeNull()
    expect(estimateIndex(sumsOf([{ x: 30, y: 24 }]), 100)).toEqual({ value: 80, interval: null, error: null })
  })

  test('lies within its interval, whatever is answered', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: 0, max: 1000 }), (sample, more) => {
        const estimate = estimateIndex(sumsOf(sample), sample.length + more)
        const { low = NaN, high = NaN } = estimate?.interval ?? {}
        expect(low).toBeLessThanOrEqual(estimate?.value ?? NaN)
        expect(high).toBeGreaterThanOrEqual(estimate?.value ?? NaN)
      }),
    )
  })

  test('does not depend on the order of the answers, and leaves nothing to chance once everybody answered', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        expect(estimateIndex(sumsOf(sample.toReversed()), 500)).toEqual(estimateIndex(sumsOf(sample), 500))
        expect(estimateIndex(sumsOf(sample), sample.length)?.error).toBe(0)
      }),
    )
  })

  test('is more certain the larger the share of households that answered', () => {
    fc.assert(
      fc.property(anySample, fc.integer({ min: 1, max: 500 }), (sample, more) => {
        const few = estimateIndex(sumsOf(sample), sample.length + more + 1)
        const most = estimateIndex(sumsOf(sample), sample.length + more)
        expect(most?.error ?? NaN).toBeLessThanOrEqual(few?.error ?? NaN)
      }),
    )
  })

  test('households that all answer in the same proportion leave no doubt, in whole numbers', () => {
    const sums = sumsOf(Array.from({ length: 1000 }, (_, i) => ({ x: 3 * (i + 1), y: 2 * (i + 1) })))
    expect(estimateIndex(sums, 5000)?.error).toBe(0)
  })

  test.each([
    [300, 30],
    [300, 100],
    [60, 30],
    [2000, 30],
  ])('covers the truth 95 times in 100: %i households, %i answers', (households, answers) => {
    const next = random(households + answers)
    const everybody = population(households, next)
    const truth = indexOf(everybody)
    const trials = 2000
    let covered = 0
    for (let trial = 0; trial < trials; trial++) {
      const { interval } = estimateIndex(sumsOf(drawn(everybody, answers, next)), households) ?? {}
      if (interval && interval.low <= truth && truth <= interval.high) covered++
    }
    expect(covered / trials).toBeGreaterThan(0.93)
    expect(covered / trials).toBeLessThan(0.97)
  })
})

describe('estimateChange', () => {
  const round = (sums: Sums, households: number) => ({ sums, households })

  test('is nothing when nothing changed, and then not significant', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const same = round(sumsOf(sample), 200)
        const change = estimateChange(same, same, nothingShared)
        expect(change?.value).toBe(0)
        expect(change?.significant).toBe(false)
      }),
    )
  })

  test('turns its sign when the months are swapped', () => {
    fc.assert(
      fc.property(anySample, anySample, (a, b) => {
        const [one, two] = [round(sumsOf(a), 200), round(sumsOf(b), 200)]
        const [there, back] = [
          estimateChange(one, two, nothingShared),
          estimateChange(two, one, nothingShared),
        ]
        expect(back?.value).toBeCloseTo(-(there?.value ?? NaN), 9)
        expect(back?.significant).toBe(there?.significant)
      }),
    )
  })

  test('cannot be told from a single answer', () => {
    const [one, many] = [
      round(sumsOf([{ x: 30, y: 30 }]), 200),
      round(sumsOf(Array.from({ length: 40 }, () => ({ x: 30, y: 20 }))), 200),
    ]
    expect(estimateChange(one, many, nothingShared)).toBeNull()
  })

  test.each([
    ['the same households', 1, 5],
    ['half of them again', 0.5, 10],
    ['others altogether', 0, 14],
  ])('covers the true change 95 times in 100 when %s answer', (_, again, widest) => {
    const next = random(7 + again)
    const households = 300
    const answers = 80
    const everybody = population(households, next)
    const truth = indexOf(everybody.map(({ later }) => later)) - indexOf(everybody)
    const trials = 2000
    let covered = 0
    let width = 0
    for (let trial = 0; trial < trials; trial++) {
      const before = drawn(everybody, answers, next)
      const stayed = before.slice(0, answers * again)
      const others = everybody.filter((one) => !before.includes(one))
      const now = [...stayed, ...drawn(others, answers - stayed.length, next)]
      const change = estimateChange(
        round(sumsOf(now.map(({ later }) => later)), households),
        round(sumsOf(before), households),
        sharedOf(stayed.map(({ x, y, later }) => ({ now: later, before: { x, y } }))),
      )
      if (change && change.interval.low <= truth && truth <= change.interval.high) covered++
      width += change ? change.interval.high - change.interval.low : NaN
    }
    expect(covered / trials).toBeGreaterThan(0.93)
    // With nobody in common the interval is made too wide rather than too narrow.
    expect(covered / trials).toBeLessThan(again === 0 ? 0.99 : 0.975)
    expect(width / trials).toBeLessThan(widest)
  })
})
