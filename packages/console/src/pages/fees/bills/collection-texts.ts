import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** What was billed and collected, by project and month. */
export const collection = {
  pages: text('欠费的各页', '欠費的各頁', 'Pages on what is owed'),
  list: text('欠费名单', '欠費名單', 'Who owes'),
  title: text('收缴情况', '收繳情況', 'Collection'),
  about: text(
    '各项目每月应收多少、收到多少。收缴率到期后 {days} 天定数，此后不再变动，用来比较；今天的数字随收款变化。',
    '各項目每月應收多少、收到多少。收繳率到期後 {days} 天定數，此後不再變動，用來比較；今天的數字隨收款變化。',
    'What was billed and collected of each project and month. The rate is fixed {days} days after the month fell due, for comparing; today’s moves as money comes in.',
  ),
  from: text('从', '從', 'From'),
  to: text('到', '到', 'To'),
  empty: text(
    '这段时间没有公布的账单。账单公布后，应收和实收会出现在这里。',
    '這段時間沒有公布的帳單。帳單公布後，應收和實收會出現在這裡。',
    'No bills were published for these months. What was billed and collected appears here once they are.',
  ),
  month: text('账期', '帳期', 'Period'),
  project: text('项目', '項目', 'Project'),
  bills: text('笔数', '筆數', 'Bills'),
  billed: text('应收', '應收', 'Billed'),
  collected: text('实收', '實收', 'Collected'),
  overdue: text('逾期未缴', '逾期未繳', 'Overdue'),
  'asOf.measured': text('已到统计日的月份', '已到統計日的月份', 'of the months measured by now'),
  asOf: text('截至 {day}', '截至 {day}', 'As of {day}'),
  later: text('{day} 后定数', '{day} 後定數', 'Fixed after {day}'),
  nothing: text('没有应收', '沒有應收', 'Nothing billed'),
} as const satisfies Texts
