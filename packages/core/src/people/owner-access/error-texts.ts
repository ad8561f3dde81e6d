import type { Texts } from '@heju/i18n'

export const ownerAccess = {
  'owner_access.code_not_good': {
    'zh-CN':
      '验证码不正确或已过期。请核对短信，或重新获取验证码；一直收不到的，请到服务中心核对登记的手机号。',
    'zh-Hant':
      '驗證碼不正確或已過期。請核對簡訊，或重新取得驗證碼；一直收不到的，請到服務中心核對登記的手機號碼。',
    en: 'The code is not right or has run out. Please check the message or ask for a new one; if none arrives, have the service centre check the phone number it has of you.',
  },
  'owner_access.too_many_codes': {
    'zh-CN':
      '验证码获取得太频繁，请{wait}后再试。急用请换一个网络（如改用手机流量），或用以前登录过的手机、电脑。',
    'zh-Hant':
      '驗證碼取得得太頻繁，請{wait}後再試。急用請換一個網路（如改用行動數據），或用以前登入過的手機、電腦。',
    en: 'Codes were asked for too often. Please try again in {wait}; if it is urgent, use another network (such as mobile data) or a device that you signed in with before.',
  },
  'owner_access.code_still_good': {
    'zh-CN':
      '这个手机号最近要过多条验证码，{wait}内暂不再发。最近发出的那一条仍然有效，请直接输入；还没收到的请稍等片刻。',
    'zh-Hant':
      '這個手機號最近要過多筆驗證碼，{wait}內暫不再發。最近發出的那一筆仍然有效，請直接輸入；還沒收到的請稍等片刻。',
    en: 'Several codes were asked for to this phone lately, and no other goes out for {wait}. The last one that was sent is still good: please enter that; if it is not there yet, it will be in a moment.',
  },
  'owner_access.no_more_codes': {
    'zh-CN':
      '今天发给这个手机号的验证码已经用完，可能有人在反复尝试登录，{wait}后可以再获取。以前登录过的手机、电脑不受影响；急着缴费或办事的，请联系服务中心。',
    'zh-Hant':
      '今天發給這個手機號的驗證碼已經用完，可能有人在反覆嘗試登入，{wait}後可以再取得。以前登入過的手機、電腦不受影響；急著繳費或辦事的，請聯絡服務中心。',
    en: 'The codes for this phone are used up for today; somebody may be trying to get in. Another can be had in {wait}. A device that you signed in with before is not affected; for what is urgent, please turn to the service centre.',
  },
  'owner_access.too_many_guesses': {
    'zh-CN':
      '这个网络上输错验证码的次数过多，请{wait}后再试。急用请换一个网络（如关掉 Wi-Fi 改用手机流量），输入最近收到的那一条验证码。',
    'zh-Hant':
      '這個網路上輸錯驗證碼的次數過多，請{wait}後再試。急用請換一個網路（如關掉 Wi-Fi 改用行動數據），輸入最近收到的那一筆驗證碼。',
    en: 'Too many wrong codes from this network. Please try again in {wait}; if it is urgent, enter the code that came last from another network (such as mobile data instead of Wi-Fi).',
  },
  'field.code': {
    'zh-CN': '请输入短信中的 6 位数字。',
    'zh-Hant': '請輸入簡訊中的 6 位數字。',
    en: 'Please enter the six digits of the message.',
  },
} as const satisfies Texts
