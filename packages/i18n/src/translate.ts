import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale, Text, Texts } from './locale.ts'

export type TextParams = Readonly<Record<string, string | number | boolean | null>>

const compiled = new Map<string, IntlMessageFormat>()

/** One text with its placeholders filled. */
export function fill(text: Text, locale: Locale, params: TextParams = {}): string {
  const source = text[locale]
  if (!source.includes('{')) return source
  const key = `${locale}|${source}`
  let format = compiled.get(key)
  if (format === undefined) compiled.set(key, (format = new IntlMessageFormat(source, locale)))
  return String(format.format({ ...params }))
}

/** A function that gives the texts of a set in one language. */
export function translator<T extends Texts>(
  texts: T,
  locale: Locale,
): (key: keyof T & string, params?: TextParams) => string {
  return (key, params) => fill(texts[key] as Text, locale, params)
}
