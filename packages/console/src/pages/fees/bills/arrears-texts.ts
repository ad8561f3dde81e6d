import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Who should have paid by now. */
export const arrears = {
  title: text('欠费', '欠費', 'Arrears'),
  about: text(
    '过了截止日还没缴清的，欠得最久的排在最前。房屋换过业主的，各欠各的。',
    '過了截止日還沒繳清的，欠得最久的排在最前。房屋換過業主的，各欠各的。',
    'Who should have paid by now, the longest overdue first. A debt stays with the owner of its time.',
  ),
  empty: text(
    '没有欠费。账单过了截止日还没缴清，就会出现在这里。',
    '沒有欠費。帳單過了截止日還沒繳清，就會出現在這裡。',
    'Nothing is overdue. What is not paid by its due day appears here.',
  ),
  total: text('欠费合计', '欠費合計', 'Overdue in all'),
  payers: text('欠费户数', '欠費戶數', 'Households overdue'),
  bills: text('笔数', '筆數', 'Bills'),
  upTo30: text('30 天以内', '30 天以內', 'Up to 30 days'),
  upTo90: text('31–90 天', '31–90 天', '31 to 90 days'),
  older: text('90 天以上', '90 天以上', 'Over 90 days'),
  oldestDue: text('最早到期日', '最早到期日', 'Oldest due day'),
  age: text('逾期', '逾期', 'Overdue by'),
  days: text('{days} 天', '{days} 天', '{days, plural, one {# day} other {# days}}'),
  owed: text('欠费', '欠費', 'Owed'),
  collect: text('去收款', '去收款', 'Take payment'),
  seeBills: text('看账单', '看帳單', 'Bills'),
} as const satisfies Texts
