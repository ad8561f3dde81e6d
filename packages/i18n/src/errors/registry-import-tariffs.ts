import type { Texts } from '../locale.ts'

/** What is said of the fee items of a workbook. */
export const importedTariffs = {
  'registry_import.tariff_name_missing': {
    'zh-CN': '没有写收费项目名称，这一行没有导入。',
    'zh-Hant': '沒有寫收費項目名稱，這一行沒有匯入。',
    en: 'The fee item has no name, so the row is left out.',
  },
  'registry_import.tariff_repeated': {
    'zh-CN': '收费项目重复，只取了前面那一行。请删去重复的，或给不同的编号。',
    'zh-Hant': '收費項目重複，只取了前面那一行。請刪去重複的，或給不同的編號。',
    en: 'The fee item stands twice; only the first is taken. Remove one, or number them differently.',
  },
  'registry_import.tariff_way_unknown': {
    'zh-CN': '计费方式看不明白，这一行没有导入。目前可导入“面积×单价”和“固定费用”两种。',
    'zh-Hant': '計費方式看不明白，這一行沒有匯入。目前可匯入「面積×單價」和「固定費用」兩種。',
    en: 'The way it is reckoned is not known, so the row is left out. Area × price and a fixed amount can be imported.',
  },
  'registry_import.tariff_price_missing': {
    'zh-CN': '没有写单价或金额，这一行没有导入。',
    'zh-Hant': '沒有寫單價或金額，這一行沒有匯入。',
    en: 'Neither price nor amount is given, so the row is left out.',
  },
  'registry_import.tariff_one_off': {
    'zh-CN': '一次性费用不作为收费标准导入。请在需要时对房屋单独收取。',
    'zh-Hant': '一次性費用不作為收費標準匯入。請在需要時對房屋單獨收取。',
    en: 'A one-off fee does not become a tariff. Charge the room for it when it is due.',
  },
  'registry_import.tariff_surcharge': {
    'zh-CN': '按面积计费之外，每户每月另收表中的附加费。',
    'zh-Hant': '按面積計費之外，每戶每月另收表中的附加費。',
    en: 'On top of area × price, each room is charged this addition every month.',
  },
  'registry_import.tariff_missing': {
    'zh-CN': '费用表中没有编号“{tariff}”，房屋已导入，但没有这项收费。请补上后再导入，或在收费标准中设置。',
    'zh-Hant':
      '費用表中沒有編號「{tariff}」，房屋已匯入，但沒有這項收費。請補上後再匯入，或在收費標準中設置。',
    en: 'No fee item {tariff} is listed; the room is taken without it. Add it and import again, or assign a tariff later.',
  },
  'registry_import.tariff_refused': {
    'zh-CN':
      '编号“{tariff}”的费用（“{otherSheet}”第 {otherRow} 行）没有导入，原因见那一行。房屋已导入，但没有这项收费。请改好那一行后重新导入，或在收费标准中设置。',
    'zh-Hant':
      '編號「{tariff}」的費用（「{otherSheet}」第 {otherRow} 行）沒有匯入，原因見那一行。房屋已匯入，但沒有這項收費。請改好那一行後重新匯入，或在收費標準中設置。',
    en: 'Fee item {tariff} (row {otherRow} of {otherSheet}) was left out, for the reason given there; the room is taken without it. Mend that row and import again, or assign a tariff later.',
  },
  'registry_import.tariff_default': {
    'zh-CN': '填 0 表示没有指定收费项目，这间房屋没有设置收费。请在收费标准中设置。',
    'zh-Hant': '填 0 表示沒有指定收費項目，這間房屋沒有設置收費。請在收費標準中設置。',
    en: '0 means that no fee item is named; the room has no tariff yet. Assign one under tariffs.',
  },
  'registry_import.tariff_dates_mismatch': {
    'zh-CN': '有 {tariffs} 个收费项目，却有 {dates} 个日期，多出的没有日期。请用 # 一一对应。',
    'zh-Hant': '有 {tariffs} 個收費項目，卻有 {dates} 個日期，多出的沒有日期。請用 # 一一對應。',
    en: 'There are {tariffs} fee items and {dates} dates; those beyond have none. Part both by # in the same order.',
  },
  'registry_import.tariff_period': {
    'zh-CN': '这里的价格不是按月计的。系统目前只支持每月的价格，这一行没有导入。请换算成每月的价格再导入。',
    'zh-Hant': '這裡的價格不是按月計的。系統目前只支援每月的價格，這一行沒有匯入。請換算成每月的價格再匯入。',
    en: 'This is not a price per month, the only kind that can be taken so far, so the row is left out. Work out the price per month and import it again.',
  },
  'registry_import.tariff_period_of_room': {
    'zh-CN': '这里的单价不是按月计的，这间房没有带入收费标准，其余内容也请核对。请换算成每月的单价再导入。',
    'zh-Hant': '這裡的單價不是按月計的，這間房沒有帶入收費標準，其餘內容也請核對。請換算成每月的單價再匯入。',
    en: 'This is not a price per month, so the room gets no tariff from it. Work out the price per month and import it again.',
  },
  'registry_import.tariff_cycle': {
    'zh-CN':
      '{column} 列“{heading}”写的是“{cycle}”，而系统目前只能每月出账，这一行没有导入。单价已是每月的，并同意每月出账，请把这一格改为“月”；单价是一季或一年的，请先换算成每月的。改好后重新上传。',
    'zh-Hant':
      '{column} 欄「{heading}」寫的是「{cycle}」，而系統目前只能每月出帳，這一行沒有匯入。單價已是每月的，並同意每月出帳，請把這一格改為「月」；單價是一季或一年的，請先換算成每月的。改好後重新上傳。',
    en: 'Column {column}, {heading}, says {cycle}, and bills can be made only month by month so far, so the row is left out. If the price is one of a month and may be billed each month, write 月 here; if it is one of a quarter or year, work out the price per month. Then upload again.',
  },
} as const satisfies Texts
