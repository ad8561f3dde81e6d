import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placesOf, type Contender } from './places.ts'

/** A value with a standard error to both sides, known as well as a normal one. */
const known = (id: string, value: number, error: number): Contender => ({
  id,
  value,
  down: error,
  up: error,
  n: Infinity,
})
const sets = (contenders: readonly Contender[]) =>
  Object.fromEntries(placesOf(contenders).map(({ id, from, to }) => [id, [from, to]]))

/** PISA 2018, mathematics: means and standard errors (OECD; the example of the R package csranks). */
const pisa = [
  ['Australia', 491.36, 1.9398],
  ['Austria', 498.9423, 2.971],
  ['Belgium', 508.0703, 2.2627],
  ['Canada', 512.0169, 2.3575],
  ['Chile', 417.4066, 2.4159],
  ['Colombia', 390.9323, 2.9896],
  ['Czech Republic', 499.4677, 2.4607],
  ['Denmark', 509.3984, 1.735],
  ['Estonia', 523.4146, 1.7436],
  ['Finland', 507.3014, 1.9679],
  ['France', 495.4076, 2.3202],
  ['Germany', 500.0438, 2.6471],
  ['Greece', 451.3703, 3.0912],
  ['Hungary', 481.0826, 2.3196],
  ['Iceland', 495.1874, 1.9531],
  ['Ireland', 499.6329, 2.1986],
  ['Israel', 463.0345, 3.4986],
  ['Italy', 486.5899, 2.78],
  ['Japan', 526.9733, 2.4715],
  ['Korea', 525.933, 3.1214],
  ['Latvia', 496.1263, 1.9628],
  ['Lithuania', 481.1912, 1.9533],
  ['Luxembourg', 483.4215, 1.0976],
  ['Mexico', 408.8015, 2.4932],
  ['Netherlands', 519.231, 2.6323],
  ['New Zealand', 494.4897, 1.7059],
  ['Norway', 500.9638, 2.219],
  ['Poland', 515.6479, 2.6021],
  ['Portugal', 492.4874, 2.6846],
  ['Slovak Republic', 486.1649, 2.5556],
  ['Slovenia', 508.8975, 1.3639],
  ['Spain', 481.3926, 1.4624],
  ['Sweden', 502.3877, 2.6543],
  ['Switzerland', 515.3147, 2.908],
  ['Turkey', 453.5078, 2.2604],
  ['United Kingdom', 501.7699, 2.5644],
  ['United States', 478.2447, 3.2354],
] as const

const anyContenders = fc
  .array(
    fc.record({
      value: fc.integer({ min: 70, max: 100 }),
      down: fc.integer({ min: 1, max: 50 }),
      up: fc.integer({ min: 1, max: 50 }),
      n: fc.integer({ min: 2, max: 400 }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map((each, i) => ({ ...each, down: each.down / 10, up: each.up / 10, id: `proj_${i}` })),
  )

describe('places', () => {
  test('six projects have the sets of the worked example', () => {
    expect(
      sets([
        known('A', 92.4, 0.8),
        known('B', 90.8, 0.7),
        known('C', 89.9, 1.0),
        known('D', 88.1, 0.9),
        known('E', 95.6, 1.6),
        known('F', 81.2, 2.4),
      ]),
    ).toEqual({ E: [1, 2], A: [1, 4], B: [2, 5], C: [2, 5], D: [3, 5], F: [6, 6] })
  })

  test('the bound for all pairs at once is the lower one at first: 2.3437 for three, where Holm asks for 2.3940', () => {
    const behind = (z: number) => 90 - z * Math.SQRT2
    const three = (z: number) => [known('a', 90, 1), known('b', behind(z), 1), known('c', behind(z), 1)]
    expect(sets(three(2.36))).toEqual({ a: [1, 1], b: [2, 3], c: [2, 3] })
    expect(sets(three(2.33))).toEqual({ a: [1, 3], b: [1, 3], c: [1, 3] })
  })

  test('37 countries come to what is published for them', () => {
    const found = sets(pisa.map(([id, value, error]) => known(id, value, error)))
    const firstFive = Object.keys(found).filter((id) => (found[id]?.[0] ?? 99) <= 5)
    expect(firstFive.toSorted()).toEqual([
      'Belgium',
      'Canada',
      'Denmark',
      'Estonia',
      'Finland',
      'Japan',
      'Korea',
      'Netherlands',
      'Poland',
      'Slovenia',
      'Sweden',
      'Switzerland',
    ])
    expect(found).toMatchObject({
      Japan: [1, 6],
      Estonia: [1, 6],
      Korea: [1, 7],
      Netherlands: [1, 11],
      Poland: [1, 12],
      'United Kingdom': [6, 24],
      Germany: [7, 25],
      'United States': [23, 32],
      Israel: [31, 34],
      Chile: [35, 36],
      Colombia: [37, 37],
    })
    const widths = Object.values(found).map(([from = 0, to = 0]) => to - from + 1)
    expect(widths.reduce((sum, width) => sum + width, 0) / 37).toBeCloseTo(12.08, 2)
  })

  test('a pair is measured by the ends that face each other, whichever of the two is better', () => {
    const lopsided = (id: string, value: number, down: number, up: number) => ({
      id,
      value,
      down,
      up,
      n: 200,
    })
    expect(sets([lopsided('a', 95, 1, 9), lopsided('b', 90, 9, 1)])).toEqual({ a: [1, 1], b: [2, 2] })
    expect(sets([lopsided('a', 95, 9, 1), lopsided('b', 90, 1, 9)])).toEqual({ a: [1, 2], b: [1, 2] })
  })

  test('few answers count for less: what two hundred show, six do not', () => {
    const pair = (n: number) => [
      { ...known('a', 93, 1), n },
      { ...known('b', 90, 1), n },
    ]
    expect(sets(pair(200))).toEqual({ a: [1, 1], b: [2, 2] })
    expect(sets(pair(4))).toEqual({ a: [1, 2], b: [1, 2] })
  })

  test('alike goes both ways and makes up the set; nobody of another value is above whoever is better', () => {
    fc.assert(
      fc.property(anyContenders, (contenders) => {
        const places = placesOf(contenders)
        for (const [i, { id, from, to, alike }] of places.entries()) {
          expect(from).toBeLessThanOrEqual(i + 1)
          expect(to).toBeGreaterThanOrEqual(i + 1)
          expect(to - from).toBe(alike.length)
          for (const other of alike) expect(places.find((place) => place.id === other)?.alike).toContain(id)
        }
      }),
    )
  })

  test('do not depend on the order in which projects are given', () => {
    fc.assert(
      fc.property(anyContenders, (contenders) => {
        expect(placesOf(contenders.toReversed())).toEqual(placesOf(contenders))
      }),
    )
  })

  test('of one or of none are no question', () => {
    expect(placesOf([])).toEqual([])
    expect(placesOf([known('a', 90, 1)])).toEqual([{ id: 'a', from: 1, to: 1, alike: [] }])
  })
})
