import type { Texts } from '@heju/i18n'

/** Texts of new fee items of a workbook, as they were understood. */
export const newFees = {
  fees: { 'zh-CN': '新的收费项目', 'zh-Hant': '新的收費項目', en: 'New fee items' },
  'fees.about': {
    'zh-CN':
      '这些收费项目系统里还没有，导入后成为收费标准，补上依据才开始收。请对照表中原文，看用途、价格和单位读得对不对；不对的选“不导入”，改好表格后再导入，或在收费标准中设置。',
    'zh-Hant':
      '這些收費項目系統裡還沒有，匯入後成為收費標準，補上依據才開始收。請對照表中原文，看用途、價格和單位讀得對不對；不對的選「不匯入」，改好表格後再匯入，或在收費標準中設定。',
    en: 'These are not on record yet, and become tariffs, which charge once their approval is entered. Compare what each is for, its price and its unit with what the file says. Leave out what is wrong, and mend the file or set the tariff yourself.',
  },
  'fee.name': { 'zh-CN': '收费项目', 'zh-Hant': '收費項目', en: 'Fee item' },
  'fee.charge': { 'zh-CN': '系统读成', 'zh-Hant': '系統讀成', en: 'Understood as' },
  'fee.rooms': { 'zh-CN': '收几户', 'zh-Hant': '收幾戶', en: 'Rooms under it' },
  'fee.rooms.count': { 'zh-CN': '{rooms} 户', 'zh-Hant': '{rooms} 戶', en: '{rooms}' },
  'fee.written': { 'zh-CN': '表中原文', 'zh-Hant': '表中原文', en: 'What the file says' },
  'fee.where': {
    'zh-CN': '工作表“{sheet}”第 {row} 行',
    'zh-Hant': '工作表「{sheet}」第 {row} 行',
    en: 'Sheet {sheet}, row {row}',
  },
  'fee.cell': { 'zh-CN': '{heading}：', 'zh-Hant': '{heading}：', en: '{heading}: ' },
  'fee.right': { 'zh-CN': '读得对吗', 'zh-Hant': '讀得對嗎', en: 'Is that right' },
  'fee.right.of': {
    'zh-CN': '“{name}”读得对吗',
    'zh-Hant': '「{name}」讀得對嗎',
    en: 'Is {name} right',
  },
  'fee.item': { 'zh-CN': '归入其他收费项目', 'zh-Hant': '歸入其他收費項目', en: 'Of another fee item' },
  'fee.item.of': {
    'zh-CN': '“{name}”归入哪个收费项目',
    'zh-Hant': '「{name}」歸入哪個收費項目',
    en: 'Fee item of {name}',
  },
  'fee.by.area': { 'zh-CN': '{price} / ㎡·月', 'zh-Hant': '{price} / ㎡·月', en: '{price} per ㎡ and month' },
  'fee.by.room': {
    'zh-CN': '{price} / 户·月',
    'zh-Hant': '{price} / 戶·月',
    en: '{price} per room and month',
  },
  'fee.addition': {
    'zh-CN': '每户另加 {amount} / 月',
    'zh-Hant': '每戶另加 {amount} / 月',
    en: 'and {amount} per room and month on top',
  },
  'fee.from': { 'zh-CN': '{day} 起', 'zh-Hant': '{day} 起', en: 'from {day}' },
  'fee.until': { 'zh-CN': '{day} 止', 'zh-Hant': '{day} 止', en: 'until {day}' },
  'fees.right': { 'zh-CN': '都对', 'zh-Hant': '都對', en: 'All are right' },
  'fees.rest': { 'zh-CN': '其余都对', 'zh-Hant': '其餘都對', en: 'The others are right' },
} as const satisfies Texts
