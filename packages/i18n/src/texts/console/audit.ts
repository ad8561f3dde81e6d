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
  'verdict.broken': text(
    '记录在第 {seq} 条之后被改动过',
    '記錄在第 {seq} 筆之後被改動過',
    'The log was altered after entry {seq}',
  ),
  'verdict.broken.about': text(
    '第 {seq} 条及以前与写入时一致；之后有记录被修改、删除或插入。请保留现状，联系平台支持核对备份。',
    '第 {seq} 筆及以前與寫入時一致；之後有記錄被修改、刪除或插入。請保留現狀，聯絡平台支援核對備份。',
    'Up to entry {seq} all is as written; after it something was changed, taken out or put in. Leave everything as it is and ask support to compare the backups.',
  ),

  'detail.fen': text('金额', '金額', 'Amount'),
  'detail.amountFen': text('金额', '金額', 'Amount'),
  'detail.reason': text('原因', '原因', 'Reason'),
  'detail.period': text('账期', '帳期', 'Period'),
  'detail.dueOn': text('到期日', '到期日', 'Due'),
  'detail.rows': text('行数', '行數', 'Rows'),
  'detail.rooms': text('房屋数', '房屋數', 'Rooms'),
  'detail.format': text('格式', '格式', 'Format'),
  'detail.fields': text('改动的内容', '改動的內容', 'Changed'),
  'detail.from': text('原来', '原來', 'Before'),
  'detail.to': text('改为', '改為', 'After'),
  'detail.kind': text('类型', '類型', 'Kind'),
  'detail.method': text('方式', '方式', 'Method'),
  'detail.channel': text('渠道', '管道', 'Channel'),
  'detail.rating': text('评分', '評分', 'Rating'),
  'detail.outcome': text('结果', '結果', 'Outcome'),
  'detail.nature': text('性质', '性質', 'Nature'),
  'detail.fromOn': text('开始日', '開始日', 'From'),
  'detail.toOn': text('结束日', '結束日', 'To'),
  'detail.failure': text('失败原因', '失敗原因', 'Failure'),
  'detail.merchantId': text('商户号', '商戶號', 'Merchant'),
  'detail.appId': text('AppID', 'AppID', 'AppID'),
  'detail.assignments': text('角色', '角色', 'Roles'),
  'detail.counts': text('数量', '數量', 'Counts'),
  'detail.by': text('途径', '途徑', 'By way of'),
} as const satisfies Texts
