import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf } from './change.ts'
import { differenceOf } from './difference.ts'
import { levelOf, spreadOf, type Sample, type Spread } from './ratio.ts'
import { sampleOf, sharedOf, single, sumsOf, type Opinion } from './testing.ts'

const anyOpinion: fc.Arbitrary<Opinion> = fc.record({
  x: fc.integer({ min: 6, max: 30 }),
  y: fc.integer({ min: 6, max: 30 }),
})
const anyOpinions = fc.array(anyOpinion, { minLength: 2, maxLength: 60 })
const asked = (persons: number) => ({ persons, households: persons })
const opinions = (x: readonly number[], y: readonly number[]): Opinion[] =>
  x.map((expected, i) => ({ x: expected, y: y[i] ?? 0 }))
const top = (n: number, mark = 30) => Array.from({ length: n }, () => ({ x: mark, y: mark }))

describe('the level of one month', () => {
  // A worked example: 12 of 40 answered.
  const twelve = sampleOf(
    opinions(
      [30, 28, 30, 25, 30, 29, 24, 30, 30, 27, 30, 26],
      [30, 26, 30, 24, 28, 29, 12, 30, 27, 25, 30, 23],
    ),
  )

  test('is found ÷ expected, between the ends with one more household at the worst and one at the best', () => {
    const level = levelOf(twelve, asked(40))
    expect(level?.value).toBeCloseTo(92.62537, 5)
    expect(level?.error).toBeCloseTo(2.954448, 6)
    expect(level?.interval?.low).toBeCloseTo(79.46481, 4)
    expect(level?.interval?.high).toBeCloseTo(99.48213, 4)
    const spread = spreadOf(twelve)
    expect((spread?.down ?? 0) * Math.sqrt(0.7)).toBeCloseTo(5.979391, 6)
    expect((spread?.up ?? 0) * Math.sqrt(0.7)).toBeCloseTo(3.115315, 6)
  })

  test('is not certain where all who answered give top marks', () => {
    const five = levelOf(sampleOf(top(5)), asked(9))
    expect(five?.value).toBe(100)
    expect(five?.interval?.low).toBeCloseTo(66.88896, 5)
    expect(five?.interval?.high).toBe(100)
    const thirty = levelOf(sampleOf(top(30)), asked(300))
    expect(thirty?.interval?.low).toBeCloseTo(94.73748, 5)
    expect(levelOf(sampleOf(top(30, 5), single), asked(300))?.interval?.low).toBeCloseTo(94.73748, 5)
  })

  test('says nothing without answers, and gives one answer no interval', () => {
    expect(levelOf(sampleOf([]), asked(100))).toBeNull()
    expect(levelOf(sampleOf([{ x: 30, y: 24 }]), asked(100))).toEqual({
      value: 80,
      interval: null,
      error: null,
    })
  })

  test('an owner of five rooms who answers for each is one opinion, not five', () => {
    const others = opinions([28, 26, 30, 25], [25, 20, 28, 24])
    const rooms = [...others, ...Array.from({ length: 5 }, () => ({ x: 30, y: 12 }))]
    const persons: Sample = { ...sampleOf([...others, { x: 150, y: 60 }]), answers: 9 }
    const [byRoom, byPerson] = [
      levelOf(sampleOf(rooms), asked(100)),
      levelOf(persons, { persons: 90, households: 100 }),
    ]
    expect(byPerson?.value).toBeCloseTo(byRoom?.value ?? 0, 10)
    const width = (level: typeof byRoom) => (level?.interval?.high ?? 0) - (level?.interval?.low ?? 0)
    expect(width(byPerson)).toBeGreaterThan(width(byRoom) * 1.5)
    // By hand: R = 157/259, Σe² by person, one more person at 6 × 9/5 rooms.
    const r = 157 / 259
    const squares = [...others, { x: 150, y: 60 }].reduce((sum, { x, y }) => sum + (y - r * x) ** 2, 0)
    const down = Math.sqrt(0.91 * 0 + (squares + (157 / 5 - 10.8) ** 2) / 20) / (259 / 5)
    expect(spreadOf(persons)?.down).toBeCloseTo(100 * down, 9)
    const up = Math.sqrt((squares + (54 - 157 / 5) ** 2) / 20) / (259 / 5)
    expect(spreadOf(persons)?.up).toBeCloseTo(100 * up, 9)
  })

  test('lies within its interval and that within the scale, whatever is answered', () => {
    fc.assert(
      fc.property(anyOpinions, fc.integer({ min: 0, max: 1000 }), (sample, more) => {
        const level = levelOf(sampleOf(sample), asked(sample.length + more))
        const { low = NaN, high = NaN } = level?.interval ?? {}
        expect(low).toBeLessThanOrEqual(level?.value ?? NaN)
        expect(high).toBeGreaterThanOrEqual(level?.value ?? NaN)
        expect(low).toBeGreaterThanOrEqual(20)
        expect(high).toBeLessThanOrEqual(500)
        if (more > 0) expect(high - low).toBeGreaterThan(0)
      }),
    )
  })

  test('is the value alone once everybody answered for every room, and not before', () => {
    fc.assert(
      fc.property(anyOpinions, (sample) => {
        const level = levelOf(sampleOf(sample), asked(sample.length))
        expect(level).toEqual({
          value: level?.value,
          interval: { low: level?.value, high: level?.value },
          error: 0,
        })
      }),
    )
    const halfHeard = levelOf(sampleOf(top(4)), { persons: 4, households: 8 })
    expect(halfHeard?.interval?.low).toBeLessThan(99)
  })

  test('does not depend on the order of the answers, and is more certain the more of all answered', () => {
    fc.assert(
      fc.property(anyOpinions, fc.integer({ min: 1, max: 500 }), (sample, more) => {
        const few = levelOf(sampleOf(sample), asked(sample.length + more + 1))
        expect(levelOf(sampleOf(sample.toReversed()), asked(sample.length + more + 1))).toEqual(few)
        const most = levelOf(sampleOf(sample), asked(sample.length + more))
        expect(most?.error ?? NaN).toBeLessThanOrEqual(few?.error ?? NaN)
      }),
    )
  })

  test('households that all answer in the same proportion leave no rounding, in whole numbers', () => {
    const all = Array.from({ length: 1000 }, (_, i) => ({ x: 3 * (i + 1), y: 2 * (i + 1) }))
    expect(spreadOf(sampleOf(all))?.error).toBe(0)
  })
})

