import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naturalSortKey, roomName, tidy, toHalfWidth } from './text.ts'

describe('half-width', () => {
  test.each([
    ['３－２－１５０１', '3-2-1501'],
    ['Ａ座（东）', 'A座(东)'],
    ['￥１，２００．５０', '¥1,200.50'],
    ['物业费', '物业费'],
    ['㎡②', '㎡②'],
  ])('%s is %s', (wide, plain) => {
    expect(toHalfWidth(wide)).toBe(plain)
  })

  test('tidying drops what nobody sees and squeezes white space', () => {
    expect(tidy('\uFEFF 张\u200B 　三\u00A0\t丰 \n')).toBe('张 三 丰')
  })

  test('tidying twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ' ',
            '\u3000',
            '\u00A0',
            '\u200B',
            '\uFEFF',
            '－',
            'Ａ',
            '￥',
            '张',
            'a',
            '\n',
          ),
        }),
        (text) => {
          expect(tidy(tidy(text))).toBe(tidy(text))
        },
      ),
    )
  })
})

test.each([
  ['3', '2', '1501', '3栋-2单元-1501'],
  ['3', null, '1501', '3栋-1501'],
  ['A', '甲', '101', 'A栋-甲-101'],
  ['5号楼', '东单元', '302', '5号楼-东单元-302'],
  ['12', '', '6B', '12栋-6B'],
])('building %s, unit %s, room %s is %s', (building, unit, room, name) => {
  expect(roomName(building, unit, room)).toBe(name)
})

describe('sorting names with numbers', () => {
  const sorted = (names: string[]) =>
    names.toSorted((a, b) => (naturalSortKey(a) < naturalSortKey(b) ? -1 : 1))

  test.each([
    ['rooms', ['101', '102', '201', '1001', '1002A', '1002B', '10001']],
    ['buildings', ['1栋', '2栋', '10栋', '11栋', 'A座', 'B座']],
    ['Chinese numerals', ['一期', '二期', '三期', '九期', '十期', '十一期', '二十期', '二十一期']],
    ['both kinds of digits', ['1栋', '二栋', '３栋', '十栋', '11栋']],
    ['whole names', ['2栋-1单元-301', '2栋-1单元-1501', '2栋-10单元-101', '10栋-1单元-101']],
  ])('%s', (_, names) => {
    expect(sorted(names.toReversed())).toEqual(names)
  })

  test('leading zeros do not matter', () => {
    expect(naturalSortKey('01栋-0301')).toBe(naturalSortKey('1栋-301'))
  })

  test('numbers sort by value, however long', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        (a, b) => {
          const keys = [`B${a}x`, `B${b}x`].map(naturalSortKey) as [string, string]
          expect(keys[0] < keys[1]).toBe(a < b)
          expect(keys[0] === keys[1]).toBe(a === b)
        },
      ),
    )
  })

  test('agrees with the platform’s numeric collation on letters and digits', () => {
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    const name = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'b', 'C'), maxLength: 14 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [naturalSortKey(a), naturalSortKey(b)]
        const order = left === right ? 0 : left < right ? -1 : 1
        expect(order).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })
})
