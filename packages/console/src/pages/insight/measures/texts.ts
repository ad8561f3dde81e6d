import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** What each figure is. */
export const measuresPage = {
  title: text('指标口径', '指標口徑', 'What figures mean'),
  about: text(
    '每个指标怎么算、按哪个月统计、哪个方向好。各页面和下载的表格用的都是这一套口径。',
    '每個指標怎麼算、按哪個月統計、哪個方向好。各頁面和下載的表格用的都是這一套口徑。',
    'How each figure is calculated, by which month, and which way is good. All pages and files go by this.',
  ),
  measure: text('指标', '指標', 'Measure'),
  formula: text('怎么算', '怎麼算', 'Calculated as'),
  month: text('统计月份', '統計月份', 'Month'),
  better: text('方向', '方向', 'Better'),
  least: text('数量太少时', '數量太少時', 'With few cases'),
} as const satisfies Texts
