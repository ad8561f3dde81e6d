import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  asFen,
  formatDifference,
  formatYuan,
  moneyMalformed,
  moneyOutOfRange,
  moneyTooPrecise,
  multiplyToFen,
  nothingToShareBy,
  parseYuan,
  type Rounding,
  roundToFen,
  toChineseCapitals,
  yuanText,
} from './money.ts'

const anyFen = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
const anyRounding = fc.constantFrom<Rounding>('half_up', 'half_even', 'up', 'down')
const price = fc.integer({ min: 0, max: 9_999_999 })
const quantity = fc.integer({ min: 0, max: 99_999_999 })

describe('multiplying a price', () => {
  test.each([
    ['2.50 元 × 89.37 ㎡ = 223.425 元, half up', 25_000, 8937, { rounding: 'half_up' }, 22_343],
    ['the same, half even', 25_000, 8937, { rounding: 'half_even' }, 22_342],
    ['the same, down', 25_000, 8937, { rounding: 'down' }, 22_342],
    [
      'three months are rounded once, not three times',
      25_000,
      8937,
      { months: 3, rounding: 'half_up' },
      67_028,
    ],
    ['16 of 30 days', 25_000, 8937, { part: { days: 16, of: 30 }, rounding: 'half_up' }, 11_916],
    [
      'one month and 16 of 30 days',
      25_000,
      8937,
      { months: 1, part: { days: 16, of: 30 }, rounding: 'half_up' },
      34_259,
    ],
    ['no months', 25_000, 8937, { months: 0, rounding: 'up' }, 0],
    ['a correction mirrors the charge', 25_000, -8937, { rounding: 'half_up' }, -22_343],
  ] as const)('%s', (_, priceE4, quantityE2, charge, fen) => {
    expect(multiplyToFen(priceE4, quantityE2, charge)).toBe(fen)
  })

  test('agrees with exact arithmetic: never further than the rounding allows', () => {
    fc.assert(
      fc.property(
        price,
        quantity,
        fc.integer({ min: 0, max: 36 }),
        fc.integer({ min: 28, max: 31 }),
        fc.nat(31),
        anyRounding,
        (priceE4, quantityE2, months, of, dayCount, rounding) => {
          const days = Math.min(dayCount, of)
          const fen = BigInt(multiplyToFen(priceE4, quantityE2, { months, part: { days, of }, rounding }))
          const denominator = 10_000n * BigInt(of)
          const product = BigInt(priceE4) * BigInt(quantityE2) * (BigInt(months) * BigInt(of) + BigInt(days))
          const error = fen * denominator - product
          if (rounding === 'down') expect(error <= 0n && error > -denominator).toBe(true)
          else if (rounding === 'up') expect(error >= 0n && error < denominator).toBe(true)
          else expect(2n * error <= denominator && 2n * error >= -denominator).toBe(true)
        },
      ),
    )
  })

  test('a half goes away from zero by half_up and to the even fen by half_even', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 50n), max: 2n ** 50n }), (whole) => {
        const half = 2n * whole + (whole < 0n ? -1n : 1n)
        const away = whole + (whole < 0n ? -1n : 1n)
        expect(BigInt(roundToFen(half, 2n, 'half_up'))).toBe(away)
        expect(BigInt(roundToFen(half, 2n, 'half_even'))).toBe(whole % 2n === 0n ? whole : away)
      }),
    )
  })

  test('all the days of a month cost what the month costs', () => {
    fc.assert(
      fc.property(
        price,
        quantity,
        fc.integer({ min: 28, max: 31 }),
        anyRounding,
        (priceE4, quantityE2, of, rounding) => {
          const byDays = multiplyToFen(priceE4, quantityE2, { part: { days: of, of }, rounding })
          expect(byDays).toBe(multiplyToFen(priceE4, quantityE2, { rounding }))
        },
      ),
    )
  })

  test.each([
    ['a fraction', () => multiplyToFen(1.5, 100, { rounding: 'down' })],
    ['an amount beyond 2^53', () => multiplyToFen(Number.MAX_SAFE_INTEGER, 10_000_000, { rounding: 'down' })],
    ['a month of no days', () => multiplyToFen(1, 1, { part: { days: 1, of: 0 }, rounding: 'down' })],
    ['not a number', () => asFen(Number.NaN)],
  ])('%s is refused', (_, act) => {
    expect(act).toThrow(moneyOutOfRange().message)
  })
})

describe('sharing a total', () => {
  test('the fen that are left go to the largest remainders, on a tie to the first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(100, [1, 2, 4])).toEqual([14, 29, 57])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocate(5, [0, 3, 0])).toEqual([0, 5, 0])
  })

  test('conserves the total, stays within one fen of the exact share, gives nothing for no weight', () => {
    fc.assert(
      fc.property(
        anyFen,
        fc
          .array(fc.nat(10_000_000), { minLength: 1, maxLength: 60 })
          .filter((weights) => weights.some(Boolean)),
        (total, weights) => {
          const shares = allocate(total, weights)
          const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
          expect(shares.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total))
          for (const [index, weight] of weights.entries()) {
            const error = BigInt(shares[index]!) * sum - BigInt(total) * BigInt(weight)
            expect(error < sum && error > -sum).toBe(true)
            if (weight === 0) expect(Math.abs(shares[index]!)).toBe(0)
          }
        },
      ),
    )
  })

  test('nothing to share by is refused, and so is a negative weight', () => {
    expect(() => allocate(100, [0, 0])).toThrow(nothingToShareBy().message)
    expect(() => allocate(100, [])).toThrow(nothingToShareBy().message)
    expect(() => allocate(100, [2, -1])).toThrow(moneyOutOfRange().message)
  })
})

