import { verdictTexts } from '@heju/core/platform/audit-chain/verdict-texts'
import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The console's own words about the audit log; those of its entries are in `texts/audit`. */
export const audit = {
  ...verdictTexts,
  about: text(
    '谁在什么时候做了什么。记录只增不改，任何人都不能删除。',
    '誰在什麼時候做了什麼。記錄只增不改，任何人都不能刪除。',
    'Who did what, and when. Entries are only ever added; nobody can change or delete one.',
  ),
  empty: text(
    '还没有操作记录。员工登录、收款、修改资料等都会记在这里。',
    '還沒有操作記錄。員工登入、收款、修改資料等都會記在這裡。',
    'Nothing yet. Signing in, taking payments, changing data: all of it is recorded here.',
  ),
  'empty.found': text(
    '没有符合条件的记录。请放宽日期或清除筛选。',
    '沒有符合條件的記錄。請放寬日期或清除篩選。',
    'Nothing matches. Widen the days or clear the filter.',
  ),
  person: text('员工', '員工', 'Colleague'),
  'person.any': text('所有人', '所有人', 'Everybody'),
  'action.any': text('所有操作', '所有操作', 'Everything done'),
  from: text('从', '從', 'From'),
  to: text('到', '到', 'To'),
  clear: text('清除筛选', '清除篩選', 'Clear'),
  'subject.only': text('只看：{name}', '只看：{name}', 'Only: {name}'),
  'subject.filter': text('只看这个对象的记录', '只看這個對象的記錄', 'Only entries about this'),
  open: text('打开', '開啟', 'Open'),
  verify: text('验证记录', '驗證記錄', 'Verify'),
  'forks.title': text(
    '另有 {forks} 次重复封存，不是改动',
    '另有 {forks} 次重複封存，不是改動',
    'Besides, {forks} double seals, which are no alteration',
  ),
  'forks.about': text(
    '以前两个系统任务偶尔会同时封存同一段记录。两份封存都与记录内容一致，说明没有被改动；现在已不会再出现。',
    '以前兩個系統工作偶爾會同時封存同一段記錄。兩份封存都與記錄內容一致，說明沒有被改動；現在已不會再出現。',
    'Two system jobs could once seal the same entries at the same time. Both seals fit the entries, so nothing was altered. It cannot happen any more.',
  ),
  'fork.healed': text('已记入日志', '已記入日誌', 'on record in the log'),
  'fork.waiting': text('几分钟内会记入日志', '幾分鐘內會記入日誌', 'will be on record within minutes'),
} as const satisfies Texts
