import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** How the company's monthly survey goes. */
export const surveySettings = {
  title: text('满意度调查设置', '滿意度調查設定', 'Survey settings'),
  about: text(
    '每月自动请业主评价上个月的服务。改动从下一次调查起生效，正在进行的一次不变。',
    '每月自動請業主評價上個月的服務。改動從下一次調查起生效，正在進行的一次不變。',
    'Owners are asked about the month before, every month. Changes count from the next survey; one that is open stays as it is.',
  ),
  when: text('什么时候调查', '什麼時候調查', 'When'),
  enabled: text('每月自动调查', '每月自動調查', 'Ask every month'),
  'enabled.hint': text(
    '关闭后不再发出新的调查，已有结果都保留。',
    '關閉後不再發出新的調查，已有結果都保留。',
    'Switched off, no new survey opens; results stay.',
  ),
  openDay: text('每月几日发出', '每月幾日發出', 'Opens on day'),
  'openDay.hint': text(
    '1–7 日，当天 10:00。月初业主对上个月还有印象。',
    '1–7 日，當天 10:00。月初業主對上個月還有印象。',
    '1 to 7, at 10:00: owners still remember the month.',
  ),
  closeDay: text('每月几日截止', '每月幾日截止', 'Closes on day'),
  'closeDay.hint': text(
    '14–28 日，当天结束时。',
    '14–28 日，當天結束時。',
    '14 to 28, at the end of that day.',
  ),
  remind: text('提醒没有回答的住户', '提醒沒有回答的住戶', 'Remind who has not answered'),
  remindAfterDays: text('发出几天后提醒', '發出幾天後提醒', 'Days after it opens'),
  'remind.hint': text(
    '只提醒一次；截止后不再提醒。',
    '只提醒一次；截止後不再提醒。',
    'Once only, and not after it has closed.',
  ),
  sendMessages: text('发短信告诉业主', '發簡訊告訴業主', 'Tell owners by message'),
  'sendMessages.hint': text(
    '关闭后业主只在手机页面里看到调查，也不会发提醒短信；回答的人通常会少很多。',
    '關閉後業主只在手機頁面裡看到調查，也不會發提醒簡訊；回答的人通常會少很多。',
    'Switched off, owners find the survey in the portal only and get no reminder; far fewer will answer.',
  ),
  ranking: text('哪些项目参加排名', '哪些項目參加排名', 'Which projects are ranked'),
  'ranking.about': text(
    '回答太少时，几户人家就能左右结果。没有达到下面两条的项目单独列出，不排名。',
    '回答太少時，幾戶人家就能左右結果。沒有達到下面兩條的項目單獨列出，不排名。',
    'With few answers, a handful of households decide the figure. Projects that miss either of the two are shown apart, not ranked.',
  ),
  leastAnswers: text('至少多少户回答', '至少多少戶回答', 'Least number of answers'),
  'leastAnswers.hint': text(
    '户数不到它两倍的小项目，回答过半即可。',
    '戶數不到它兩倍的小項目，回答過半即可。',
    'A project with fewer than twice as many households needs half of them.',
  ),
  leastRate: text('至少多少比例的住户回答', '至少多少比例的住戶回答', 'Least share of households'),
  showMarket: text('同时显示行业数据', '同時顯示行業資料', 'Show figures of the market'),
  'showMarket.hint': text(
    '在项目对比里列出公开发布的全国平均和标杆得分，仅供参照：问法不同，不能直接比较。',
    '在項目對比裡列出公開發佈的全國平均和標竿得分，僅供參照：問法不同，不能直接比較。',
    'Published national and benchmark scores stand beside the projects, for orientation only: they were asked otherwise.',
  ),
  preview: text('按这样的设置', '按這樣的設定', 'With these settings'),
  'preview.off': text('不再自动发出调查。', '不再自動發出調查。', 'No survey opens by itself.'),
  'preview.on': text(
    '每月 {open} 日 10:00 调查上个月的服务{messages, select, yes {并发短信} other {（不发短信）}}，{remind, select, none {不提醒} other {{remind} 日提醒没有回答的住户一次}}，{close} 日 24:00 截止。',
    '每月 {open} 日 10:00 調查上個月的服務{messages, select, yes {並發簡訊} other {（不發簡訊）}}，{remind, select, none {不提醒} other {{remind} 日提醒沒有回答的住戶一次}}，{close} 日 24:00 截止。',
    'On day {open} of each month at 10:00 owners are asked about the month before{messages, select, yes { by message} other { (no message)}}, {remind, select, none {nobody is reminded} other {on day {remind} who has not answered is reminded once}}, and it closes at the end of day {close}.',
  ),
  readOnly: text(
    '只有总部和公司管理员可以修改。',
    '只有總部和公司管理員可以修改。',
    'Only head office and company administrators may change this.',
  ),
} as const satisfies Texts