describe('writing and reading yuan', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123_450, '¥1,234.50'],
    [-123_450, '-¥1,234.50'],
    [100_000_000, '¥1,000,000.00'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('%i fen is %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })

  test.each([
    [2566, '+¥25.66'],
    [-35_924, '−¥359.24'],
    [0, '¥0.00'],
  ])('a difference of %i fen is %s', (fen, text) => {
    expect(formatDifference(fen)).toBe(text)
  })

  test('the symbol can be left out', () => {
    expect(formatYuan(123_450, { symbol: '' })).toBe('1,234.50')
    expect(yuanText(-123_450)).toBe('-1234.50')
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen)
        expect(parseYuan(`${yuanText(fen)}元`)).toBe(fen)
      }),
    )
  })

  test.each([
    ['1234.5', 123_450],
    [' 1,234.50 ', 123_450],
    ['１２３４．５０元', 123_450],
    ['￥１，２３４', 123_400],
    ['¥ 0.07', 7],
    ['-12', -1200],
    ['¥-12.3', -1230],
    ['-0', 0],
  ])('%s is read as %i fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  test.each([
    '',
    '元',
    '1,23',
    '12,345,6',
    '1.',
    '.5',
    '1e3',
    '--1',
    '-¥-1',
    '1.2.3',
    '一百',
    '12元5角',
    'NaN',
  ])('"%s" is refused as malformed', (text) => {
    expect(() => parseYuan(text)).toThrow(moneyMalformed().message)
  })

  test('more than two decimals are refused and counted, even when they are zeros', () => {
    expect(() => parseYuan('1.005')).toThrow(
      expect.objectContaining({ code: moneyTooPrecise.code, params: { decimals: 3 } }),
    )
    expect(() => parseYuan('1.000')).toThrow(moneyTooPrecise().message)
  })

  test('an amount beyond 2^53 fen is refused', () => {
    expect(() => parseYuan('90071992547409.92')).toThrow(moneyOutOfRange().message)
  })
})

describe('capitals', () => {
  test.each([
    // The examples of the annex to the payment and settlement measures.
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    // The edges.
    ['0', '零元整'],
    ['0.50', '伍角整'],
    ['0.05', '伍分'],
    ['10', '壹拾元整'],
    ['-100', '负壹佰元整'],
    ['1000050000', '壹拾亿零伍万元整'],
    ['10000000000000', '壹拾万亿元整'],
  ])('%s 元 is %s', (yuan, capitals) => {
    expect(toChineseCapitals(parseYuan(yuan))).toBe(capitals)
  })

  test('capitals say the amount, close with 整 unless there are 分, and never repeat or strand a 零', () => {
    const sparse = fc
      .array(fc.constantFrom(0, 0, 0, 1, 5, 9), { minLength: 1, maxLength: 15 })
      .map((d) => Number(d.join('')))
    fc.assert(
      fc.property(fc.oneof(anyFen, fc.integer({ min: -1_000_000, max: 1_000_000 }), sparse), (fen) => {
        const capitals = toChineseCapitals(fen)
        expect(readCapitals(capitals)).toBe(BigInt(fen))
        expect(capitals).toMatch(/[整分]$/)
        if (fen !== 0) expect(capitals).not.toMatch(/零零|零[元万亿角分整]|^负?零/)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Reads the part before the last `unit` as so many of `scale`, and adds the rest. */
function by(part: string, unit: string, scale: bigint, inner: (part: string) => bigint): bigint {
  const at = part.lastIndexOf(unit)
  return at < 0 ? inner(part) : inner(part.slice(0, at)) * scale + inner(part.slice(at + 1))
}

/** An independent reading of capitals: digits by place, 万 and 亿 as multipliers. */
function readCapitals(text: string): bigint {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  const upTo9999 = (part: string) => {
    let [sum, digit] = [0, 0]
    for (const character of part) {
      const place = places[character]
      if (place === undefined) digit = digits.indexOf(character)
      else [sum, digit] = [sum + digit * place, 0]
    }
    return BigInt(sum + digit)
  }
  const wan = (part: string) => by(part, '万', 10_000n, upTo9999)
  const negative = text.startsWith('负')
  const [, yuan = '', jiao = '零', cents = '零'] = /^负?(?:(.*)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(text)!
  const fen = by(yuan, '亿', 100_000_000n, wan) * 100n + upTo9999(jiao) * 10n + upTo9999(cents)
  return negative ? -fen : fen
}
