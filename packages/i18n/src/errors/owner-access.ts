import type { Texts } from '../locale.ts'

export const ownerAccess = {
  'owner_access.code_not_good': {
    'zh-CN':
      '验证码不正确或已过期。请核对短信，或重新获取验证码；一直收不到的，请到服务中心核对登记的手机号。',
    'zh-Hant':
      '驗證碼不正確或已過期。請核對簡訊，或重新取得驗證碼；一直收不到的，請到服務中心核對登記的手機號碼。',
    en: 'The code is not right or has run out. Please check the message or ask for a new one; if none arrives, have the service centre check the phone number it has of you.',
  },
  'owner_access.too_many_codes': {
    'zh-CN': '验证码获取得太频繁，请{wait}后再试。',
    'zh-Hant': '驗證碼取得得太頻繁，請{wait}後再試。',
    en: 'Codes were asked for too often. Please try again in {wait}.',
  },
  'owner_access.code_still_good': {
    'zh-CN': '这个手机号刚才收到过多条验证码，暂时不再发送。手机上最近收到的那一条仍然有效，请直接输入。',
    'zh-Hant': '這個手機號剛才收到過多筆驗證碼，暫時不再發送。手機上最近收到的那一筆仍然有效，請直接輸入。',
    en: 'This phone was sent several codes lately, and no other goes out for now. The last one that it received is still good: please enter that.',
  },
  'field.code': {
    'zh-CN': '请输入短信中的 6 位数字。',
    'zh-Hant': '請輸入簡訊中的 6 位數字。',
    en: 'Please enter the six digits of the message.',
  },
} as const satisfies Texts
