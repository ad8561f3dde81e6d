import { calendarTexts } from '@heju/core/platform/calendar/texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The company's working calendar. */
export const calendar = {
  ...calendarTexts,
  title: text('工作日历', '工作日曆', 'Calendar'),
  about: text(
    '投诉处理期限按工作日计算，以这份日历为准。国家放假和调休已经排好；本公司另有安排的，点那一天修改。',
    '投訴處理期限按工作日計算，以這份日曆為準。國家放假和調休已經排好；本公司另有安排的，點那一天修改。',
    'Terms of complaints run in working days by this calendar. National holidays and make-up days are in; click a day where your company differs.',
  ),
  year: text('{year} 年', '{year} 年', '{year}'),
  'year.before': text('上一年', '上一年', 'Year before'),
  'year.after': text('下一年', '下一年', 'Year after'),
  month: text('{month} 月', '{month} 月', 'Month {month}'),
  weekdays: text('一,二,三,四,五,六,日', '一,二,三,四,五,六,日', 'M,T,W,T,F,S,S'),
  'weekdays.full': text(
    '星期一,星期二,星期三,星期四,星期五,星期六,星期日',
    '星期一,星期二,星期三,星期四,星期五,星期六,星期日',
    'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
  ),
  provisional: text('{year} 年为暂定', '{year} 年為暫定', '{year} is provisional'),
  'provisional.about': text(
    '国务院 {year} 年的放假通知还没有收录（一般在上一年 11 月公布），目前只有法定节假日，调休和补班可能变动。通知公布后如急用，可先在这里逐日修改。',
    '國務院 {year} 年的放假通知還沒有收錄（一般在上一年 11 月公佈），目前只有法定節假日，調休和補班可能變動。通知公佈後如急用，可先在這裡逐日修改。',
    'The official notice for {year} is not in yet (it comes out in November of the year before). Only the statutory days are known; make-up days may still move. If you need them at once, correct them here day by day.',
  ),
  legend: text('图例', '圖例', 'Key'),
  'legend.rest': text('休：放假，不算工作日', '休：放假，不算工作日', 'Off: a holiday, not counted'),
  'legend.work': text('班：周末上班，算工作日', '班：週末上班，算工作日', 'Works: a weekend day that counts'),
  'legend.corrected': text('粗框：本公司改过', '粗框：本公司改過', 'Framed: changed by the company'),
  'mark.rest': text('休', '休', 'Off'),
  'mark.work': text('班', '班', 'On'),
  'day.rest': text('休息', '休息', 'not worked'),
  'day.work': text('上班', '上班', 'worked'),
  'day.corrected': text('本公司改过', '本公司改過', 'changed by the company'),
  'day.now': text('目前：{state}', '目前：{state}', 'At present: {state}'),

  change: text('修改 {day}', '修改 {day}', 'Change {day}'),
  kind: text('这一天', '這一天', 'This day is'),
  name: text('原因', '原因', 'Why'),
  'name.hint': text(
    '如：台风停工、厂庆、补班',
    '如：颱風停工、廠慶、補班',
    'For instance: typhoon, anniversary',
  ),
  consequences: text('保存后会发生什么', '儲存後會發生什麼', 'What follows'),
  'consequences.about': text(
    '正在办理的投诉，处理期限会按新日历重新计算：多一个休息日就顺延，多一个工作日就提前。已经答复或结案的不变；账单到期日不变。以后可以改回来。',
    '正在辦理的投訴，處理期限會按新日曆重新計算：多一個休息日就順延，多一個工作日就提前。已經答覆或結案的不變；帳單到期日不變。以後可以改回來。',
    'Terms of complaints under way are calculated again: a day off moves them back, a working day forward. What was replied to or closed stays; so do the due dates of bills. It can be changed back.',
  ),
  corrected: text('本公司改过的日子', '本公司改過的日子', 'Days changed by the company'),
  'corrected.none': text(
    '这一年没有改过，全部按国家安排。',
    '這一年沒有改過，全部按國家安排。',
    'None in this year: all as the national calendar says.',
  ),
  saved: text(
    '已保存，正在办理的投诉期限随之调整',
    '已儲存，正在辦理的投訴期限隨之調整',
    'Saved; terms under way move with it',
  ),
} as const satisfies Texts
