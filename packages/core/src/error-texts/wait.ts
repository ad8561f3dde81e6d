import type { Locale } from '@heju/i18n'

const minute = 60
const hour = 60 * minute

/**
 * How long people are to wait, in the unit in which they would say it and never too short: `45秒`, `2分钟`, `24小时`.
 * @param seconds of at least a second
 */
export function waitText(seconds: number, locale: Locale): string {
  const [of, unit] =
    seconds <= minute
      ? ([1, 'second'] as const)
      : seconds <= hour
        ? ([minute, 'minute'] as const)
        : ([hour, 'hour'] as const)
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(Math.ceil(seconds / of))
}
