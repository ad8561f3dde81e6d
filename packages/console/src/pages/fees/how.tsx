import { fees as texts } from '@heju/i18n/console/fees'
import { useTexts } from '../../app/language.tsx'

interface Factors {
  quantityE2: number
  priceE4: number
  days: number
  wholeDays: number | null
  period: string
}

/** A scaled integer as people write it, without needless noughts. */
export function scaled(value: number, digits: number, least = 2): string {
  const text = (value / 10 ** digits).toFixed(digits)
  return text.replace(/0+$/, (noughts) => noughts.slice(0, Math.max(0, least - (digits - noughts.length))))
}

/** How an amount came about, in a line. */
export function How({ quantityE2, priceE4, days, wholeDays, period }: Factors) {
  const t = useTexts(texts)
  const price = scaled(priceE4, 4)
  const base =
    quantityE2 === 100 ? t('how.whole', { price }) : t('how.area', { quantity: scaled(quantityE2, 2), price })
  const monthDays = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).getUTCDate()
  const part =
    wholeDays !== null && wholeDays !== days
      ? t('how.share', { days, whole: wholeDays })
      : days < monthDays
        ? t('how.days', { days })
        : ''
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{base + part}</span>
}
