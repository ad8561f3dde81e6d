import type { Texts } from '../locale.ts'

/** Texts of the owners' portal that every page shares. */
export const portal = {
  'tab.home': { 'zh-CN': '首页', 'zh-Hant': '首頁', en: 'Home' },
  'tab.bills': { 'zh-CN': '缴费', 'zh-Hant': '繳費', en: 'Pay' },
  'tab.complaints': { 'zh-CN': '报事', 'zh-Hant': '報事', en: 'Report' },
  'tab.me': { 'zh-CN': '我的', 'zh-Hant': '我的', en: 'Me' },
  'main.skip': { 'zh-CN': '跳到正文', 'zh-Hant': '跳到正文', en: 'Skip to content' },
  'nav.label': { 'zh-CN': '主要栏目', 'zh-Hant': '主要欄目', en: 'Sections' },
  back: { 'zh-CN': '返回', 'zh-Hant': '返回', en: 'Back' },
  call: {
    'zh-CN': '打电话给服务中心：{phone}',
    'zh-Hant': '打電話給服務中心：{phone}',
    en: 'Call the service centre: {phone}',
  },
  'error.title': { 'zh-CN': '没有完成', 'zh-Hant': '沒有完成', en: 'Not done' },
  'error.home': { 'zh-CN': '回到首页', 'zh-Hant': '回到首頁', en: 'Back to the start' },
  'error.retry': { 'zh-CN': '再试一次', 'zh-Hant': '再試一次', en: 'Try again' },
  suspended: {
    'zh-CN': '{company}的线上服务目前暂停，只能查看，暂不能缴费或提交。原因：{reason}',
    'zh-Hant': '{company}的線上服務目前暫停，只能檢視，暫不能繳費或提交。原因：{reason}',
    en: 'The online service of {company} is suspended: you can look things up but not pay or send. Reason: {reason}',
  },
  'size.large': { 'zh-CN': '大字', 'zh-Hant': '大字', en: 'Large type' },
  'size.normal': { 'zh-CN': '标准字', 'zh-Hant': '標準字', en: 'Normal type' },
  'size.label': { 'zh-CN': '字号', 'zh-Hant': '字號', en: 'Type size' },
  'language.label': { 'zh-CN': '语言', 'zh-Hant': '語言', en: 'Language' },
} as const satisfies Texts
