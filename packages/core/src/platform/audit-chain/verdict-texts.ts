import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** What is said of a log that was verified, for a company and for the platform alike. */
export const verdictTexts = {
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
} as const satisfies Texts
