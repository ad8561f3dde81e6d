import type { Texts } from '@heju/i18n'

export const complaintFigures = {
  title: { 'zh-CN': '投诉与时效', 'zh-Hant': '投訴與時效', en: 'Complaint figures' },
  about: {
    'zh-CN': '按登记的月份看投诉有多少、答复及不及时。选一个项目可以逐月看，点数字可以看明细。',
    'zh-Hant': '按登記的月份看投訴有多少、答覆及不及時。選一個項目可以逐月看，點數字可以看明細。',
    en: 'How many complaints came in, and how many were replied to in time. Choose a project to see its months; a number leads to what it counts.',
  },
  empty: {
    'zh-CN': '这一年里没有登记投诉。登记后，这里按月显示件数和时效。',
    'zh-Hant': '這一年裡沒有登記投訴。登記後，這裡按月顯示件數和時效。',
    en: 'No complaint came in within this year. As they do, their numbers and times will appear here month by month.',
  },
  'empty.month': {
    'zh-CN': '{month} 没有登记投诉。可以在上面换一个月份。',
    'zh-Hant': '{month} 沒有登記投訴。可以在上面換一個月份。',
    en: 'No complaint came in in {month}. Choose another month above.',
  },
  month: { 'zh-CN': '月份', 'zh-Hant': '月份', en: 'Month' },
  'month.last': { 'zh-CN': '到哪个月', 'zh-Hant': '到哪個月', en: 'Up to which month' },
  project: { 'zh-CN': '项目', 'zh-Hant': '項目', en: 'Project' },
  complaints: { 'zh-CN': '投诉', 'zh-Hant': '投訴', en: 'Complaints' },
  effective: { 'zh-CN': '其中有效', 'zh-Hant': '其中有效', en: 'Effective' },
  households: { 'zh-CN': '{households} 户', 'zh-Hant': '{households} 戶', en: '{households} households' },
  met: { 'zh-CN': '按时答复', 'zh-Hant': '按時答覆', en: 'In time' },
  missed: { 'zh-CN': '超过时限', 'zh-Hant': '超過時限', en: 'Too late' },
  running: { 'zh-CN': '还在时限内', 'zh-Hant': '還在時限內', en: 'Still running' },
  firstMissed: { 'zh-CN': '初步处理超时', 'zh-Hant': '初步處理逾時', en: 'First handling late' },
  reopened: { 'zh-CN': '重新办理', 'zh-Hant': '重新辦理', en: 'Taken up again' },
  satisfied: { 'zh-CN': '回访满意', 'zh-Hant': '回訪滿意', en: 'Content' },
  dissatisfied: { 'zh-CN': '回访不满意', 'zh-Hant': '回訪不滿意', en: 'Not content' },
  help: {
    'zh-CN':
      '有效投诉的目标是零。括号里是 95% 的可能范围：件数少时范围很宽，不要只凭一个月下结论。投诉按时答复率只算已有结果的投诉。',
    'zh-Hant':
      '有效投訴的目標是零。括號裡是 95% 的可能範圍：件數少時範圍很寬，不要只憑一個月下結論。投訴按時答覆率只算已有結果的投訴。',
    en: 'The aim for effective complaints is none. In brackets stands the 95 % interval: with few complaints it is wide, and one month says little. The share in time counts those that are decided.',
  },
  'chart.title': {
    'zh-CN': '近 12 个月的投诉',
    'zh-Hant': '近 12 個月的投訴',
    en: 'Complaints of twelve months',
  },
  'chart.about': {
    'zh-CN': '近 12 个月每月登记的投诉。{list}。',
    'zh-Hant': '近 12 個月每月登記的投訴。{list}。',
    en: 'Complaints by the month in which they came in. {list}.',
  },
  'chart.point': {
    'zh-CN': '{month} 按时 {met} 件、超时 {missed} 件、还在时限内 {running} 件',
    'zh-Hant': '{month} 按時 {met} 件、逾時 {missed} 件、還在時限內 {running} 件',
    en: '{month}: {met} in time, {missed} too late, {running} still running',
  },
} as const satisfies Texts
