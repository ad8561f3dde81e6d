import type { Texts } from '@heju/i18n'

export const photos = {
  add: { 'zh-CN': '添加照片', 'zh-Hant': '新增照片', en: 'Add photos' },
  refused: {
    'zh-CN': '{name} 没有收下：{why}',
    'zh-Hant': '{name} 沒有收下：{why}',
    en: '{name} was not taken: {why}',
  },
  sending: {
    'zh-CN': '照片还在上传，请稍等',
    'zh-Hant': '照片還在上傳，請稍候',
    en: 'Photos are still being sent: wait a moment',
  },
} as const satisfies Texts
