import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of kinds of stopped work. */
export const stoppedWorkTexts = {
  'kind.billing.run_requested': text('计算账单', '計算帳單', 'Computing bills'),
  'kind.registry_import.confirmed': text('导入房产登记', '匯入房產登記', 'Taking in a registry'),
  'kind.message.send': text('发送短信', '發送簡訊', 'Sending a message'),
  'kind.messages.reported': text('登记短信回执', '登記簡訊回執', 'Recording delivery reports'),
  'kind.owner_access.code_unsent': text(
    '撤销没发出的登录验证码',
    '撤銷沒發出的登入驗證碼',
    'Forgetting a sign-in code that went to nobody',
  ),
  'kind.reminder.send': text('发送缴费提醒', '發送繳費提醒', 'Sending a reminder'),
  'kind.survey.ask': text('邀请业主评价', '邀請業主評價', 'Asking owners for their opinion'),
  'kind.complaints.registered': text('告知业主已受理', '告知業主已受理', 'Thanking an owner'),
  'kind.complaints.replied': text('告知业主已答复', '告知業主已答覆', 'Announcing a reply'),
  'kind.complaints.reopened': text('通知项目经理', '通知項目經理', 'Alerting the manager'),
  'kind.calendar.corrected': text('重新计算投诉时限', '重新計算投訴時限', 'Calculation terms again'),
  'kind.payments.watch': text('查询在线支付结果', '查詢線上支付結果', 'Asking about an online payment'),
  'kind.payments.settled': text('关闭重复的在线支付', '關閉重複的線上支付', 'Closing overtaken payments'),
  'kind.job.reminders': text('每天的缴费提醒', '每天的繳費提醒', 'The daily reminders'),
  'kind.job.complaint_clocks': text('检查投诉超时', '檢查投訴逾時', 'Looking for overdue complaints'),
  'kind.job.complaint_revisits': text('安排投诉回访', '安排投訴回訪', 'Arranging revisits'),
  'kind.job.unattached_files': text('清理没有用到的照片', '清理沒有用到的照片', 'Removing unused photos'),
  'kind.job.bare_photos': text('去除照片里的拍摄信息', '去除照片裡的拍攝資訊', 'Taking marks off old photos'),
  'kind.job.surveys': text('每月的满意度调查', '每月的滿意度調查', 'The monthly survey'),
  'kind.job.audit_seal': text('封存操作记录', '封存操作記錄', 'Sealing the audit log'),
  'kind.other': text('后台工作', '背景工作', 'Background work'),
} as const satisfies Texts
