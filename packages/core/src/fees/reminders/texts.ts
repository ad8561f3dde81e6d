import type { Texts } from '@heju/i18n'

/** Words of evidence and of the stages of reminders. */
export const reminderTexts = {
  'stage.before': { 'zh-CN': '到期前', 'zh-Hant': '到期前', en: 'Before due' },
  'stage.first': { 'zh-CN': '第一次', 'zh-Hant': '第一次', en: 'First' },
  'stage.second': { 'zh-CN': '第二次', 'zh-Hant': '第二次', en: 'Second' },
  'stage.third': { 'zh-CN': '第三次', 'zh-Hant': '第三次', en: 'Third' },
  'evidence.sms.accepted': {
    'zh-CN': '短信已交运营商',
    'zh-Hant': '簡訊已交電信業者',
    en: 'SMS handed to the carrier',
  },
  'evidence.sms.delivered': { 'zh-CN': '短信已送达', 'zh-Hant': '簡訊已送達', en: 'SMS delivered' },
  'evidence.sms.failed': { 'zh-CN': '短信未送达', 'zh-Hant': '簡訊未送達', en: 'SMS not delivered' },
  'evidence.call': { 'zh-CN': '电话告知', 'zh-Hant': '電話告知', en: 'Called' },
  'evidence.visit': { 'zh-CN': '上门告知', 'zh-Hant': '上門告知', en: 'Visited' },
  'evidence.paper': { 'zh-CN': '书面通知签收', 'zh-Hant': '書面通知簽收', en: 'Paper handed over' },
  'evidence.post': { 'zh-CN': '邮寄', 'zh-Hant': '郵寄', en: 'Posted' },
  'evidence.portal_read': {
    'zh-CN': '业主在手机端看了账单',
    'zh-Hant': '業主在手機端看了帳單',
    en: 'Bills opened in the portal',
  },
} as const satisfies Texts
