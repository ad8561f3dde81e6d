import type { Texts } from '@heju/i18n'

/** What can go wrong between us and whoever delivers messages. */
export const messageChannel = {
  'messages.channel_silent': {
    'zh-CN': '短信平台没有应答，还不能确定是否已发出。系统会先查询再决定是否重发，请勿手工重发。',
    'zh-Hant': '簡訊平台沒有回應，還不能確定是否已發出。系統會先查詢再決定是否重發，請勿手動重發。',
    en: 'The SMS provider did not answer, so it is not known whether the message went out. It will be asked before sending again; please do not resend by hand.',
  },
  'messages.channel_unavailable': {
    'zh-CN': '短信平台暂时出现故障，这条消息没有发出，系统稍后会自动重试。',
    'zh-Hant': '簡訊平台暫時出現故障，這則訊息沒有發出，系統稍後會自動重試。',
    en: 'The SMS provider is in trouble; this message did not go out and will be tried again by itself.',
  },
  'messages.channel_busy': {
    'zh-CN': '发送太频繁，短信平台要求等待{wait}，系统到时会自动重试。',
    'zh-Hant': '發送太頻繁，簡訊平台要求等待{wait}，系統到時會自動重試。',
    en: 'Too many messages: the SMS provider asks to wait {wait}. It will be tried again then.',
  },
  'messages.number_refused': {
    'zh-CN': '这个手机号码收不到短信（{reason}）：可能是号码有误，或对方已退订。请核对号码，或改用电话联系。',
    'zh-Hant':
      '這個手機號碼收不到簡訊（{reason}）：可能是號碼有誤，或對方已退訂。請核對號碼，或改用電話聯絡。',
    en: 'This number cannot be sent to ({reason}): it may be wrong, or the person has opted out. Please check the number or call instead.',
  },
  'messages.content_refused': {
    'zh-CN': '短信平台不接受这条短信的签名、模板或内容（{reason}）。请在短信设置中修改后重新发送。',
    'zh-Hant': '簡訊平台不接受這則簡訊的簽名、範本或內容（{reason}）。請在簡訊設定中修改後重新發送。',
    en: 'The SMS provider does not accept the signature, template or content ({reason}). Please change the SMS settings and send again.',
  },
  'messages.account_held': {
    'zh-CN':
      '短信账户余额不足、已停用或到了本月上限，短信都在等待。请联系平台管理员充值或恢复；一天之内恢复，会自动发出。',
    'zh-Hant':
      '簡訊帳戶餘額不足、已停用或到了本月上限，簡訊都在等待。請聯絡平台管理員儲值或恢復；一天之內恢復，會自動發出。',
    en: 'The SMS account is out of balance, locked or at its limit of the month, and all messages wait. Please ask the operator to top it up; within a day they then go out by themselves.',
  },
  'messages.account_refused': {
    'zh-CN':
      '短信账户无法使用（{reason}）：可能是余额不足、权限不够或密钥有误。请联系平台管理员处理后重新发送。',
    'zh-Hant':
      '簡訊帳戶無法使用（{reason}）：可能是餘額不足、權限不夠或密鑰有誤。請聯絡平台管理員處理後重新發送。',
    en: 'The SMS account cannot be used ({reason}): out of balance, not permitted, or a wrong key. Please ask the operator, then send again.',
  },
  'messages.message_refused': {
    'zh-CN': '短信平台拒绝了这条短信（{reason}）。请联系平台管理员查明原因后重新发送。',
    'zh-Hant': '簡訊平台拒絕了這則簡訊（{reason}）。請聯絡平台管理員查明原因後重新發送。',
    en: 'The SMS provider refused this message ({reason}). Please ask the operator for the reason, then send again.',
  },
  'messages.report_unreadable': {
    'zh-CN': '短信送达报告的格式无法识别，已忽略。送达情况以系统主动查询为准。',
    'zh-Hant': '簡訊送達報告的格式無法識別，已忽略。送達情況以系統主動查詢為準。',
    en: 'A delivery report could not be read and was ignored. The delivery state comes from asking the provider.',
  },
} as const satisfies Texts
