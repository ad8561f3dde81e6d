import { translator } from '@heju/i18n'
import { portalBills } from '@heju/i18n/texts/portal/bills'
import type { MyBill } from '@heju/core/payments'
import { daysInPeriod, parsePeriod } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'
import { decimal, showFor, yuan } from './show.ts'

/** How the amount of a bill came about, step by step in plain words, and what its price stands on (D118, D133). */
export function BillExplained({ c, bill }: { c: HttpContext; bill: MyBill }) {
  const basis = basisLines(c, bill)
  const t = translator(portalBills, c.var.locale)
  return (
    <div class="explained">
      <ol>
        {steps(c, bill).map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      {basis.length > 0 && (
        <p>
          <b>{t('basis.title')}</b>
        </p>
      )}
      <ul>
        {basis.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** The lines of the reckoning, each with what it comes to. */
export function steps(c: HttpContext, bill: MyBill): string[] {
  const { priceE4, additionFen, rounding, roundingUnitFen, basis } = bill
  if (priceE4 === null || additionFen === null || rounding === null || roundingUnitFen === null) return []
  const t = translator(portalBills, c.var.locale)
  const show = showFor(c)
  const monthDays = daysInPeriod(parsePeriod(bill.period))
  // Where several owed in turn, the stretch was reckoned as a whole and then shared by days.
  const wholeDays = bill.wholeDays ?? bill.days
  const wholeFen = bill.wholeFen ?? bill.amountFen
  const part = wholeDays < monthDays
  const price = decimal(priceE4, 4)
  // Price carries 10^4 and quantity 10^2: the exact product, before anything is rounded, carries 10^6.
  const productE6 = BigInt(priceE4) * BigInt(bill.quantityE2)
  const monthlyE6 = productE6 + BigInt(additionFen) * 10_000n
  const exact = monthlyE6 * BigInt(wholeDays) === BigInt(wholeFen) * 10_000n * BigInt(monthDays)
  const amount = yuan(wholeFen)
  const lines = [
    t(`how.${basis}`, { quantity: decimal(bill.quantityE2, 2), price, product: decimal(productE6, 6) }),
  ]
  if (additionFen > 0)
    lines.push(t('how.addition', { addition: yuan(additionFen), sum: decimal(monthlyE6, 6) }))
  if (bill.days < monthDays)
    lines.push(t('how.days', { from: show.day(bill.fromOn), to: show.day(bill.toOn) }))
  if (part) lines.push(t('how.part', { days: wholeDays, monthDays }))
  if (!exact) {
    const [way, unit] = [t(`rounding.${rounding}`), t(`unit.${unitOf(roundingUnitFen)}`)]
    lines.push(t('how.rounded', { way, unit, amount }))
  } else if (part) lines.push(t('how.result', { amount }))
  if (bill.days < wholeDays)
    lines.push(t('how.share', { wholeDays, days: bill.days, whole: amount, amount: yuan(bill.amountFen) }))
  return lines
}

function unitOf(fen: number): '1' | '10' | '100' {
  return fen === 100 ? '100' : fen === 10 ? '10' : '1'
}

function basisLines(c: HttpContext, bill: MyBill): string[] {
  const t = translator(portalBills, c.var.locale)
  const { approvalKind, approvalNo, approvalOn, grade, baseE4, rangeE4 } = bill
  const lines: string[] = []
  if (approvalKind !== null) {
    const more = [approvalNo, approvalOn && showFor(c).date(approvalOn)].filter(Boolean).join(' · ')
    lines.push(t(`basis.${approvalKind}`) + (more === '' ? '' : ` (${more})`))
  }
  if (baseE4 !== null && rangeE4 !== null)
    lines.push(
      t('basis.guided', { grade: grade ?? '', base: decimal(baseE4, 4), range: decimal(rangeE4, 2, 0) }),
    )
  return lines
}
