import { reasonText } from '@heju/core/error-texts'
import { type Locale } from '@heju/i18n'
import { formatYuan } from '@heju/kernel'
import type { ExceptionDetail } from './exception.tsx'

type Told = Pick<
  ExceptionDetail,
  'kind' | 'amountFen' | 'expectedFen' | 'paidFen' | 'bookedFen' | 'receiptNumber' | 'outTradeNo' | 'failure'
>

/**
 * The text that says what happened, with its figures. Of a payment for several bills some may have been settled: the sum that
 * the provider's statement has is told then, and what does not fit as what is too much of it.
 */
export function happenedOf(exception: Told, locale: Locale) {
  const { kind, bookedFen } = exception
  const failure = exception.failure ?? ''
  const inPart = kind === 'bill_settled' && bookedFen > 0
  const sums = {
    received: formatYuan(exception.amountFen),
    expected: formatYuan(exception.expectedFen ?? 0),
    paid: formatYuan(exception.paidFen),
    booked: formatYuan(bookedFen),
    receipt: exception.receiptNumber ?? '',
    no: exception.outTradeNo,
    failure,
    reason: failure === '' ? '' : reasonText(failure, locale),
  }
  return [inPart ? 'happened.bill_settled.part' : (`happened.${kind}` as const), sums] as const
}
