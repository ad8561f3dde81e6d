import type { Texts } from '@heju/i18n'

/** Lists that are written to a file. */
export const listFiles = {
  'exports.too_long': {
    'zh-CN':
      '要导出的超过 {most} 条，一个文件放不下。请选择项目、缩小日期范围或加上其它筛选条件，分几次导出。',
    'zh-Hant':
      '要匯出的超過 {most} 筆，一個檔案放不下。請選擇項目、縮小日期範圍或加上其他篩選條件，分幾次匯出。',
    en: 'There are more than {most} rows, too many for one file. Please choose a project, narrow the days or filter further, and export in parts.',
  },
} as const satisfies Texts
