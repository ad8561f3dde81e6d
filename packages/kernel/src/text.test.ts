import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naturalSortKey, plainText, roomName, tidy } from './text.ts'

describe('the plain form', () => {
  test.each([
    ['３－２－１５０１', '3-2-1501'],
    ['Ａ座（东）', 'A座(东)'],
    ['￥１，２００．５０', '¥1,200.50'],
    ['物业费', '物业费'],
    ['㎡②Ⅱ', 'm22II'],
    // Radicals as a PDF file gives them for the characters.
    ['\u2F00号楼⾦', '一号楼金'],
  ])('%s is %s', (written, plain) => {
    expect(plainText(written)).toBe(plain)
  })

  test.each([
    ['zero-width marks and byte order marks', '\u{FEFF}张\u200B三\u200C\u200D\u2060'],
    [
      'direction marks, embeddings, overrides and isolates',
      '\u202A张\u200E三\u200F\u202C\u202E\u2066\u2069\u061C',
    ],
    ['soft hyphens and the grapheme joiner', '张\u00AD三\u034F'],
    ['variation selectors', '张\uFE00三\u{E0100}'],
    ['fillers', '张\u3164三\uFFA0'],
    ['the blank of Braille', '张\u2800三\u2800'],
    ['control characters', '\u0000张\u0007三\u007F\u009F'],
  ])('%s are dropped', (_, written) => {
    expect(plainText(written)).toBe('张三')
    expect(tidy(written)).toBe('张三')
  })

  test.each([
    '-',
    '\u2010',
    '\u2011',
    '\u2012',
    '\u2013',
    '\u2014',
    '\u2015',
    '\u2212',
    '\uFE58',
    '\uFE63',
    '\uFF0D',
  ])('the dash %s between digits is a hyphen', (dash) => {
    expect(plainText(`139${dash}0000`)).toBe('139-0000')
  })

  test('the doubled dash of prose stays', () => {
    expect(plainText('出国——暂不入住')).toBe('出国——暂不入住')
  })

  test.each(['·', '•', '‧', '∙', '⋅', '・', '･'])('the middle dot %s of a name is the usual one', (dot) => {
    expect(plainText(`阿不都${dot}热合曼`)).toBe('阿不都·热合曼')
  })

  test('tidying squeezes white space and leaves none at the ends', () => {
    expect(tidy('\uFEFF 张\u200B 　三\u00A0\t丰 \n')).toBe('张 三 丰')
  })

  test('tidying twice changes nothing more', () => {
    const odd = [...' \u3000\u00A0\u200B\uFEFF\u202A\u00AD－—‑–Ａ￥张a\n\u0301é⼀・\u3164가가']
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 1 })) }),
        (text) => {
          expect(tidy(tidy(text))).toBe(tidy(text))
          expect(plainText(plainText(text))).toBe(plainText(text))
        },
      ),
      { numRuns: 1000 },
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
