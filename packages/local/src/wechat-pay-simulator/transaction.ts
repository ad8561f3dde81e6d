import type { Merchant, Order, TradeState } from './model.ts'

const tradeTypes = { h5: 'MWEB', native: 'NATIVE', jsapi: 'JSAPI' } as const

const stateTexts: Record<TradeState, string> = {
  SUCCESS: '支付成功',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
  USERPAYING: '用户支付中',
  PAYERROR: '支付失败',
  REVOKED: '订单已撤销',
  REFUND: '订单发生过退款',
}

/** An order in the provider's words, the same in an answer to a query and inside a notice. */
export function transactionOf(
  order: Order,
  merchant: Pick<Merchant, 'merchantId' | 'appId'>,
  totalFen = order.totalFen,
): Record<string, unknown> {
  const said = {
    appid: merchant.appId,
    mchid: merchant.merchantId,
    out_trade_no: order.outTradeNo,
    trade_state: order.state,
    trade_state_desc: stateTexts[order.state],
  }
  if (order.transactionId === null)
    return { ...said, amount: { total: totalFen, payer_currency: 'CNY' }, payer: {}, promotion_detail: [] }
  return {
    ...said,
    transaction_id: order.transactionId,
    trade_type: tradeTypes[order.scene],
    bank_type: 'OTHERS',
    attach: '',
    success_time: chinaTime(order.paidAt ?? 0),
    payer: { openid: order.openId },
    amount: { total: totalFen, payer_total: totalFen, currency: 'CNY', payer_currency: 'CNY' },
    promotion_detail: [],
  }
}

/** The amount that a misbehaving order is said to have. */
export function wrongAmount(order: Order): number {
  return order.behaviour.amountFen ?? Math.max(0, order.totalFen - 1)
}

export function chinaTime(at: number): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
