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
} as const satisfies Texts
