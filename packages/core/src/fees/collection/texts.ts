import type { Texts } from '@heju/i18n'
import { billingTexts } from '../billing/texts.ts'

const { project, period, billCount, paid, overdue } = billingTexts

/** The file of what was billed and collected. */
export const collectionTexts = {
  project,
  period,
  billCount,
  paid,
  overdue,
  collection: { 'zh-CN': '收缴情况', 'zh-Hant': '收繳情況', en: 'Collection' },
  billed: { 'zh-CN': '应收（元）', 'zh-Hant': '應收（元）', en: 'Billed (yuan)' },
  rateToday: { 'zh-CN': '收缴率（今天）', 'zh-Hant': '收繳率（今天）', en: 'Collection rate today' },
  measuredOn: { 'zh-CN': '统计截至', 'zh-Hant': '統計截至', en: 'Measured at the end of' },
  measuredBilled: {
    'zh-CN': '截至当日应收（元）',
    'zh-Hant': '截至當日應收（元）',
    en: 'Billed by then (yuan)',
  },
  measuredPaid: { 'zh-CN': '截至当日已缴（元）', 'zh-Hant': '截至當日已繳（元）', en: 'Paid by then (yuan)' },
  rateMeasured: {
    'zh-CN': '收缴率（截至当日）',
    'zh-Hant': '收繳率（截至當日）',
    en: 'Collection rate by then',
  },
} as const satisfies Texts
