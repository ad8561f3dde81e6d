import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale, Text, Texts } from './locale.ts'

/** What fills placeholders; of several names the text has them one after the other. */
export type TextParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Names one after the other, as they are written in a language. */
export function listed(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'en' ? ', ' : '、')
}

const compiled = new Map<string, IntlMessageFormat>()

/** One text with its placeholders filled. */
export function fill(text: Text, locale: Locale, params: TextParams = {}): string {
  const source = text[locale]
  if (!source.includes('{')) return source
  const key = `${locale}|${source}`
  let format = compiled.get(key)
  if (format === undefined) compiled.set(key, (format = new IntlMessageFormat(source, locale)))
  const filled = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? listed(value, locale) : value,
  ])
  return String(format.format(Object.fromEntries(filled)))
}

/** A function that gives the texts of a set in one language. */
export function translator<T extends Texts>(
  texts: T,
  locale: Locale,
): (key: keyof T & string, params?: TextParams) => string {
  return (key, params) => fill(texts[key] as Text, locale, params)
}
