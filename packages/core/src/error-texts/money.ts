import type { Texts } from '@heju/i18n'

/** Amounts that cannot be read or shared. */
export const money = {
  'money.out_of_range': {
    'zh-CN': '金额或数量超出了可以计算的范围。请检查单价、数量和月数是否填错。',
    'zh-Hant': '金額或數量超出了可以計算的範圍。請檢查單價、數量和月數是否填錯。',
    en: 'The amount or quantity is beyond what can be calculated. Please check the price, the quantity and the months.',
  },
  'money.malformed': {
    'zh-CN': '这不是一个金额。请填写数字，例如 1234.50 或 1,234.50。',
    'zh-Hant': '這不是一個金額。請填寫數字，例如 1234.50 或 1,234.50。',
    en: 'This is not an amount. Please write a number such as 1234.50 or 1,234.50.',
  },
  'money.too_many_decimals': {
    'zh-CN': '金额最多保留两位小数（到分），这里有 {decimals} 位。请改为到分的金额。',
    'zh-Hant': '金額最多保留兩位小數（到分），這裡有 {decimals} 位。請改為到分的金額。',
    en: 'An amount has at most two decimals (fen); this one has {decimals}. Please write it to the fen.',
  },
  'money.nothing_to_share_by': {
    'zh-CN': '没有可以分摊的依据：参与分摊的面积或数量合计为零。请先补全房屋的面积。',
    'zh-Hant': '沒有可以分攤的依據：參與分攤的面積或數量合計為零。請先補全房屋的面積。',
    en: 'There is nothing to share by: the areas or quantities add up to zero. Please complete the areas of the rooms first.',
  },
} as const satisfies Texts