describe('two projects', () => {
  const sums = (n: number, x: number, y: number, xx: number, yy: number, xy: number): Sample => ({
    sums: { n, x, y, xx, yy, xy },
    answers: n,
    scale: { least: 6, most: 30 },
  })
  const [a, b] = [
    sums(140, 4060, 3654, 118300, 97200, 106200),
    sums(95, 2755, 2370, 80400, 60900, 69100),
  ].map((sample) => spreadOf(sample) as Spread) as [Spread, Spread]
  /** The same with the usual errors to both sides. */
  const plain = (spread: Spread): Spread => ({ ...spread, down: spread.error, up: spread.error })

  test('differ by their values, with Welch’s degrees of freedom and no finite population correction', () => {
    expect([a.error, b.error]).toEqual([expect.closeTo(1.066933, 6), expect.closeTo(1.418839, 6)])
    const difference = differenceOf(plain(a), plain(b))
    expect(difference.value).toBeCloseTo(3.974592, 6)
    expect(difference.interval.low).toBeCloseTo(0.472826, 5)
    expect(difference.interval.high).toBeCloseTo(7.476358, 5)
    expect(difference.p).toBeCloseTo(0.026325, 6)
  })

  test('are measured by the ends that face each other', () => {
    const { interval } = differenceOf(a, b)
    const reach = (down: number, up: number) => Math.hypot(down, up)
    // 1.97 is t for about 190 degrees.
    expect((3.974592 - interval.low) / reach(a.down, b.up)).toBeCloseTo(1.972, 2)
    expect((interval.high - 3.974592) / reach(a.up, b.down)).toBeCloseTo(1.972, 2)
    expect(a.down).toBeGreaterThan(a.up)
  })

  test('differ beyond chance by their p where zero lies outside the interval', () => {
    const anySpread = fc.record({
      n: fc.integer({ min: 2, max: 300 }),
      value: fc.integer({ min: 60, max: 120 }),
      error: fc.constant(0),
      down: fc.double({ min: 0.1, max: 9, noNaN: true }),
      up: fc.double({ min: 0.1, max: 9, noNaN: true }),
    })
    fc.assert(
      fc.property(anySpread, anySpread, (one, other) => {
        const { interval, p } = differenceOf(one, other)
        expect(p < 0.05).toBe(interval.low > 0 || interval.high < 0)
      }),
      { numRuns: 500 },
    )
  })

  test('turn their sign when they are swapped, and are as likely chance', () => {
    const [there, back] = [differenceOf(a, b), differenceOf(b, a)]
    expect(back.value).toBeCloseTo(-there.value, 12)
    expect(back.p).toBeCloseTo(there.p, 12)
    expect(back.interval.low).toBeCloseTo(-there.interval.high, 9)
  })
})

