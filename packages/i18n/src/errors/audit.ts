import type { Texts } from '../locale.ts'

export const audit = {
  'audit.export_too_long': {
    'zh-CN': '操作记录超过 {most} 条，一个文件放不下。请缩小日期范围后再导出。',
    'zh-Hant': '操作記錄超過 {most} 筆，一個檔案放不下。請縮小日期範圍後再匯出。',
    en: 'There are more than {most} entries, too many for one file. Please narrow the days and export again.',
  },
} as const satisfies Texts
