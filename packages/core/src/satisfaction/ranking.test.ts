import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rank, type Contender } from './ranking.ts'

const contender = (projectId: string, value: number, reach: number): Contender => ({
  projectId,
  value,
  interval: { low: value - reach, high: value + reach },
})
const anyContenders = fc
  .array(fc.record({ value: fc.integer({ min: 0, max: 120 }), reach: fc.integer({ min: 0, max: 15 }) }), {
    maxLength: 12,
  })
  .map((list) => list.map(({ value, reach }, i) => contender(`proj_${i}`, value, reach)))

describe('rank', () => {
  test('projects whose intervals overlap are not told apart', () => {
    const places = rank([contender('c', 70, 1), contender('a', 92, 2), contender('b', 90, 2)])
    expect(places).toEqual([
      { projectId: 'a', place: 1, from: 1, to: 2, alike: ['b'] },
      { projectId: 'b', place: 2, from: 1, to: 2, alike: ['a'] },
      { projectId: 'c', place: 3, from: 3, to: 3, alike: [] },
    ])
  })

  test('who is certain of a place has it', () => {
    fc.assert(
      fc.property(anyContenders, (contenders) => {
        const places = rank(contenders)
        expect(places.map(({ place }) => place)).toEqual(contenders.map((_, i) => i + 1))
        for (const { place, from, to } of places) {
          expect(from).toBeLessThanOrEqual(place)
          expect(to).toBeGreaterThanOrEqual(place)
        }
      }),
    )
  })

  test('being alike goes both ways and makes up the range of places', () => {
    fc.assert(
      fc.property(anyContenders, (contenders) => {
        const places = rank(contenders)
        for (const { projectId, from, to, alike } of places) {
          expect(to - from).toBe(alike.length)
          for (const other of alike)
            expect(places.find((place) => place.projectId === other)?.alike).toContain(projectId)
        }
      }),
    )
  })

  test('does not depend on the order in which projects are given', () => {
    fc.assert(
      fc.property(anyContenders, (contenders) => {
        expect(rank(contenders.toReversed())).toEqual(rank(contenders))
      }),
    )
  })
})
