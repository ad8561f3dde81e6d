import type { Texts } from '../locale.ts'

export const stoppedWork = {
  'stopped_work.not_found': {
    'zh-CN': '这件事已经完成，或已由同事处理。请刷新列表。',
    'zh-Hant': '這件事已經完成，或已由同事處理。請重新整理列表。',
    en: 'This was done meanwhile, or a colleague dealt with it. Please reload the list.',
  },
} as const satisfies Texts
