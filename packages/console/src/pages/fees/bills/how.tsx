import { billSentence } from '@heju/core/fees/billing/explained-texts'
import { useLanguage } from '../../../app/language.tsx'
import type { Bill } from './api.ts'

/** How an amount came about, in a sentence that can be read out to whoever asks. */
export function How({ bill }: { bill: Bill }) {
  const { locale } = useLanguage()
  return <span className="how">{billSentence(bill, locale)}</span>
}
