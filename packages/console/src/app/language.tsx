import { locales, nearestLocale, translator, type Locale, type TextParams, type Texts } from '@heju/i18n'
import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'

interface Language {
  locale: Locale
  choose(locale: Locale): void
}

const LanguageContext = createContext<Language>({ locale: 'zh-CN', choose: () => undefined })

function remembered(): Locale {
  const cookie = document.cookie.match(/(?:^|; )heju_lang=([^;]+)/)?.[1]
  return locales.find((locale) => locale === cookie) ?? nearestLocale(navigator.language) ?? 'zh-CN'
}

/** The language of the console, remembered in the cookie that the API reads as well. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(remembered)
  // However it was chosen: by it a reader of screens speaks, and the browser picks the shape of characters.
  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const language = useMemo(
    () => ({
      locale,
      choose(next: Locale) {
        document.cookie = `heju_lang=${next}; path=/; max-age=31536000; samesite=lax`
        setLocale(next)
      },
    }),
    [locale],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The texts of a page in the chosen language. */
export function useTexts<T extends Texts>(texts: T): (key: keyof T & string, params?: TextParams) => string {
  const { locale } = useLanguage()
  return useMemo(() => translator(texts, locale), [texts, locale])
}
