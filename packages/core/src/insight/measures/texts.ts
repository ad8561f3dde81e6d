import type { Text, Texts } from '@heju/i18n'
import { complaintMeasureTexts } from '../../desk/complaints/measure-texts.ts'
import { collectionMeasureTexts } from '../../fees/collection/measure-texts.ts'
import { satisfactionMeasureTexts } from '../satisfaction/measure-texts.ts'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** All measures, and what is said of each alike. */
export const measureTexts = {
  ...satisfactionMeasureTexts,
  ...complaintMeasureTexts,
  ...collectionMeasureTexts,
  lowEnd: text('{figure}下限（95%）', '{figure}下限（95%）', '{figure}, from (95 %)'),
  highEnd: text('{figure}上限（95%）', '{figure}上限（95%）', '{figure}, to (95 %)'),
  'month.surveyed': text('按被调查的月份统计', '按被調查的月份統計', 'By the month that was surveyed'),
  'month.registered': text('按登记的月份统计', '按登記的月份統計', 'By the month of registration'),
  'month.billed': text('按账单的账期统计', '按帳單的帳期統計', 'By the period of the bill'),
  'grain.project': text('按项目', '按項目', 'By project'),
  'grain.service_line': text('按项目、按服务线', '按項目、按服務線', 'By project and by service line'),
  'better.higher': text('越高越好', '越高越好', 'Higher is better'),
  'better.lower': text('越低越好', '越低越好', 'Lower is better'),
  'least.number': text(
    '不足 {least} 件时只供参考',
    '不足 {least} 件時只供參考',
    'With fewer than {least} it says little',
  ),
  'least.settings': text(
    '回答太少或回收率太低时不参加排名，标准见“调查设置”',
    '回答太少或回收率太低時不參加排名，標準見「調查設定」',
    'Not ranked with too few answers or too low a response rate; see the survey settings for how many',
  ),
  share: text('{part} ÷ {whole}', '{part} ÷ {whole}', '{part} ÷ {whole}'),
} as const satisfies Texts
