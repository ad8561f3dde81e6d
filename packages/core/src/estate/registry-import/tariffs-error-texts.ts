import type { Texts } from '@heju/i18n'

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
    en: 'The way it is calculated is not known, so the row is left out. Area × price and a fixed amount can be imported.',
  },
  'registry_import.tariff_price_missing': {
    'zh-CN': '没有写单价或金额，这一行没有导入。',
    'zh-Hant': '沒有寫單價或金額，這一行沒有匯入。',
    en: 'Neither price nor amount is given, so the row is left out.',
  },
  'registry_import.tariff_price_out_of_range': {
    'zh-CN': '单价或金额大得不合理，这一行没有导入。请核对数字是否填错了列，单位是否为元。',
    'zh-Hant': '單價或金額大得不合理，這一行沒有匯入。請核對數字是否填錯了欄，單位是否為元。',
    en: 'The price or amount is beyond reason, so the row is left out. Check that it stands in the right column, in yuan.',
  },
  'registry_import.tariff_price_out_of_range_of_room': {
    'zh-CN': '单价大得不合理，房屋已导入，但没有带入这项收费。请核对数字是否填错了列，单位是否为元。',
    'zh-Hant': '單價大得不合理，房屋已匯入，但沒有帶入這項收費。請核對數字是否填錯了欄，單位是否為元。',
    en: 'The price is beyond reason; the room is imported without this charge. Check that it stands in the right column, in yuan.',
  },
  'registry_import.tariff_price_malformed_of_room': {
    'zh-CN': '单价应填数字，房屋已导入，但没有带入这项收费。请只填数字，例如 2.50。',
    'zh-Hant': '單價應填數字，房屋已匯入，但沒有帶入這項收費。請只填數字，例如 2.50。',
    en: 'The price is no number; the room is imported without this charge. Write digits only, such as 2.50.',
  },
  'registry_import.tariff_price_negative_of_room': {
    'zh-CN': '单价不能小于 0，房屋已导入，但没有带入这项收费。请填大于 0 的数字，例如 2.50。',
    'zh-Hant': '單價不能小於 0，房屋已匯入，但沒有帶入這項收費。請填大於 0 的數字，例如 2.50。',
    en: 'A price cannot be below 0; the room is imported without this charge. Write more than 0, such as 2.50.',
  },
  'registry_import.tariff_one_off': {
    'zh-CN': '一次性费用不作为收费标准导入。请在需要时对房屋单独收取。',
    'zh-Hant': '一次性費用不作為收費標準匯入。請在需要時對房屋單獨收取。',
    en: 'A one-off fee does not become a tariff. Charge the room for it when it is due.',
  },
  'registry_import.tariff_surcharge': {
    'zh-CN': '按面积计费之外，每户每月另收附加费 {amount}。',
    'zh-Hant': '按面積計費之外，每戶每月另收附加費 {amount}。',
    en: 'On top of area × price, each room is charged {amount} more every month.',
  },
  'registry_import.tariff_missing': {
    'zh-CN': '费用表中没有编号“{tariff}”，房屋已导入，但没有这项收费。请补上后再导入，或在收费标准中设置。',
    'zh-Hant':
      '費用表中沒有編號「{tariff}」，房屋已匯入，但沒有這項收費。請補上後再匯入，或在收費標準中設定。',
    en: 'No fee item {tariff} is listed; the room is taken without it. Add it and import again, or assign a tariff later.',
  },
  'registry_import.tariff_refused': {
    'zh-CN':
      '编号“{tariff}”的费用（“{otherSheet}”第 {otherRow} 行）没有导入，原因见那一行。这间房没有因此增加收费，系统中已有的收费不变。请改好那一行后重新导入，或在收费标准中设置。',
    'zh-Hant':
      '編號「{tariff}」的費用（「{otherSheet}」第 {otherRow} 行）沒有匯入，原因見那一行。這間房沒有因此增加收費，系統中已有的收費不變。請改好那一行後重新匯入，或在收費標準中設定。',
    en: 'Fee item {tariff} (row {otherRow} of {otherSheet}) was left out, for the reason given there; the room gets no charge by it, and what charges it on record goes on. Mend that row and import again, or assign a tariff later.',
  },
  'registry_import.tariff_default': {
    'zh-CN': '填 0 表示没有指定收费项目，这间房屋没有设置收费。请在收费标准中设置。',
    'zh-Hant': '填 0 表示沒有指定收費項目，這間房屋沒有設定收費。請在收費標準中設定。',
    en: '0 means that no fee item is named; the room has no tariff yet. Assign one under tariffs.',
  },
  'registry_import.tariff_dates_mismatch': {
    'zh-CN':
      '有 {tariffs} 个费用编号，却有 {dates} 个日期，不知道哪个日期是哪一项的，这间房没有带入这些收费。请只写一个日期，或用 # 与编号一一对应。',
    'zh-Hant':
      '有 {tariffs} 個費用編號，卻有 {dates} 個日期，不知道哪個日期是哪一項的，這間房沒有帶入這些收費。請只寫一個日期，或用 # 與編號一一對應。',
    en: 'There are {tariffs} numbers of fee items and {dates} dates, so which date is whose cannot be told, and the room does not get these charges. Write one date, or one for each number, parted by # in the same order.',
  },
  'registry_import.tariff_day_of_room': {
    'zh-CN':
      '计费开始日期看不明白，房屋已导入，但没有带入从这一天起收的费用。请写成 2020-06-10 这样的完整日期，再导入。',
    'zh-Hant':
      '計費開始日期看不明白，房屋已匯入，但沒有帶入從這一天起收的費用。請寫成 2020-06-10 這樣的完整日期，再匯入。',
    en: 'The day from which it is charged cannot be read; the room is imported without what is charged from that day. Write it in full, as 2020-06-10, and import again.',
  },
  'registry_import.tariff_day_of_none': {
    'zh-CN':
      '“{heading}”写了物业费的日期，而这间房的费用编号中没有物业费，不知道是哪一项的，这间房没有带入这些收费。请核对编号，或把日期写在“计费开始日期”一列。',
    'zh-Hant':
      '「{heading}」寫了物業費的日期，而這間房的費用編號中沒有物業費，不知道是哪一項的，這間房沒有帶入這些收費。請核對編號，或把日期寫在「計費開始日期」一欄。',
    en: '{heading} tells the day of the property fee, and none of the fee items of this room is one, so whose day it is cannot be told, and the room does not get these charges. Check the numbers, or write the day under 计费开始日期.',
  },
  'registry_import.tariff_unit': {
    'zh-CN':
      '价格的单位是“{unit}”，与计费方式不符，这一行没有导入。目前可导入按面积（元/㎡·月）和按户（元/户·月）两种；按户的请写明计费方式是固定费用，按用量、人数、次数收的请另行收取。',
    'zh-Hant':
      '價格的單位是「{unit}」，與計費方式不符，這一行沒有匯入。目前可匯入按面積（元/㎡·月）和按戶（元/戶·月）兩種；按戶的請寫明計費方式是固定費用，按用量、人數、次數收的請另行收取。',
    en: 'The unit of the price, {unit}, does not fit the way it is charged, so the row is left out. Prices per ㎡ and per room of a month can be imported; for one per room say that it is a fixed amount. What is charged by consumption, persons or times is charged elsewhere.',
  },
  'registry_import.tariff_unit_of_room': {
    'zh-CN':
      '单价的单位是“{unit}”，不是按面积每月的价格，房屋已导入，但没有带入这项收费。按户收的请写在收费标准表中。',
    'zh-Hant':
      '單價的單位是「{unit}」，不是按面積每月的價格，房屋已匯入，但沒有帶入這項收費。按戶收的請寫在收費標準表中。',
    en: 'The unit of the price, {unit}, is not one per ㎡ and month; the room is imported without this charge. Write what is charged per room in a table of fees.',
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
  'registry_import.tariff_conflict': {
    'zh-CN':
      '“{otherSheet}”第 {otherRow} 行用了同一个编号或名称，内容却不同，不知道以哪行为准，这几行都没有导入。请只留正确的一行，或给不同的编号。',
    'zh-Hant':
      '「{otherSheet}」第 {otherRow} 行用了同一個編號或名稱，內容卻不同，不知道以哪行為準，這幾行都沒有匯入。請只留正確的一行，或給不同的編號。',
    en: 'Row {otherRow} of {otherSheet} has the same number or name and says something else, so none of these rows is taken. Keep the right one, or number them differently.',
  },
  'registry_import.tariff_same': {
    'zh-CN':
      '“{otherSheet}”第 {otherRow} 行的名称和价格与这一行都相同，分不清是不是同一项，这几行都没有导入。是同一项的，请合并为一行、用同一个编号；不是的，请起不同的名称。',
    'zh-Hant':
      '「{otherSheet}」第 {otherRow} 行的名稱和價格與這一行都相同，分不清是不是同一項，這幾行都沒有匯入。是同一項的，請合併為一行、用同一個編號；不是的，請取不同的名稱。',
    en: 'Row {otherRow} of {otherSheet} has the same name and price under another number, so none of these rows is taken. If they are one fee, keep one row and one number; if not, give them different names.',
  },
  'registry_import.tariff_name_too_long': {
    'zh-CN': '收费项目名称“{name}”有 {characters} 个字，最多 {most} 个，这一行没有导入。请缩短名称。',
    'zh-Hant': '收費項目名稱「{name}」有 {characters} 個字，最多 {most} 個，這一行沒有匯入。請縮短名稱。',
    en: 'The name {name} has {characters} characters, at most {most} can be taken, so the row is left out. Shorten it.',
  },
  'registry_import.tariff_price_decimals': {
    'zh-CN': '价格最多 {decimals} 位小数，四舍五入会变成另一个价格，这一行没有导入。请写成实际收取的价格。',
    'zh-Hant': '價格最多 {decimals} 位小數，四捨五入會變成另一個價格，這一行沒有匯入。請寫成實際收取的價格。',
    en: 'A price has at most {decimals} decimals, and rounded it would be another price, so the row is left out. Write the price that is charged.',
  },
  'registry_import.tariff_price_decimals_of_room': {
    'zh-CN':
      '单价最多 {decimals} 位小数，四舍五入会变成另一个价格，这间房没有带入收费标准。请写成实际收取的单价再导入。',
    'zh-Hant':
      '單價最多 {decimals} 位小數，四捨五入會變成另一個價格，這間房沒有帶入收費標準。請寫成實際收取的單價再匯入。',
    en: 'A price has at most {decimals} decimals, and rounded it would be another price, so the room gets no tariff from it. Write the price that is charged and import it again.',
  },
  'registry_import.tariff_two_prices': {
    'zh-CN': '固定收费的单价和金额两格写得不同，不知道以哪个为准，这一行没有导入。请只留一个。',
    'zh-Hant': '固定收費的單價和金額兩格寫得不同，不知道以哪個為準，這一行沒有匯入。請只留一個。',
    en: 'This is a fixed charge with two different amounts, so the row is left out. Keep one of them.',
  },
  'registry_import.tariff_differs': {
    'zh-CN':
      '系统中“{name}”现在按 {registered} 收，表中是 {told}，这一行没有导入，用它的房屋也没有带入这项收费。如果是“{name}”从某天起改价，请在“收费标准”中为它设置新价格和审批依据，再导入；如果是另一项收费，请在表中起另一个名称；如果系统中的对，请改表中的价格。',
    'zh-Hant':
      '系統中「{name}」現在按 {registered} 收，表中是 {told}，這一行沒有匯入，用它的房屋也沒有帶入這項收費。如果是「{name}」從某天起改價，請在「收費標準」中為它設定新價格和審批依據，再匯入；如果是另一項收費，請在表中取另一個名稱；如果系統中的對，請改表中的價格。',
    en: 'On record {name} is charged at {registered}, and the file says {told}; the row is left out, and its rooms do not get this charge. If the price of {name} changes from some day, set the new price with its approval under tariffs and import again; if this is another charge, give it another name in the file; if what is on record is right, correct the file.',
  },
  'registry_import.tariff_differs_draft': {
    'zh-CN':
      '系统中已有“{name}”，按 {registered} 收，表中是 {told}，这一行没有导入，用它的房屋也没有带入这项收费。其中有还没补充审批依据、尚未出账的：如果表中的对，请在“收费标准”中打开它，补依据时改正单价，或者删除后再导入；如果系统中的对，请改表中的价格。',
    'zh-Hant':
      '系統中已有「{name}」，按 {registered} 收，表中是 {told}，這一行沒有匯入，用它的房屋也沒有帶入這項收費。其中有還沒補充審批依據、尚未出帳的：如果表中的對，請在「收費標準」中打開它，補依據時改正單價，或者刪除後再匯入；如果系統中的對，請改表中的價格。',
    en: 'On record there is {name} at {registered}, and the file says {told}; the row is left out, and its rooms do not get this charge. Something of this name still waits for its approval and is not billed: if the file is right, open it under Tariffs and put its price right as you approve it, or delete it and import again; if what is on record is right, correct the file.',
  },
  'registry_import.tariff_differs_of_room': {
    'zh-CN':
      '系统中“{name}”现在按 {registered} 收，表中这间房是 {told}，这间房没有带入这项收费。如果改了价，请在“收费标准”中设置新价格和审批依据；如果系统中的对，请改表中的单价；要单独收的，请在“收费标准”中另设一项。',
    'zh-Hant':
      '系統中「{name}」現在按 {registered} 收，表中這間房是 {told}，這間房沒有帶入這項收費。如果改了價，請在「收費標準」中設定新價格和審批依據；如果系統中的對，請改表中的單價；要單獨收的，請在「收費標準」中另設一項。',
    en: 'On record {name} is charged at {registered}, and the file says {told} for this room, which does not get this charge. If the price changed, set the new one with its approval under tariffs; if what is on record is right, correct the file; for a price of its own, set up another tariff.',
  },
  'registry_import.tariff_of_spaces': {
    'zh-CN':
      '系统中“{name}”是按车位收的（{registered}），表中是按房屋收的（{told}），这一行没有导入，用它的房屋也没有带入这项收费。请在“收费标准”中把它用到车位上；如果是另一项收费，请在表中起另一个名称。',
    'zh-Hant':
      '系統中「{name}」是按車位收的（{registered}），表中是按房屋收的（{told}），這一行沒有匯入，用它的房屋也沒有帶入這項收費。請在「收費標準」中把它用到車位上；如果是另一項收費，請在表中取另一個名稱。',
    en: 'On record {name} is charged per parking space ({registered}), and the file charges rooms ({told}); the row is left out, and its rooms do not get this charge. Assign it to spaces under tariffs; if this is another charge, give it another name in the file.',
  },
  'registry_import.tariff_is_property': {
    'zh-CN':
      '系统中“{name}”属于物业公共服务费，表中的类别是“{told}”，这一行没有导入，用它的房屋也没有带入这项收费。请改表中的费用类型；如果是另一项收费，请在表中起另一个名称。',
    'zh-Hant':
      '系統中「{name}」屬於物業公共服務費，表中的類別是「{told}」，這一行沒有匯入，用它的房屋也沒有帶入這項收費。請改表中的費用類型；如果是另一項收費，請在表中取另一個名稱。',
    en: 'On record {name} is a property fee, and the file says {told}; the row is left out, and its rooms do not get this charge. Correct the kind of fee in the file; if this is another charge, give it another name.',
  },
  'registry_import.tariff_is_parking': {
    'zh-CN':
      '系统中“{name}”属于机动车停放费，表中的类别是“{told}”，这一行没有导入，用它的房屋也没有带入这项收费。请改表中的费用类型；如果是另一项收费，请在表中起另一个名称。',
    'zh-Hant':
      '系統中「{name}」屬於機動車停放費，表中的類別是「{told}」，這一行沒有匯入，用它的房屋也沒有帶入這項收費。請改表中的費用類型；如果是另一項收費，請在表中取另一個名稱。',
    en: 'On record {name} is a parking fee, and the file says {told}; the row is left out, and its rooms do not get this charge. Correct the kind of fee in the file; if this is another charge, give it another name.',
  },
  'registry_import.tariff_is_other': {
    'zh-CN':
      '系统中“{name}”属于其他服务收费，表中的类别是“{told}”，这一行没有导入，用它的房屋也没有带入这项收费。请改表中的费用类型；如果是另一项收费，请在表中起另一个名称。',
    'zh-Hant':
      '系統中「{name}」屬於其他服務收費，表中的類別是「{told}」，這一行沒有匯入，用它的房屋也沒有帶入這項收費。請改表中的費用類型；如果是另一項收費，請在表中取另一個名稱。',
    en: 'On record {name} is a charge for other services, and the file says {told}; the row is left out, and its rooms do not get this charge. Correct the kind of fee in the file; if this is another charge, give it another name.',
  },
  'registry_import.tariff_over_before_begun': {
    'zh-CN':
      '“{name}”到 {ends} 为止，却没有写从哪天起收；按表中的房屋或本月算，要到 {begins} 才开始，这一行没有导入。请写上开始日期，或改正结束日期，再导入。',
    'zh-Hant':
      '「{name}」到 {ends} 為止，卻沒有寫從哪天起收；按表中的房屋或本月算，要到 {begins} 才開始，這一行沒有匯入。請寫上開始日期，或改正結束日期，再匯入。',
    en: '{name} ends on {ends} and is told no first day; by its rooms, or this month, it would begin on {begins}, so the row is left out. Write its first day, or put its last day right, and import again.',
  },
  'registry_import.tariff_ends_otherwise': {
    'zh-CN':
      '系统中“{name}”的终止日期是 {registered}，表中是 {told}，这一行没有导入，用它的房屋也没有带入这项收费。要从某天起换价格，请在“收费标准”中设置；如果系统中的对，请改表中的日期，或留空。',
    'zh-Hant':
      '系統中「{name}」的終止日期是 {registered}，表中是 {told}，這一行沒有匯入，用它的房屋也沒有帶入這項收費。要從某天起換價格，請在「收費標準」中設定；如果系統中的對，請改表中的日期，或留空。',
    en: 'On record {name} ends on {registered}, and the file says {told}; the row is left out, and its rooms do not get this charge. Another price from some day is set under tariffs; if what is on record is right, correct the day in the file or leave it blank.',
  },
  'registry_import.tariff_unclear': {
    'zh-CN':
      '系统中有几项同名同价的收费：{names}，分不清表中的“{name}”是哪一项，这一行没有导入，用它的房屋也没有带入这项收费。请在“收费标准”中停用多余的，再导入。',
    'zh-Hant':
      '系統中有幾項同名同價的收費：{names}，分不清表中的「{name}」是哪一項，這一行沒有匯入，用它的房屋也沒有帶入這項收費。請在「收費標準」中停用多餘的，再匯入。',
    en: 'Several tariffs on record have this name and price: {names}. Which of them {name} is cannot be told, so the row is left out, and its rooms do not get this charge. Switch off what is too many under tariffs and import again.',
  },
  'registry_import.room_charged_otherwise': {
    'zh-CN':
      '系统中这间房的“{name}”收费时间是 {registered}，与表中的开始日期不同，没有改动。如果表中的对，请在“收费标准”中更改这间房的起止日期。',
    'zh-Hant':
      '系統中這間房的「{name}」收費時間是 {registered}，與表中的開始日期不同，沒有改動。如果表中的對，請在「收費標準」中更改這間房的起止日期。',
    en: 'On record this room is charged {name} on {registered}, not from the day in the file; nothing was changed. If the file is right, change the days of this room under tariffs.',
  },
  'registry_import.room_charge_ended': {
    'zh-CN':
      '系统中这间房的“{name}”只收到 {lastOn}，导入没有改动，之后不会按它出账。如果要继续收，请在“收费标准”中重新把“{name}”设到这间房；如果不再收，请在表中去掉。',
    'zh-Hant':
      '系統中這間房的「{name}」只收到 {lastOn}，匯入沒有改動，之後不會按它出帳。如果要繼續收，請在「收費標準」中重新把「{name}」設到這間房；如果不再收，請在表中去掉。',
    en: 'On record this room is charged {name} up to {lastOn} only. The import changes nothing, so later days are not billed by it. If the charge is to go on, assign {name} to this room again under tariffs; if not, take it out of the file.',
  },
  'registry_import.room_tariff_disabled': {
    'zh-CN':
      '“{name}”已停用。这间房已设到“{name}”，但重新启用之前不会按它出账。要收的，请在“收费标准”中启用；不收的，请在表中去掉。',
    'zh-Hant':
      '「{name}」已停用。這間房已設到「{name}」，但重新啟用之前不會按它出帳。要收的，請在「收費標準」中啟用；不收的，請在表中去掉。',
    en: '{name} is switched off. The room is put under it, and is not billed by it until it is in use again. Switch it on under tariffs if it is to be charged; if not, take it out of the file.',
  },
  'registry_import.tariff_left_out': {
    'zh-CN':
      '按您的选择，收费项目“{name}”没有导入，它名下的 {rooms} 户没有因此增加收费，系统中已有的收费不变。',
    'zh-Hant':
      '按您的選擇，收費項目「{name}」沒有匯入，它名下的 {rooms} 戶沒有因此增加收費，系統中已有的收費不變。',
    en: 'As you chose, the fee item {name} is left out; the {rooms} rooms under it get no charge by it, and what charges them on record goes on.',
  },
  'registry_import.tariff_days_conflict': {
    'zh-CN':
      '“{otherSheet}”第 {otherRow} 行对同一间房的这项收费写了另一个开始日期，不知道以哪个为准，这间房没有带入这项收费。请改成一致后重新导入。',
    'zh-Hant':
      '「{otherSheet}」第 {otherRow} 行對同一間房的這項收費寫了另一個開始日期，不知道以哪個為準，這間房沒有帶入這項收費。請改成一致後重新匯入。',
    en: 'Row {otherRow} of {otherSheet} tells another first day for this charge of the same room, which therefore does not get it. Make them agree and import again.',
  },
  'registry_import.room_charged_until': {
    'zh-CN':
      '系统中这间房按“{other}”收到 {lastOn}，表中是同名的“{name}”，从更早的一天起收。为免同一段日子收两次，这间房没有带入“{name}”。请在表中写上这间房的计费开始日期（{lastOn} 以后）再导入。',
    'zh-Hant':
      '系統中這間房按「{other}」收到 {lastOn}，表中是同名的「{name}」，從更早的一天起收。為免同一段日子收兩次，這間房沒有帶入「{name}」。請在表中寫上這間房的計費開始日期（{lastOn} 以後）再匯入。',
    en: 'On record this room is charged by {other} until {lastOn}, and the file names {name}, which has the same name and begins earlier. The same days would be charged twice, so the room does not get {name}. Write its first day in the file, after {lastOn}, and import again.',
  },
  'registry_import.room_charged_before_price': {
    'zh-CN':
      '系统中“{name}”从 {beginsOn} 起才有价格，表中这间房从 {told} 起收，之前的日子出不了账，这项收费没有带入。请把这间房的计费开始日期改为 {beginsOn} 或以后，再导入；更早的日子也要收的，请在“收费标准”中为那段日子另设一项。',
    'zh-Hant':
      '系統中「{name}」從 {beginsOn} 起才有價格，表中這間房從 {told} 起收，之前的日子出不了帳，這項收費沒有帶入。請把這間房的計費開始日期改為 {beginsOn} 或以後，再匯入；更早的日子也要收的，請在「收費標準」中為那段日子另設一項。',
    en: 'On record {name} has a price from {beginsOn} only, and the file charges this room from {told}: the days before could not be billed, so the room does not get this charge. Write {beginsOn} or later as its first day and import again; if earlier days are to be charged too, set a charge of their own for them under tariffs.',
  },
  'registry_import.tariff_begins_after_rooms': {
    'zh-CN':
      '“{name}”从 {begins} 起才有价格，表中有 {rooms} 间房屋从更早的日子起收（最早 {first}）：{begins} 之前的日子不出账。之前的日子也要收的，请改早这项收费的开始日期后重新导入。',
    'zh-Hant':
      '「{name}」從 {begins} 起才有價格，表中有 {rooms} 間房屋從更早的日子起收（最早 {first}）：{begins} 之前的日子不出帳。之前的日子也要收的，請改早這項收費的開始日期後重新匯入。',
    en: '{name} has a price from {begins} only, and the file charges {rooms} rooms from earlier days ({first} the first): days before {begins} are not billed. If they are to be charged too, write an earlier first day for this fee item and import again.',
  },
  'registry_import.room_charged_by_namesake': {
    'zh-CN':
      '系统中这间房按“{other}”收，表中是同名的另一项“{name}”。导入不会结束已有的收费，为免收两次，这间房没有带入“{name}”。请在“收费标准”中结束前一项、把这间房设到后一项；两项都收的，请在表中两项都写上。',
    'zh-Hant':
      '系統中這間房按「{other}」收，表中是同名的另一項「{name}」。匯入不會結束已有的收費，為免收兩次，這間房沒有帶入「{name}」。請在「收費標準」中結束前一項、把這間房設到後一項；兩項都收的，請在表中兩項都寫上。',
    en: 'On record this room is charged by {other}, and the file names {name}, which is another of the same name. An import ends no charge, so the room does not get {name} as well. End the one and assign the other under tariffs; if both are charged, write both in the file.',
  },
} as const satisfies Texts
