import type { Texts } from '@heju/i18n'

/** In names of files. */
export const fileTexts = {
  total: { 'zh-CN': '合计', 'zh-Hant': '合計', en: 'Total' },
  upTo: { 'zh-CN': '截至{day}', 'zh-Hant': '截至{day}', en: 'up to {day}' },
} as const satisfies Texts
