/** zh-CN is the source; the others are complete. */
export const locales = ['zh-CN', 'zh-Hant', 'en'] as const
export type Locale = (typeof locales)[number]

/** One text in every language; placeholders are ICU (`{name}`). */
export type Text = Readonly<Record<Locale, string>>
export type Texts = Readonly<Record<string, Text>>

/** The locale that a wish such as an `Accept-Language` header comes nearest to; undefined when none fits. */
export function nearestLocale(wish: string | undefined): Locale | undefined {
  for (const part of (wish ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return undefined
}
