import * as v from 'valibot'
import { providerTradeStates } from '@heju/core/fees/payments/provider'
import type { ProviderTrade } from '@heju/core/fees/payments/provider'

const fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What the provider says of an order, the same in an answer to a query and inside a notice. */
const transaction = v.pipe(
  v.object({
    appid: v.string(),
    mchid: v.string(),
    out_trade_no: v.string(),
    // 28 digits: a number would lose the last dozen of them.
    transaction_id: v.optional(v.string()),
    trade_state: v.pipe(v.string(), v.toLowerCase(), v.picklist(providerTradeStates)),
    success_time: v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => Date.parse(text)),
        v.safeInteger(),
      ),
    ),
    amount: v.optional(
      v.object({ total: v.optional(fen), payer_total: v.optional(fen), currency: v.optional(v.string()) }),
    ),
  }),
  v.check(
    (said) =>
      said.trade_state !== 'success' ||
      (said.transaction_id !== undefined &&
        said.success_time !== undefined &&
        said.amount?.total !== undefined),
    'paid, yet without number, time or amount',
  ),
)

/** Reads a transaction; null when it is not one that can be relied on. */
export function readTrade(raw: string): ProviderTrade | null {
  const parsed = v.safeParse(transaction, parseJson(raw))
  if (!parsed.success) return null
  const said = parsed.output
  return {
    outTradeNo: said.out_trade_no,
    transactionId: said.transaction_id || null,
    state: said.trade_state,
    totalFen: said.amount?.total ?? null,
    payerTotalFen: said.amount?.payer_total ?? null,
    paidAt: said.success_time ?? null,
    currency: said.amount?.currency ?? null,
    merchantId: said.mchid,
    appId: said.appid,
    raw,
  }
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
