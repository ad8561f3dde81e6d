import type { Texts } from '@heju/i18n'

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
  'failure.any': { 'zh-CN': '未能发出的原因', 'zh-Hant': '未能發出的原因', en: 'Why it could not be sent' },
  'failure.one': {
    'zh-CN': '{count} 条：{reason}',
    'zh-Hant': '{count} 筆：{reason}',
    en: '{count}: {reason}',
  },
  resendAll: {
    'zh-CN': '全部重发（{count} 条）',
    'zh-Hant': '全部重發（{count} 筆）',
    en: 'Send all {count} again',
  },
  'resendAll.about': {
    'zh-CN':
      '有 {count} 条短信因同一原因未能发出：{reason}原因解决后再重发；一次最多 {most} 条，较早的先发。放了几个小时的，夜里不发，早上八点再发。',
    'zh-Hant':
      '有 {count} 筆簡訊因同一原因未能發出：{reason}原因解決後再重發；一次最多 {most} 筆，較早的先發。放了幾個小時的，夜裡不發，早上八點再發。',
    en: '{count} messages could not be sent for one reason: {reason} Send them again once it is mended; at most {most} at a time, the oldest first. What is hours old waits at night for eight in the morning.',
  },
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
  'purpose.complaint_dissatisfied': {
    'zh-CN': '投诉不满意（致经理）',
    'zh-Hant': '投訴不滿意（致經理）',
    en: 'Owner not satisfied (to the manager)',
  },
  'purpose.survey_open': { 'zh-CN': '满意度邀请', 'zh-Hant': '滿意度邀請', en: 'Survey invitation' },
  'purpose.other': { 'zh-CN': '其他', 'zh-Hant': '其他', en: 'Other' },
  'purpose.any': { 'zh-CN': '全部用途', 'zh-Hant': '全部用途', en: 'Any purpose' },
  attempts: { 'zh-CN': '试过几次', 'zh-Hant': '試過幾次', en: 'Attempts' },
  sentAt: { 'zh-CN': '发出时间', 'zh-Hant': '發出時間', en: 'Sent' },
  'about.failure': {
    'zh-CN': '“未能发出”的可以重发；号码不对的，先到业主页更正手机号。',
    'zh-Hant': '「未能發出」的可以重發；號碼不對的，先到業主頁更正手機號。',
    en: 'What could not be sent can be sent again; correct a wrong number on the person’s page first.',
  },
  subject: { 'zh-CN': '关于', 'zh-Hant': '關於', en: 'About' },
  'subject.complaint': { 'zh-CN': '看投诉', 'zh-Hant': '看投訴', en: 'Complaint' },
  'subject.person': { 'zh-CN': '看这个人', 'zh-Hant': '看這個人', en: 'Person' },
} as const satisfies Texts
