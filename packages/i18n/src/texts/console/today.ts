import type { Texts } from '../../locale.ts'

export const today = {
  title: { 'zh-CN': '今日工作', 'zh-Hant': '今日工作', en: 'Today' },
} as const satisfies Texts
