import type { Texts } from '@heju/i18n'

export const serviceLineFigures = {
  title: {
    'zh-CN': '按服务条线（{month}）',
    'zh-Hant': '按服務條線（{month}）',
    en: 'By service line ({month})',
  },
  complaints: { 'zh-CN': '投诉', 'zh-Hant': '投訴', en: 'Complaints' },
  met: { 'zh-CN': '按时答复', 'zh-Hant': '按時答覆', en: 'In time' },
  missed: { 'zh-CN': '超过时限', 'zh-Hant': '超過時限', en: 'Too late' },
  running: { 'zh-CN': '还在时限内', 'zh-Hant': '還在時限內', en: 'Still running' },
  answered: { 'zh-CN': '{answered} 人作答', 'zh-Hant': '{answered} 人作答', en: '{answered} answered' },
  help: {
    'zh-CN': '投诉按类别归入条线，类别在“投诉类别”里选条线；类别改了条线，过去的投诉也跟着改。',
    'zh-Hant': '投訴按類別歸入條線，類別在「投訴類別」裡選條線；類別改了條線，過去的投訴也跟著改。',
    en: 'A complaint is of the line of its category, which is chosen on the page of categories; a category that changes its line takes its earlier complaints along.',
  },
  'help.satisfaction': {
    'zh-CN': '满意度指数按问卷里问到这条线的题目计算；没有题目问到的条线显示“—”。',
    'zh-Hant': '滿意度指數按問卷裡問到這條線的題目計算；沒有題目問到的條線顯示「—」。',
    en: 'The index is of the questions about the line; a dash stands where the questionnaire asks none.',
  },
} as const satisfies Texts
