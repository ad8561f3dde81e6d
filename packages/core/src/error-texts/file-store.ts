import type { Texts } from '@heju/i18n'

/** What can go wrong with photos and documents in their store. */
export const fileStore = {
  'files.store_unavailable': {
    'zh-CN': '照片和文件暂时无法存取，文字内容不受影响。请稍后再试一次。',
    'zh-Hant': '照片和文件暫時無法存取，文字內容不受影響。請稍後再試一次。',
    en: 'Photos and files cannot be reached just now; texts are not affected. Please try again in a moment.',
  },
} as const satisfies Texts
