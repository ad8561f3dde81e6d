import type { Texts } from '@heju/i18n'

/** What is said of the sheets, columns and cells of a workbook. */
export const importedSheets = {
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
    'zh-CN': '与 {kept} 列“{keptHeading}”意思相同，取 {kept} 列，这一列不导入。',
    'zh-Hant': '與 {kept} 列「{keptHeading}」意思相同，取 {kept} 列，這一列不匯入。',
    en: 'It means the same as column {kept}, {keptHeading}, which is taken; this one is not.',
  },
  'registry_import.columns_disagree': {
    'zh-CN':
      '{kept} 列“{keptHeading}”写“{keptValue}”，{other} 列“{otherHeading}”写“{otherValue}”，两列都说房屋用途且不一致，这一行没有导入。请改成一致，或删去其中一列后重新上传。',
    'zh-Hant':
      '{kept} 列「{keptHeading}」寫「{keptValue}」，{other} 列「{otherHeading}」寫「{otherValue}」，兩列都說房屋用途且不一致，這一行沒有匯入。請改成一致，或刪去其中一列後重新上傳。',
    en: 'Column {kept}, {keptHeading}, says {keptValue} and column {other}, {otherHeading}, says {otherValue}: both tell what the room is used for, so the row is left out. Make them agree or remove one of the columns, and upload again.',
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
  'registry_import.text_too_long': {
    'zh-CN': '{column} 列的内容有 {characters} 个字，最多 {most} 个，这一行没有读取。请缩短后重新上传。',
    'zh-Hant': '{column} 欄的內容有 {characters} 個字，最多 {most} 個，這一行沒有讀取。請縮短後重新上傳。',
    en: 'The cell in column {column} has {characters} characters, at most {most} are read, so the row is left out. Shorten it and upload again.',
  },
  'registry_import.too_many_in_cell': {
    'zh-CN':
      '“{heading}”这一格写了 {named} 个，最多 {most} 个，这一行没有导入。请分成几行，或写进单独的工作表，再上传。',
    'zh-Hant':
      '「{heading}」這一格寫了 {named} 個，最多 {most} 個，這一行沒有匯入。請分成幾行，或寫進單獨的工作表，再上傳。',
    en: 'This cell of {heading} names {named}, at most {most} are taken, so the row is left out. Part it into several rows or list them in a sheet of their own, and upload again.',
  },
  'registry_import.number_malformed': {
    'zh-CN': '这里应填数字，这一行没有导入。请只填数字，例如 94.56。',
    'zh-Hant': '這裡應填數字，這一行沒有匯入。請只填數字，例如 94.56。',
    en: 'A number is expected here, so the row is left out. Write digits only, such as 94.56.',
  },
  'registry_import.number_negative': {
    'zh-CN': '这里的数字不能小于 0，这一行没有导入。请填 0 或大于 0 的数字，例如 94.56。',
    'zh-Hant': '這裡的數字不能小於 0，這一行沒有匯入。請填 0 或大於 0 的數字，例如 94.56。',
    en: 'A number here cannot be below 0, so the row is left out. Write 0 or more, such as 94.56.',
  },
  'registry_import.date_malformed': {
    'zh-CN': '日期看不明白，没有导入这一项。请写成 2020-06-10 这样的完整日期。',
    'zh-Hant': '日期看不明白，沒有匯入這一項。請寫成 2020-06-10 這樣的完整日期。',
    en: 'The date cannot be read and was left out. Write it in full, as 2020-06-10.',
  },
  'registry_import.day_malformed': {
    'zh-CN':
      '日期看不明白，这一行没有导入：从哪天起、到哪天止，决定收多少、由谁付。请写成 2020-06-10 这样的完整日期。',
    'zh-Hant':
      '日期看不明白，這一行沒有匯入：從哪天起、到哪天止，決定收多少、由誰付。請寫成 2020-06-10 這樣的完整日期。',
    en: 'The date cannot be read, and it decides what is charged or who pays, so the row is left out. Write it in full, as 2020-06-10.',
  },
  'registry_import.dates_reversed': {
    'zh-CN': '结束日期早于开始日期，这一行没有导入。请核对两个日期。',
    'zh-Hant': '結束日期早於開始日期，這一行沒有匯入。請核對兩個日期。',
    en: 'The end is before the beginning, so the row is left out. Check both dates.',
  },
  'registry_import.value_unknown': {
    'zh-CN': '没有认出这个值，没有导入这一项。请改用模板中列出的写法。',
    'zh-Hant': '沒有認出這個值，沒有匯入這一項。請改用範本中列出的寫法。',
    en: 'This value is not known and was left out. Use one of those that the template lists.',
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
} as const satisfies Texts
