import type { Texts } from '@heju/i18n'

/** What a workbook says of who pays from when that is downloaded to be looked through. */
export const payerTexts = {
  file: {
    'zh-CN': '谁从哪天起缴费.xlsx',
    'zh-Hant': '誰從哪天起繳費.xlsx',
    en: 'Who pays from when.xlsx',
  },
  title: { 'zh-CN': '谁从哪天起缴费', 'zh-Hant': '誰從哪天起繳費', en: 'Who pays from when' },
  place: { 'zh-CN': '房号', 'zh-Hant': '房號', en: 'Room or space' },
  payer: { 'zh-CN': '缴费人', 'zh-Hant': '繳費人', en: 'Payer' },
  from: { 'zh-CN': '自', 'zh-Hant': '自', en: 'From' },
  to: { 'zh-CN': '至', 'zh-Hant': '至', en: 'To' },
  remark: { 'zh-CN': '说明', 'zh-Hant': '說明', en: 'Remarks' },
  source: { 'zh-CN': '来源', 'zh-Hant': '來源', en: 'Source' },
  row: { 'zh-CN': '“{sheet}”第 {row} 行', 'zh-Hant': '「{sheet}」第 {row} 行', en: '{sheet}, row {row}' },
  nobody: { 'zh-CN': '无人缴费', 'zh-Hant': '無人繳費', en: 'Nobody' },
  left_out: {
    'zh-CN': '不导入，维持现在的登记',
    'zh-Hant': '不匯入，維持現在的登記',
    en: 'Left out: it stays as it is on record',
  },
  told: { 'zh-CN': '表中：{told}', 'zh-Hant': '表中：{told}', en: 'In the file: {told}' },
  left_before: { 'zh-CN': '之前选了不导入', 'zh-Hant': '之前選了不匯入', en: 'Left out before' },
  'from.assumed': {
    'zh-CN': '开始日是推算的，表中没有写明',
    'zh-Hant': '開始日是推算的，表中沒有寫明',
    en: 'The first day is assumed: the file does not tell it',
  },
  'to.assumed': {
    'zh-CN': '最后一天是推算的，表中没有写明',
    'zh-Hant': '最後一天是推算的，表中沒有寫明',
    en: 'The last day is assumed: the file does not tell it',
  },
  liable: {
    'zh-CN': '按约定缴费，业主 {owner} 承担连带责任',
    'zh-Hant': '按約定繳費，業主 {owner} 承擔連帶責任',
    en: 'Pays by agreement; the owner {owner} is liable as well',
  },
  before: { 'zh-CN': '现在登记：{before}', 'zh-Hant': '現在登記：{before}', en: 'On record: {before}' },
  'before.none': {
    'zh-CN': '现在没有登记缴费人',
    'zh-Hant': '現在沒有登記繳費人',
    en: 'Nobody on record',
  },
  unbilled: {
    'zh-CN': '{people} 也在册，不另开账单',
    'zh-Hant': '{people} 也在冊，不另開帳單',
    en: '{people} there as well, and not billed',
  },
} as const satisfies Texts
