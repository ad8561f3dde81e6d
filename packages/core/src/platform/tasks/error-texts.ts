import type { Texts } from '@heju/i18n'

export const tasks = {
  'tasks.not_found': {
    'zh-CN': '这项待办已经处理过了，或不在您名下。请刷新列表。',
    'zh-Hant': '這項待辦已經處理過了，或不在您名下。請重新整理列表。',
    en: 'This task is done already, or it is not yours. Please reload the list.',
  },
} as const satisfies Texts
