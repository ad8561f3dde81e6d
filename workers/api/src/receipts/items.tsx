import type { Receipt } from '@heju/core/fees/payments'
import { translator } from '@heju/i18n'
import { paymentTexts } from '@heju/core/fees/payments/texts'
import { formatYuan } from '@heju/kernel'
import type { HttpContext } from '../http/env.ts'

/** What a receipt is for, line by line, with the total: the same on paper and in the portal. */
export function Items({ c, receipt }: { c: HttpContext; receipt: Receipt }) {
  const t = translator(paymentTexts, c.var.locale)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('fee')}</th>
          <th scope="col">{t('period')}</th>
          <th scope="col" class="money">
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {receipt.items.map((item) => (
          <tr>
            <td>{item.place}</td>
            <td>{item.fee}</td>
            <td class="number">{item.period}</td>
            <td class="money">{formatYuan(item.amountFen, { symbol: '' })}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan={3}>
            {t('total')}
          </th>
          <td class="money">{formatYuan(receipt.amountFen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
