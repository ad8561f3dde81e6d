import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of kinds of days. */
export const calendarTexts = {
  'kind.work': text('上班，算工作日', '上班，算工作日', 'Worked: it counts'),
  'kind.rest': text('休息，不算工作日', '休息，不算工作日', 'Not worked: it does not count'),
  'kind.national': text(
    '按国家安排，取消本公司的修改',
    '按國家安排，取消本公司的修改',
    'As the national calendar says: undo the company’s change',
  ),
} as const satisfies Texts
