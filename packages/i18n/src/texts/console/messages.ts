import type { Texts } from '../../locale.ts'

export const messages = {
  title: { 'zh-CN': '短信记录', 'zh-Hant': '簡訊記錄', en: 'Messages' },
  about: {
    'zh-CN': '系统发给业主的短信，以及有没有送到。没送到的可以在这里重发。',
    'zh-Hant': '系統發給業主的簡訊，以及有沒有送達。沒送達的可以在這裡重發。',
    en: 'Messages to owners and whether they arrived. What did not can be sent again here.',
  },
  empty: {
    'zh-CN': '还没有发出过短信。缴费提醒、投诉答复、满意度邀请发出后会显示在这里。',
    'zh-Hant': '還沒有發出過簡訊。繳費提醒、投訴答覆、滿意度邀請發出後會顯示在這裡。',
    en: 'No messages yet. Reminders, replies to complaints and survey invitations will appear here.',
  },
  purpose: { 'zh-CN': '用途', 'zh-Hant': '用途', en: 'Purpose' },
  phone: { 'zh-CN': '手机', 'zh-Hant': '手機', en: 'Phone' },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.any': { 'zh-CN': '全部状态', 'zh-Hant': '全部狀態', en: 'Any state' },
  'state.waiting': { 'zh-CN': '等待发送', 'zh-Hant': '等待發送', en: 'Waiting' },
  'state.sent': { 'zh-CN': '已发出', 'zh-Hant': '已發出', en: 'Sent' },
  'state.delivered': { 'zh-CN': '已送达', 'zh-Hant': '已送達', en: 'Delivered' },
  'state.failed': { 'zh-CN': '未送达', 'zh-Hant': '未送達', en: 'Not delivered' },
  'state.dead': { 'zh-CN': '未能发出', 'zh-Hant': '未能發出', en: 'Could not be sent' },
  createdAt: { 'zh-CN': '时间', 'zh-Hant': '時間', en: 'Time' },
  failure: { 'zh-CN': '原因', 'zh-Hant': '原因', en: 'Reason' },
  resend: { 'zh-CN': '重发', 'zh-Hant': '重發', en: 'Send again' },
  resent: { 'zh-CN': '已重新发送', 'zh-Hant': '已重新發送', en: 'On its way again' },
  'purpose.payment_reminder_before': {
    'zh-CN': '到期前提醒',
    'zh-Hant': '到期前提醒',
    en: 'Reminder before due',
  },
  'purpose.payment_reminder_after': {
    'zh-CN': '到期后提醒',
    'zh-Hant': '到期後提醒',
    en: 'Reminder after due',
  },
  'purpose.complaint_registered': { 'zh-CN': '投诉受理', 'zh-Hant': '投訴受理', en: 'Complaint received' },
  'purpose.complaint_reply': { 'zh-CN': '投诉答复', 'zh-Hant': '投訴答覆', en: 'Reply to a complaint' },
  'purpose.survey_open': { 'zh-CN': '满意度邀请', 'zh-Hant': '滿意度邀請', en: 'Survey invitation' },
  'purpose.other': { 'zh-CN': '其他', 'zh-Hant': '其他', en: 'Other' },
} as const satisfies Texts
