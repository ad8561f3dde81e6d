import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of payments that do not fit, and how far each is. */
export const exceptionTexts = {
  'kind.unknown_order': text('没有这个订单', '沒有這個訂單', 'Unknown order'),
  'kind.foreign_merchant': text('商户不符', '商戶不符', 'Another merchant'),
  'kind.wrong_currency': text('币种不符', '幣別不符', 'Another currency'),
  'kind.wrong_amount': text('金额不符', '金額不符', 'Another amount'),
  'kind.refunded': text('已在支付平台退款', '已在支付平台退款', 'Refunded at the provider'),
  'kind.paid_after_close': text('订单关闭后付款', '訂單關閉後付款', 'Paid after closing'),
  'kind.bill_settled': text('账单已用其他方式付清', '帳單已用其他方式付清', 'Bill settled otherwise'),
  'kind.not_booked': text('未能入账', '未能入帳', 'Could not be booked'),
  'state.waiting': text('待处理', '待處理', 'Waiting'),
  'state.open': text('待处理', '待處理', 'Waiting'),
  'state.held': text('暂存', '暫存', 'Held'),
  'state.resolved': text('已处理', '已處理', 'Resolved'),
} as const satisfies Texts
