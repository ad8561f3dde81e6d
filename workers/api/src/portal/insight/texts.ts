import type { Texts } from '@heju/i18n'

/** The pages around the monthly survey; its questions belong to its methodology and are in texts/satisfaction. */
export const portalSurvey = {
  title: { 'zh-CN': '{month}服务评价', 'zh-Hant': '{month}服務評價', en: 'The service in {month}' },
  listTitle: { 'zh-CN': '服务评价', 'zh-Hant': '服務評價', en: 'Rate the service' },
  choose: {
    'zh-CN': '请选择要评价的房产',
    'zh-Hant': '請選擇要評價的房產',
    en: 'Which room would you like to answer for?',
  },
  answered: {
    'zh-CN': '已评价，可以修改',
    'zh-Hant': '已評價，可以修改',
    en: 'answered; you can answer anew',
  },
  open: { 'zh-CN': '未评价', 'zh-Hant': '未評價', en: 'not answered yet' },
  until: { 'zh-CN': '{day}前有效', 'zh-Hant': '{day}前有效', en: 'until {day}' },
  none: {
    'zh-CN': '现在没有要填的评价',
    'zh-Hant': '現在沒有要填的評價',
    en: 'No survey is open at present',
  },
  noneText: {
    'zh-CN': '每月第一周会请您评一次上个月的服务，到时会显示在这里。',
    'zh-Hant': '每月第一週會請您評一次上個月的服務，到時會顯示在這裡。',
    en: 'In the first week of each month we ask how the month before was. It will show up here.',
  },
  submit: { 'zh-CN': '提交评价', 'zh-Hant': '提交評價', en: 'Send' },
  missing: {
    'zh-CN': '还有 {count} 项没选全，已在下面标出。',
    'zh-Hant': '還有 {count} 項沒選全，已在下面標出。',
    en: '{count, plural, one {One point is} other {# points are}} not answered yet, marked below.',
  },
  missingOne: { 'zh-CN': '请把两行都选上', 'zh-Hant': '請把兩行都選上', en: 'Please choose in both rows' },
  thanksTitle: { 'zh-CN': '谢谢您', 'zh-Hant': '謝謝您', en: 'Thank you' },
  thanksLow: {
    'zh-CN': '有没做好的地方，很抱歉。如果要我们马上处理，请直接报事。',
    'zh-Hant': '有沒做好的地方，很抱歉。如果要我們馬上處理，請直接報事。',
    en: 'We are sorry for what was not right. To have it dealt with at once, please report it.',
  },
  report: { 'zh-CN': '我要报事', 'zh-Hant': '我要報事', en: 'Report something' },
  home: { 'zh-CN': '回到首页', 'zh-Hant': '回到首頁', en: 'Back to the start' },
  other: { 'zh-CN': '再评另一套房产', 'zh-Hant': '再評另一套房產', en: 'Answer for another room' },
} as const satisfies Texts
