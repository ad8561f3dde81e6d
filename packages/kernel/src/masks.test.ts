import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskIdNumber, maskName } from './masks.ts'

test.each([
  ['王小明', '王*明'],
  ['王明', '王*'],
  ['欧阳小明', '欧**明'],
  ['𠮷田明', '𠮷*明'],
  ['王', '*'],
  ['', ''],
  [' 王小明 ', '王*明'],
])('the name %s is masked as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['110101199003070011', '1101**********0011'],
  ['11010119900307001X', '1101**********001X'],
  ['110101900307001', '1101*******7001'],
  ['E12345678', 'E1*****78'],
  ['H1234', '*****'],
])('the identity number %s is masked as %s', (number, masked) => {
  expect(maskIdNumber(number)).toBe(masked)
})

test('a mask keeps the length and hides two fifths or more of an identity number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,24}$/), (number) => {
      const masked = maskIdNumber(number)
      expect(masked).toHaveLength(number.length)
      expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.floor(number.length * 0.4))
    }),
  )
})
