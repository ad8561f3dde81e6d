import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCreditCode } from './credit-code.ts'

// Of companies that are listed, as their reports print them.
test.each(['91440300708461136T', '914403001922038216', '91330100799655058B'])('%s is one', (code) => {
  expect(isCreditCode(code)).toBe(true)
})

test.each([
  '',
  '91440300708461136',
  '91440300708461136TT',
  '91440300708461136t',
  '91440300708461136A',
  '9144030070846113OT',
])('“%s” is none', (code) => {
  expect(isCreditCode(code)).toBe(false)
})

test('a sign that is mistyped, or two neighbours that are swapped, are found', () => {
  const code = '91440300708461136T'
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, sign) => {
      const mistyped = code.slice(0, at) + sign + code.slice(at + 1)
      expect(isCreditCode(mistyped)).toBe(mistyped === code)
    }),
  )
  for (let at = 0; at < 17; at++) {
    const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2)
    expect(isCreditCode(swapped)).toBe(swapped === code)
  }
})
