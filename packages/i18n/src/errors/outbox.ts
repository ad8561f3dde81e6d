import type { Texts } from '../locale.ts'

export const outbox = {
  'outbox.dead_letter_not_found': {
    'zh-CN': '这条未完成的任务已经处理过了。请刷新列表。',
    'zh-Hant': '這筆未完成的任務已經處理過了。請重新整理列表。',
    en: 'This failed task has been dealt with already. Please reload the list.',
  },
} as const satisfies Texts
