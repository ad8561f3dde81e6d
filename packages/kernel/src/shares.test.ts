import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inPercent, shareE4 } from './shares.ts'

const shown = (part: number, whole: number) => inPercent(shareE4(part, whole) ?? NaN)

describe('a share', () => {
  test.each([
    [1999, 2000, '99.9'],
    [99_999, 100_000, '99.9'],
    [999_999_999, 1_000_000_000, '99.9'],
    [1, 1_000_000, '0.1'],
    [1, 3, '33.3'],
    [923, 1000, '92.3'],
    [7, 7, '100.0'],
    [0, 7, '0.0'],
  ])('of %i in %i reads %s %%', (part, whole, text) => {
    expect(shown(part, whole)).toBe(text)
  })

  test('reads 100 % if and only if it is all, and 0 % if and only if it is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(10_000_000), (whole, some) => {
        const part = some % (whole + 1)
        expect(shareE4(part, whole) === 10_000).toBe(part === whole)
        expect(shareE4(part, whole) === 0).toBe(part === 0)
        expect(shown(part, whole) === '100.0').toBe(part === whole)
        expect(shown(part, whole) === '0.0').toBe(part === 0)
        expect(Math.abs(Number(shown(part, whole)) - (100 * part) / whole)).toBeLessThanOrEqual(0.1)
      }),
    )
  })

  test('of nothing is no share; more than all stays more than all', () => {
    expect(shareE4(0, 0)).toBeNull()
    expect(shown(12, 10)).toBe('120.0')
  })
})