describe('month to month', () => {
  const then = opinions([30, 28, 25, 30, 27, 30], [28, 24, 22, 30, 20, 27])
  const now = opinions([30, 28, 26, 30, 29, 24], [29, 26, 25, 30, 27, 24])
  // The first four answered both.
  const shared = sharedOf(now.slice(0, 4).map((each, i) => ({ now: each, before: then[i] ?? each })))

  test('with six answers each, takes one more household into account (and then tells nothing)', () => {
    const change = changeOf(sampleOf(now), sampleOf(then), shared, 1)
    expect(change?.value).toBeCloseTo(7.583656, 6)
    expect(change?.interval.low).toBeCloseTo(-29.334, 3)
    expect(change?.interval.high).toBeCloseTo(40.769, 3)
  })

  test('takes off twice the covariance of those who answered both, and adds none with fewer than ten', () => {
    const copies = <T>(list: readonly T[], times: number): T[] =>
      Array.from({ length: times }, () => list).flat()
    const [many, earlier] = [copies(now, 6), copies(then, 6)]
    const both = sharedOf(
      copies(
        now.slice(0, 4).map((each, i) => ({ now: each, before: then[i] ?? each })),
        6,
      ),
    )
    const change = changeOf(sampleOf(many), sampleOf(earlier), both)
    // By hand, residual by residual.
    const residual = (list: readonly Opinion[]) => {
      const { x, y } = sumsOf(list)
      return list.map((each) => each.y - (y / x) * each.x)
    }
    const [e1, e2] = [residual(many), residual(earlier)]
    const pairs = Array.from({ length: 36 }, (_, i) => i).filter((i) => i % 6 < 4)
    const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
    const [m1, m2] = [mean(pairs.map((i) => e1[i] ?? 0)), mean(pairs.map((i) => e2[i] ?? 0))]
    const s12 =
      pairs.reduce((sum, i) => sum + ((e1[i] ?? 0) - m1) * ((e2[i] ?? 0) - m2), 0) / (pairs.length - 1)
    const [x1, x2] = [sumsOf(many).x / 36, sumsOf(earlier).x / 36]
    const own = (e: readonly number[], x: number) =>
      e.reduce((sum, each) => sum + each ** 2, 0) / 35 / 36 / x ** 2
    const variance = own(e1, x1) + own(e2, x2) - (2 * (24 / (36 * 36)) * s12) / (x1 * x2)
    const half = 2.030108 * 100 * Math.sqrt(variance)
    expect(change?.interval.low).toBeCloseTo(7.583656 - half, 4)
    expect(change?.interval.high).toBeCloseTo(7.583656 + half, 4)

    const unlinked = changeOf(sampleOf(many), sampleOf(earlier), sharedOf([]))
    const wide = 2.030108 * 100 * Math.sqrt(own(e1, x1) + own(e2, x2))
    expect(unlinked?.interval.low).toBeCloseTo(7.583656 - wide, 4)
    expect(wide).toBeGreaterThan(half * 1.1)
    const nine = changeOf(sampleOf(many), sampleOf(earlier), { ...both, n: 9 })
    expect(nine).toEqual(unlinked)
  })

  test('of very unequal or uniform rounds takes the ends with one more household', () => {
    const [long, short] = [
      Array.from({ length: 13 }, () => then).flat(),
      Array.from({ length: 5 }, () => now).flat(),
    ]
    const width = (a: readonly Opinion[], b: readonly Opinion[]) => {
      const change = changeOf(sampleOf(a), sampleOf(b), sharedOf([]))
      return (change?.interval.high ?? 0) - (change?.interval.low ?? 0)
    }
    const plain = (a: readonly Opinion[], b: readonly Opinion[], t: number) =>
      2 * t * Math.hypot(spreadOf(sampleOf(a))?.error ?? 0, spreadOf(sampleOf(b))?.error ?? 0)
    expect(width(short, long.slice(0, 60))).toBeCloseTo(plain(short, long.slice(0, 60), 2.04523), 3)
    expect(width(short, long)).toBeGreaterThan(1.05 * plain(short, long, 2.04523))
    const uniform = changeOf(sampleOf(top(40)), sampleOf(top(40)), sharedOf([]))
    expect(uniform).toMatchObject({ value: 0, p: 1 })
    expect(uniform?.interval.low).toBeLessThan(-3)
  })

  test('is nothing when nothing changed; turns its sign when the months are swapped', () => {
    fc.assert(
      fc.property(anyOpinions, anyOpinions, (a, b) => {
        expect(changeOf(sampleOf(a), sampleOf(a), sharedOf([]))).toMatchObject({ value: 0, p: 1 })
        const [there, back] = [
          changeOf(sampleOf(a), sampleOf(b), sharedOf([])),
          changeOf(sampleOf(b), sampleOf(a), sharedOf([])),
        ]
        expect(back?.value).toBeCloseTo(-(there?.value ?? NaN), 9)
        expect(back?.p).toBeCloseTo(there?.p ?? NaN, 9)
        expect(back?.interval.low).toBeCloseTo(-(there?.interval.high ?? NaN), 6)
      }),
    )
  })

  test('is beyond chance by its p where zero lies outside its ends, unrounded', () => {
    fc.assert(
      fc.property(anyOpinions, anyOpinions, (a, b) => {
        const { interval, p } = changeOf(sampleOf(a), sampleOf(b), sharedOf([])) ?? { p: 1 }
        expect(p < 0.05).toBe(interval !== undefined && (interval.low > 0 || interval.high < 0))
      }),
    )
  })

  test('cannot be told from a single answer', () => {
    expect(changeOf(sampleOf(top(1)), sampleOf(top(40)), sharedOf([]))).toBeNull()
    expect(changeOf(sampleOf(top(40)), sampleOf(top(1)), sharedOf([]))).toBeNull()
  })
})
