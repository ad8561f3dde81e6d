import { importTexts } from '@heju/core/estate/registry-import/texts'
import type { Texts } from '@heju/i18n'
import { importChanges } from './change-texts.ts'

/** Texts of the pages on which a registry is loaded from a workbook. */
export const importing = {
  ...importTexts,
  title: { 'zh-CN': '批量导入', 'zh-Hant': '批次匯入', en: 'Import' },
  about: {
    'zh-CN': '把手头的楼栋、房屋、业主、车位表格导入进来。上传后先预览，确认之前不会写入任何内容。',
    'zh-Hant': '把手頭的樓棟、房屋、業主、車位表格匯入進來。上傳後先預覽，確認之前不會寫入任何內容。',
    en: 'Load buildings, rooms, owners and parking from the lists that you have. Nothing is written before you confirm.',
  },
  template: { 'zh-CN': '下载模板', 'zh-Hant': '下載範本', en: 'Download the template' },
  drop: {
    'zh-CN': '点击选择表格，或把文件拖到这里',
    'zh-Hant': '點擊選擇表格，或把檔案拖到這裡',
    en: 'Click to choose a file, or drop it here',
  },
  'drop.hint': {
    'zh-CN':
      '.xlsx、.csv 或系统导出的网页表格（.xls），不超过 10 MB。列名与模板不同也能认出大部分；同一份表格可以反复导入，不会重复。',
    'zh-Hant':
      '.xlsx、.csv 或系統匯出的網頁表格（.xls），不超過 10 MB。列名與範本不同也能認出大部分；同一份表格可以反覆匯入，不會重複。',
    en: '.xlsx, .csv or a web page with tables that a system gives out as .xls, up to 10 MB. Most headings are understood as they are; importing a list again repeats nothing.',
  },
  reading: {
    'zh-CN': '正在读取表格，请稍候…',
    'zh-Hant': '正在讀取表格，請稍候…',
    en: 'Reading the file…',
  },
  history: { 'zh-CN': '导入记录', 'zh-Hant': '匯入記錄', en: 'Imports so far' },
  empty: {
    'zh-CN': '这个项目还没有导入过。可以直接上传手头的表格，或先下载模板填好再上传。',
    'zh-Hant': '這個項目還沒有匯入過。可以直接上傳手頭的表格，或先下載範本填好再上傳。',
    en: 'Nothing has been imported into this project. Upload the list that you have, or fill in the template first.',
  },
  file: { 'zh-CN': '文件', 'zh-Hant': '檔案', en: 'File' },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.outdated': { 'zh-CN': '已过期', 'zh-Hant': '已過期', en: 'Out of date' },
  outdated: {
    'zh-CN': '这次预览已过期，不能再确认',
    'zh-Hant': '這次預覽已過期，不能再確認',
    en: 'This preview is out of date and cannot be confirmed any more',
  },
  'outdated.about': {
    'zh-CN': '预览之后，这个项目又有别的导入生效，登记已和预览时不同。请重新上传文件，按现在的登记核对。',
    'zh-Hant': '預覽之後，這個項目又有別的匯入生效，登記已和預覽時不同。請重新上傳檔案，按現在的登記核對。',
    en: 'Another import of this project took effect since, and the registry is not what it was compared with. Upload the file again and check it against the registry as it is now.',
  },
  'upload.again': { 'zh-CN': '重新上传', 'zh-Hant': '重新上傳', en: 'Upload again' },
  found: { 'zh-CN': '问题', 'zh-Hant': '問題', en: 'Problems' },
  'found.counts': {
    'zh-CN': '错误 {errors} · 提醒 {warnings}',
    'zh-Hant': '錯誤 {errors} · 提醒 {warnings}',
    en: '{errors} errors · {warnings} warnings',
  },
  uploadedAt: { 'zh-CN': '上传时间', 'zh-Hant': '上傳時間', en: 'Uploaded' },
  appliedAt: { 'zh-CN': '导入时间', 'zh-Hant': '匯入時間', en: 'Imported' },

  preview: { 'zh-CN': '会导入什么', 'zh-Hant': '會匯入什麼', en: 'What it does' },
  kind: { 'zh-CN': '内容', 'zh-Hant': '內容', en: 'Kind' },
  created: { 'zh-CN': '新增', 'zh-Hant': '新增', en: 'Added' },
  changed: { 'zh-CN': '更改', 'zh-Hant': '更改', en: 'Changed' },
  unchanged: { 'zh-CN': '不变', 'zh-Hant': '不變', en: 'Left alone' },
  sheets: {
    'zh-CN': '表格是怎样认出的',
    'zh-Hant': '表格是怎樣認出的',
    en: 'How the sheets were understood',
  },
  sheet: { 'zh-CN': '工作表', 'zh-Hant': '工作表', en: 'Sheet' },
  'sheet.as': { 'zh-CN': '认作', 'zh-Hant': '認作', en: 'Taken as' },
  'sheet.rows': { 'zh-CN': '数据行', 'zh-Hant': '資料行', en: 'Rows' },
  'sheet.columns': { 'zh-CN': '认出的列', 'zh-Hant': '認出的列', en: 'Columns used' },
  'table.buildings': { 'zh-CN': '楼栋表', 'zh-Hant': '樓棟表', en: 'Buildings' },
  'table.rooms': { 'zh-CN': '房屋表', 'zh-Hant': '房屋表', en: 'Rooms' },
  'table.people': { 'zh-CN': '业主住户表', 'zh-Hant': '業主住戶表', en: 'People' },
  'table.parking': { 'zh-CN': '车位表', 'zh-Hant': '車位表', en: 'Parking' },
  'table.tariffs': { 'zh-CN': '收费标准表', 'zh-Hant': '收費標準表', en: 'Tariffs' },

  problems: { 'zh-CN': '要看一看的地方', 'zh-Hant': '要看一看的地方', en: 'What to look at' },
  'problems.before': {
    'zh-CN': '下面说的“已导入”“没有导入”，是确认导入以后的样子。',
    'zh-Hant': '下面說的「已匯入」「沒有匯入」，是確認匯入以後的樣子。',
    en: 'What is said below to be taken or left out is so once you import.',
  },
  'problems.none': { 'zh-CN': '没有发现问题。', 'zh-Hant': '沒有發現問題。', en: 'No problems found.' },
  'problems.notYet': {
    'zh-CN': '上面的问题回答后，才能逐行核对。',
    'zh-Hant': '上面的問題回答後，才能逐行核對。',
    en: 'The rows are checked once the questions above are answered.',
  },
  badRows: {
    'zh-CN': '下载要改正的行',
    'zh-Hant': '下載要改正的行',
    en: 'Download the rows to correct',
  },
  'badRows.along': {
    'zh-CN':
      '改好后重新上传下载的文件就行。要改正的行用到的收费标准、房屋、业主等行会一起带上，写着“不用改”，请留着。',
    'zh-Hant':
      '改好後重新上傳下載的檔案就行。要改正的行用到的收費標準、房屋、業主等行會一起帶上，寫著「不用改」，請留著。',
    en: 'Correct the file that you download and upload it again. Tariffs, rooms and owners to which its rows refer come along, marked “Nothing to correct”: leave them in.',
  },
  severity: { 'zh-CN': '程度', 'zh-Hant': '程度', en: 'Weight' },
  'severity.error': { 'zh-CN': '错误，不导入', 'zh-Hant': '錯誤，不匯入', en: 'Error: left out' },
  'severity.part': {
    'zh-CN': '错误，部分不导入',
    'zh-Hant': '錯誤，部分不匯入',
    en: 'Error: a part left out',
  },
  'severity.warning': { 'zh-CN': '提醒', 'zh-Hant': '提醒', en: 'Warning' },
  'severity.note': { 'zh-CN': '说明', 'zh-Hant': '說明', en: 'Note' },
  'place.row': { 'zh-CN': '第 {row} 行', 'zh-Hant': '第 {row} 行', en: 'row {row}' },
  'place.column': { 'zh-CN': '{column} 列', 'zh-Hant': '{column} 列', en: 'column {column}' },
  row: { 'zh-CN': '行', 'zh-Hant': '行', en: 'Row' },
  column: { 'zh-CN': '列', 'zh-Hant': '列', en: 'Column' },
  value: { 'zh-CN': '表中内容', 'zh-Hant': '表中內容', en: 'In the file' },
  message: { 'zh-CN': '问题与处理办法', 'zh-Hant': '問題與處理辦法', en: 'What is wrong and what to do' },

  ...importChanges,

  confirm: { 'zh-CN': '确认导入', 'zh-Hant': '確認匯入', en: 'Import' },
  'confirm.about': {
    'zh-CN': '请核对下面的数目和更改；确认后开始写入。',
    'zh-Hant': '請核對下面的數目和更改；確認後開始寫入。',
    en: 'Check the numbers and changes below; writing begins when you confirm.',
  },
  leaveBadRows: {
    'zh-CN': '只导入没有问题的内容（{errors} 处错误所在的行或其中一部分先不导入，改正后可再上传）',
    'zh-Hant': '只匯入沒有問題的內容（{errors} 處錯誤所在的行或其中一部分先不匯入，改正後可再上傳）',
    en: 'Take what is good only (of the {errors} errors the rows, or a part of them, are left out; upload them once corrected)',
  },
  confirmed: {
    'zh-CN': '已开始导入，可以离开本页',
    'zh-Hant': '已開始匯入，可以離開本頁',
    en: 'The import has begun; you may leave this page',
  },
  discard: { 'zh-CN': '放弃这次导入', 'zh-Hant': '放棄這次匯入', en: 'Drop this import' },
  'discard.confirm': {
    'zh-CN': '放弃后这份文件的内容会从系统中删除，已有的登记不受影响。',
    'zh-Hant': '放棄後這份檔案的內容會從系統中刪除，已有的登記不受影響。',
    en: 'What the file brought is deleted; the registry stays as it is.',
  },
  discarded: {
    'zh-CN': '已放弃，没有写入任何内容。如需导入请重新上传。',
    'zh-Hant': '已放棄，沒有寫入任何內容。如需匯入請重新上傳。',
    en: 'Dropped; nothing was written. Upload the file again if you want to import it.',
  },
  'discarded.partly': {
    'zh-CN': '已放弃。中断之前写入的内容还在；上传改正后的表格，会把其余的补上，不会重复。',
    'zh-Hant': '已放棄。中斷之前寫入的內容還在；上傳改正後的表格，會把其餘的補上，不會重複。',
    en: 'Dropped. What was written before it stopped is still there; upload the corrected file and the rest is added, nothing twice.',
  },
  stopped: {
    'zh-CN': '导入在写入{stage}时中断了，已完成 {percent}%',
    'zh-Hant': '匯入在寫入{stage}時中斷了，已完成 {percent}%',
    en: 'The import stopped at {percent}%, while writing {stage}',
  },
  'stopped.somewhere': { 'zh-CN': '内容', 'zh-Hant': '內容', en: 'it' },
  'stopped.next': {
    'zh-CN':
      '已写入的内容完整保留，其他导入不受影响。重试会从中断的地方接着导入；放弃后请改正表格重新上传，已写入的不会重复。',
    'zh-Hant':
      '已寫入的內容完整保留，其他匯入不受影響。重試會從中斷的地方接著匯入；放棄後請改正表格重新上傳，已寫入的不會重複。',
    en: 'What was written is kept whole, and other imports are free to go. Trying again goes on from where it stopped; or drop it, correct the file and upload it again: nothing is added twice.',
  },
  'stopped.anew': {
    'zh-CN': '已写入的内容完整保留，其他导入不受影响。放弃后请重新上传，已写入的不会重复。',
    'zh-Hant': '已寫入的內容完整保留，其他匯入不受影響。放棄後請重新上傳，已寫入的不會重複。',
    en: 'What was written is kept whole, and other imports are free to go. Drop this one and upload the file again: nothing is added twice.',
  },
  'stopped.discard': {
    'zh-CN': '还没写入的内容会删除，已写入的保留。之后可以上传改正后的表格。',
    'zh-Hant': '還沒寫入的內容會刪除，已寫入的保留。之後可以上傳改正後的表格。',
    en: 'What was not written yet is deleted; what was written stays. You can then upload the corrected file.',
  },
  'stopped.discard.charges': {
    'zh-CN': '其中的收费还没有写入：放弃后再上传，收费标准已启用的，要由有{permission}权限的同事确认。',
    'zh-Hant': '其中的收費還沒有寫入：放棄後再上傳，收費標準已啟用的，要由有{permission}權限的同事確認。',
    en: 'Its charges are not written yet: once it is dropped, to upload those under a tariff in use takes a colleague who may {permission}.',
  },
  retry: { 'zh-CN': '重试', 'zh-Hant': '重試', en: 'Try again' },
  retried: { 'zh-CN': '已重新开始导入', 'zh-Hant': '已重新開始匯入', en: 'The import goes on' },
  applying: {
    'zh-CN': '正在导入。大的表格要几分钟，可以离开本页，稍后回来看。',
    'zh-Hant': '正在匯入。大的表格要幾分鐘，可以離開本頁，稍後回來看。',
    en: 'Importing. Large files take minutes; you may leave this page and come back.',
  },
  progress: { 'zh-CN': '导入进度', 'zh-Hant': '匯入進度', en: 'Progress of the import' },
  applied: { 'zh-CN': '已导入', 'zh-Hant': '已匯入', en: 'Imported' },
  'applied.next': {
    'zh-CN': '接下来可以查看房屋和业主，或核对收费标准。',
    'zh-Hant': '接下來可以檢視房屋和業主，或核對收費標準。',
    en: 'Next, look at the rooms and owners, or check the tariffs.',
  },
  'to.rooms': { 'zh-CN': '查看房屋', 'zh-Hant': '檢視房屋', en: 'See the rooms' },
  'to.people': { 'zh-CN': '查看业主', 'zh-Hant': '檢視業主', en: 'See the people' },
  'to.tariffs': { 'zh-CN': '核对收费标准', 'zh-Hant': '核對收費標準', en: 'Check the tariffs' },
  'to.imports': { 'zh-CN': '回到导入', 'zh-Hant': '回到匯入', en: 'Back to imports' },
  'confirm.open': {
    'zh-CN': '上面还有 {questions} 个问题要先回答，之后才能确认导入。',
    'zh-Hant': '上面還有 {questions} 個問題要先回答，之後才能確認匯入。',
    en: '{questions} questions above are to be answered before you can import.',
  },
  'confirm.tick': {
    'zh-CN': '先勾上“只导入没有问题的内容”，或把表格改正后重新上传，才能确认导入。',
    'zh-Hant': '先勾上「只匯入沒有問題的內容」，或把表格改正後重新上傳，才能確認匯入。',
    en: 'Tick “Take what is good only”, or correct the file and upload it again, before you import.',
  },
  'confirm.right': {
    'zh-CN': '这次导入会改变已有房屋的收费（{charges}），要由有{permission}权限的同事打开本页来确认。',
    'zh-Hant': '這次匯入會改變已有房屋的收費（{charges}），要由有{permission}權限的同事打開本頁來確認。',
    en: 'This import changes what rooms on record are charged ({charges}): a colleague who may {permission} opens this page and confirms it.',
  },
  'stopped.right': {
    'zh-CN': '这次导入会改变已有房屋的收费（{charges}），要由有{permission}权限的同事打开本页来重试。',
    'zh-Hant': '這次匯入會改變已有房屋的收費（{charges}），要由有{permission}權限的同事打開本頁來重試。',
    en: 'This import changes what rooms on record are charged ({charges}): a colleague who may {permission} opens this page and tries it again.',
  },
  'stopped.allowed': {
    'zh-CN': '这次导入会改变已有房屋的收费，所以中断了。您有权限，核对后可以重试。',
    'zh-Hant': '這次匯入會改變已有房屋的收費，所以中斷了。您有權限，核對後可以重試。',
    en: 'This import changes what rooms on record are charged, and stopped for that. You may let it: check it, then try again.',
  },
  'stopped.over': {
    'zh-CN': '这次导入当时会改变已有房屋的收费，所以中断了。现在不会了，可以重试。',
    'zh-Hant': '這次匯入當時會改變已有房屋的收費，所以中斷了。現在不會了，可以重試。',
    en: 'This import would have changed what rooms on record are charged, and stopped for that. It would not any more: try again.',
  },
  'stopped.by': {
    'zh-CN': '由有{permission}权限的同事重试',
    'zh-Hant': '由有{permission}權限的同事重試',
    en: 'To be tried again by who may {permission}',
  },
  'confirm.right.keep': {
    'zh-CN': '下面改选“已在收的不动”，已在收的房屋就不改；没有别的要改时，您可以自己确认。',
    'zh-Hant': '下面改選「已在收的不動」，已在收的房屋就不改；沒有別的要改時，您可以自己確認。',
    en: 'With “Leave those as they are” below, rooms that are charged already stay as they are; where nothing else is changed you can confirm it yourself.',
  },
  'confirm.rights': {
    'zh-CN': '“{upload}”和“{charge}”',
    'zh-Hant': '「{upload}」和「{charge}」',
    en: '“{upload}” and “{charge}”',
  },
  'confirm.charge': {
    'zh-CN': '“{tariff}”{rooms} 处',
    'zh-Hant': '「{tariff}」{rooms} 處',
    en: '{tariff} at {rooms}',
  },
  'confirm.by': {
    'zh-CN': '由有{permission}权限的同事确认导入',
    'zh-Hant': '由有{permission}權限的同事確認匯入',
    en: 'To be imported by who may {permission}',
  },
  'confirm.uncharged': {
    'zh-CN':
      '有 {rows} 行房屋的收费不会一起导入。房屋登记后再上传补收费，收费标准已启用的，要由有{permission}权限的同事确认；想一次导完，请先改好表格再上传。',
    'zh-Hant':
      '有 {rows} 行房屋的收費不會一起匯入。房屋登記後再上傳補收費，收費標準已啟用的，要由有{permission}權限的同事確認；想一次匯完，請先改好表格再上傳。',
    en: '{rows} rooms come in without a charge that the file tells. Once they are on record, to add it from a file under a tariff in use takes a colleague who may {permission}. To take all at once, correct the file and upload it first.',
  },
  'confirm.unsent': {
    'zh-CN': '下面有选择还没有提交。提交之后，才能确认导入。',
    'zh-Hant': '下面有選擇還沒有提交。提交之後，才能確認匯入。',
    en: 'Something chosen below has not been sent yet. Send it before you import.',
  },
} as const satisfies Texts
