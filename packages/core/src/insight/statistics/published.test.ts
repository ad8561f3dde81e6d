import { describe, expect, test } from 'vitest'
import { betaShare } from './beta.ts'
import { adjustForMany, discoveriesOf } from './false-discovery.ts'
import { gammaShare, lnGamma } from './gamma.ts'
import { normalRange95 } from './normal-range.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { poissonInterval } from './poisson-interval.ts'
import { bothTails, studentT95 } from './student-t.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('the normal distribution', () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [-3, 0.0013498980316300946],
    [-8, 6.220960574271785e-16],
    [-20, 2.7536241186062334e-89],
  ])('below %d lies %d, to seven digits also far out', (z, share) => {
    expect(Math.abs(normalCdf(z) / share - 1)).toBeLessThan(1e-7)
  })

  // Wichura prints the first three as a check of his routine.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.5, 0],
  ])('the share %d lies below %d', (share, z) => {
    expect(normalQuantile(share)).toBeCloseTo(z, 12)
  })
})

describe("Student's t", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [15, 2.131],
    [20, 2.086],
    [30, 2.042],
    [60, 2.0],
    [100, 1.984],
  ])('with %i degrees of freedom is as published', (degrees, published) => {
    expect(studentT95(degrees)).toBeCloseTo(published, 3)
  })

  test.each([
    [11, 2.200985],
    [29, 2.04523],
    [189.4079, 1.972568],
    [0.5, 1.279_2e3],
    [Infinity, 1.959964],
  ])('with %d degrees of freedom, whole or not, is right to six decimals', (degrees, quantile) => {
    expect(Math.abs(studentT95(degrees) / quantile - 1)).toBeLessThan(degrees < 1 ? 1 : 5e-7)
    expect(bothTails(studentT95(degrees), degrees)).toBeCloseTo(0.05, 9)
  })

  test('falls towards the normal quantile and never below it', () => {
    const values = Array.from({ length: 2000 }, (_, i) => studentT95(i + 1))
    expect(values.every((value, i) => i === 0 || value < (values[i - 1] as number))).toBe(true)
    expect(values.at(-1)).toBeGreaterThan(1.95996)
  })

  test('its tails are those of the incomplete beta function, where that is a sum', () => {
    // Two degrees: 1 − t ÷ √(t² + 2).
    for (const t of [0.1, 1, 4, 40]) expect(bothTails(t, 2)).toBeCloseTo(1 - t / Math.sqrt(t ** 2 + 2), 12)
    expect(betaShare(0.3, 2, 3)).toBeCloseTo(0.3483, 12)
  })
})

describe('the gamma function', () => {
  test('is the factorial of whole numbers, and its share a sum of Poisson chances', () => {
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12)
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
    const atLeastThree = (mean: number) => 1 - Math.exp(-mean) * (1 + mean + mean ** 2 / 2)
    for (const mean of [0.1, 2, 3.9, 4.1, 30]) expect(gammaShare(3, mean)).toBeCloseTo(atLeastThree(mean), 12)
  })
})

describe('the range of k normal values', () => {
  // Tables print 4.47 for ten and 5.01 for twenty.
  test.each([
    [2, 1.96],
    [3, 2.3437],
    [6, 2.8497],
    [10, 3.1637],
    [20, 3.5438],
    [30, 3.7486],
    [50, 3.9923],
    [100, 4.3025],
    [200, 4.5933],
    [500, 4.9537],
  ])('of %i, divided by √2, is %d', (k, critical) => {
    expect(normalRange95(k) / Math.SQRT2).toBeCloseTo(critical, 4)
  })
})

describe('the exact interval of a count', () => {
  // Garwood 1936, and every table since.
  test.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [12, 6.2006, 20.9616],
  ])('of %i is %d to %d', (count, low, high) => {
    const found = poissonInterval(count)
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  test('holds for thousands as well', () => {
    const { low, high } = poissonInterval(10_000)
    expect(low).toBeCloseTo(9804.96, 1)
    expect(high).toBeCloseTo(10_197.96, 1)
  })
})

describe('the interval of a share', () => {
  // Newcombe 1998, method 3; the last by the same formula.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [18, 20, 0.698966, 0.972133],
  ])('%i of %i is %d to %d', (part, whole, low, high) => {
    const found = wilsonInterval(part, whole)
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })

  test('is narrower for the level of a month, whose households can be counted', () => {
    const found = wilsonInterval(18, 20, 60)
    expect(found?.low).toBeCloseTo(0.74214, 6)
    expect(found?.high).toBeCloseTo(0.965687, 6)
    expect(wilsonInterval(18, 20, 20)).toEqual({ low: 0.9, high: 0.9 })
  })

  test('reaches the end only where all or none are, and there exactly', () => {
    expect(wilsonInterval(0, 5)?.low).toBe(0)
    expect(wilsonInterval(5, 5)?.high).toBe(1)
    expect(wilsonInterval(4999, 5000)?.high).toBeLessThan(1)
    expect(wilsonInterval(0, 0)).toBeNull()
  })
})

describe('many tests', () => {
  // The example of Benjamini & Hochberg 1995, with scipy's adjusted values.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  const adjusted = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875,
    0.753231, 0.813214, 1,
  ]
  test('are adjusted as published, in whatever order they come', () => {
    for (const [i, value] of adjustForMany(p).entries()) expect(value).toBeCloseTo(adjusted[i] ?? 0, 6)
    const turned = adjustForMany(p.toReversed())
    for (const [i, value] of turned.entries()) expect(value).toBeCloseTo(adjusted.at(-1 - i) ?? 0, 6)
  })

  test('four are beyond chance, of which at most one is expected to be false; chance alone would show one', () => {
    expect(discoveriesOf(p)).toEqual({ compared: 15, found: 4, falseAtMost: 1, uncorrected: 1 })
    expect(discoveriesOf([])).toEqual({ compared: 0, found: 0, falseAtMost: 0, uncorrected: 0 })
  })
})
