import type { Texts } from '../../locale.ts'

export const today = {
  title: { 'zh-CN': '今日工作', 'zh-Hant': '今日工作', en: 'Today' },
  hello: {
    'zh-CN': '{name}，您好。最急的排在最前面。',
    'zh-Hant': '{name}，您好。最急的排在最前面。',
    en: 'Hello {name}. The most urgent comes first.',
  },
  'due.today': { 'zh-CN': '今天', 'zh-Hant': '今天', en: 'Today' },
  'due.overdue': { 'zh-CN': '已超时', 'zh-Hant': '已逾時', en: 'Overdue' },
  'due.all': { 'zh-CN': '全部', 'zh-Hant': '全部', en: 'All' },
  what: { 'zh-CN': '要做的事', 'zh-Hant': '要做的事', en: 'What' },
  project: { 'zh-CN': '项目', 'zh-Hant': '項目', en: 'Project' },
  due: { 'zh-CN': '时间', 'zh-Hant': '時間', en: 'Due' },
  finish: { 'zh-CN': '知道了', 'zh-Hant': '知道了', en: 'Done' },
  empty: {
    'zh-CN': '今天没有等着您办的事。要回访的、超时的、业主不满意的会自动出现在这里。',
    'zh-Hant': '今天沒有等著您辦的事。要回訪的、逾時的、業主不滿意的會自動出現在這裡。',
    en: 'Nothing waits for you today. Revisits, missed terms and discontent owners appear here by themselves.',
  },
  counts: { 'zh-CN': '在等您的', 'zh-Hant': '在等您的', en: 'What waits for you' },
  tasks: { 'zh-CN': '点到您的事', 'zh-Hant': '點到您的事', en: 'Given to you' },
  'count.complaints_overdue': { 'zh-CN': '投诉已超时', 'zh-Hant': '投訴已逾時', en: 'Complaints overdue' },
  'count.complaints_due_today': {
    'zh-CN': '投诉今天到期',
    'zh-Hant': '投訴今天到期',
    en: 'Complaints due today',
  },
  'count.complaints_mine': { 'zh-CN': '我负责的投诉', 'zh-Hant': '我負責的投訴', en: 'Complaints of mine' },
  'count.complaints_unassigned': {
    'zh-CN': '投诉没有责任人',
    'zh-Hant': '投訴沒有責任人',
    en: 'Complaints without anybody',
  },
  'count.complaints_no_echo': {
    'zh-CN': '投诉还没有回音',
    'zh-Hant': '投訴還沒有回音',
    en: 'Complaints without an echo',
  },
  'count.revisits': { 'zh-CN': '待回访', 'zh-Hant': '待回訪', en: 'To ask back' },
  'count.exceptions': { 'zh-CN': '待核对款项', 'zh-Hant': '待核對款項', en: 'Payments that do not fit' },
  'count.drafts': { 'zh-CN': '待公布的出账', 'zh-Hant': '待公佈的出帳', en: 'Bill runs to publish' },
  'count.bills_overdue': { 'zh-CN': '欠费的户', 'zh-Hant': '欠費的戶', en: 'Households overdue' },
  'count.messages_dead': { 'zh-CN': '短信没发出去', 'zh-Hant': '簡訊沒發出去', en: 'Messages not sent' },
  'count.stopped': { 'zh-CN': '未完成的后台任务', 'zh-Hant': '未完成的後台任務', en: 'Work that stopped' },
} as const satisfies Texts
