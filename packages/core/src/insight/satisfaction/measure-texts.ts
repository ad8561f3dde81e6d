import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The measures of a survey: their name, what is counted, and of what. */
export const satisfactionMeasureTexts = {
  'satisfaction.index': text('满意度指数', '滿意度指數', 'Satisfaction index'),
  'satisfaction.index.part': text('实际感受的分数之和', '實際感受的分數之和', 'What was found, added up'),
  'satisfaction.index.whole': text('期望的分数之和', '期望的分數之和', 'What was expected, added up'),
  'satisfaction.response': text('回收率', '回收率', 'Response rate'),
  'satisfaction.response.part': text('已回答的户数', '已回答的戶數', 'Households that answered'),
  'satisfaction.response.whole': text(
    '发出调查时的户数',
    '發出調查時的戶數',
    'Households when the survey opened',
  ),
  'satisfaction.loyalty': text('愿意续聘', '願意續聘', 'Would keep us'),
  'satisfaction.loyalty.part': text(
    '表示愿意或非常愿意的人数',
    '表示願意或非常願意的人數',
    'Persons who said yes or gladly',
  ),
  'satisfaction.loyalty.whole': text(
    '回答了这一题的人数',
    '回答了這一題的人數',
    'Persons who answered this question',
  ),
} as const satisfies Texts
