import type { Text, Texts } from '../../locale.ts'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The console's own words; the names of measures and figures are those of the survey, which exports use as well. */
export const satisfaction = {
  'compare.about': text(
    '各项目同一个月的数字。点任何一个数字，看它由哪些记录组成。',
    '各項目同一個月的數字。點任何一個數字，看它由哪些記錄組成。',
    'Every project’s figures for one month. Click a figure to see what it is made of.',
  ),
  'compare.empty': text(
    '还没有可以对比的项目。建好项目、开展第一次月度调查后，这里会列出各项目的结果。',
    '還沒有可以對比的項目。建好項目、開展第一次月度調查後，這裡會列出各項目的結果。',
    'No projects to compare yet. They appear here once they exist and the first monthly survey has taken place.',
  ),
  'ranked.empty': text(
    '这个月没有项目达到排名所需的回答数，数字见下方。',
    '這個月沒有項目達到排名所需的回答數，數字見下方。',
    'No project has enough answers to be ranked in this month; see the figures below.',
  ),
  'apart.title': text('未参加排名的项目', '未參加排名的項目', 'Not ranked'),
  'apart.reason': text('未排名的原因', '未排名的原因', 'Why not'),
  export: text('导出 Excel', '匯出 Excel', 'Export to Excel'),
  notDistinct: text('无法区分', '無法區分', 'Not distinguishable'),
  'project.provisional': text('暂定', '暫定', 'Provisional'),
  interval: text('95% 区间 {low}–{high}', '95% 區間 {low}–{high}', '95 % interval {low}–{high}'),
  'change.significant': text('变化显著', '變化顯著', 'More than chance'),
  'change.chance': text('可能只是偶然', '可能只是偶然', 'May be chance'),
  ofHouseholds: text('共 {households} 户', '共 {households} 戶', 'of {households} households'),
  complaintCount: text('{count} 件', '{count} 件', '{count} in all'),
  met: text('按时 {count}', '按時 {count}', '{count} on time'),
  missed: text('超时 {count}', '逾時 {count}', '{count} late'),
  collected: text('{collected}／应收 {billed}', '{collected}／應收 {billed}', '{collected} of {billed}'),
  'chart.title': text(
    '满意度指数与 95% 区间',
    '滿意度指數與 95% 區間',
    'Satisfaction index with 95 % interval',
  ),
  'chart.final': text('已截止', '已截止', 'Closed'),
  'chart.about': text(
    '{month}各项目满意度指数及 95% 区间：{list}。',
    '{month}各項目滿意度指數及 95% 區間：{list}。',
    'Satisfaction index of each project in {month} with its 95 % interval: {list}.',
  ),
  'chart.point': text(
    '{project} {value}（{low}–{high}）',
    '{project} {value}（{low}–{high}）',
    '{project} {value} ({low}–{high})',
  ),
  dimensions: text('分项结果', '分項結果', 'By dimension'),

  'surveys.about': text(
    '一个项目一个月的调查结果和每份回答。点感受的某一档，只看这样回答的住户。',
    '一個項目一個月的調查結果和每份回答。點感受的某一檔，只看這樣回答的住戶。',
    'One project’s survey about one month and every answer. Click a value found to see those answers alone.',
  ),
  'surveys.none': text(
    '这个项目这个月没有调查。调查在次月月初自动发出；请换一个月份看看。',
    '這個項目這個月沒有調查。調查在次月月初自動發出；請換一個月份看看。',
    'No survey of this project about this month. Surveys open at the start of the month after; try another month.',
  ),
  'answers.empty': text(
    '没有符合条件的回答。住户填写后会出现在这里。',
    '沒有符合條件的回答。住戶填寫後會出現在這裡。',
    'No such answers. They appear here as households give them.',
  ),
  dimension: text('分项', '分項', 'Dimension'),
  mean: text('平均', '平均', 'Mean'),
  spread: text('回答分布（1–5 分）', '回答分佈（1–5 分）', 'Answers from 1 to 5'),
  low: text('感受 2 分及以下', '感受 2 分及以下', 'Found 2 or less'),
  lowCount: text('{count} 户', '{count} 戶', '{count} households'),
  'spread.one': text(
    '{dimension}：感受 {value} 分，{count} 户',
    '{dimension}：感受 {value} 分，{count} 戶',
    '{dimension}: found {value}, {count} households',
  ),
  'spread.about': text(
    '1 到 5 分依次为 {list} 户',
    '1 到 5 分依次為 {list} 戶',
    'From 1 to 5: {list} households',
  ),
  'answers.all': text('全部回答', '全部回答', 'All answers'),
  'answers.commented': text('有留言的', '有留言的', 'With words'),
  'answers.only': text(
    '只看：{dimension} 感受 {value} 分',
    '只看：{dimension} 感受 {value} 分',
    'Only: {dimension} found {value}',
  ),
  'score.pair': text('感受／期望', '感受／期望', 'Found / expected'),
  closesAt: text('截止：', '截止：', 'Closes: '),
} as const satisfies Texts
