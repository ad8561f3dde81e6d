import type { Texts } from '../locale.ts'

/** What can go wrong between us and a provider of payments. */
export const paymentProvider = {
  'payments.notice_forged': {
    'zh-CN': '收到一条无法确认来源的支付通知，已拒收，没有入账。若反复出现，请技术人员核对支付平台公钥设置。',
    'zh-Hant':
      '收到一則無法確認來源的支付通知，已拒收，沒有入帳。若反覆出現，請技術人員核對支付平台公鑰設定。',
    en: 'A payment notice whose sender could not be confirmed was refused; nothing was booked. If this repeats, have the platform keys checked.',
  },
  'payments.notice_stale': {
    'zh-CN': '收到一条时间相差超过五分钟的支付通知，已拒收，没有入账。支付平台会重新通知。',
    'zh-Hant': '收到一則時間相差超過五分鐘的支付通知，已拒收，沒有入帳。支付平台會重新通知。',
    en: 'A payment notice more than five minutes off was refused; nothing was booked. The provider will send it again.',
  },
  'payments.notice_foreign': {
    'zh-CN': '收到一条属于其他商户的支付通知，已拒收，没有入账。请核对商户号和公众账号 ID 的设置。',
    'zh-Hant': '收到一則屬於其他商戶的支付通知，已拒收，沒有入帳。請核對商戶號和公眾帳號 ID 的設定。',
    en: 'A payment notice about another merchant was refused; nothing was booked. Please check the merchant number and app id.',
  },
  'payments.notice_unreadable': {
    'zh-CN': '支付通知无法解密或读取，暂未入账，系统会主动向支付平台查询。请核对 APIv3 密钥是否最近更换过。',
    'zh-Hant':
      '支付通知無法解密或讀取，暫未入帳，系統會主動向支付平台查詢。請核對 APIv3 密鑰是否最近更換過。',
    en: 'A payment notice could not be decrypted or read; nothing was booked yet and the provider will be asked. Please check whether the APIv3 key was changed lately.',
  },
  'payments.provider_refused': {
    'zh-CN': '支付平台没有受理（{reason}），没有扣款。请稍后再试，或联系物业服务中心用其他方式缴费。',
    'zh-Hant': '支付平台沒有受理（{reason}），沒有扣款。請稍後再試，或聯絡物業服務中心用其他方式繳費。',
    en: 'The payment provider did not accept this ({reason}); nothing was charged. Please try again later or ask the service centre for another way to pay.',
  },
  'payments.provider_untrusted': {
    'zh-CN':
      '支付平台的应答没有通过验证，为了资金安全没有采用。请稍后再试；若一直如此，请联系管理员核对支付设置。',
    'zh-Hant':
      '支付平台的回應沒有通過驗證，為了資金安全沒有採用。請稍後再試；若一直如此，請聯絡管理員核對支付設定。',
    en: 'The answer of the payment provider could not be verified and was not used, to keep the money safe. Please try again later; if it stays so, have the payment settings checked.',
  },
  'payments.provider_unreachable': {
    'zh-CN': '暂时联系不上支付平台。如果您已经付款，请不要重复支付，系统会自动核对；否则请稍后再试。',
    'zh-Hant': '暫時聯絡不上支付平台。如果您已經付款，請不要重複支付，系統會自動核對；否則請稍後再試。',
    en: 'The payment provider cannot be reached just now. If you have paid already, do not pay again: it will be checked by itself. Otherwise please try again later.',
  },
  'payments.settings_unusable': {
    'zh-CN': '微信支付设置中的“{field}”无法使用。请从商户平台重新复制完整内容后保存。',
    'zh-Hant': '微信支付設定中的「{field}」無法使用。請從商戶平台重新複製完整內容後儲存。',
    en: 'The WeChat Pay setting “{field}” cannot be used. Please copy it completely from the merchant platform and save it again.',
  },
  'payments.order_paid': {
    'zh-CN': '这笔款项已经支付，无需再付。请刷新页面查看结果。',
    'zh-Hant': '這筆款項已經支付，無需再付。請重新整理頁面查看結果。',
    en: 'This has been paid already. Please reload the page to see the result.',
  },
  'payments.payer_busy': {
    'zh-CN': '付款人正在输入支付密码，请几秒后再试。',
    'zh-Hant': '付款人正在輸入支付密碼，請幾秒後再試。',
    en: 'The payer is entering the password just now. Please try again in a few seconds.',
  },
  'payments.order_invalid': {
    'zh-CN': '支付订单的“{field}”不正确，没有发起支付。请刷新页面后重新发起；如仍不行，请联系物业服务中心。',
    'zh-Hant':
      '支付訂單的「{field}」不正確，沒有發起支付。請重新整理頁面後重新發起；如仍不行，請聯絡物業服務中心。',
    en: 'The payment order’s “{field}” is not right, so no payment was started. Please reload the page and start again, or ask the service centre.',
  },
} as const satisfies Texts
