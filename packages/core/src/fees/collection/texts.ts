import type { Texts } from '@heju/i18n'
import { billingTexts } from '../billing/texts.ts'

const { project, period, billCount, overdue } = billingTexts

/** The file of what was billed and collected. */
export const collectionTexts = {
  project,
  period,
  billCount,
  overdue,
  collection: { 'zh-CN': '收缴情况', 'zh-Hant': '收繳情況', en: 'Collection' },
  billed: { 'zh-CN': '应收（元）', 'zh-Hant': '應收（元）', en: 'Billed (yuan)' },
  collected: { 'zh-CN': '实收（元）', 'zh-Hant': '實收（元）', en: 'Collected (yuan)' },
  measuredOn: { 'zh-CN': '统计截至', 'zh-Hant': '統計截至', en: 'Measured at the end of' },
  measuredBilled: {
    'zh-CN': '截至当日应收（元）',
    'zh-Hant': '截至當日應收（元）',
    en: 'Billed by then (yuan)',
  },
  measuredCollected: {
    'zh-CN': '截至当日实收（元）',
    'zh-Hant': '截至當日實收（元）',
    en: 'Collected by then (yuan)',
  },
  fixed: { 'zh-CN': '是否定数', 'zh-Hant': '是否定數', en: 'Fixed' },
  'fixed.yes': { 'zh-CN': '已定数', 'zh-Hant': '已定數', en: 'Fixed' },
  'fixed.later': { 'zh-CN': '未定数', 'zh-Hant': '未定數', en: 'Not yet' },
} as const satisfies Texts
