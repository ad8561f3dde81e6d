import type { Texts } from '@heju/i18n'

/** Texts of the errors of an import as a whole. */
export const registryImport = {
  'registry_import.not_found': {
    'zh-CN': '没有找到这次导入，可能已放弃，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這次匯入，可能已放棄，或不在您的負責範圍內。',
    en: 'There is no such import, or it is not among yours.',
  },
  'registry_import.not_previewed': {
    'zh-CN': '这次导入刚刚已经确认或放弃，不能再改。请看本页现在的状态；已放弃的，可以重新上传文件。',
    'zh-Hant': '這次匯入剛剛已經確認或放棄，不能再改。請看本頁現在的狀態；已放棄的，可以重新上傳檔案。',
    en: 'This import has been confirmed or dropped already. See its state on this page; if it was dropped, you can upload the file again.',
  },
  'registry_import.outdated': {
    'zh-CN': '预览之后，这个项目又有别的导入生效，预览已不准确。请重新上传文件再确认。',
    'zh-Hant': '預覽之後，這個項目又有別的匯入生效，預覽已不準確。請重新上傳檔案再確認。',
    en: 'Another import was applied since this preview, so it is out of date. Upload the file again and confirm anew.',
  },
  'registry_import.changes_charges': {
    'zh-CN':
      '这次导入会改变已有房屋的收费，预览之后才登记的房屋也算。请让有“批量导入”和“制定和修改收费标准”权限的同事打开这次导入，确认或重试；不要这样收的，就放弃这次导入，还没确认的也可以改选“已在收的不动”。',
    'zh-Hant':
      '這次匯入會改變已有房屋的收費，預覽之後才登記的房屋也算。請讓有「批次匯入」和「制定和修改收費標準」權限的同事打開這次匯入，確認或重試；不要這樣收的，就放棄這次匯入，還沒確認的也可以改選「已在收的不動」。',
    en: 'This import would change what rooms on record are charged, those included that were entered after the preview. Ask a colleague who may “Import workbooks” and “Make and change tariffs” to open it and confirm it, or try it again; if that is not wanted, drop it, or choose “Leave those as they are” where it is not confirmed yet.',
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
  'registry_import.refused': {
    'zh-CN':
      '这一批内容与登记规则不符，数据库没有接受，导入在这里中断了。之前写入的都完整保留。请放弃这次导入，核对表格后重新上传。',
    'zh-Hant':
      '這一批內容與登記規則不符，資料庫沒有接受，匯入在這裡中斷了。之前寫入的都完整保留。請放棄這次匯入，核對表格後重新上傳。',
    en: 'A rule of the registry speaks against this part, so the database refused it and the import stopped here. What was written before is kept whole. Drop this import, check the workbook and upload it again.',
  },
  'registry_import.not_failed': {
    'zh-CN': '这次导入没有中断，不需要重试。请刷新页面查看进度。',
    'zh-Hant': '這次匯入沒有中斷，不需要重試。請重新整理頁面查看進度。',
    en: 'This import has not stopped, so there is nothing to try again. Reload the page to see how far it is.',
  },
  'registry_import.unanswered': {
    'zh-CN': '还有 {questions} 个问题没有回答。请先在页面上选好，再确认导入。',
    'zh-Hant': '還有 {questions} 個問題沒有回答。請先在頁面上選好，再確認匯入。',
    en: '{questions} questions are still open. Answer them on the page, then confirm.',
  },
  'registry_import.answered_meanwhile': {
    'zh-CN': '刚刚有人对这份表作了别的说明。请看过现在的结果，再选一次。',
    'zh-Hant': '剛剛有人對這份表作了別的說明。請看過現在的結果，再選一次。',
    en: 'Somebody has just answered otherwise for this file. Look at how it stands now, then choose again.',
  },
  'registry_import.tariffs_meanwhile': {
    'zh-CN': '预览之后，表中用到的收费标准改了或删了，再导入会按别的价格收。请放弃这次导入，重新上传并核对。',
    'zh-Hant':
      '預覽之後，表中用到的收費標準改了或刪了，再匯入會按別的價格收。請放棄這次匯入，重新上傳並核對。',
    en: 'Since the preview a tariff that the file names was changed or deleted, and rooms would be charged another price. Drop this import, upload the file again and look at it.',
  },
  'registry_import.charged_meanwhile': {
    'zh-CN': '预览之后，有的房屋又加了同一类收费。请放弃这次导入，重新上传并说明怎样收。',
    'zh-Hant': '預覽之後，有的房屋又加了同一類收費。請放棄這次匯入，重新上傳並說明怎樣收。',
    en: 'Since the preview some rooms came to be charged for the same by another tariff. Drop this import, upload the file again and say how they are to be charged.',
  },
  'registry_import.payers_meanwhile': {
    'zh-CN':
      '您核对之后，有的房屋或车位的名称、业主或缴费人又有变动，没有导入。请按现在的登记再核对一遍谁从哪天起缴费。',
    'zh-Hant':
      '您核對之後，有的房屋或車位的名稱、業主或繳費人又有變動，沒有匯入。請按現在的登記再核對一遍誰從哪天起繳費。',
    en: 'The names, owners or payers of some rooms or spaces have changed since you looked at them, so nothing was imported. Check once more who pays from when, as the registry is now.',
  },
  'registry_import.owned_meanwhile': {
    'zh-CN':
      '预览之后，有的房屋或车位的名称、业主或缴费人有了变动，导入在这里中断，之前写入的都完整保留。请放弃这次导入，重新上传：预览会列出这些房屋或车位。',
    'zh-Hant':
      '預覽之後，有的房屋或車位的名稱、業主或繳費人有了變動，匯入在這裡中斷，之前寫入的都完整保留。請放棄這次匯入，重新上傳：預覽會列出這些房屋或車位。',
    en: 'Since the preview the name, owner or payer of a room or space has changed, so the import stopped here; what was written before is kept whole. Drop this import and upload the file again: the preview will list such places.',
  },
  'registry_import.buildings_meanwhile': {
    'zh-CN':
      '预览之后，表中房屋所在的楼栋改了名，导入在这里中断，之前写入的都完整保留。表格没有错。请放弃这次导入，把表里的楼栋改成现在的名称后重新上传，或先把楼栋改回原名。',
    'zh-Hant':
      '預覽之後，表中房屋所在的樓棟改了名，匯入在這裡中斷，之前寫入的都完整保留。表格沒有錯。請放棄這次匯入，把表裡的樓棟改成現在的名稱後重新上傳，或先把樓棟改回原名。',
    en: 'Since the preview a building of these rooms was given another name, so the import stopped here; what was written before is kept whole. Nothing is wrong with the file. Drop this import and upload the file again with the building’s present name, or give the building its name back first.',
  },
  'registry_import.rooms_meanwhile': {
    'zh-CN':
      '预览之后，表中要收费的房屋有的改了名称或已归档，按表里的房号找不到，导入在这里中断，之前写入的都完整保留，没有加上收费。请放弃这次导入，把表里的楼栋和房号改成现在的，再重新上传。',
    'zh-Hant':
      '預覽之後，表中要收費的房屋有的改了名稱或已歸檔，按表裡的房號找不到，匯入在這裡中斷，之前寫入的都完整保留，沒有加上收費。請放棄這次匯入，把表裡的樓棟和房號改成現在的，再重新上傳。',
    en: 'Since the preview a room that is to be charged was given another name or archived, and is not found by what the file says. The import stopped here; what was written before is kept whole, and nothing is charged. Drop this import, put the present buildings and room numbers into the file, and upload it again.',
  },
  'registry_import.lots_meanwhile': {
    'zh-CN':
      '预览之后，表中有的车位改了停车场或车位号，或又登记了同号的车位，这些车位没有导入，之前写入的都完整保留。请放弃这次导入，重新上传并核对。',
    'zh-Hant':
      '預覽之後，表中有的車位改了停車場或車位號，或又登記了同號的車位，這些車位沒有匯入，之前寫入的都完整保留。請放棄這次匯入，重新上傳並核對。',
    en: 'Since the preview a space of the file was given another lot or number, or another space of its number was registered, so these spaces were not imported; what was written before is kept whole. Drop this import, upload the file again and look at it.',
  },
  'registry_import.too_many_fees': {
    'zh-CN':
      '表中有 {fees} 个新的收费项目，超过 {most} 个，没有人看得过来，没有导入。请核对单价那一列；确实都要收的，请按楼栋分成几个文件上传，或先在收费标准中设置。',
    'zh-Hant':
      '表中有 {fees} 個新的收費項目，超過 {most} 個，沒有人看得過來，沒有匯入。請核對單價那一欄；確實都要收的，請按樓棟分成幾個檔案上傳，或先在收費標準中設定。',
    en: 'The file holds {fees} new fee items, more than the {most} that anybody looks through, and nothing is imported. Check the column of prices; if all are meant, split the file by building, or set tariffs first.',
  },
  'registry_import.too_many_entries': {
    'zh-CN':
      '到“{sheet}”第 {row} 行，人、车位、他们与房屋的关系、收费和要看的地方合计太多，一次读不下，没有导入。请按楼栋或项目分成几个文件上传；如果是有一列整列写法不对，请先改好那一列。',
    'zh-Hant':
      '到「{sheet}」第 {row} 行，人、車位、他們與房屋的關係、收費和要看的地方合計太多，一次讀不下，沒有匯入。請按樓棟或項目分成幾個檔案上傳；如果是有一欄整欄寫法不對，請先改好那一欄。',
    en: 'By row {row} of {sheet} the file holds more people, spaces, relations to rooms, fee items and things to look at than can be read at once, and nothing is imported. Split it by building or project; where a whole column is written in a way that is not understood, correct it first.',
  },
  'registry_import.field.not_asked': {
    'zh-CN': '这次导入没有问这个问题，或已不再需要回答。请刷新后按页面上的问题回答。',
    'zh-Hant': '這次匯入沒有問這個問題，或已不再需要回答。請重新整理後按頁面上的問題回答。',
    en: 'This import does not ask that, or no longer. Reload, and answer the questions that are shown.',
  },
  'registry_import.field.no_choice': {
    'zh-CN': '这不是这个问题可选的答案。请从列出的选项中选一个。',
    'zh-Hant': '這不是這個問題可選的答案。請從列出的選項中選一個。',
    en: 'That is none of the choices of this question. Choose one of those listed.',
  },
} as const satisfies Texts
