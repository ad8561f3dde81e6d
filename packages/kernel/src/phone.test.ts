import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPhone, maskPhone, parsePhone } from './phone.ts'

describe('reading a telephone number', () => {
  test.each([
    ['13812341234', 'mobile', '+8613812341234'],
    ['138 1234 1234', 'mobile', '+8613812341234'],
    ['138-1234-1234', 'mobile', '+8613812341234'],
    ['+86 138 1234 1234', 'mobile', '+8613812341234'],
    ['86-138-1234-1234', 'mobile', '+8613812341234'],
    ['0086 13812341234', 'mobile', '+8613812341234'],
    ['１３８１２３４１２３４', 'mobile', '+8613812341234'],
    ['13812341234.0', 'mobile', '+8613812341234'],
    ['021-62345678', 'landline', '+862162345678'],
    ['（021）6234 5678', 'landline', '+862162345678'],
    ['+86 21 6234 5678', 'landline', '+862162345678'],
    ['+86 (0)21 6234 5678', 'landline', '+862162345678'],
    ['010-88886666', 'landline', '+861088886666'],
    ['0512-6234567', 'landline', '+865126234567'],
    ['0755-26345678', 'landline', '+8675526345678'],
    ['400-820-8820', 'service', '+864008208820'],
    ['+852 9123 4567', 'foreign', '+85291234567'],
    ['00853 6612 3456', 'foreign', '+85366123456'],
  ])('%s is a %s number', (text, kind, number) => {
    expect(parsePhone(text)).toEqual({ kind, number })
  })

  test.each([
    ['021-62345678-801', '+862162345678', '801'],
    ['021-6234-5678转12', '+862162345678', '12'],
    ['400-820-8820 ext. 3', '+864008208820', '3'],
    ['02162345678x9', '+862162345678', '9'],
  ])('%s has an extension', (text, number, extension) => {
    expect(parsePhone(text)).toMatchObject({ number, extension })
  })

  test('a landline without an area code is one only where the city is known', () => {
    expect(parsePhone('62345678')).toBeNull()
    expect(parsePhone('62345678', '021')).toEqual({ kind: 'landline', number: '+862162345678' })
    expect(parsePhone('62345678-801', '021')).toMatchObject({ number: '+862162345678', extension: '801' })
  })

  test.each([
    ['nothing', ''],
    ['a word', '无'],
    ['a placeholder of ones', '11111111111'],
    ['a placeholder of zeros', '00000000000'],
    ['a digit too few', '1381234123'],
    ['a digit too many', '138123412345'],
    ['two numbers', '13812341234/13912341234'],
    ['two numbers with a space', '13812341234 13912341234'],
    ['a number that a spreadsheet spoilt', '1.38E+10'],
    ['no such prefix', '12812341234'],
    ['an identity number', '110101199003070011'],
    ['a mobile number with an extension', '13812341234转1'],
    ['a number behind more blanks than a line has', `${' '.repeat(200)}13812341234`],
    ['a few characters that stand for hundreds', 'ﷺ'.repeat(50)],
  ])('%s is no telephone number', (_, text) => {
    expect(parsePhone(text)).toBeNull()
    expect(parsePhone(text, '021')).toBeNull()
  })
})

const anyMobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.nat(999_999_999))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`)
const anyLandline = fc
  .tuple(
    fc.constantFrom('010', '021', '0512', '0755', '0991'),
    fc.integer({ min: 2000_0000, max: 8999_9999 }),
  )
  .map(([area, number]) => area + String(number))

describe('showing a telephone number', () => {
  test.each([
    ['+8613812341234', '138 1234 1234', '138****1234'],
    ['+862162345678', '021-62345678', '021-****5678'],
    ['+865126234567', '0512-6234567', '0512-****4567'],
    ['+864008208820', '400-820-8820', '400-***-8820'],
    ['+85291234567', '+85291234567', '+852****4567'],
    ['placeholder', 'placeholder', '****'],
    ['', '', '****'],
  ])('%s is shown as %s and masked as %s', (number, shown, masked) => {
    expect(formatPhone(number)).toBe(shown)
    expect(maskPhone(number)).toBe(masked)
  })

  test('what is shown is read back as the same number', () => {
    fc.assert(
      fc.property(fc.oneof(anyMobile, anyLandline), (text) => {
        const phone = parsePhone(text)!
        expect(parsePhone(phone.number)).toEqual(phone)
        expect(parsePhone(formatPhone(phone.number))).toEqual(phone)
      }),
    )
  })

  test('a mask hides at least three digits and no number can be read from it', () => {
    fc.assert(
      fc.property(fc.oneof(anyMobile, anyLandline), (text) => {
        const masked = maskPhone(parsePhone(text)!.number)
        expect(masked).toMatch(/\*{3}/)
        expect(parsePhone(masked)).toBeNull()
      }),
    )
  })
})
