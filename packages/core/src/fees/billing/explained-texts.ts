import type { Locale, Texts } from '@heju/i18n'
import { translator } from '@heju/i18n'

/** How the amount of a bill came about, in words by which anybody can work it out again. */
const billExplained = {
  area: {
    'zh-CN': '计费面积 {quantity} ㎡ × 每平方米每月 {price} 元 = {product} 元',
    'zh-Hant': '計費面積 {quantity} ㎡ × 每平方公尺每月 {price} 元 = {product} 元',
    en: '{quantity} ㎡ × ¥{price} per ㎡ and month = ¥{product}',
  },
  room: {
    'zh-CN': '每户每月 {price} 元',
    'zh-Hant': '每戶每月 {price} 元',
    en: '¥{price} per room and month',
  },
  parking_space: {
    'zh-CN': '每个车位每月 {price} 元',
    'zh-Hant': '每個車位每月 {price} 元',
    en: '¥{price} per parking space and month',
  },
  addition: {
    'zh-CN': '加上每月附加 {addition} 元，每月共 {sum} 元',
    'zh-Hant': '加上每月附加 {addition} 元，每月共 {sum} 元',
    en: 'plus ¥{addition} a month, ¥{sum} a month in all',
  },
  days: {
    'zh-CN': '计费日期 {from} 至 {to}',
    'zh-Hant': '計費日期 {from} 至 {to}',
    en: 'For {from} to {to}',
  },
  daysOf: {
    'zh-CN': '计费日期 {from} 至 {to} 中的 {days} 天',
    'zh-Hant': '計費日期 {from} 至 {to} 中的 {days} 天',
    en: 'For {days} of the days from {from} to {to}',
  },
  part: {
    'zh-CN': '全月 {monthDays} 天，只算 {days} 天：× {days} ÷ {monthDays}',
    'zh-Hant': '全月 {monthDays} 天，只算 {days} 天：× {days} ÷ {monthDays}',
    en: '{days} of the month’s {monthDays} days: × {days} ÷ {monthDays}',
  },
  result: { 'zh-CN': '得 {amount} 元', 'zh-Hant': '得 {amount} 元', en: 'makes ¥{amount}' },
  rounded: {
    'zh-CN': '{way}到{unit}，得 {amount} 元',
    'zh-Hant': '{way}到{unit}，得 {amount} 元',
    en: '{way} to the {unit}: ¥{amount}',
  },
  share: {
    'zh-CN': '这段时间换过缴费人，按天分摊：{whole} 元 × {days} ÷ {wholeDays}，舍去到{unit}，得 {amount} 元',
    'zh-Hant':
      '這段時間換過繳費人，按天分攤：{whole} 元 × {days} ÷ {wholeDays}，捨去到{unit}，得 {amount} 元',
    en: 'Shared by days with whoever owed it before or after: ¥{whole} × {days} ÷ {wholeDays}, rounded down to the {unit}: ¥{amount}',
  },
  rest: {
    'zh-CN': '分摊余下的尾数 {rest} 元计入本笔，得 {amount} 元',
    'zh-Hant': '分攤餘下的尾數 {rest} 元計入本筆，得 {amount} 元',
    en: 'plus ¥{rest} left over from sharing: ¥{amount}',
  },
  'rounding.half_up': { 'zh-CN': '四舍五入', 'zh-Hant': '四捨五入', en: 'Rounded' },
  'rounding.half_even': {
    'zh-CN': '四舍六入五成双',
    'zh-Hant': '四捨六入五成雙',
    en: 'Rounded half to even',
  },
  'rounding.up': { 'zh-CN': '进位', 'zh-Hant': '進位', en: 'Rounded up' },
  'rounding.down': { 'zh-CN': '舍去尾数', 'zh-Hant': '捨去尾數', en: 'Rounded down' },
  'unit.1': { 'zh-CN': '分', 'zh-Hant': '分', en: 'fen' },
  'unit.10': { 'zh-CN': '角', 'zh-Hant': '角', en: 'jiao' },
  'unit.100': { 'zh-CN': '元', 'zh-Hant': '元', en: 'yuan' },
  between: { 'zh-CN': '；', 'zh-Hant': '；', en: '; ' },
} as const satisfies Texts

