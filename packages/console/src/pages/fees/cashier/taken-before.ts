import { ApiError } from '../../../app/api.ts'
import { listPayments } from '../payments/api.ts'
import type { Taken } from './take-money.tsx'

/**
 * The money that an earlier press took under this id while its answer was lost: nobody at the desk saw its receipt, and what
 * was changed since was refused for it. Undefined where it was refused for anything else, or it cannot be read.
 */
export async function takenBefore(paymentId: string, error: unknown): Promise<Taken | undefined> {
  if (!(error instanceof ApiError) || error.code !== 'request.id_taken') return undefined
  const found = await listPayments({ paymentId }).catch(() => undefined)
  const [payment] = found?.items ?? []
  if (payment === undefined || payment.receiptId === null) return undefined
  const { receiptId, amountFen, reversedByPaymentId } = payment
  const before = reversedByPaymentId === null ? 'stands' : 'reversed'
  return { paymentId, receiptId, amountFen, changeFen: 0, before }
}
