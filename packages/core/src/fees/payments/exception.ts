import type { Write } from '@heju/db'
import { newId } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import type { ProviderTrade } from './provider.ts'
import type { ExceptionKind } from './rules.ts'
import { paymentExceptions } from './tables.ts'

export interface FoundMoney {
  merchantRef: string
  kind: ExceptionKind
  /** Fen that a person must decide about. */
  amountFen: number
  trade: ProviderTrade
  evidenceSealed: string
  /** Why it could not be booked. */
  failure?: string
  /** Left out for a number that is not ours. */
  order?: { id: string; projectId: string; amountFen: number; outTradeNo: string }
}

/**
 * Writes down money that does not fit, with the provider's words, for those who handle exceptions. There is one
 * exception for one number of a merchant.
 */
export function addException(ctx: Ctx, write: Write, found: FoundMoney): string {
  const id = newId('exc', ctx.now)
  const { order, trade, kind, amountFen } = found
  write.add(
    ctx.db.orm.insert(paymentExceptions).values({
      id,
      kind,
      state: 'open',
      merchantRef: found.merchantRef,
      outTradeNo: order?.outTradeNo ?? trade.outTradeNo,
      transactionId: trade.transactionId,
      orderId: order?.id ?? null,
      projectId: order?.projectId ?? null,
      amountFen,
      expectedFen: order?.amountFen ?? null,
      failure: found.failure ?? null,
      evidenceSealed: found.evidenceSealed,
      paidAt: trade.paidAt,
      foundAt: ctx.now,
    }),
  )
  write.audit('payments.exception_found', id, {
    projectId: order?.projectId,
    detail: {
      kind,
      fen: amountFen,
      orderId: order?.id ?? null,
      ...(found.failure && { failure: found.failure }),
    },
  })
  return id
}
