import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** How a measure goes from month to month, and whether results come out again as they were reported. */
export const trend = {
  pages: text('满意度的各页', '滿意度的各頁', 'Pages on satisfaction'),
  title: text('逐月走势', '逐月走勢', 'Month by month'),
  about: text(
    '各项目一项指标的逐月水平，只含已截止的调查。竖线是当月水平的 95% 区间；变化是否超出偶然，请看“项目对比”里的“比上月”，不能由区间是否重叠看出。',
    '各項目一項指標的逐月水準，只含已截止的調查。豎線是當月水準的 95% 區間；變化是否超出偶然，請看「項目對比」裡的「比上月」，不能由區間是否重疊看出。',
    'One measure of each project month by month, of surveys that have closed. Bars are 95 % intervals of a month’s level. Whether a change is more than chance does not follow from whether they overlap: “Compare projects” says so, against the month before.',
  ),
  measure: text('指标', '指標', 'Measure'),
  from: text('从', '從', 'From'),
  to: text('到', '到', 'To'),
  projects: text('项目', '項目', 'Projects'),
  most: text(
    '共 {of} 个项目，一次最多画 {most} 个。请在上面选择要看的项目。',
    '共 {of} 個項目，一次最多畫 {most} 個。請在上面選擇要看的項目。',
    'There are {of} projects, and {most} are shown at a time. Choose above which ones.',
  ),
  empty: text(
    '这段时间没有已截止的调查。调查截止后，第二天起会出现在这里；也可以换一段时间看看。',
    '這段時間沒有已截止的調查。調查截止後，第二天起會出現在這裡；也可以換一段時間看看。',
    'No survey closed in these months. They appear here on the day after they close; try other months.',
  ),
  chart: text(
    '{measure}：满意度指数与 95% 区间',
    '{measure}：滿意度指數與 95% 區間',
    '{measure}: satisfaction index with 95 % intervals',
  ),
  'chart.about': text(
    '{measure}，{from} 到 {to}。{list}。每个月的数字见图下表格。',
    '{measure}，{from} 到 {to}。{list}。每個月的數字見圖下表格。',
    '{measure}, {from} to {to}. {list}. The table below has the figures of every month.',
  ),
  'chart.line': text(
    '{project}：从 {first} 到 {last}',
    '{project}：從 {first} 到 {last}',
    '{project}: from {first} to {last}',
  ),
  'chart.help': text(
    '空心点：回答太少或回收率太低，只供参考。没有调查的月份和换了问卷的月份之间不连线。',
    '空心點：回答太少或回收率太低，只供參考。沒有調查的月份和換了問卷的月份之間不連線。',
    'Hollow points: too few answers or too low a response rate, for orientation only. No line leads over months without a survey, or from one questionnaire to another.',
  ),
  version: text(
    '{project}（问卷第 {version} 版）',
    '{project}（問卷第 {version} 版）',
    '{project} (questionnaire {version})',
  ),
  questionnaire: text('问卷版本', '問卷版本', 'Questionnaire'),

  checkTitle: text('核对结果', '核對結果', 'Check of results'),
  checkAbout: text(
    '从一份份回答重新计算一个月的结果，看与当时报告的是否一致。只含已截止的调查，不改动任何数字。',
    '從一份份回答重新計算一個月的結果，看與當時報告的是否一致。只含已截止的調查，不改動任何數字。',
    'Calculates a month’s results again from every answer and compares them with what was reported. Closed surveys only; nothing is changed.',
  ),
  'check.agree': text(
    '{month}：{count} 个项目的结果重新计算后全部一致。',
    '{month}：{count} 個項目的結果重新計算後全部一致。',
    '{month}: calculated again, the results of {count, plural, one {the one project} other {all # projects}} come out as reported.',
  ),
  'check.agree.about': text(
    '报告的每一个数字都能由现存的回答得出。',
    '報告的每一個數字都能由現存的回答得出。',
    'Every figure reported follows from the answers on record.',
  ),
  'check.differ': text(
    '{month}：{count} 个项目中有 {differing} 个的结果与回答对不上。',
    '{month}：{count} 個項目中有 {differing} 個的結果與回答對不上。',
    '{month}: of {count} projects, {differing} have results that do not follow from the answers.',
  ),
  'check.differ.about': text(
    '报告之后，结果或回答在系统之外被改动过。请不要使用下面列出的数字，并把本页发给系统管理员，核对数据库备份。',
    '報告之後，結果或回答在系統之外被改動過。請不要使用下面列出的數字，並把本頁發給系統管理員，核對資料庫備份。',
    'Results or answers were changed outside of the system after they were reported. Do not use the figures listed below; send this page to whoever runs the system, to be compared with a backup of the database.',
  ),
  'check.empty': text(
    '{month}没有已截止的调查，没有可核对的结果。请换一个月份。',
    '{month}沒有已截止的調查，沒有可核對的結果。請換一個月份。',
    'No survey about {month} has closed, so there is nothing to check. Try another month.',
  ),
  'check.result': text('核对', '核對', 'Check'),
  'check.same': text('一致', '一致', 'As reported'),
  'check.other': text('对不上', '對不上', 'Differs'),
  'check.which': text('对不上的指标', '對不上的指標', 'Measures that differ'),
} as const satisfies Texts
