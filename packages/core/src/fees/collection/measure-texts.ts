import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The measures of collection: their name, what is counted, and of what. */
export const collectionMeasureTexts = {
  'collection.fixed': text('收缴率（定数）', '收繳率（定數）', 'Collection rate, fixed'),
  'collection.fixed.part': text(
    '到期后第 30 天结束时已收到的金额',
    '到期後第 30 天結束時已收到的金額',
    'What had been received at the end of the 30th day after the month fell due',
  ),
  'collection.fixed.whole': text(
    '当时已公布、没有作废的应收金额',
    '當時已公布、沒有作廢的應收金額',
    'What was published and not void at that time',
  ),
  'collection.today': text('收缴率（今天）', '收繳率（今天）', 'Collection rate today'),
  'collection.today.part': text('到现在已收到的金额', '到現在已收到的金額', 'What has been received by now'),
  'collection.today.whole': text(
    '现在已公布、没有作废的应收金额',
    '現在已公布、沒有作廢的應收金額',
    'What is published and not void now',
  ),
} as const satisfies Texts
