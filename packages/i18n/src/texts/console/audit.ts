import type { Text, Texts } from '../../locale.ts'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The console's own words about the audit log; those of its entries are in `texts/audit`. */
export const audit = {
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
  'verdict.whole': text(
    '记录完整，没有被改动',
    '記錄完整，沒有被改動',
    'The log is whole: nothing was altered',
  ),
  'verdict.whole.about': text(
    '逐条核对了 {entries} 条记录（{seals} 个封存）。每条都与写入时一致。最近几分钟的记录封存后也会核对。',
    '逐筆核對了 {entries} 筆記錄（{seals} 個封存）。每筆都與寫入時一致。最近幾分鐘的記錄封存後也會核對。',
    'Compared {entries} entries ({seals} seals), each as it was written. Those of the last minutes are checked once they are sealed.',
  ),
  'verdict.none': text('还没有封存的记录', '還沒有封存的記錄', 'Nothing is sealed yet'),
  'verdict.none.about': text(
    '系统定时封存新记录，请过几分钟再验证。',
    '系統定時封存新記錄，請過幾分鐘再驗證。',
    'Entries are sealed from time to time. Please verify again in some minutes.',
  ),
  'verdict.whole.unsealed': text(
    '最近 {unsealed} 条还没有封存，已逐条核对内容。',
    '最近 {unsealed} 筆還沒有封存，已逐筆核對內容。',
    'The latest {unsealed} are not sealed yet; their content was checked one by one.',
  ),
  'verdict.broken': text(
    '有 {breaks} 条记录被改动过或缺失',
    '有 {breaks} 筆記錄被改動過或缺失',
    '{breaks} entries of the log were altered or are missing',
  ),
  'verdict.broken.one': text(
    '有一条记录被改动过或缺失',
    '有一筆記錄被改動過或缺失',
    'One entry of the log was altered or is missing',
  ),
  'break.and': text('、', '、', ', '),
  'break.then': text('；', '；', '; '),
  'verdict.broken.about': text(
    '共核对 {entries} 条记录。除下列各处外，其余都与写入时一致。请保留现状，不要修改数据，联系平台支持核对备份。',
    '共核對 {entries} 筆記錄。除下列各處外，其餘都與寫入時一致。請保留現狀，不要修改資料，聯絡平台支援核對備份。',
    'Compared {entries} entries. Everything outside of these places is as it was written. Leave all as it is and ask support to compare the backups.',
  ),
  'break.span': text('第 {first}–{last} 条', '第 {first}–{last} 筆', 'Entries {first}–{last}'),
  'break.one': text('第 {first} 条', '第 {first} 筆', 'Entry {first}'),
  'break.altered': text('内容被修改：第 {seqs} 条', '內容被修改：第 {seqs} 筆', 'content altered: {seqs}'),
  'break.missing': text(
    '被删除或改了序号：第 {seqs} 条',
    '被刪除或改了序號：第 {seqs} 筆',
    'taken out or renumbered: {seqs}',
  ),
  'break.seal': text(
    '封存值对不上，看不出是哪一条',
    '封存值對不上，看不出是哪一筆',
    'the seal does not fit; which entry cannot be told',
  ),
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
