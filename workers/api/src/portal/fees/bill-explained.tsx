import { translator } from '@heju/i18n'
import { explainBill } from '@heju/core/fees/billing/explained-texts'
import { portalBills } from './bill-texts.ts'
import type { MyBill } from '@heju/core/fees/payments'
import type { HttpContext } from '../../http/env.ts'
import { decimal, showFor } from '../show.ts'

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

/** The lines of the calculation, each with what it comes to; none where the price is not known. */
export function steps(c: HttpContext, bill: MyBill): string[] {
  const { priceE4, additionFen, rounding, roundingUnitFen } = bill
  if (priceE4 === null || additionFen === null || rounding === null || roundingUnitFen === null) return []
  const known = { ...bill, priceE4, additionFen, rounding, roundingUnitFen }
  return explainBill(known, c.var.locale, showFor(c).day)
}

type Basis = Pick<MyBill, 'approvalKind' | 'approvalNo' | 'approvalOn' | 'grade' | 'baseE4' | 'rangeE4'>

/** What a price stands on: committee, contract or authority, and the guided price that it keeps to. */
export function basisLines(c: HttpContext, price: Basis): string[] {
  const t = translator(portalBills, c.var.locale)
  const { approvalKind, approvalNo, approvalOn, grade, baseE4, rangeE4 } = price
  const lines: string[] = []
  if (approvalKind !== null) {
    const more = [approvalNo, approvalOn && showFor(c).date(approvalOn)].filter(Boolean).join(' · ')
    const basis = t(`basis.${approvalKind}`)
    lines.push(more === '' ? basis : t('basis.with', { basis, more }))
  }
  if (baseE4 !== null && rangeE4 !== null)
    lines.push(
      t('basis.guided', { grade: grade ?? '', base: decimal(baseE4, 4), range: decimal(rangeE4, 2, 0) }),
    )
  return lines
}
