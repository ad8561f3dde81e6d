import type { Texts } from '@heju/i18n'

export const spreadsheets = {
  'spreadsheets.file_too_large': {
    'zh-CN': '文件超过 {megabytes} MB，没有读取。请删去图片和无关的工作表，或分成几个文件上传。',
    'zh-Hant': '檔案超過 {megabytes} MB，沒有讀取。請刪去圖片和無關的工作表，或分成幾個檔案上傳。',
    en: 'The file is larger than {megabytes} MB and was not read. Remove pictures and sheets that do not matter, or upload it in parts.',
  },
  'spreadsheets.unpacks_too_large': {
    'zh-CN': '文件解压后超过 {megabytes} MB，没有读取。请新建一个表格，把需要的内容复制过去再上传。',
    'zh-Hant': '檔案解壓後超過 {megabytes} MB，沒有讀取。請新建一個表格，把需要的內容複製過去再上傳。',
    en: 'The file unpacks to more than {megabytes} MB and was not read. Copy what matters into a new workbook and upload that.',
  },
  'spreadsheets.too_many_sheets': {
    'zh-CN': '文件里的工作表超过 {most} 个，没有读取。请删去无关的工作表，或分成几个文件上传。',
    'zh-Hant': '檔案裡的工作表超過 {most} 個，沒有讀取。請刪去無關的工作表，或分成幾個檔案上傳。',
    en: 'The file has more than {most} sheets and was not read. Remove sheets that do not matter, or upload it in parts.',
  },
  'spreadsheets.too_many_rows': {
    'zh-CN': '表格超过 {most} 行，没有读取。请按楼栋或项目分成几个文件上传。',
    'zh-Hant': '表格超過 {most} 行，沒有讀取。請按樓棟或項目分成幾個檔案上傳。',
    en: 'The file has more than {most} rows and was not read. Split it by building or project.',
  },
  'spreadsheets.too_many_cells': {
    'zh-CN': '表格超过 {most} 个单元格，没有读取。请删去用不到的列和工作表，或分成几个文件上传。',
    'zh-Hant': '表格超過 {most} 個儲存格，沒有讀取。請刪去用不到的欄和工作表，或分成幾個檔案上傳。',
    en: 'The file has more than {most} cells and was not read. Remove columns and sheets that do not matter, or upload it in parts.',
  },
  'spreadsheets.cell_too_long': {
    'zh-CN':
      '单元格 {cell} 里的文字超过 {most} 个字，没有读取。请检查这一格；如果是 CSV 文件，多半是前面的引号没有成对。',
    'zh-Hant':
      '儲存格 {cell} 裡的文字超過 {most} 個字，沒有讀取。請檢查這一格；如果是 CSV 檔案，多半是前面的引號沒有成對。',
    en: 'Cell {cell} holds more than {most} characters, so the file was not read. Look at that cell; in a CSV file a quotation mark before it was probably never closed.',
  },
  'spreadsheets.too_much_text': {
    'zh-CN':
      '表格里的文字和日期总共超过 {most} 个字（一个日期算 {day} 个字），没有读取。请删去长篇文字的列，或分成几个文件上传。',
    'zh-Hant':
      '表格裡的文字和日期總共超過 {most} 個字（一個日期算 {day} 個字），沒有讀取。請刪去長篇文字的欄，或分成幾個檔案上傳。',
    en: 'The file holds more than {most} characters of text and dates (a date counts as {day}) and was not read. Remove columns of long texts, or upload it in parts.',
  },
  'spreadsheets.stray_content': {
    'zh-CN': '单元格 {cell} 里有内容，离表格其余部分太远，没有读取。请删去这一格（或这一行、这一列）再上传。',
    'zh-Hant':
      '儲存格 {cell} 裡有內容，離表格其餘部分太遠，沒有讀取。請刪去這一格（或這一行、這一欄）再上傳。',
    en: 'Cell {cell} holds something, too far from the rest of the table, so the file was not read. Delete that cell (or its row or column) and upload the file again.',
  },
  'spreadsheets.empty_file': {
    'zh-CN': '这个文件是空的。请确认已保存内容，再重新选择文件。',
    'zh-Hant': '這個檔案是空的。請確認已儲存內容，再重新選擇檔案。',
    en: 'This file is empty. Check that it was saved, and choose it again.',
  },
  'spreadsheets.old_workbook': {
    'zh-CN':
      '这是旧版格式的表格（.xls 或 .et），系统读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传；只改文件名没有用。',
    'zh-Hant':
      '這是舊版格式的表格（.xls 或 .et），系統讀不了。請用 Excel 或 WPS 打開，另存為 .xlsx 後再上傳；只改檔名沒有用。',
    en: 'This is a workbook in the old format (.xls or .et). Open it in Excel or WPS, save it as .xlsx and upload that; a new name alone does not help.',
  },
  'spreadsheets.locked_workbook': {
    'zh-CN': '这个表格加了密码，系统读不了。请用 Excel 或 WPS 打开，取消打开密码并保存后再上传。',
    'zh-Hant': '這個表格加了密碼，系統讀不了。請用 Excel 或 WPS 打開，取消打開密碼並儲存後再上傳。',
    en: 'This workbook is locked by a password. Open it in Excel or WPS, remove the password for opening it, save it and upload it again.',
  },
  'spreadsheets.other_workbook': {
    'zh-CN':
      '这是 {format} 格式的表格，系统读不了。请用制作它的软件（或 Excel、WPS）打开，另存为 .xlsx 后再上传。',
    'zh-Hant':
      '這是 {format} 格式的表格，系統讀不了。請用製作它的軟體（或 Excel、WPS）打開，另存為 .xlsx 後再上傳。',
    en: 'This is a workbook in the format {format}. Open it in the program that made it (or in Excel or WPS), save it as .xlsx and upload that.',
  },
  'spreadsheets.packed_files': {
    'zh-CN': '这是 {format} 压缩包。请先解压，再上传里面的 .xlsx 或 .csv 文件。',
    'zh-Hant': '這是 {format} 壓縮檔。請先解壓，再上傳裡面的 .xlsx 或 .csv 檔案。',
    en: 'This is a {format} archive. Unpack it first, and upload the .xlsx or .csv file that is in it.',
  },
  'spreadsheets.no_table_format': {
    'zh-CN': '这是 {format} 文件，不是表格。请把里面的表格录入或复制到 .xlsx 再上传，也可以先下载模板填写。',
    'zh-Hant':
      '這是 {format} 檔案，不是表格。請把裡面的表格錄入或複製到 .xlsx 再上傳，也可以先下載範本填寫。',
    en: 'This is a {format} file and not a spreadsheet. Copy or type its table into an .xlsx, or download the template and fill it in.',
  },
  'spreadsheets.web_page_without_table': {
    'zh-CN': '这是一个网页，里面没有表格，多半是登录过期后下载到的提示页。请重新登录原来的系统再导出一次。',
    'zh-Hant': '這是一個網頁，裡面沒有表格，多半是登入過期後下載到的提示頁。請重新登入原來的系統再匯出一次。',
    en: 'This is a web page without a table, probably the notice of a sign-in that had expired. Sign in to the system it came from and export again.',
  },
  'spreadsheets.not_a_table': {
    'zh-CN': '这个文件不是表格。请上传 .xlsx 或 .csv 文件，也可以先下载模板填写。',
    'zh-Hant': '這個檔案不是表格。請上傳 .xlsx 或 .csv 檔案，也可以先下載範本填寫。',
    en: 'This file is not a table. Upload an .xlsx or .csv file, or download the template and fill it in.',
  },
  'spreadsheets.broken_file': {
    'zh-CN': '文件不完整或已损坏，读不出来。请用 Excel 或 WPS 打开确认，重新保存后再上传。',
    'zh-Hant': '檔案不完整或已損壞，讀不出來。請用 Excel 或 WPS 打開確認，重新儲存後再上傳。',
    en: 'The file is incomplete or damaged. Open it in Excel or WPS, save it again and upload it.',
  },
} as const satisfies Texts
