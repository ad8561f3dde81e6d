import type { Texts } from '@heju/i18n'

/** In names of files. */
export const fileTexts = {
  upTo: { 'zh-CN': '截至{day}', 'zh-Hant': '截至{day}', en: 'up to {day}' },
} as const satisfies Texts
