import type { Texts } from '../locale.ts'

export const registryImport = {
  'registry_import.nothing_recognised': {
    'zh-CN':
      '没有找到可以导入的表：需要有一行表头，例如“房号、业主、电话、面积”。请补上表头，或下载模板填写。',
    'zh-Hant':
      '沒有找到可以匯入的表：需要有一行表頭，例如「房號、業主、電話、面積」。請補上表頭，或下載範本填寫。',
    en: 'No table was found that can be imported: it takes a row of headings such as 房号, 业主, 电话, 面积. Add the headings, or use the template.',
  },
  'registry_import.sheet_skipped': {
    'zh-CN': '这个工作表没有认出表头，已跳过。如需导入，请在数据上方写明各列名称。',
    'zh-Hant': '這個工作表沒有認出表頭，已跳過。如需匯入，請在資料上方寫明各列名稱。',
    en: 'No headings were recognised in this sheet, so it was skipped. To import it, name the columns above the data.',
  },
  'registry_import.sheet_hidden': {
    'zh-CN': '这个工作表是隐藏的，已跳过。如需导入，请先取消隐藏。',
    'zh-Hant': '這個工作表是隱藏的，已跳過。如需匯入，請先取消隱藏。',
    en: 'This sheet is hidden and was skipped. Unhide it to import it.',
  },
  'registry_import.sheet_of_examples': {
    'zh-CN': '这是说明或示例工作表，已跳过，其中的内容不会导入。',
    'zh-Hant': '這是說明或示例工作表，已跳過，其中的內容不會匯入。',
    en: 'This sheet holds explanations or examples and was skipped; nothing in it is imported.',
  },
  'registry_import.column_unknown': {
    'zh-CN': '没有认出这一列，内容不会导入。如果需要，请改用模板中的列名。',
    'zh-Hant': '沒有認出這一列，內容不會匯入。如果需要，請改用範本中的列名。',
    en: 'This column was not recognised and is not imported. If it matters, use a column name of the template.',
  },
  'registry_import.column_unused': {
    'zh-CN': '这一列不属于房产登记，内容不会导入。',
    'zh-Hant': '這一列不屬於房產登記，內容不會匯入。',
    en: 'This column is not part of the registry and is not imported.',
  },
  'registry_import.column_repeated': {
    'zh-CN': '与前面的一列意思相同，只取了前面那列，这一列不导入。',
    'zh-Hant': '與前面的一列意思相同，只取了前面那列，這一列不匯入。',
    en: 'It means the same as a column before it; only the earlier one is taken.',
  },
  'registry_import.placeholder_column': {
    'zh-CN': '表中说明注明“没有时填写”这个值，凡是这个值都按“未填写”处理。',
    'zh-Hant': '表中說明註明「沒有時填寫」這個值，凡是這個值都按「未填寫」處理。',
    en: 'The remarks say to write this value where nothing is known, so wherever it stands it counts as not filled in.',
  },
  'registry_import.total_row': {
    'zh-CN': '这是合计行，已跳过。',
    'zh-Hant': '這是合計行，已跳過。',
    en: 'This is a row of totals and was skipped.',
  },
  'registry_import.note_row': {
    'zh-CN': '这是说明文字，不是数据，已跳过。',
    'zh-Hant': '這是說明文字，不是資料，已跳過。',
    en: 'This is a remark, not data, and was skipped.',
  },
  'registry_import.example_row': {
    'zh-CN': '这一行标有“示例”，已跳过。如果是真实数据，请删去“示例”二字。',
    'zh-Hant': '這一行標有「示例」，已跳過。如果是真實資料，請刪去「示例」二字。',
    en: 'This row is marked as an example (示例) and was skipped. If it is real, remove the mark.',
  },
  'registry_import.formula_error': {
    'zh-CN': '单元格的公式出错，没有得出值，这一行没有导入。请改为直接填写内容。',
    'zh-Hant': '儲存格的公式出錯，沒有得出值，這一行沒有匯入。請改為直接填寫內容。',
    en: 'The formula in this cell fails, so the row is left out. Type the value instead.',
  },
  'registry_import.number_malformed': {
    'zh-CN': '这里应填数字，这一行没有导入。请只填数字，例如 94.56。',
    'zh-Hant': '這裡應填數字，這一行沒有匯入。請只填數字，例如 94.56。',
    en: 'A number is expected here, so the row is left out. Write digits only, such as 94.56.',
  },
  'registry_import.date_malformed': {
    'zh-CN': '日期看不明白，没有导入这一项。请写成 2020-06-10 这样的完整日期。',
    'zh-Hant': '日期看不明白，沒有匯入這一項。請寫成 2020-06-10 這樣的完整日期。',
    en: 'The date cannot be read and was left out. Write it in full, as 2020-06-10.',
  },
  'registry_import.dates_reversed': {
    'zh-CN': '结束日期早于开始日期，没有导入结束日期。请核对。',
    'zh-Hant': '結束日期早於開始日期，沒有匯入結束日期。請核對。',
    en: 'The end is before the beginning, so the end was left out. Please check.',
  },
  'registry_import.value_unknown': {
    'zh-CN': '没有认出这个值，没有导入这一项。请改用模板中列出的写法。',
    'zh-Hant': '沒有認出這個值，沒有匯入這一項。請改用範本中列出的寫法。',
    en: 'This value is not known and was left out. Use one of those that the template lists.',
  },
  'registry_import.building_missing': {
    'zh-CN': '没有写明楼栋，这一行没有导入。请填写楼栋，或把房号写成 3-2-1501。',
    'zh-Hant': '沒有寫明樓棟，這一行沒有匯入。請填寫樓棟，或把房號寫成 3-2-1501。',
    en: 'The building is missing, so the row is left out. Fill it in, or write the room as 3-2-1501.',
  },
  'registry_import.building_assumed': {
    'zh-CN': '整张表都没有写楼栋，房屋都归入“{building}”。如果不止一栋，请补上楼栋再导入。',
    'zh-Hant': '整張表都沒有寫樓棟，房屋都歸入「{building}」。如果不止一棟，請補上樓棟再匯入。',
    en: 'No building is named anywhere, so all rooms go to {building}. If there are several, add them and import again.',
  },
  'registry_import.building_carried_down': {
    'zh-CN': '这一行没有写楼栋，沿用了上面的“{building}”。请核对。',
    'zh-Hant': '這一行沒有寫樓棟，沿用了上面的「{building}」。請核對。',
    en: 'The building is not filled in here; {building} was taken from above. Please check.',
  },
  'registry_import.building_not_listed': {
    'zh-CN': '楼栋表中没有“{building}”，已一并新建。如果是笔误，请改正后再导入。',
    'zh-Hant': '樓棟表中沒有「{building}」，已一併新建。如果是筆誤，請改正後再匯入。',
    en: '{building} is not in the table of buildings and is created too. If it is a slip, correct it first.',
  },
  'registry_import.room_missing': {
    'zh-CN': '没有写房号，这一行没有导入。请填写房号。',
    'zh-Hant': '沒有寫房號，這一行沒有匯入。請填寫房號。',
    en: 'The room number is missing, so the row is left out. Fill it in.',
  },
  'registry_import.room_unreadable': {
    'zh-CN': '房号看不明白，或与楼栋、单元列不一致，这一行没有导入。请写成 3-2-1501 或 3栋2单元1501。',
    'zh-Hant': '房號看不明白，或與樓棟、單元列不一致，這一行沒有匯入。請寫成 3-2-1501 或 3棟2單元1501。',
    en: 'The room cannot be read, or does not agree with the columns for building and unit, so the row is left out. Write it as 3-2-1501 or 3栋2单元1501.',
  },
  'registry_import.became_date': {
    'zh-CN': '房号被 Excel 自动变成了日期，这一行没有导入。请把该列设为“文本”格式，重新填写。',
    'zh-Hant': '房號被 Excel 自動變成了日期，這一行沒有匯入。請把該列設為「文字」格式，重新填寫。',
    en: 'Excel has turned the number into a date, so the row is left out. Set the column to text and type it again.',
  },
  'registry_import.room_conflict': {
    'zh-CN': '同一房屋在第 {firstRow} 行已出现，且面积不同，这一行没有导入。请保留正确的一行。',
    'zh-Hant': '同一房屋在第 {firstRow} 行已出現，且面積不同，這一行沒有匯入。請保留正確的一行。',
    en: 'The same room stands in row {firstRow} with another area, so this row is left out. Keep the right one.',
  },
  'registry_import.floor_malformed': {
    'zh-CN': '楼层看不明白，没有导入这一项。请写数字，地下一层写 -1。',
    'zh-Hant': '樓層看不明白，沒有匯入這一項。請寫數字，地下一層寫 -1。',
    en: 'The floor cannot be read and was left out. Write a number; the first basement is -1.',
  },
  'registry_import.area_out_of_range': {
    'zh-CN': '面积大得不合理，这一行没有导入。请核对单位是否为平方米。',
    'zh-Hant': '面積大得不合理，這一行沒有匯入。請核對單位是否為平方米。',
    en: 'The area is beyond reason, so the row is left out. Check that it is in square metres.',
  },
  'registry_import.area_merged': {
    'zh-CN': '面积与上面的房屋是合并单元格，不知道各是多少，这间没有导入面积。请分开填写。',
    'zh-Hant': '面積與上面的房屋是合併儲存格，不知道各是多少，這間沒有匯入面積。請分開填寫。',
    en: 'The area is merged with the room above, so it is not known whose it is; this room has none. Fill in each.',
  },
  'registry_import.inner_area_larger': {
    'zh-CN': '套内面积大于建筑面积，已按表导入。请核对是否填反。',
    'zh-Hant': '套內面積大於建築面積，已按表匯入。請核對是否填反。',
    en: 'The inner area is larger than the built area; both were taken. Check whether they are swapped.',
  },
  'registry_import.name_missing': {
    'zh-CN': '没有写姓名，这一行没有导入。请填写姓名或单位名称。',
    'zh-Hant': '沒有寫姓名，這一行沒有匯入。請填寫姓名或單位名稱。',
    en: 'The name is missing, so the row is left out. Fill it in.',
  },
  'registry_import.owner_number_taken': {
    'zh-CN': '业主编号与第 {firstRow} 行的另一位业主相同，这一行没有导入。请给每位业主不同的编号。',
    'zh-Hant': '業主編號與第 {firstRow} 行的另一位業主相同，這一行沒有匯入。請給每位業主不同的編號。',
    en: 'Another owner has this number in row {firstRow}, so this row is left out. Give each owner a number of their own.',
  },
  'registry_import.owner_missing': {
    'zh-CN': '业主表中没有编号“{number}”，房屋已导入，但没有业主。请在业主表补上，或稍后在房屋页登记。',
    'zh-Hant': '業主表中沒有編號「{number}」，房屋已匯入，但沒有業主。請在業主表補上，或稍後在房屋頁登記。',
    en: 'No owner with number {number} is listed; the room is taken without owner. Add them to the table of owners, or enter them later.',
  },
  'registry_import.household_owner_missing': {
    'zh-CN': '业主表中没有编号“{number}”，这位住户已导入，但还没有关联房屋。请补上业主后再导入。',
    'zh-Hant': '業主表中沒有編號「{number}」，這位住戶已匯入，但還沒有關聯房屋。請補上業主後再匯入。',
    en: 'No owner with number {number} is listed; the person is taken without a room. Add the owner and import again.',
  },
  'registry_import.role_unknown': {
    'zh-CN': '没有认出与房屋的关系，按业主处理。请写业主、共有人、家属、租户或使用人。',
    'zh-Hant': '沒有認出與房屋的關係，按業主處理。請寫業主、共有人、家屬、租戶或使用人。',
    en: 'The relation is not known and was taken for owner. Write 业主, 共有人, 家属, 租户 or 使用人.',
  },
  'registry_import.phone_malformed': {
    'zh-CN': '电话不是有效号码，没有导入。手机应为 11 位，固定电话请带区号。',
    'zh-Hant': '電話不是有效號碼，沒有匯入。手機應為 11 位，固定電話請帶區號。',
    en: 'This is not a valid phone and was left out. Mobiles have 11 digits; landlines need their area code.',
  },
  'registry_import.phone_damaged': {
    'zh-CN': '电话被表格变成了科学计数，号码已丢失，没有导入。请把该列设为“文本”格式，重新填写。',
    'zh-Hant': '電話被表格變成了科學計數，號碼已遺失，沒有匯入。請把該列設為「文字」格式，重新填寫。',
    en: 'The spreadsheet has turned the phone into a power of ten and lost it. Set the column to text and type it again.',
  },
  'registry_import.phone_placeholder': {
    'zh-CN': '这是代表“没有电话”的号码，没有导入。请向业主核实后补上，否则业主无法登录和收到通知。',
    'zh-Hant': '這是代表「沒有電話」的號碼，沒有匯入。請向業主核實後補上，否則業主無法登入和收到通知。',
    en: 'This number stands for “no phone” and was left out. Ask the owner for theirs; without it they cannot sign in or be reached.',
  },
  'registry_import.phone_extension': {
    'zh-CN': '电话已导入，分机号没有导入。如需要，请记在备注里。',
    'zh-Hant': '電話已匯入，分機號沒有匯入。如需要，請記在備註裡。',
    en: 'The phone was taken without its extension. Keep the extension in the remark if it matters.',
  },
  'registry_import.phone_of_many': {
    'zh-CN': '有 {people} 位不同的人登记了同一个电话，为免互相看到账单，都没有导入。请填写各人自己的电话。',
    'zh-Hant': '有 {people} 位不同的人登記了同一個電話，為免互相看到帳單，都沒有匯入。請填寫各人自己的電話。',
    en: '{people} different people have this phone. So that they do not see each other’s bills, none got it. Fill in their own.',
  },
  'registry_import.phones_unclear': {
    'zh-CN': '姓名和电话的个数不一致，电话都记在第一位名下。请核对。',
    'zh-Hant': '姓名和電話的個數不一致，電話都記在第一位名下。請核對。',
    en: 'There are more or fewer phones than names; all went to the first person. Please check.',
  },
  'registry_import.id_malformed': {
    'zh-CN': '证件号不正确，校验不通过，没有导入。请对照证件核对。',
    'zh-Hant': '證件號不正確，校驗不通過，沒有匯入。請對照證件核對。',
    en: 'The ID number is not right (its check digit fails) and was left out. Compare it with the document.',
  },
  'registry_import.id_damaged': {
    'zh-CN': '身份证号被表格截断，后几位变成了 0，没有导入。请把该列设为“文本”格式，重新填写。',
    'zh-Hant': '身份證號被表格截斷，後幾位變成了 0，沒有匯入。請把該列設為「文字」格式，重新填寫。',
    en: 'The spreadsheet has cut the ID number: its last digits became zeros. Set the column to text and type it again.',
  },
  'registry_import.id_placeholder': {
    'zh-CN': '这是代表“没有证件号”的填法，没有导入。请向本人核实后补上。',
    'zh-Hant': '這是代表「沒有證件號」的填法，沒有匯入。請向本人核實後補上。',
    en: 'This stands for “no ID number” and was left out. Ask the person for theirs.',
  },
  'registry_import.id_of_another': {
    'zh-CN': '证件号与“{firstSheet}”第 {firstRow} 行的另一个人相同，这里没有导入。请核对。',
    'zh-Hant': '證件號與「{firstSheet}」第 {firstRow} 行的另一個人相同，這裡沒有匯入。請核對。',
    en: 'Somebody else in {firstSheet}, row {firstRow}, has this ID number; it was left out here. Please check.',
  },
  'registry_import.share_malformed': {
    'zh-CN': '份额看不明白，没有导入这一项。请写成 50% 或 1/2。',
    'zh-Hant': '份額看不明白，沒有匯入這一項。請寫成 50% 或 1/2。',
    en: 'The share cannot be read and was left out. Write 50% or 1/2.',
  },
  'registry_import.shares_exceed_whole': {
    'zh-CN': '这处房产的份额合计为 {percent}%，超过 100%。已按表导入，请核对。',
    'zh-Hant': '這處房產的份額合計為 {percent}%，超過 100%。已按表匯入，請核對。',
    en: 'The shares of this place add up to {percent}%, more than the whole. They were taken; please check.',
  },
  'registry_import.space_missing': {
    'zh-CN': '没有写车位号，这一行没有导入。请填写车位号。',
    'zh-Hant': '沒有寫車位號，這一行沒有匯入。請填寫車位號。',
    en: 'The number of the space is missing, so the row is left out. Fill it in.',
  },
  'registry_import.space_conflict': {
    'zh-CN': '同一车位在第 {firstRow} 行已出现，且面积不同，这一行没有导入。请保留正确的一行。',
    'zh-Hant': '同一車位在第 {firstRow} 行已出現，且面積不同，這一行沒有匯入。請保留正確的一行。',
    en: 'The same space stands in row {firstRow} with another area, so this row is left out. Keep the right one.',
  },
  'registry_import.space_area_large': {
    'zh-CN': '车位面积超过 60 平方米，已按表导入。请核对。',
    'zh-Hant': '車位面積超過 60 平方米，已按表匯入。請核對。',
    en: 'The space is larger than 60 m²; it was taken. Please check.',
  },
  'registry_import.space_room_missing': {
    'zh-CN': '没有找到这个车位对应的房屋，车位已导入，但没有业主。请核对房号。',
    'zh-Hant': '沒有找到這個車位對應的房屋，車位已匯入，但沒有業主。請核對房號。',
    en: 'The room of this space is not there; the space is taken without owner. Check the room.',
  },
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
  'registry_import.owner_differs': {
    'zh-CN': '系统中这处房产的业主不是表中这位，没有改动。如已过户，请在房屋页办理过户。',
    'zh-Hant': '系統中這處房產的業主不是表中這位，沒有改動。如已過戶，請在房屋頁辦理過戶。',
    en: 'The registry has another owner for this place; nothing was changed. If it was transferred, record the transfer on its page.',
  },
  'registry_import.person_differs': {
    'zh-CN': '系统中此人的证件号与表中不同，没有改动。请核对后在住户页修改。',
    'zh-Hant': '系統中此人的證件號與表中不同，沒有改動。請核對後在住戶頁修改。',
    en: 'The registry has another ID number for this person; nothing was changed. Check and correct it on their page.',
  },
  'registry_import.not_found': {
    'zh-CN': '没有找到这次导入，可能已放弃，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這次匯入，可能已放棄，或不在您的負責範圍內。',
    en: 'There is no such import, or it is not among yours.',
  },
  'registry_import.not_previewed': {
    'zh-CN': '这次导入已确认或已放弃，不能再改。请重新上传文件。',
    'zh-Hant': '這次匯入已確認或已放棄，不能再改。請重新上傳檔案。',
    en: 'This import was confirmed or dropped already. Upload the file again.',
  },
  'registry_import.outdated': {
    'zh-CN': '预览之后，这个项目又有别的导入生效，预览已不准确。请重新上传文件再确认。',
    'zh-Hant': '預覽之後，這個項目又有別的匯入生效，預覽已不準確。請重新上傳檔案再確認。',
    en: 'Another import was applied since this preview, so it is out of date. Upload the file again and confirm anew.',
  },
  'registry_import.has_errors': {
    'zh-CN': '文件里还有错误的行。请改正后重新上传，或选择只导入正确的行。',
    'zh-Hant': '檔案裡還有錯誤的行。請改正後重新上傳，或選擇只匯入正確的行。',
    en: 'Some rows have errors. Correct them and upload again, or choose to take the good rows only.',
  },
  'registry_import.nothing_to_import': {
    'zh-CN': '文件里没有可以导入的内容。请查看列出的问题，改正后重新上传。',
    'zh-Hant': '檔案裡沒有可以匯入的內容。請查看列出的問題，改正後重新上傳。',
    en: 'There is nothing to import in this file. Look at the problems listed, correct them and upload again.',
  },
  'registry_import.moved': {
    'zh-CN': '导入正在由另一个任务进行，稍后会自动继续，不需要操作。',
    'zh-Hant': '匯入正在由另一個任務進行，稍後會自動繼續，不需要操作。',
    en: 'Another worker is carrying out this import; it goes on by itself.',
  },
  'registry_import.stretches_overlap': {
    'zh-CN':
      '同一人在同一处的两段时间有重叠（见第 {firstRow} 行），这一段没有导入。请改成前后相接的两段，或合并为一行。',
    'zh-Hant':
      '同一人在同一處的兩段時間有重疊（見第 {firstRow} 行），這一段沒有匯入。請改成前後相接的兩段，或合併為一行。',
    en: 'Two stretches of one person at one place overlap (see row {firstRow}), so this one is left out. Let one follow the other, or make them one row.',
  },
  'registry_import.occupancy_differs': {
    'zh-CN': '系统中登记的起止日期与表中不同，没有改动。如果表中的对，请在房屋或车位页更正这一段的日期。',
    'zh-Hant': '系統中登記的起止日期與表中不同，沒有改動。如果表中的對，請在房屋或車位頁更正這一段的日期。',
    en: 'The registry has other days for this person here, and nothing was changed. If the workbook is right, correct the days on the page of the room or space.',
  },
  'registry_import.refused': {
    'zh-CN':
      '这一批内容与登记规则不符，数据库没有接受，导入在这里停下了。之前写入的都完整保留。请放弃这次导入，核对表格后重新上传。',
    'zh-Hant':
      '這一批內容與登記規則不符，資料庫沒有接受，匯入在這裡停下了。之前寫入的都完整保留。請放棄這次匯入，核對表格後重新上傳。',
    en: 'A rule of the registry speaks against this part, so the database refused it and the import stopped here. What was written before is kept whole. Drop this import, check the workbook and upload it again.',
  },
  'registry_import.not_failed': {
    'zh-CN': '这次导入没有停下，不需要重试。请刷新页面查看进度。',
    'zh-Hant': '這次匯入沒有停下，不需要重試。請重新整理頁面查看進度。',
    en: 'This import has not stopped, so there is nothing to try again. Reload the page to see how far it is.',
  },
  'registry_import.sheet_of_stock': {
    'zh-CN': '这个工作表是库存物品的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是庫存物品的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about stock and is no part of the registry, so it was skipped.',
  },
  'registry_import.sheet_of_readings': {
    'zh-CN': '这个工作表是抄表读数的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是抄錶讀數的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about meter readings and is no part of the registry, so it was skipped.',
  },
  'registry_import.sheet_of_payments': {
    'zh-CN': '这个工作表是收款缴费的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是收款繳費的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about payments and is no part of the registry, so it was skipped.',
  },
  'registry_import.sheet_of_staff': {
    'zh-CN': '这个工作表是员工的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是員工的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about staff and is no part of the registry, so it was skipped.',
  },
  'registry_import.sheet_of_matters': {
    'zh-CN': '这个工作表是报修投诉的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是報修投訴的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about repairs and complaints and is no part of the registry, so it was skipped.',
  },
  'registry_import.sheet_of_devices': {
    'zh-CN': '这个工作表是设备的记录，不属于房产登记，已跳过。',
    'zh-Hant': '這個工作表是設備的記錄，不屬於房產登記，已跳過。',
    en: 'This sheet is about equipment and is no part of the registry, so it was skipped.',
  },
  'registry_import.rows_of_other_estates': {
    'zh-CN': '只导入“{estate}”的行，其他 {rows} 行按您的选择不导入。',
    'zh-Hant': '只匯入「{estate}」的行，其他 {rows} 行按您的選擇不匯入。',
    en: 'Only the rows of {estate} are taken; the other {rows} are left out, as you said.',
  },
  'registry_import.rooms_together': {
    'zh-CN': '这一行写了几间房（{rooms}），面积和费用要分开，这一行没有导入。请每间写一行。',
    'zh-Hant': '這一行寫了幾間房（{rooms}），面積和費用要分開，這一行沒有匯入。請每間寫一行。',
    en: 'This row names several rooms ({rooms}) whose areas and fees are their own, so it is left out. Write a row for each.',
  },
  'registry_import.room_written_otherwise': {
    'zh-CN':
      '与第 {firstRow} 行写法不同，是同一房屋（{room}），两行的人都登记在这间。如果是两间房，请改正写法。',
    'zh-Hant':
      '與第 {firstRow} 行寫法不同，是同一房屋（{room}），兩行的人都登記在這間。如果是兩間房，請改正寫法。',
    en: 'Written otherwise than in row {firstRow}, and the same room ({room}): the people of both rows are entered there. If these are two rooms, tell them apart.',
  },
  'registry_import.rooms_written_otherwise': {
    'zh-CN':
      '有 {rooms} 间房的写法与系统中不同，例如表中“{number}”就是已登记的“{registered}”，按同一间处理，不会重复。',
    'zh-Hant':
      '有 {rooms} 間房的寫法與系統中不同，例如表中「{number}」就是已登記的「{registered}」，按同一間處理，不會重複。',
    en: '{rooms} rooms are written otherwise than in the registry: {number} here is {registered} there. They are taken for the same and not added again.',
  },
  'registry_import.room_twice': {
    'zh-CN': '系统中同一房屋登记了两次（{rooms}）。导入只更新其中一间，请核对后停用多余的一间。',
    'zh-Hant': '系統中同一房屋登記了兩次（{rooms}）。匯入只更新其中一間，請核對後停用多餘的一間。',
    en: 'The registry has this room twice ({rooms}). The import updates one of them; check and take the other out.',
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
  'registry_import.unanswered': {
    'zh-CN': '还有 {questions} 个问题没有回答。请先在页面上选好，再确认导入。',
    'zh-Hant': '還有 {questions} 個問題沒有回答。請先在頁面上選好，再確認匯入。',
    en: '{questions} questions are still open. Answer them on the page, then confirm.',
  },
} as const satisfies Texts
