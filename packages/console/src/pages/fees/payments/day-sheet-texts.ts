import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** What was taken on one day. */
export const daySheet = {
  title: text('日结', '日結', 'Day sheet'),
  about: text(
    '当天每个人、每种方式收了多少。现金和钱箱对，刷卡和 POS 机对，转账和银行对。',
    '當天每個人、每種方式收了多少。現金和錢箱對，刷卡和 POS 機對，轉帳和銀行對。',
    'What each person took by each method on a day: to be checked against the drawer, the card terminal and the bank.',
  ),
  ofProjects: text('项目：{projects}', '項目：{projects}', 'Project: {projects}'),
  ofDay: text('日结 {day}', '日結 {day}', 'Day sheet of {day}'),
  day: text('日期', '日期', 'Day'),
  before: text('前一天', '前一天', 'Day before'),
  after: text('后一天', '後一天', 'Day after'),
  empty: text('这一天没有收款。', '這一天沒有收款。', 'Nothing was taken on this day.'),
  method: text('收款方式', '收款方式', 'Method'),
  cashier: text('经办', '經辦', 'By'),
  online: text('线上', '線上', 'Online'),
  payments: text('笔数', '筆數', 'Payments'),
  taken: text('收款', '收款', 'Taken'),
  reversed: text('冲销', '沖銷', 'Reversed'),
  net: text('实收', '實收', 'Net'),
  total: text('合计', '合計', 'Total'),
  receipts: text(
    '收据 {first} 至 {last}，共 {count} 张',
    '收據 {first} 至 {last}，共 {count} 張',
    'Receipts {first} to {last}, {count} in all',
  ),
  exceptions: text(
    '还有 {count} 笔款项待核对',
    '還有 {count} 筆款項待核對',
    '{count} exceptions wait for a decision',
  ),
  signed: text('收款人签字：', '收款人簽字：', 'Cashier:'),
  checked: text('复核人签字：', '覆核人簽字：', 'Checked by:'),
  details: text('看明细', '看明細', 'Details'),
} as const satisfies Texts
