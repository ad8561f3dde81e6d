import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The file of complaints by project and month. */
export const figureTexts = {
  title: text('投诉与时效', '投訴與時效', 'Complaint figures'),
  month: text('月份', '月份', 'Month'),
  project: text('项目', '項目', 'Project'),
  complaints: text('投诉', '投訴', 'Complaints'),
  effective: text('其中有效', '其中有效', 'Effective'),
  households: text('户数', '戶數', 'Households'),
  met: text('按时答复', '按時答覆', 'In time'),
  missed: text('超过时限', '超過時限', 'Too late'),
  running: text('还在时限内', '還在時限內', 'Still running'),
  firstMissed: text('初步处理超时', '初步處理逾時', 'First handling late'),
  reopened: text('重新办理', '重新辦理', 'Taken up again'),
  satisfied: text('回访满意', '回訪滿意', 'Content'),
  dissatisfied: text('回访不满意', '回訪不滿意', 'Not content'),
} as const satisfies Texts
