import { fees as texts } from '@heju/i18n/console/fees'
import { daysInPeriod, formatYuan, parsePeriod } from '@heju/kernel'
import { useTexts } from '../../app/language.tsx'
import { scaled } from '../../parts/figures.tsx'

interface Factors {
  quantityE2: number
  priceE4: number
  additionFen: number
  days: number
  wholeDays: number | null
  period: string
  amountFen: number
}

/** How an amount came about, in a sentence that can be read out to whoever asks. */
export function How(bill: Factors) {
  const t = useTexts(texts)
  const { quantityE2, additionFen, days, wholeDays, amountFen } = bill
  const price = scaled(bill.priceE4, 4)
  const base =
    quantityE2 === 100 ? t('how.whole', { price }) : t('how.area', { quantity: scaled(quantityE2, 2), price })
  const addition = additionFen === 0 ? '' : t('how.addition', { amount: formatYuan(additionFen) })
  const month = daysInPeriod(parsePeriod(bill.period))
  const part =
    wholeDays !== null && wholeDays !== days
      ? t('how.share', { days, whole: wholeDays })
      : days < month
        ? t('how.days', { days, month })
        : ''
  return (
    <span className="how">{base + addition + part + t('how.equals', { amount: formatYuan(amountFen) })}</span>
  )
}
