import { fill, translator, type Locale, type Text } from '@heju/i18n'
import { operatorTexts } from './texts.ts'
import { civilDateOf, timeOfDayOf } from '@heju/kernel'

/** An instant as it reads in China, where the operator sits: `2026-11-22 15:04`. */
export function moment(at: number): string {
  return `${civilDateOf(at)} ${timeOfDayOf(at)}`
}

/** `412 kB`, `3.2 MB`: powers of 1000, one decimal below ten. */
export function bytes(size: number | null): string {
  if (size === null) return '—'
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let [value, unit] = [size, 0]
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

/** An action of the audit log in words; one that has none yet as it is. */
export function actionText(action: string, locale: Locale): string {
  const text = (operatorTexts as Record<string, Text>)[`action.${action}`]
  return text === undefined ? action : fill(text, locale)
}

export function actorText(kind: string, locale: Locale): string {
  const text = (operatorTexts as Record<string, Text>)[`actor.${kind}`]
  return text === undefined ? kind : fill(text, locale)
}

export const operatorTexter = (locale: Locale) => translator(operatorTexts, locale)
