import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCursor, encodeCursor, pageOf, type Page } from './paging.ts'

describe('pages by key', () => {
  test('a cursor gives back the key that it was made of, Chinese names included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (name, at) => {
        expect(decodeCursor<[string, number]>(encodeCursor([name, at]), ['string', 'number'])).toEqual([
          name,
          at,
        ])
      }),
    )
  })

  test('what is not a cursor of the list is refused and named', () => {
    const others = [[1], ['a', 'b'], [1, 2, 3], [1, 'a\0'], [1, '\uD800']].map(encodeCursor)
    for (const text of ['x', '', ...others]) {
      expect(() => decodeCursor<[number, string]>(text, ['number', 'string'])).toThrow(
        expect.objectContaining({
          code: 'request.invalid',
          fields: [{ path: 'after', code: 'field.cursor' }],
        }),
      )
    }
    expect(decodeCursor<[number]>(undefined, ['number'])).toBeUndefined()
  })

  test('pages put together are the list, and the last one says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), (length, limit) => {
        const list = Array.from({ length }, (_, i) => i)
        const seen: number[] = []
        for (let from: number | undefined = 0; from !== undefined;) {
          const page: Page<number> = pageOf(list.slice(from, from + limit + 1), limit, (row) => [row])
          seen.push(...page.items)
          const last: readonly [number] | undefined = decodeCursor<[number]>(page.next ?? undefined, [
            'number',
          ])
          from = last === undefined ? undefined : last[0] + 1
        }
        expect(seen).toEqual(list)
      }),
    )
  })
})
