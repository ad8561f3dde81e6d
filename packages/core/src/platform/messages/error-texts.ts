import type { Texts } from '@heju/i18n'

export const messages = {
  'messages.not_found': {
    'zh-CN': '没有找到这条短信记录，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這筆簡訊記錄，或不在您的負責範圍內。',
    en: 'There is no such message, or it is not among yours.',
  },
  'messages.not_dead': {
    'zh-CN': '这条短信已发出或正在发送，不需要重发。',
    'zh-Hant': '這筆簡訊已發出或正在發送，不需要重發。',
    en: 'This message was sent or is on its way; there is no need to send it again.',
  },
  'messages.too_late': {
    'zh-CN': '没能及时发出，验证码已经过期，不再发送。请对方重新获取。',
    'zh-Hant': '沒能及時發出，驗證碼已經過期，不再發送。請對方重新取得。',
    en: 'It could not go out in time: the code is out of date and is not sent. A new one can be asked for.',
  },
  'messages.not_delivered': {
    'zh-CN': '运营商没有送达这条短信。请核对号码，或改打电话。',
    'zh-Hant': '電信業者沒有送達這則簡訊。請核對號碼，或改打電話。',
    en: 'The carrier did not deliver this message. Please check the number, or call.',
  },
} as const satisfies Texts
