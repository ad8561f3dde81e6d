import type { Texts } from '@heju/i18n'

/** What is said of the buildings, rooms and parking spaces of a workbook. */
export const importedPlaces = {
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
    'zh-CN': '同一房屋在第 {firstRow} 行已出现，且“{what}”不同，这一行没有导入。请保留正确的一行。',
    'zh-Hant': '同一房屋在第 {firstRow} 行已出現，且「{what}」不同，這一行沒有匯入。請保留正確的一行。',
    en: 'The same room stands in row {firstRow} with another {what}, so this row is left out. Keep the right one.',
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
  'registry_import.space_missing': {
    'zh-CN': '没有写车位号，这一行没有导入。请填写车位号。',
    'zh-Hant': '沒有寫車位號，這一行沒有匯入。請填寫車位號。',
    en: 'The number of the space is missing, so the row is left out. Fill it in.',
  },
  'registry_import.space_conflict': {
    'zh-CN': '同一车位在第 {firstRow} 行已出现，且“{what}”不同，这一行没有导入。请保留正确的一行。',
    'zh-Hant': '同一車位在第 {firstRow} 行已出現，且「{what}」不同，這一行沒有匯入。請保留正確的一行。',
    en: 'The same space stands in row {firstRow} with another {what}, so this row is left out. Keep the right one.',
  },
  'registry_import.space_area_large': {
    'zh-CN': '车位面积超过 60 平方米，已按表导入。请核对。',
    'zh-Hant': '車位面積超過 60 平方米，已按表匯入。請核對。',
    en: 'The space is larger than 60 ㎡; it was taken. Please check.',
  },
  'registry_import.space_room_missing': {
    'zh-CN': '没有找到这个车位对应的房屋，车位已导入，但没有业主。请核对房号。',
    'zh-Hant': '沒有找到這個車位對應的房屋，車位已匯入，但沒有業主。請核對房號。',
    en: 'The room of this space is not there; the space is taken without owner. Check the room.',
  },
  'registry_import.space_room_unlisted': {
    'zh-CN':
      '这间房屋已登记，但不在这份文件里，看不到它的业主，这一行没有导入。请在这一行写明车位业主的姓名，或把房屋表放进同一份文件，再重新上传。',
    'zh-Hant':
      '這間房屋已登記，但不在這份檔案裡，看不到它的業主，這一行沒有匯入。請在這一行寫明車位業主的姓名，或把房屋表放進同一份檔案，再重新上傳。',
    en: 'This room is on record, but not in this file, which does not tell its owners, so the row is left out. Name the owner of the space in this row, or put the list of rooms into the same file, and upload again.',
  },
  'registry_import.space_room_refused': {
    'zh-CN':
      '这个车位对应的房屋（“{otherSheet}”第 {otherRow} 行）没有导入，原因见那一行。车位已导入，但没有业主。请改好那一行后重新导入。',
    'zh-Hant':
      '這個車位對應的房屋（「{otherSheet}」第 {otherRow} 行）沒有匯入，原因見那一行。車位已匯入，但沒有業主。請改好那一行後重新匯入。',
    en: 'The room of this space (row {otherRow} of {otherSheet}) was left out, for the reason given there; the space is taken without owner. Mend that row and import again.',
  },
  'registry_import.space_owner_refused': {
    'zh-CN':
      '这个车位对应的房屋（“{otherSheet}”第 {otherRow} 行）有业主没有导入，原因见那一行。车位已导入，但没有这位业主。请改好那一行，和这一行一起重新导入。',
    'zh-Hant':
      '這個車位對應的房屋（「{otherSheet}」第 {otherRow} 行）有業主沒有匯入，原因見那一行。車位已匯入，但沒有這位業主。請改好那一行，和這一行一起重新匯入。',
    en: 'An owner of the room of this space (row {otherRow} of {otherSheet}) was left out, for the reason given there; the space is taken without them. Mend that row and import both again.',
  },
  'registry_import.rows_of_other_estates': {
    'zh-CN': '只导入“{estate}”的行，其他 {rows} 行按您的选择不导入。',
    'zh-Hant': '只匯入「{estate}」的行，其他 {rows} 行按您的選擇不匯入。',
    en: 'Only the rows of {estate} are taken; the other {rows} are left out, as you said.',
  },
  'registry_import.row_of_estate_left_out': {
    'zh-CN':
      '这一行写的是“{estate}”的房屋或车位，而您选了只导入“{taken}”，所以这一行没有导入。要导入“{estate}”时，请把这一行和它的房屋一起上传。',
    'zh-Hant':
      '這一行寫的是「{estate}」的房屋或車位，而您選了只匯入「{taken}」，所以這一行沒有匯入。要匯入「{estate}」時，請把這一行和它的房屋一起上傳。',
    en: 'This row is about a room or space of {estate}, and you chose to import only {taken}, so it is left out. When you import {estate}, upload this row together with its rooms.',
  },
  'registry_import.estate_found': {
    'zh-CN': '表中没有写小区或分期，{rows} 行按房号和业主对上了已登记在“{estates}”的房屋，不会重复。',
    'zh-Hant': '表中沒有寫小區或分期，{rows} 行按房號和業主對上了已登記在「{estates}」的房屋，不會重複。',
    en: 'The file names no estate or phase; {rows} rows are rooms on record in {estates} by their numbers and owners, and are not added again.',
  },
  'registry_import.spaces_found': {
    'zh-CN': '表中没有写全停车场，{spaces} 个车位对上了已登记在“{lots}”的车位，不会重复。',
    'zh-Hant': '表中沒有寫全停車場，{spaces} 個車位對上了已登記在「{lots}」的車位，不會重複。',
    en: 'The file does not name the lots in full; {spaces} spaces are those on record in {lots}, and are not added again.',
  },
  'registry_import.rooms_together': {
    'zh-CN': '这一行写了几间房（{rooms}），面积和费用要分开，这一行没有导入。请每间写一行。',
    'zh-Hant': '這一行寫了幾間房（{rooms}），面積和費用要分開，這一行沒有匯入。請每間寫一行。',
    en: 'This row names several rooms ({rooms}) whose areas and fees are their own, so it is left out. Write a row for each.',
  },
  'registry_import.room_written_otherwise': {
    'zh-CN': '与第 {firstRow} 行写法不同，按同一房屋（{room}）处理。如果是两间房，请改正写法。',
    'zh-Hant': '與第 {firstRow} 行寫法不同，按同一房屋（{room}）處理。如果是兩間房，請改正寫法。',
    en: 'Written otherwise than in row {firstRow}, and taken for the same room ({room}). If these are two rooms, tell them apart.',
  },
  'registry_import.room_of_others': {
    'zh-CN':
      '与第 {otherRow} 行的“{otherWritten}”写法不同，却会成为同一房屋（{room}），而业主不是同样的人，这些行都没有导入。如果是同一间，请把房号写成一样；如果是两间，请写明区别（如几弄、几期）后重新上传。',
    'zh-Hant':
      '與第 {otherRow} 行的「{otherWritten}」寫法不同，卻會成為同一房屋（{room}），而業主不是同樣的人，這些行都沒有匯入。如果是同一間，請把房號寫成一樣；如果是兩間，請寫明區別（如幾弄、幾期）後重新上傳。',
    en: 'Written otherwise than {otherWritten} in row {otherRow}, it would be the same room ({room}), and the owners are others, so these rows are left out. If it is one room, write it alike; if these are two, tell them apart (by lane or phase), and upload again.',
  },
  'registry_import.room_told_otherwise': {
    'zh-CN':
      '与第 {otherRow} 行的“{otherWritten}”写法不同，却会成为同一房屋（{room}），而“{what}”不一致，这些行都没有导入。如果是同一间，请把房号写成一样并改正内容；如果是两间，请写明区别（如几弄、几期）后重新上传。',
    'zh-Hant':
      '與第 {otherRow} 行的「{otherWritten}」寫法不同，卻會成為同一房屋（{room}），而「{what}」不一致，這些行都沒有匯入。如果是同一間，請把房號寫成一樣並改正內容；如果是兩間，請寫明區別（如幾弄、幾期）後重新上傳。',
    en: 'Written otherwise than {otherWritten} in row {otherRow}, it would be the same room ({room}), and {what} differs, so these rows are left out. If it is one room, write it alike and correct what differs; if these are two, tell them apart (by lane or phase), and upload again.',
  },
  'registry_import.space_lot_unclear': {
    'zh-CN':
      '没有写明是哪个停车场，而“{lots}”也有这个车位号，分不清是一个车位还是两个，这一行没有导入。请写明停车场后重新上传。',
    'zh-Hant':
      '沒有寫明是哪個停車場，而「{lots}」也有這個車位號，分不清是一個車位還是兩個，這一行沒有匯入。請寫明停車場後重新上傳。',
    en: 'Which lot is meant is not told, and {lots} has a space of this code as well, which may be another, so the row is left out. Name the lot and upload again.',
  },
  'registry_import.space_lots_many': {
    'zh-CN':
      '已登记的车位没有写停车场，表中同号的车位却写了 {lots} 个停车场，没有人看得过来，这一行没有导入。请看看“停车场”和“车位号”两列是否填反；确实有这么多停车场的，请分成几个文件上传。',
    'zh-Hant':
      '已登記的車位沒有寫停車場，表中同號的車位卻寫了 {lots} 個停車場，沒有人看得過來，這一行沒有匯入。請看看「停車場」和「車位號」兩欄是否填反；確實有這麼多停車場的，請分成幾個檔案上傳。',
    en: 'The space on record has no lot, and the file tells {lots} lots for such spaces, more than anybody looks through, so the row is left out. See whether the columns of lots and codes are swapped; if there are so many lots, split the file.',
  },
  'registry_import.space_in_lots': {
    'zh-CN':
      '已登记的车位与表中的（{lots}，{code}）不是一对一：您说几个是同一个，这一行没有导入。请在上面改选：只给一处选“是同一批”，其余的选“是另外的车位”。',
    'zh-Hant':
      '已登記的車位與表中的（{lots}，{code}）不是一對一：您說幾個是同一個，這一行沒有匯入。請在上面改選：只給一處選「是同一批」，其餘的選「是另外的車位」。',
    en: 'You said of several spaces that they are one ({code} in {lots}, and on record), so the row is left out. Choose again above: the same spaces once, other spaces for the rest.',
  },
  'registry_import.space_without_lot': {
    'zh-CN':
      '您说这就是已登记的车位 {code}，而表中另有一行 {code} 没有写这个停车场，也是它，这一行没有导入。请给那一行也写上“{lots}”或删去，再重新上传；如果是两个车位，请在上面改选“是另外的车位”。',
    'zh-Hant':
      '您說這就是已登記的車位 {code}，而表中另有一行 {code} 沒有寫這個停車場，也是它，這一行沒有匯入。請給那一行也寫上「{lots}」或刪去，再重新上傳；如果是兩個車位，請在上面改選「是另外的車位」。',
    en: 'You said that this is the space {code} on record, and another row of the file names {code} without this lot, which is that space as well, so this row is left out. Write {lots} in that row too or delete it, and upload again; if these are two spaces, choose other spaces above.',
  },
  'registry_import.space_beside_unclear': {
    'zh-CN':
      '几个停车场（{lots}）都有这个车位号，房屋旁没有写是哪一个，房屋已导入，车位没有按这间房屋带入。请在车位表里写上这个车位的停车场、车位号和房号，和房屋表放在一个文件里，再上传。',
    'zh-Hant':
      '幾個停車場（{lots}）都有這個車位號，房屋旁沒有寫是哪一個，房屋已匯入，車位沒有按這間房屋帶入。請在車位表裡寫上這個車位的停車場、車位號和房號，和房屋表放在一個檔案裡，再上傳。',
    en: 'Several lots ({lots}) have a space of this code, and beside the room none is named: the room is taken without the space. Write its lot, its code and the room into a list of spaces, and upload it in one file with the rooms.',
  },
  'registry_import.space_beside_alike': {
    'zh-CN':
      '这个车位号和“{codes}”写法相近，分不清是不是同一个，房屋已导入，车位没有带入。请写成和登记的、或车位表中一样的车位号；确实是另一个的，请写进车位表，再上传。',
    'zh-Hant':
      '這個車位號和「{codes}」寫法相近，分不清是不是同一個，房屋已匯入，車位沒有帶入。請寫成和登記的、或車位表中一樣的車位號；確實是另一個的，請寫進車位表，再上傳。',
    en: 'This code is written much like {codes}, and may be the same space or another: the room is taken without the space. Write the code as it is on record, or in the list of spaces; if it is another space, put it into the list, and upload again.',
  },
  'registry_import.space_beside_others': {
    'zh-CN':
      '{others}也有这个车位号，业主不同，分不清是一个车位还是两个，房屋已导入，车位没有带入。请在车位表里写上这个车位的停车场、车位号和房号（几户共有的每户写一行），房屋旁不用再写；车位表和房屋表放在一个文件里，再上传。',
    'zh-Hant':
      '{others}也有這個車位號，業主不同，分不清是一個車位還是兩個，房屋已匯入，車位沒有帶入。請在車位表裡寫上這個車位的停車場、車位號和房號（幾戶共有的每戶寫一行），房屋旁不用再寫；車位表和房屋表放在一個檔案裡，再上傳。',
    en: '{others} has a space of this code as well, of other owners, which may be this one or another: the room is taken without the space. Write its lot, its code and the room into a list of spaces (of a shared space a row for each room), leave it out beside the room, and upload it in one file with the rooms.',
  },
  'registry_import.space_of_holders': {
    'zh-CN':
      '车位表写明这个车位是“{holders}”的，与这间房屋的业主不同，房屋已导入，车位没有按这间房屋带入。请看看车位号是否写错；业主的车位给别人使用的，请在车位表写明关系（如租户）；几户共有的，请在车位表每户写一行，再上传。',
    'zh-Hant':
      '車位表寫明這個車位是「{holders}」的，與這間房屋的業主不同，房屋已匯入，車位沒有按這間房屋帶入。請看看車位號是否寫錯；業主的車位給別人使用的，請在車位表寫明關係（如租戶）；幾戶共有的，請在車位表每戶寫一行，再上傳。',
    en: 'By the list of spaces this space is that of {holders}, and not of the owner of this room: the room is taken without the space. See whether the code is right; if somebody else uses the owner’s space, tell their relation in the list (a tenant, say), of a shared space write a row for each who has it, and upload again.',
  },
  'registry_import.space_left_out': {
    'zh-CN': '按您的选择，房屋照常导入，车位“{code}”没有带入。是已有的车位的，请写成登记的车位号再上传。',
    'zh-Hant': '按您的選擇，房屋照常匯入，車位「{code}」沒有帶入。是已有的車位的，請寫成登記的車位號再上傳。',
    en: 'As you chose, the room is taken without the space {code}. If it is a space on record, write the code that it has there and upload again.',
  },
  'registry_import.space_written_otherwise': {
    'zh-CN':
      '“{written}”与“{otherSheet}”第 {otherRow} 行的“{otherWritten}”写法不同，按同一车位处理。如果是两个车位，请改正写法。',
    'zh-Hant':
      '「{written}」與「{otherSheet}」第 {otherRow} 行的「{otherWritten}」寫法不同，按同一車位處理。如果是兩個車位，請改正寫法。',
    en: '{written} is taken for the same space as {otherWritten} in row {otherRow} of {otherSheet}. If these are two spaces, tell them apart.',
  },
  'registry_import.space_of_others': {
    'zh-CN':
      '“{written}”与“{otherSheet}”第 {otherRow} 行的“{otherWritten}”写法不同，却会成为同一车位，而使用人不是同样的人，这些行都没有导入。如果是同一车位，请写成一样；如果是两个，请写明区别（如停车场）后重新上传。',
    'zh-Hant':
      '「{written}」與「{otherSheet}」第 {otherRow} 行的「{otherWritten}」寫法不同，卻會成為同一車位，而使用人不是同樣的人，這些行都沒有匯入。如果是同一車位，請寫成一樣；如果是兩個，請寫明區別（如停車場）後重新上傳。',
    en: '{written} would be the same space as {otherWritten} in row {otherRow} of {otherSheet}, and others have it, so these rows are left out. If it is one space, write it alike; if these are two, tell them apart (by the lot), and upload again.',
  },
  'registry_import.space_told_otherwise': {
    'zh-CN':
      '“{written}”与“{otherSheet}”第 {otherRow} 行的“{otherWritten}”写法不同，却会成为同一车位，而“{what}”不一致，这些行都没有导入。如果是同一车位，请写成一样并改正内容；如果是两个，请写明区别（如停车场）后重新上传。',
    'zh-Hant':
      '「{written}」與「{otherSheet}」第 {otherRow} 行的「{otherWritten}」寫法不同，卻會成為同一車位，而「{what}」不一致，這些行都沒有匯入。如果是同一車位，請寫成一樣並改正內容；如果是兩個，請寫明區別（如停車場）後重新上傳。',
    en: '{written} would be the same space as {otherWritten} in row {otherRow} of {otherSheet}, and {what} differs, so these rows are left out. If it is one space, write it alike and correct what differs; if these are two, tell them apart (by the lot), and upload again.',
  },
  'registry_import.registered_space_of_others': {
    'zh-CN':
      '“{written}”与已登记的“{otherWritten}”写法不同，却会成为同一车位，而登记的使用人不是同样的人，这一行没有导入。如果是同一车位，请按登记的写法写；如果是另一个，请写明区别（如停车场）后重新上传。',
    'zh-Hant':
      '「{written}」與已登記的「{otherWritten}」寫法不同，卻會成為同一車位，而登記的使用人不是同樣的人，這一行沒有匯入。如果是同一車位，請按登記的寫法寫；如果是另一個，請寫明區別（如停車場）後重新上傳。',
    en: '{written} would be the same space as {otherWritten} on record, which others have, so the row is left out. If it is that space, write it as it is on record; if it is another, tell them apart (by the lot), and upload again.',
  },
  'registry_import.registered_space_told_otherwise': {
    'zh-CN':
      '“{written}”与已登记的“{otherWritten}”写法不同，却会成为同一车位，而“{what}”与登记的不一致，这一行没有导入。如果是同一车位，请按登记的写法写；如果是另一个，请写明区别（如停车场）后重新上传。',
    'zh-Hant':
      '「{written}」與已登記的「{otherWritten}」寫法不同，卻會成為同一車位，而「{what}」與登記的不一致，這一行沒有匯入。如果是同一車位，請按登記的寫法寫；如果是另一個，請寫明區別（如停車場）後重新上傳。',
    en: '{written} would be the same space as {otherWritten} on record, where {what} differs, so the row is left out. If it is that space, write it as it is on record; if it is another, tell them apart (by the lot), and upload again.',
  },
  'registry_import.spaces_written_otherwise': {
    'zh-CN':
      '有 {spaces} 个车位的写法与系统中不同，例如表中“{code}”就是已登记的“{registered}”，按同一车位处理，不会重复。',
    'zh-Hant':
      '有 {spaces} 個車位的寫法與系統中不同，例如表中「{code}」就是已登記的「{registered}」，按同一車位處理，不會重複。',
    en: '{spaces} spaces are written otherwise than in the registry: {code} here is {registered} there. They are taken for the same and not added again.',
  },
  'registry_import.rooms_written_otherwise': {
    'zh-CN':
      '有 {rooms} 间房的写法与系统中不同，例如表中“{number}”就是已登记的“{registered}”，按同一间处理，不会重复。',
    'zh-Hant':
      '有 {rooms} 間房的寫法與系統中不同，例如表中「{number}」就是已登記的「{registered}」，按同一間處理，不會重複。',
    en: '{rooms} rooms are written otherwise than in the registry: {number} here is {registered} there. They are taken for the same and not added again.',
  },
  'registry_import.rooms_beside_record': {
    'zh-CN':
      '有 {rooms} 间房（如 {room}）在系统中已有同号、同业主的房屋，现在写上小区名另建，会分别出账。如果就是已登记的房屋，请把小区的问题改选为“已登记的照旧”或“就是本项目已登记的那个小区”；没有这样的选项的，请按小区分开导入。',
    'zh-Hant':
      '有 {rooms} 間房（如 {room}）在系統中已有同號、同業主的房屋，現在寫上小區名另建，會分別出帳。如果就是已登記的房屋，請把小區的問題改選為「已登記的照舊」或「就是本項目已登記的那個小區」；沒有這樣的選項的，請按小區分開匯入。',
    en: '{rooms} rooms, such as {room}, are on record with the same numbers and owners; with the name of the estate they are made anew and billed beside those. If they are those on record, answer the question of the estate by “those on record as they are” or “it is the estate on record”; where neither is offered, import one estate at a time.',
  },
  'registry_import.room_twice': {
    'zh-CN': '系统中同一房屋登记了两次（{rooms}）。导入只更新其中一间，请核对后停用多余的一间。',
    'zh-Hant': '系統中同一房屋登記了兩次（{rooms}）。匯入只更新其中一間，請核對後停用多餘的一間。',
    en: 'The registry has this room twice ({rooms}). The import updates one of them; check and take the other out.',
  },
  'registry_import.room_of_estate': {
    'zh-CN':
      '不看“{what}”，这一行写的房屋就成了“{otherSheet}”第 {otherRow} 行的那一间，而那一间写的是“{estate}”，所以这一行没有导入。请改选“写进楼栋名称”或“只导入……”，或把表改正后再上传。',
    'zh-Hant':
      '不看「{what}」，這一行寫的房屋就成了「{otherSheet}」第 {otherRow} 行的那一間，而那一間寫的是「{estate}」，所以這一行沒有匯入。請改選「寫進樓棟名稱」或「只匯入……」，或把表改正後再上傳。',
    en: 'Without {what} the room that this row names is the one of row {otherRow} of {otherSheet}, which tells {estate}, so this row is left out. Choose to have it in the names of the buildings or to import one of them only, or correct the file and upload it again.',
  },
  'registry_import.rows_equal': {
    'zh-CN':
      '不看“{what}”，这一行就和“{otherSheet}”第 {otherRow} 行成了同一处，两行都没有导入。请改选“写进楼栋名称”或“只导入……”，或把表改正后再上传。',
    'zh-Hant':
      '不看「{what}」，這一行就和「{otherSheet}」第 {otherRow} 行成了同一處，兩行都沒有匯入。請改選「寫進樓棟名稱」或「只匯入……」，或把表改正後再上傳。',
    en: 'Without {what} this row speaks of the same place as row {otherRow} of {otherSheet}, so both are left out. Choose to have it in the names of the buildings or to import one of them only, or correct the file and upload it again.',
  },
} as const satisfies Texts
