import type { Texts } from '@heju/i18n'

/** Texts of an import that would write nothing: why, and what helps. */
export const nothingNew = {
  on_record: {
    'zh-CN': '表中的内容都已登记过，导入不会改动任何东西',
    'zh-Hant': '表中的內容都已登記過，匯入不會改動任何東西',
    en: 'Everything in this file is on record already; importing it would change nothing',
  },
  'on_record.about': {
    'zh-CN': '不用再导入。',
    'zh-Hant': '不用再匯入。',
    en: 'There is no need to import it again.',
  },
  'on_record.warnings': {
    'zh-CN': '不用再导入。另有 {count} 处提醒，请看下面。',
    'zh-Hant': '不用再匯入。另有 {count} 處提醒，請看下面。',
    en: 'There is no need to import it again. See the {count} warnings below.',
  },
  title: {
    'zh-CN': '这次没有可以写入的内容',
    'zh-Hant': '這次沒有可以寫入的內容',
    en: 'There is nothing that would be written',
  },
  no_table: {
    'zh-CN': '没有找到可以导入的表',
    'zh-Hant': '沒有找到可以匯入的表',
    en: 'No table was found that can be imported',
  },
  'no_table.about': {
    'zh-CN':
      '数据上方要有一行表头，写明各列名称，例如“房号、业主、电话、面积”。请补上表头，或下载模板填写，再重新上传。',
    'zh-Hant':
      '資料上方要有一行表頭，寫明各列名稱，例如「房號、業主、電話、面積」。請補上表頭，或下載範本填寫，再重新上傳。',
    en: 'It takes a row of headings above the data, such as 房号, 业主, 电话, 面积. Add the headings, or fill in the template, and upload the file again.',
  },
  no_rows: {
    'zh-CN': '认出了表头，但下面没有可以导入的数据',
    'zh-Hant': '認出了表頭，但下面沒有可以匯入的資料',
    en: 'The headings were understood, and there is nothing under them to import',
  },
  'no_rows.about': {
    'zh-CN': '请在表头下面填好数据，再重新上传。合计、说明和标有“示例”的行不算。',
    'zh-Hant': '請在表頭下面填好資料，再重新上傳。合計、說明和標有「示例」的行不算。',
    en: 'Fill in the rows under the headings and upload the file again. Totals, remarks and rows marked 示例 do not count.',
  },
  errors: {
    'zh-CN': '有 {count} 处错误，所在的行或其中一部分没有导入：请下载要改正的行，改好后重新上传。',
    'zh-Hant': '有 {count} 處錯誤，所在的行或其中一部分沒有匯入：請下載要改正的行，改好後重新上傳。',
    en: 'There are {count} errors, whose rows or parts of them are left out. Download the rows to correct, mend them and upload them.',
  },
  'errors.answered': {
    'zh-CN':
      '有 {count} 处错误，所在的行或其中一部分没有导入：上面停车场的问题答得不对的，请改选；表中写错的，请下载要改正的行，改好后重新上传。',
    'zh-Hant':
      '有 {count} 處錯誤，所在的行或其中一部分沒有匯入：上面停車場的問題答得不對的，請改選；表中寫錯的，請下載要改正的行，改好後重新上傳。',
    en: 'There are {count} errors, whose rows or parts of them are left out. If the question of the car park above was answered wrongly, choose again; if the file is wrong, download the rows to correct, mend them and upload them.',
  },
  otherwise: {
    'zh-CN':
      '有 {count} 行与登记不同，登记没有改动：请看下面每一行的提醒；业主换了人的，到房屋页或车位页办理过户。',
    'zh-Hant':
      '有 {count} 行與登記不同，登記沒有改動：請看下面每一行的提醒；業主換了人的，到房屋頁或車位頁辦理過戶。',
    en: '{count} rows differ from what is on record, which stays. See what is said of each below; where the owner has changed, enter the transfer on the page of the room or space.',
  },
  left_out: {
    'zh-CN': '有 {count} 处选了不导入人员：要导入的，请在下面取消“不导入”再提交。',
    'zh-Hant': '有 {count} 處選了不匯入人員：要匯入的，請在下面取消「不匯入」再提交。',
    en: 'The people of {count} places are left out. To import them, untick “Leave out” below and send it.',
  },
  spaces_left_out: {
    'zh-CN': '写在房屋旁的 {count} 个车位，您选择了不带入；要带入的，请改选“写在房屋旁的车位”那一问。',
    'zh-Hant': '寫在房屋旁的 {count} 個車位，您選擇了不帶入；要帶入的，請改選「寫在房屋旁的車位」那一問。',
    en: '{count} spaces beside rooms are left out, as you chose. To take them in, answer the question about them otherwise.',
  },
  fees_left_out: {
    'zh-CN': '有 {count} 个收费项目选了不导入：要导入的，请在下面改选“对”。',
    'zh-Hant': '有 {count} 個收費項目選了不匯入：要匯入的，請在下面改選「對」。',
    en: '{count} fee items are left out. To import them, choose “Right” below.',
  },
  kept: {
    'zh-CN': '“{name}”要收的房屋有 {count} 间选了“已在收的不动”：要按表中收的，请在下面改选“用这一项代替”。',
    'zh-Hant':
      '「{name}」要收的房屋有 {count} 間選了「已在收的不動」：要按表中收的，請在下面改選「用這一項代替」。',
    en: 'Of the rooms that {name} is for, {count} were left as they are charged. To charge them by the file, choose “This takes its place” below.',
  },
  estates: {
    'zh-CN': '有 {count} 行属于没有选的小区或分期：要导入的，请在下面改选。',
    'zh-Hant': '有 {count} 行屬於沒有選的小區或分期：要匯入的，請在下面改選。',
    en: '{count} rows are of estates or phases that were not chosen. To import them, choose otherwise below.',
  },
  sheets: {
    'zh-CN': '有 {count} 个工作表选了不导入：要导入的，请在下面改选。',
    'zh-Hant': '有 {count} 個工作表選了不匯入：要匯入的，請在下面改選。',
    en: '{count} sheets are left out. To import them, choose otherwise below.',
  },
  untaken: {
    'zh-CN': '能导入的都已登记过；有 {count} 处没有导入，原因请看下面的提醒。',
    'zh-Hant': '能匯入的都已登記過；有 {count} 處沒有匯入，原因請看下面的提醒。',
    en: 'What can be imported is on record already. {count} things were not taken: the warnings below say why.',
  },
  unsent: {
    'zh-CN': '下面有选择还没有提交。',
    'zh-Hant': '下面有選擇還沒有提交。',
    en: 'Something chosen below has not been sent yet.',
  },
} as const satisfies Texts
