import type { Texts } from '@heju/i18n'

/** Texts of who pays from when, which a person looks through before a workbook is imported. */
export const whoPays = {
  title: { 'zh-CN': '谁从哪天起缴费', 'zh-Hant': '誰從哪天起繳費', en: 'Who pays from when' },
  about: {
    'zh-CN':
      '导入后，账单就按下面的人和日子开。请对照表格，看每一处的人和日子对不对；不对的勾上“不导入”，改好表格后再导入，或到房屋页办理。',
    'zh-Hant':
      '匯入後，帳單就按下面的人和日子開。請對照表格，看每一處的人和日子對不對；不對的勾上「不匯入」，改好表格後再匯入，或到房屋頁辦理。',
    en: 'Bills will be made out to these people for these days. Compare them with the file. Leave out what is wrong, and mend the file or enter it on the room’s page.',
  },
  places: {
    'zh-CN': '要核对 {places} 处。',
    'zh-Hant': '要核對 {places} 處。',
    en: '{places} to look at.',
  },
  assumed: {
    'zh-CN': '其中 {assumed} 处有推算的日子。',
    'zh-Hant': '其中 {assumed} 處有推算的日子。',
    en: '{assumed} have days that were assumed.',
  },
  gaps: {
    'zh-CN': '{gaps} 处有的日子无人缴费。',
    'zh-Hant': '{gaps} 處有的日子無人繳費。',
    en: '{gaps} have days on which nobody pays.',
  },
  throughout: {
    'zh-CN': '另有 {throughout} 处从头到尾只有一位缴费人，不用逐个看。',
    'zh-Hant': '另有 {throughout} 處從頭到尾只有一位繳費人，不用逐個看。',
    en: '{throughout} more have one payer from the beginning, and need no look.',
  },
  search: { 'zh-CN': '房号、车位号或姓名', 'zh-Hant': '房號、車位號或姓名', en: 'Room, space or name' },
  only: { 'zh-CN': '看哪些', 'zh-Hant': '看哪些', en: 'Which to look at' },
  'only.all': { 'zh-CN': '全部 {places}', 'zh-Hant': '全部 {places}', en: 'All {places}' },
  'only.assumed': {
    'zh-CN': '有推算的日子 {assumed}',
    'zh-Hant': '有推算的日子 {assumed}',
    en: 'Assumed days {assumed}',
  },
  'only.gaps': {
    'zh-CN': '有的日子无人缴费 {gaps}',
    'zh-Hant': '有的日子無人繳費 {gaps}',
    en: 'Nobody pays on some days {gaps}',
  },
  'only.left_before': {
    'zh-CN': '之前选了不导入 {leftBefore}',
    'zh-Hant': '之前選了不匯入 {leftBefore}',
    en: 'Left out before {leftBefore}',
  },
  left_before: {
    'zh-CN':
      '表格的读法或登记有了变化，之前选的“不导入”要重新看：还不导入的，请在下面勾上。只是叫法变了的，已经勾好。',
    'zh-Hant':
      '表格的讀法或登記有了變化，之前選的「不匯入」要重新看：還不匯入的，請在下面勾上。只是叫法變了的，已經勾好。',
    en: 'The file is read otherwise now, or the registry has changed. Look again at what you left out: tick below what is to stay out. What only has another name is ticked.',
  },
  'left_before.now': {
    'zh-CN': '{place}，现在可能是 {now}',
    'zh-Hant': '{place}，現在可能是 {now}',
    en: '{place} may be {now} now',
  },
  'left_before.more': {
    'zh-CN': '还有 {more} 处，见下面“之前选了不导入”',
    'zh-Hant': '還有 {more} 處，見下面「之前選了不匯入」',
    en: '{more} more, below under “Left out before”',
  },
  'tag.left_before': {
    'zh-CN': '之前选了不导入',
    'zh-Hant': '之前選了不匯入',
    en: 'Left out before',
  },
  download: { 'zh-CN': '下载全部', 'zh-Hant': '下載全部', en: 'Download all' },
  none: { 'zh-CN': '没有符合的房屋或车位', 'zh-Hant': '沒有符合的房屋或車位', en: 'Nothing fits' },
  place: { 'zh-CN': '房号', 'zh-Hant': '房號', en: 'Room or space' },
  after: { 'zh-CN': '导入后谁缴费', 'zh-Hant': '匯入後誰繳費', en: 'Who pays once it is imported' },
  before: { 'zh-CN': '现在登记', 'zh-Hant': '現在登記', en: 'On record now' },
  'before.import': { 'zh-CN': '导入前的登记', 'zh-Hant': '匯入前的登記', en: 'On record before' },
  stays: {
    'zh-CN': '不导入，维持现在的登记',
    'zh-Hant': '不匯入，維持現在的登記',
    en: 'Left out: stays as it is on record',
  },
  told: { 'zh-CN': '表中是：', 'zh-Hant': '表中是：', en: 'In the file:' },
  'before.none': { 'zh-CN': '没有缴费人', 'zh-Hant': '沒有繳費人', en: 'Nobody' },
  source: { 'zh-CN': '表中位置', 'zh-Hant': '表中位置', en: 'In the file' },
  rows: { 'zh-CN': '“{sheet}”第 {rows} 行', 'zh-Hant': '「{sheet}」第 {rows} 行', en: '{sheet}, row {rows}' },
  leave: { 'zh-CN': '不导入', 'zh-Hant': '不匯入', en: 'Leave out' },
  'leave.of': {
    'zh-CN': '不导入“{place}”的人员',
    'zh-Hant': '不匯入「{place}」的人員',
    en: 'Leave out the people of {place}',
  },
  always: { 'zh-CN': '一直', 'zh-Hant': '一直', en: 'for all time' },
  from: { 'zh-CN': '{from} 起', 'zh-Hant': '{from} 起', en: 'from {from}' },
  until: { 'zh-CN': '到 {to} 为止', 'zh-Hant': '到 {to} 為止', en: 'until {to}' },
  between: { 'zh-CN': '{from} 至 {to}', 'zh-Hant': '{from} 至 {to}', en: '{from} to {to}' },
  nobody: { 'zh-CN': '无人缴费', 'zh-Hant': '無人繳費', en: 'Nobody pays' },
  'tag.from': { 'zh-CN': '起始日推算', 'zh-Hant': '起始日推算', en: 'First day assumed' },
  'tag.to': { 'zh-CN': '最后一天推算', 'zh-Hant': '最後一天推算', en: 'Last day assumed' },
  'tag.about': {
    'zh-CN': '表中没有写明这一天，是按前后的人或月份推算的',
    'zh-Hant': '表中沒有寫明這一天，是按前後的人或月份推算的',
    en: 'The file does not tell this day: it follows from who was there before or comes next, or from a month',
  },
  liable: {
    'zh-CN': '（按约定缴，业主 {owner} 连带）',
    'zh-Hant': '（按約定繳，業主 {owner} 連帶）',
    en: ' (by agreement; the owner {owner} is liable as well)',
  },
  unbilled: {
    'zh-CN': '{people} 也在册，账单不开给他们',
    'zh-Hant': '{people} 也在冊，帳單不開給他們',
    en: '{people} there as well; not billed',
  },
  right: { 'zh-CN': '都对', 'zh-Hant': '都對', en: 'All are right' },
  'right.rest': {
    'zh-CN': '其余都对，这 {left} 处不导入',
    'zh-Hant': '其餘都對，這 {left} 處不匯入',
    en: 'The others are right; leave these {left} out',
  },
  left: {
    'zh-CN': '不导入人员的有 {left} 处：{places}。房屋、车位和收费照常导入。',
    'zh-Hant': '不匯入人員的有 {left} 處：{places}。房屋、車位和收費照常匯入。',
    en: 'The people of {left} are left out: {places}. Rooms, spaces and fees are taken.',
  },
  checked: { 'zh-CN': '已核对', 'zh-Hant': '已核對', en: 'Looked through' },
  said: {
    'zh-CN': '已记下，可以确认导入了',
    'zh-Hant': '已記下，可以確認匯入了',
    en: 'Noted; the import can be confirmed',
  },
  'said.noted': {
    'zh-CN': '已记下',
    'zh-Hant': '已記下',
    en: 'Noted',
  },
  'said.errors': {
    'zh-CN': '已记下。表中有 {errors} 处错误，还要勾上“只导入没有问题的内容”，才能确认导入',
    'zh-Hant': '已記下。表中有 {errors} 處錯誤，還要勾上「只匯入沒有問題的內容」，才能確認匯入',
    en: 'Noted. The file has {errors} errors: tick “Take what is good only” before you import',
  },
  again: {
    'zh-CN': '登记刚有变动，已重新列出谁从哪天起缴费，请再核对',
    'zh-Hant': '登記剛有變動，已重新列出誰從哪天起繳費，請再核對',
    en: 'The registry has just changed. Who pays from when is listed anew; please check again',
  },
  'again.lots': {
    'zh-CN': '预览之后有的车位改了停车场或车位号，或新登记了，已重新核对，请再看一遍',
    'zh-Hant': '預覽之後有的車位改了停車場或車位號，或新登記了，已重新核對，請再看一遍',
    en: 'Spaces got another lot or number, or came on record, after the preview. The file is compared anew; please check again',
  },
  'again.charges': {
    'zh-CN': '预览之后有房屋登记了，已重新列出会怎样收费，请再核对',
    'zh-Hant': '預覽之後有房屋登記了，已重新列出會怎樣收費，請再核對',
    en: 'Rooms came on record after the preview. What they are charged is listed anew; please check again',
  },
} as const satisfies Texts
