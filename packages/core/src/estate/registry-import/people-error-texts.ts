import type { Texts } from '@heju/i18n'

/** What is said of the people of a workbook. */
export const importedPeople = {
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
  'registry_import.owner_refused': {
    'zh-CN':
      '编号“{number}”的业主（“{otherSheet}”第 {otherRow} 行）没有导入，原因见那一行。房屋已导入，但没有业主。请改好那一行后重新导入，或稍后在房屋页登记。',
    'zh-Hant':
      '編號「{number}」的業主（「{otherSheet}」第 {otherRow} 行）沒有匯入，原因見那一行。房屋已匯入，但沒有業主。請改好那一行後重新匯入，或稍後在房屋頁登記。',
    en: 'The owner with number {number} (row {otherRow} of {otherSheet}) was left out, for the reason given there; the room is taken without owner. Mend that row and import again, or enter them later.',
  },
  'registry_import.household_owner_refused': {
    'zh-CN':
      '编号“{number}”的业主（“{otherSheet}”第 {otherRow} 行）没有导入，原因见那一行，所以这位住户没有和他的房屋一起导入。请改好那一行后，两行一起重新导入。',
    'zh-Hant':
      '編號「{number}」的業主（「{otherSheet}」第 {otherRow} 行）沒有匯入，原因見那一行，所以這位住戶沒有和他的房屋一起匯入。請改好那一行後，兩行一起重新匯入。',
    en: 'The owner with number {number} (row {otherRow} of {otherSheet}) was left out, for the reason given there, so this person did not come in with their rooms. Mend that row and import both again.',
  },
  'registry_import.person_of_refused_row': {
    'zh-CN':
      '“{otherSheet}”第 {otherRow} 行（业主编号“{number}”）没有导入，原因见那一行，所以这个人也没有导入。这一行不用改；请改好那一行后，两行一起重新导入。',
    'zh-Hant':
      '「{otherSheet}」第 {otherRow} 行（業主編號「{number}」）沒有匯入，原因見那一行，所以這個人也沒有匯入。這一行不用改；請改好那一行後，兩行一起重新匯入。',
    en: 'Row {otherRow} of {otherSheet} (owner number {number}) was left out, for the reason given there, so this person was left out with it. This row is right: mend that one and import both again.',
  },
  'registry_import.household_owner_missing': {
    'zh-CN': '业主表中没有编号“{number}”，这位住户已导入，但还没有关联房屋。请补上业主后再导入。',
    'zh-Hant': '業主表中沒有編號「{number}」，這位住戶已匯入，但還沒有關聯房屋。請補上業主後再匯入。',
    en: 'No owner with number {number} is listed; the person is taken without a room. Add the owner and import again.',
  },
  'registry_import.people_left_out': {
    'zh-CN': '“{place}”的人员按您的选择没有导入，登记保持原样；房屋或车位和收费照常导入。',
    'zh-Hant': '「{place}」的人員按您的選擇沒有匯入，登記保持原樣；房屋或車位和收費照常匯入。',
    en: 'The people of {place} were left out as you chose and stay as they are on record; the room or space and its fees are taken.',
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
  'registry_import.owner_differs': {
    'zh-CN': '系统中这处房产的业主不是表中这位，没有改动。如已过户，请在房屋页办理过户。',
    'zh-Hant': '系統中這處房產的業主不是表中這位，沒有改動。如已過戶，請在房屋頁辦理過戶。',
    en: 'The registry has another owner for this place; nothing was changed. If it was transferred, record the transfer on its page.',
  },
  'registry_import.space_owner_differs': {
    'zh-CN':
      '系统中车位“{space}”登记的不是表中这位，没有改动。如已过户，请在车位页办理过户；是同一个人、只是换了电话的，请在住户页改电话。',
    'zh-Hant':
      '系統中車位「{space}」登記的不是表中這位，沒有改動。如已過戶，請在車位頁辦理過戶；是同一個人、只是換了電話的，請在住戶頁改電話。',
    en: 'On record the parking space {space} is somebody else’s; nothing was changed. If it was transferred, record the transfer on its page; if it is the same person with another phone, change the phone on their page.',
  },
  'registry_import.person_differs': {
    'zh-CN': '系统中此人的证件号与表中不同，没有改动。请核对后在住户页修改。',
    'zh-Hant': '系統中此人的證件號與表中不同，沒有改動。請核對後在住戶頁修改。',
    en: 'The registry has another ID number for this person; nothing was changed. Check and correct it on their page.',
  },
  'registry_import.stretches_overlap': {
    'zh-CN':
      '同一人在同一处的两段时间有重叠（见第 {firstRow} 行），这一段没有导入。请改成前后相接的两段，或合并为一行。',
    'zh-Hant':
      '同一人在同一處的兩段時間有重疊（見第 {firstRow} 行），這一段沒有匯入。請改成前後相接的兩段，或合併為一行。',
    en: 'Two stretches of one person at one place overlap (see row {firstRow}), so this one is left out. Let one follow the other, or make them one row.',
  },
  'registry_import.change_unclear': {
    'zh-CN':
      '与“{otherSheet}”第 {otherRow} 行的人在同一个月内交接，{fromOn} 至 {toOn} 两人都在，分不清由谁交费，两人都没有导入。请写明搬离和入住的日期，不要只写月份；两人共有的，请写“共有人”。',
    'zh-Hant':
      '與「{otherSheet}」第 {otherRow} 行的人在同一個月內交接，{fromOn} 至 {toOn} 兩人都在，分不清由誰交費，兩人都沒有匯入。請寫明搬離和入住的日期，不要只寫月份；兩人共有的，請寫「共有人」。',
    en: 'The person in row {otherRow} of {otherSheet} changes with this one within a month, and both are there from {fromOn} to {toOn}, so it is not clear who pays; neither is taken. Write the days of moving out and in, not only the month; of two who own it together, write 共有人.',
  },
  'registry_import.change_from_record_unclear': {
    'zh-CN':
      '与系统中登记的人在同一个月内交接，{fromOn} 至 {toOn} 两人都在，分不清由谁交费，这一位没有导入。请写明搬离或入住的日期，不要只写月份；登记的日期有误的，请在房屋或车位页更正。',
    'zh-Hant':
      '與系統中登記的人在同一個月內交接，{fromOn} 至 {toOn} 兩人都在，分不清由誰交費，這一位沒有匯入。請寫明搬離或入住的日期，不要只寫月份；登記的日期有誤的，請在房屋或車位頁更正。',
    en: 'Changes with somebody on record within one month: both are there from {fromOn} to {toOn}, and who pays cannot be told, so this person was left out. Write the day of leaving or coming, not the month alone; if a day on record is wrong, correct it on the page of the room or space.',
  },
  'registry_import.first_day_follows': {
    'zh-CN':
      '按前一位的最后一天，从次日 {day} 起算。如不对，请在表中写明前一位的搬离日期和这一位的入住日期。',
    'zh-Hant':
      '按前一位的最後一天，從次日 {day} 起算。如不對，請在表中寫明前一位的搬離日期和這一位的入住日期。',
    en: 'Taken from {day}, the day after the last one of who was there before. If that is wrong, write both days in the file.',
  },
  'registry_import.household_incomplete': {
    'zh-CN':
      '这一处业主的那一行有错误，没有导入；共有人没有写入住日期，不知道从哪天起，也没有带入。请改好业主那一行，两行一起再上传。',
    'zh-Hant':
      '這一處業主的那一行有錯誤，沒有匯入；共有人沒有寫入住日期，不知道從哪天起，也沒有帶入。請改好業主那一行，兩行一起再上傳。',
    en: 'The row of the owner of this place has an error and is left out, and the co-owner has no first day, so that it is not known from when on: the co-owner is left out as well. Put the owner’s row right and upload both.',
  },
  'registry_import.holder_waits': {
    'zh-CN':
      '“{otherSheet}”第 {otherRow} 行写的另一位（业主、租户或使用人）没有带入，原因见那一行。谁是业主、从哪天起由谁交费，要看那一行才知道，所以这里的这一位也先没有带入。请按那一行的提示改好，两行一起再上传。',
    'zh-Hant':
      '「{otherSheet}」第 {otherRow} 行寫的另一位（業主、租戶或使用人）沒有帶入，原因見那一行。誰是業主、從哪天起由誰交費，要看那一行才知道，所以這裡的這一位也先沒有帶入。請按那一行的提示改好，兩行一起再上傳。',
    en: 'Somebody else who has this place by row {otherRow} of {otherSheet} was left out, for the reason given there. Who is the owner, and who pays from which day, only that row tells, so this person is left out as well for now. Put that row right and upload both.',
  },
  'registry_import.first_day_of_owner': {
    'zh-CN': '没有写共有人的入住日期，按业主的入住日期 {day} 起算。如不对，请在表中写明共有人的入住日期。',
    'zh-Hant': '沒有寫共有人的入住日期，按業主的入住日期 {day} 起算。如不對，請在表中寫明共有人的入住日期。',
    en: 'The co-owner is taken from {day}, the first day of the owner. If that is wrong, write the day of the co-owner in the file.',
  },
  'registry_import.person_number_differs': {
    'zh-CN':
      '系统中此人的业主编号是 {registered}，与表中不同，没有改动。请核对后在住户页修改，否则以后用表中的编号找不到此人。',
    'zh-Hant':
      '系統中此人的業主編號是 {registered}，與表中不同，沒有改動。請核對後在住戶頁修改，否則以後用表中的編號找不到此人。',
    en: 'On record this person has the customer number {registered}; nothing was changed. Check and correct it on their page, or later files will not find them by the number here.',
  },
  'registry_import.share_differs': {
    'zh-CN': '系统中此人在这里的份额是 {registered}%，表中是 {told}%，没有改动。请核对后在房屋页更正。',
    'zh-Hant': '系統中此人在這裡的份額是 {registered}%，表中是 {told}%，沒有改動。請核對後在房屋頁更正。',
    en: 'On record this person has a share of {registered}% here, and the file says {told}%; nothing was changed. Check and correct it on the page of the room.',
  },
  'registry_import.share_conflict': {
    'zh-CN': '“{firstSheet}”第 {firstRow} 行对此人在这里的份额写得不同，取了前面那一行的。请核对。',
    'zh-Hant': '「{firstSheet}」第 {firstRow} 行對此人在這裡的份額寫得不同，取了前面那一行的。請核對。',
    en: 'Row {firstRow} of {firstSheet} tells another share of this person here; that one is taken. Check which is right.',
  },
  'registry_import.id_conflict': {
    'zh-CN':
      '“{firstSheet}”第 {firstRow} 行对此人写了另一个证件号，取了前面那一行的。如果不是同一人，请给他们不同的编号。',
    'zh-Hant':
      '「{firstSheet}」第 {firstRow} 行對此人寫了另一個證件號，取了前面那一行的。如果不是同一人，請給他們不同的編號。',
    en: 'Row {firstRow} of {firstSheet} tells another ID number of this person; that one is taken. If they are two people, number them differently.',
  },
  'registry_import.occupancy_differs': {
    'zh-CN': '系统中登记的起止日期与表中不同，没有改动。如果表中的对，请在房屋或车位页更正这一段的日期。',
    'zh-Hant': '系統中登記的起止日期與表中不同，沒有改動。如果表中的對，請在房屋或車位頁更正這一段的日期。',
    en: 'The registry has other days for this person here, and nothing was changed. If the workbook is right, correct the days on the page of the room or space.',
  },
} as const satisfies Texts
