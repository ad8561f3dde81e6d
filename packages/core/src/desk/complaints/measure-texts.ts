import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The measures of complaints: their name, what is counted, and of what. */
export const complaintMeasureTexts = {
  'complaints.effective': text('有效投诉数', '有效投訴數', 'Effective complaints'),
  'complaints.effective.part': text(
    '经核实判定为有效的投诉件数，目标是零',
    '經核實判定為有效的投訴件數，目標是零',
    'Complaints that were judged effective; the aim is none',
  ),
  'complaints.per_thousand': text('每千户投诉', '每千戶投訴', 'Complaints per 1,000 households'),
  'complaints.per_thousand.part': text('投诉件数', '投訴件數', 'Complaints'),
  'complaints.per_thousand.whole': text('当月户数', '當月戶數', 'Households of the month'),
  'complaints.on_time': text('投诉按时答复率', '投訴按時答覆率', 'Complaints replied to in time'),
  'complaints.on_time.part': text(
    '每一轮都在时限内答复的投诉件数',
    '每一輪都在時限內答覆的投訴件數',
    'Complaints replied to within the term, in every round',
  ),
  'complaints.on_time.whole': text(
    '已按时答复和已超过时限的件数，还在时限内的不算',
    '已按時答覆和已超過時限的件數，還在時限內的不算',
    'Those replied to in time and those too late; what still runs is neither',
  ),
} as const satisfies Texts