/** All that decided the amount of a bill. */
export interface BillFactors {
  basis: 'area' | 'room' | 'parking_space'
  /** ㎡ × 10^2; 100 where the price is per room or space. */
  quantityE2: number
  /** Yuan × 10^4. */
  priceE4: number
  additionFen: number
  rounding: 'half_up' | 'half_even' | 'up' | 'down'
  /** 1, 10 or 100. */
  roundingUnitFen: number
  /** YYYY-MM, and the days of it, both included. */
  period: string
  fromOn: string
  toOn: string
  days: number
  /** Days and amount of the whole stretch of which it is a share; null where it is no share. */
  wholeDays: number | null
  wholeFen: number | null
  amountFen: number
}

/**
 * The steps of the calculation, each with what it comes to: the one source for the owners' page, the desk and the file.
 * Whoever works them out as they are written gets the bill's amount to the fen.
 * @param day how a day is written, 2026-11-30 unless given
 */
export function explainBill(bill: BillFactors, locale: Locale, day = (on: string) => on): string[] {
  const t = translator(billExplained, locale)
  const { priceE4, additionFen, period, days, amountFen } = bill
  const month = daysOfMonth(period)
  // Where several owed in turn, the stretch was calculated as a whole and then shared by days.
  const wholeDays = bill.wholeDays ?? days
  const wholeFen = bill.wholeFen ?? amountFen
  // Price carries 10^4 and quantity 10^2: the exact product, before anything is rounded, carries 10^6.
  const productE6 = BigInt(priceE4) * BigInt(bill.quantityE2)
  const monthlyE6 = productE6 + BigInt(additionFen) * 10_000n
  const isExact = monthlyE6 * BigInt(wholeDays) === BigInt(wholeFen) * 10_000n * BigInt(month)
  const price = decimal(priceE4, 4)
  const lines = [
    t(bill.basis, { quantity: decimal(bill.quantityE2, 2), price, product: decimal(productE6, 6) }),
  ]
  if (additionFen > 0)
    lines.push(t('addition', { addition: decimal(additionFen, 2), sum: decimal(monthlyE6, 6) }))
  if (days < month) {
    const span = Number(bill.toOn.slice(8)) - Number(bill.fromOn.slice(8)) + 1
    const range = { from: day(bill.fromOn), to: day(bill.toOn), days }
    lines.push(t(days < span ? 'daysOf' : 'days', range))
  }
  if (wholeDays < month) lines.push(t('part', { days: wholeDays, monthDays: month }))
  const amount = decimal(wholeFen, 2)
  if (!isExact) {
    const way = t(`rounding.${bill.rounding}`)
    lines.push(t('rounded', { way, unit: t(unitOf(bill.roundingUnitFen)), amount }))
  } else if (wholeDays < month) lines.push(t('result', { amount }))
  return days < wholeDays ? [...lines, ...shareOf(bill, wholeFen, wholeDays, t)] : lines
}

/** The same in one sentence. */
export function billSentence(bill: BillFactors, locale: Locale): string {
  return explainBill(bill, locale).join(translator(billExplained, locale)('between'))
}

/** One's own days of a stretch: rounded down, and one unit more where it got one of those left over. */
function shareOf(
  { days, amountFen, roundingUnitFen }: BillFactors,
  wholeFen: number,
  wholeDays: number,
  t: ReturnType<typeof translator<typeof billExplained>>,
): string[] {
  // Bills of before were shared to the fen, whatever their amounts were rounded to.
  const unit = amountFen % roundingUnitFen === 0 ? roundingUnitFen : 1
  const exact = BigInt(wholeFen) * BigInt(days)
  const floor = Number(exact / BigInt(wholeDays) / BigInt(unit)) * unit
  const whole = decimal(wholeFen, 2)
  const lines = [t('share', { whole, days, wholeDays, unit: t(unitOf(unit)), amount: decimal(floor, 2) })]
  if (amountFen !== floor)
    lines.push(t('rest', { rest: decimal(amountFen - floor, 2), amount: decimal(amountFen, 2) }))
  return lines
}

function unitOf(fen: number): 'unit.1' | 'unit.10' | 'unit.100' {
  if (fen === 100) return 'unit.100'
  return fen === 10 ? 'unit.10' : 'unit.1'
}

function daysOfMonth(period: string): number {
  const [year, month] = period.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()
}

/** A scaled integer as people write it, with two decimals or as many as it has: 28000 of 10^4 is `2.80`. */
function decimal(scaled: bigint | number, scale: number): string {
  const digits = String(scaled).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(2, '0')
  return `${digits.slice(0, -scale)}.${fraction}`
}
