import type { Locale } from '@heju/i18n'
import { civilDateOf, formatInstant, formatYuan, hasDay, timeOfDayOf } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'

/** `en` is written the British way: 30 November. */
const tags: Record<Locale, string> = { 'zh-CN': 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: Locale, parts: 'day' | 'dayOfYear' | 'month'): Intl.DateTimeFormat {
  const key = `${locale} ${parts}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(tags[locale], {
    // Civil dates have no zone: they are read and written as days of UTC.
    timeZone: 'UTC',
    month: 'long',
    ...(parts === 'month' ? {} : { day: 'numeric' }),
    ...(parts === 'day' ? {} : { year: 'numeric' }),
  })
  formats.set(key, format)
  return format
}

/** Money, days and times as the pages of one request write them. */
export interface Show {
  /** `¥1,234.50` */
  money(fen: number): string
  /** 11月30日; with the year where it is not this one. */
  day(on: string): string
  /** 2026年11月 */
  month(period: string): string
  /** 11月22日 15:04 */
  moment(at: number): string
  /** 2026-11-30 in words, always with the year. */
  date(on: string): string
}

export function showFor(c: HttpContext): Show {
  const { locale, now, company } = c.var
  const thisYear = civilDateOf(now, company.zone).slice(0, 4)
  const write = (on: string, parts: 'day' | 'dayOfYear' | 'month') =>
    formatOf(locale, parts).format(new Date(`${on}T00:00Z`))
  const day = (on: string) => write(on, on.startsWith(thisYear) ? 'day' : 'dayOfYear')
  return {
    money: formatYuan,
    day,
    month: (period) => write(`${period}-01`, 'month'),
    moment: (at) =>
      hasDay(at)
        ? `${day(civilDateOf(at, company.zone))} ${timeOfDayOf(at, company.zone)}`
        : formatInstant(at, company.zone),
    date: (on) => write(on, 'dayOfYear'),
  }
}

/** A scaled integer as people write it: 28000 of 10^4 is `2.80`, 28550 is `2.855`. */
export function decimal(scaled: bigint | number, scale: number, least = 2): string {
  const digits = String(scaled).padStart(scale + 1, '0')
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(least, '0')
  return fraction === '' ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${fraction}`
}
