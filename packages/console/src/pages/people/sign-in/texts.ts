import type { Texts } from '@heju/i18n'

export const signIn = {
  title: { 'zh-CN': '登录', 'zh-Hant': '登入', en: 'Sign in' },
  about: {
    'zh-CN': '员工和总部从这里登录',
    'zh-Hant': '員工和總部從這裡登入',
    en: 'For staff and head office',
  },
  login: { 'zh-CN': '手机号或邮箱', 'zh-Hant': '手機號碼或信箱', en: 'Phone or e-mail' },
  password: { 'zh-CN': '密码', 'zh-Hant': '密碼', en: 'Password' },
  submit: { 'zh-CN': '登录', 'zh-Hant': '登入', en: 'Sign in' },
  forgotten: {
    'zh-CN': '忘了密码，请联系公司管理员，他可以重新发邀请链接给您。',
    'zh-Hant': '忘了密碼，請聯絡公司管理員，他可以重新發邀請連結給您。',
    en: 'Forgot your password? Your company administrator can send you a new invitation link.',
  },
  owner: { 'zh-CN': '我是业主', 'zh-Hant': '我是業主', en: 'I am an owner' },
  'again.title': { 'zh-CN': '请重新登录', 'zh-Hant': '請重新登入', en: 'Please sign in again' },
  'again.about': {
    'zh-CN': '{name}，您的登录已经结束。登录后接着做，页面上填好的内容都还在。',
    'zh-Hant': '{name}，您的登入已經結束。登入後接著做，頁面上填好的內容都還在。',
    en: '{name}, your sign-in has ended. Sign in to go on; everything on the page is still as you left it.',
  },
  'again.later': { 'zh-CN': '稍后再登录', 'zh-Hant': '稍後再登入', en: 'Later' },
  'again.other': {
    'zh-CN': '我不是{name}',
    'zh-Hant': '我不是{name}',
    en: 'I am not {name}',
  },
  required: { 'zh-CN': '请填写', 'zh-Hant': '請填寫', en: 'Please fill this in' },
} as const satisfies Texts
