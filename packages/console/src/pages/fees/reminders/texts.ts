import { reminderTexts } from '@heju/core/fees/reminders/texts'
import type { Texts } from '@heju/i18n'

export const reminders = {
  ...reminderTexts,
  title: { 'zh-CN': '缴费提醒', 'zh-Hant': '繳費提醒', en: 'Payment reminders' },
  about: {
    'zh-CN': '按公司设定自动发送：每笔账单每一次只提醒一回，付清后不再提醒，业主对费用有未结投诉时暂停。',
    'zh-Hant': '按公司設定自動發送：每筆帳單每一次只提醒一回，付清後不再提醒，業主對費用有未結投訴時暫停。',
    en: 'Sent by the company’s policy: once per bill and stage, none after payment, none while a complaint about fees is open.',
  },
  empty: {
    'zh-CN': '还没有提醒。账单公布后，快到期和到期的会自动提醒业主，并显示在这里。',
    'zh-Hant': '還沒有提醒。帳單公佈後，快到期和到期的會自動提醒業主，並顯示在這裡。',
    en: 'No reminders yet. Once bills are published, owners are reminded as they fall due, and it shows here.',
  },
  onDay: { 'zh-CN': '日期', 'zh-Hant': '日期', en: 'Day' },
  person: { 'zh-CN': '缴费人', 'zh-Hant': '繳費人', en: 'Payer' },
  project: { 'zh-CN': '项目', 'zh-Hant': '項目', en: 'Project' },
  rooms: { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Rooms' },
  stage: { 'zh-CN': '第几次', 'zh-Hant': '第幾次', en: 'Stage' },
  amount: { 'zh-CN': '欠费', 'zh-Hant': '欠費', en: 'Owed' },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.waiting': { 'zh-CN': '等待发送', 'zh-Hant': '等待發送', en: 'Waiting' },
  'state.sent': { 'zh-CN': '已提醒', 'zh-Hant': '已提醒', en: 'Reminded' },
  'state.dropped': { 'zh-CN': '未发送', 'zh-Hant': '未發送', en: 'Not sent' },
  'reason.paid': { 'zh-CN': '已缴清', 'zh-Hant': '已繳清', en: 'paid meanwhile' },
  'reason.complaint': {
    'zh-CN': '对费用有未结投诉',
    'zh-Hant': '對費用有未結投訴',
    en: 'a complaint about fees is open',
  },
  'reason.no_phone': {
    'zh-CN': '没有手机号，请上门或书面通知',
    'zh-Hant': '沒有手機號碼，請上門或書面通知',
    en: 'no phone: please visit or write',
  },
  'reason.landline': { 'zh-CN': '座机，未发送', 'zh-Hant': '市話，未發送', en: 'landline, not sent' },
  evidence: { 'zh-CN': '送达凭据', 'zh-Hant': '送達憑據', en: 'Proof of arrival' },
  'evidence.none': { 'zh-CN': '还没有', 'zh-Hant': '還沒有', en: 'none yet' },
  'evidence.record': { 'zh-CN': '登记送达', 'zh-Hant': '登記送達', en: 'Record arrival' },
  'evidence.about': {
    'zh-CN': '写明怎样告知、告知了谁。登记后不能修改；日后主张欠费时，它能证明已经催告。',
    'zh-Hant': '寫明怎樣告知、告知了誰。登記後不能修改；日後主張欠費時，它能證明已經催告。',
    en: 'Say how, and who was told. It cannot be changed later: it proves that payment was demanded.',
  },
  'evidence.kind': { 'zh-CN': '方式', 'zh-Hant': '方式', en: 'How' },
  'evidence.note': {
    'zh-CN': '说明（谁接的、快递单号等）',
    'zh-Hant': '說明（誰接的、快遞單號等）',
    en: 'Note (who answered, number of the letter)',
  },
  'evidence.recorded': { 'zh-CN': '已登记', 'zh-Hant': '已登記', en: 'Recorded' },
  'reach.any': { 'zh-CN': '全部提醒', 'zh-Hant': '全部提醒', en: 'All reminders' },
  'reach.by_hand': { 'zh-CN': '要人工通知的', 'zh-Hant': '要人工通知的', en: 'To be told by hand' },
  policy: { 'zh-CN': '提醒设置', 'zh-Hant': '提醒設定', en: 'Policy' },
  enabled: { 'zh-CN': '自动提醒', 'zh-Hant': '自動提醒', en: 'Send reminders' },
  hours: { 'zh-CN': '发送时间', 'zh-Hant': '發送時間', en: 'Sent between' },
  'days.before': {
    'zh-CN': '到期前几天（填负数，如 -3）',
    'zh-Hant': '到期前幾天（填負數，如 -3）',
    en: 'Days before due (negative, e.g. -3)',
  },
  'days.first': {
    'zh-CN': '到期后第几天第一次提醒',
    'zh-Hant': '到期後第幾天第一次提醒',
    en: 'First, days after due',
  },
  'days.second': { 'zh-CN': '第二次', 'zh-Hant': '第二次', en: 'Second' },
  'days.third': { 'zh-CN': '第三次', 'zh-Hant': '第三次', en: 'Third' },
  'days.none': { 'zh-CN': '不填则不发', 'zh-Hant': '不填則不發', en: 'Leave empty to skip' },
  note: { 'zh-CN': '附加的一句话', 'zh-Hant': '附加的一句話', en: 'A sentence of your own' },
  'note.hint': {
    'zh-CN':
      '礼貌地写明如何缴费、联系谁。不能含有停水、停电、停气、停暖或限制出入的内容（民法典第九百四十四条）。',
    'zh-Hant':
      '禮貌地寫明如何繳費、聯絡誰。不能含有停水、停電、停氣、停暖或限制出入的內容（民法典第九百四十四條）。',
    en: 'Say politely how to pay and whom to call. Threats to cut water, power, gas, heat or access are refused (Civil Code, art. 944).',
  },
} as const satisfies Texts
