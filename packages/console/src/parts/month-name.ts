import { useCallback } from 'react'
import { useLanguage } from '../app/language.tsx'

/** A month as people say it, 2026年11月: in a sentence 2026-11 reads like a number. */
export function useMonthName(): (period: string) => string {
  const { locale } = useLanguage()
  return useCallback(
    (period) =>
      new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        year: 'numeric',
        month: 'long',
        // A month has no zone: it is read and written as one of UTC.
        timeZone: 'UTC',
      }).format(new Date(`${period}-01T00:00Z`)),
    [locale],
  )
}
