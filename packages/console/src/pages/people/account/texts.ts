import type { Texts } from '@heju/i18n'

export const account = {
  'invitation.title': { 'zh-CN': '设置密码', 'zh-Hant': '設定密碼', en: 'Set your password' },
  'invitation.hello': {
    'zh-CN': '{name}，您好。{company}邀请您使用和居。设好密码就可以开始。',
    'zh-Hant': '{name}，您好。{company}邀請您使用和居。設好密碼就可以開始。',
    en: 'Hello {name}. {company} invites you to Heju. Set a password to begin.',
  },
  'invitation.start': { 'zh-CN': '开始使用', 'zh-Hant': '開始使用', en: 'Start' },
  newPassword: { 'zh-CN': '新密码', 'zh-Hant': '新密碼', en: 'New password' },
  'newPassword.hint': {
    'zh-CN': '至少 8 位，越长越好；不要用手机号或常见密码。',
    'zh-Hant': '至少 8 位，越長越好；不要用手機號碼或常見密碼。',
    en: 'At least 8 characters, longer is better; not your phone or a common password.',
  },
  'password.title': { 'zh-CN': '修改密码', 'zh-Hant': '修改密碼', en: 'Change password' },
  'password.about': {
    'zh-CN': '改好后，其他设备上的登录会全部退出。',
    'zh-Hant': '改好後，其他裝置上的登入會全部登出。',
    en: 'Your other devices are signed out afterwards.',
  },
  currentPassword: { 'zh-CN': '现在的密码', 'zh-Hant': '現在的密碼', en: 'Current password' },
  'password.done': { 'zh-CN': '密码已修改', 'zh-Hant': '密碼已修改', en: 'Password changed' },
} as const satisfies Texts
