import type { Texts } from '@heju/i18n'
import { newFees } from './new-fee-texts.ts'
import { ofSpaces } from './space-question-texts.ts'

/** Texts of what a workbook leaves open, and of what may be said about it. */
export const importQuestions = {
  questions: { 'zh-CN': '请先说明几处', 'zh-Hant': '請先說明幾處', en: 'What we need to know first' },
  'questions.done': { 'zh-CN': '您说明的几处', 'zh-Hant': '您說明的幾處', en: 'What you said of the file' },
  'questions.about': {
    'zh-CN': '表中有几处关系到哪间房、谁、按什么收费，系统不替您猜。选好以后再看会导入什么。',
    'zh-Hant': '表中有幾處關係到哪間房、誰、按什麼收費，系統不替您猜。選好以後再看會匯入什麼。',
    en: 'Some things in the file decide which room, who, or what is charged, and we do not guess. Choose, then see what would be imported.',
  },
  'questions.remembered': {
    'zh-CN': '同样格式的表下次会记得。',
    'zh-Hant': '同樣格式的表下次會記得。',
    en: 'The next file of this layout is understood alike.',
  },
  'questions.column': {
    'zh-CN': '工作表“{sheet}” {column} 列“{heading}”',
    'zh-Hant': '工作表「{sheet}」{column} 列「{heading}」',
    en: 'Sheet {sheet}, column {column}: {heading}',
  },
  'questions.values': { 'zh-CN': '表中的内容：', 'zh-Hant': '表中的內容：', en: 'In the file: ' },
  'questions.firstRow': { 'zh-CN': '第一行是：', 'zh-Hant': '第一行是：', en: 'First row: ' },
  'questions.value': {
    'zh-CN': '{value}（{rows}）',
    'zh-Hant': '{value}（{rows}）',
    en: '{value} ({rows})',
  },
  'rows.of': { 'zh-CN': '{rows} 行', 'zh-Hant': '{rows} 行', en: '{rows} rows' },
  'rows.of.sheet': {
    'zh-CN': '“{sheet}”{rows} 行',
    'zh-Hant': '「{sheet}」{rows} 行',
    en: '{rows} rows in {sheet}',
  },
  'questions.choose': { 'zh-CN': '请选择', 'zh-Hant': '請選擇', en: 'Choose' },
  blank: { 'zh-CN': '（空白）', 'zh-Hant': '（空白）', en: '(blank)' },
  'question.estate': {
    'zh-CN': '“{heading}”里有不止一个小区或分期，要导入哪一个？',
    'zh-Hant': '「{heading}」裡有不止一個小區或分期，要匯入哪一個？',
    en: '{heading} names several estates or phases. Which one is meant?',
  },
  'question.estate.one': {
    'zh-CN': '“{heading}”写的是“{value}”。这些房屋怎么登记？',
    'zh-Hant': '「{heading}」寫的是「{value}」。這些房屋怎麼登記？',
    en: '{heading} says {value}. How are these rooms to be registered?',
  },
  'question.sheets': {
    'zh-CN': '几个工作表像是不同的小区、分期或停车场，要导入哪一个？',
    'zh-Hant': '幾個工作表像是不同的小區、分期或停車場，要匯入哪一個？',
    en: 'The sheets seem to be of several estates, phases or lots. Which one is meant?',
  },
  'question.sheets.one': {
    'zh-CN': '工作表的名称是“{value}”。这些房屋怎么登记？',
    'zh-Hant': '工作表的名稱是「{value}」。這些房屋怎麼登記？',
    en: 'The sheet is named {value}. How are these rooms to be registered?',
  },
  'question.column': {
    'zh-CN': '“{heading}”这一列是什么意思？',
    'zh-Hant': '「{heading}」這一列是什麼意思？',
    en: 'What does the column {heading} mean?',
  },
  'question.same': {
    'zh-CN': '“{heading}”说的是同一项，内容却不一致。以哪一列为准？',
    'zh-Hant': '「{heading}」說的是同一項，內容卻不一致。以哪一欄為準？',
    en: '{heading} tell the same and differ. Which column counts?',
  },
  'questions.differing': { 'zh-CN': '不一致的是：', 'zh-Hant': '不一致的是：', en: 'They differ so: ' },
  'choice.column': {
    'zh-CN': '以“{heading}”为准',
    'zh-Hant': '以「{heading}」為準',
    en: '{heading} counts',
  },
  'choice.column.again': {
    'zh-CN': '以第 {nth} 个“{heading}”为准',
    'zh-Hant': '以第 {nth} 個「{heading}」為準',
    en: '{heading} counts, the one that is number {nth} of that name',
  },
  'question.which': {
    'zh-CN': '表中没有写小区或分期，而这些楼栋在本项目分属不同的小区或分期。这份表是哪一个的？',
    'zh-Hant': '表中沒有寫小區或分期，而這些樓棟在本項目分屬不同的小區或分期。這份表是哪一個的？',
    en: 'The file names no estate or phase, and buildings of these names are on record under one or several. Which one is meant?',
  },
  'choice.in': {
    'zh-CN': '是“{estate}”的（有几个的，请在表中加一列写明后重新上传）',
    'zh-Hant': '是「{estate}」的（有幾個的，請在表中加一欄寫明後重新上傳）',
    en: 'It is {estate} (if it has several, add a column that names them and upload again)',
  },
  'choice.in.none': {
    'zh-CN': '不属于其中任何一个，楼栋就按表中的名称登记',
    'zh-Hant': '不屬於其中任何一個，樓棟就按表中的名稱登記',
    en: 'None of them: the buildings are those of the names in the file',
  },
  'question.sheet': {
    'zh-CN': '工作表“{sheet}”要导入吗？',
    'zh-Hant': '工作表「{sheet}」要匯入嗎？',
    en: 'Is the sheet {sheet} to be imported?',
  },
  'question.charge': {
    'zh-CN': '“{heading}”要收的房屋，有的已经在收同一类费用。怎么办？',
    'zh-Hant': '「{heading}」要收的房屋，有的已經在收同一類費用。怎麼辦？',
    en: 'Some rooms that {heading} is for are charged for the same already. What becomes of that?',
  },
  'questions.charged': { 'zh-CN': '已在收：', 'zh-Hant': '已在收：', en: 'Charged already: ' },
  'questions.places': {
    'zh-CN': '“{value}”{rows} 处',
    'zh-Hant': '「{value}」{rows} 處',
    en: '{value} at {rows}',
  },
  'choice.replace': {
    'zh-CN': '用这一项代替（原来的收到前一天为止）',
    'zh-Hant': '用這一項代替（原來的收到前一天為止）',
    en: 'This takes its place (the other ends the day before)',
  },
  'choice.keep': {
    'zh-CN': '已在收的不动（已定好以后要收的也是），只对其余的收',
    'zh-Hant': '已在收的不動（已定好以後要收的也是），只對其餘的收',
    en: 'Leave those as they are, also where a charge is still to come, and charge the others',
  },
  'choice.needs': {
    'zh-CN':
      '选“用这一项代替”会改变已有房屋的收费，要由有{permission}权限的同事来确认导入；选“已在收的不动”，已在收的房屋不受影响。',
    'zh-Hant':
      '選「用這一項代替」會改變已有房屋的收費，要由有{permission}權限的同事來確認匯入；選「已在收的不動」，已在收的房屋不受影響。',
    en: '“This takes its place” changes what rooms are charged already: the import is then confirmed by a colleague who may {permission}. “Leave those as they are” leaves those rooms as they are.',
  },
  'choice.beside': { 'zh-CN': '两项都收', 'zh-Hant': '兩項都收', en: 'Charge both' },
  ...newFees,
  ...ofSpaces,
  'choice.right': { 'zh-CN': '对', 'zh-Hant': '對', en: 'Right' },
  'choice.leave': { 'zh-CN': '不导入', 'zh-Hant': '不匯入', en: 'Leave it out' },
  'choice.only': {
    'zh-CN': '只导入“{value}”的 {rows}，其余不导入',
    'zh-Hant': '只匯入「{value}」的 {rows}，其餘不匯入',
    en: 'Only the {rows} of {value}; leave the others out',
  },
  'choice.building': {
    'zh-CN': '都导入，把它写进楼栋名称，如“一期3栋”；车位则写进停车场',
    'zh-Hant': '都匯入，把它寫進樓棟名稱，如「一期3棟」；車位則寫進停車場',
    en: 'All, with it in the names of the buildings, as 一期3栋, and of the lots of spaces',
  },
  'choice.others': {
    'zh-CN': '都导入：已登记的照旧，其余的写进楼栋名称，如“二期3栋”',
    'zh-Hant': '都匯入：已登記的照舊，其餘的寫進樓棟名稱，如「二期3棟」',
    en: 'All: those on record as they are, the others with it in the names of the buildings, as 二期3栋',
  },
  'choice.same': {
    'zh-CN': '就是本项目已登记的那个小区，按已有的楼栋导入',
    'zh-Hant': '就是本項目已登記的那個小區，按已有的樓棟匯入',
    en: 'It is the estate on record: import them into its buildings',
  },
  'choice.same_room': {
    'zh-CN': '都导入：同一间房或车位确有几个人（如共有人），不用它区分',
    'zh-Hant': '都匯入：同一間房或車位確有幾個人（如共有人），不用它區分',
    en: 'All: a room or space has several people, such as co-owners, and this tells none apart',
  },
  'choice.one': {
    'zh-CN': '都导入，它们是同一个小区，楼栋没有重名（有重名的行会报错）',
    'zh-Hant': '都匯入，它們是同一個小區，樓棟沒有重名（有重名的行會報錯）',
    en: 'All: it is one estate, and no two buildings share a name (rows that do are errors)',
  },
  'choice.ignore': {
    'zh-CN': '与房屋和人无关，不导入这一列',
    'zh-Hant': '與房屋和人無關，不匯入這一列',
    en: 'It decides nothing; leave the column out',
  },
  'choice.take': { 'zh-CN': '导入', 'zh-Hant': '匯入', en: 'Import it' },
  'choice.leave_out': {
    'zh-CN': '不导入这个工作表',
    'zh-Hant': '不匯入這個工作表',
    en: 'Leave this sheet out',
  },
  'means.building': { 'zh-CN': '是楼栋', 'zh-Hant': '是樓棟', en: 'The building' },
  'means.unit': { 'zh-CN': '是单元', 'zh-Hant': '是單元', en: 'The unit' },
  'means.room': { 'zh-CN': '是房号', 'zh-Hant': '是房號', en: 'The room number' },
  'means.name': { 'zh-CN': '是业主姓名', 'zh-Hant': '是業主姓名', en: 'The owner’s name' },
  'means.phone': { 'zh-CN': '是业主电话', 'zh-Hant': '是業主電話', en: 'The owner’s phone' },
  'means.role': {
    'zh-CN': '是与房屋的关系（业主、租户、家属…）',
    'zh-Hant': '是與房屋的關係（業主、租戶、家屬…）',
    en: 'What they are to the room (owner, tenant, family …)',
  },
  'means.tenant': { 'zh-CN': '是租户姓名', 'zh-Hant': '是租戶姓名', en: 'The tenant’s name' },
  'means.floor': { 'zh-CN': '是楼层', 'zh-Hant': '是樓層', en: 'The floor' },
  'means.remark': { 'zh-CN': '是备注', 'zh-Hant': '是備註', en: 'A remark' },
  'means.number': { 'zh-CN': '是业主编号', 'zh-Hant': '是業主編號', en: 'The customer number' },
  'means.lot': { 'zh-CN': '是停车场', 'zh-Hant': '是停車場', en: 'The parking lot' },
  'means.space': { 'zh-CN': '是车位号', 'zh-Hant': '是車位號', en: 'The parking space' },
  'means.floors': { 'zh-CN': '是层数', 'zh-Hant': '是層數', en: 'The number of floors' },
  'means.title': { 'zh-CN': '是收费项目', 'zh-Hant': '是收費項目', en: 'The fee item' },
  'means.kind': { 'zh-CN': '是类别', 'zh-Hant': '是類別', en: 'The kind' },
  'means.fromOn': { 'zh-CN': '是开始日期', 'zh-Hant': '是開始日期', en: 'The first day' },
  'means.toOn': { 'zh-CN': '是结束日期', 'zh-Hant': '是結束日期', en: 'The last day' },
  'means.tenantFromOn': {
    'zh-CN': '是租户的开始日期',
    'zh-Hant': '是租戶的開始日期',
    en: 'The tenant’s first day',
  },
  'means.tenantToOn': {
    'zh-CN': '是租户的结束日期',
    'zh-Hant': '是租戶的結束日期',
    en: 'The tenant’s last day',
  },
  'means.tariffFromOn': {
    'zh-CN': '是收费的开始日期',
    'zh-Hant': '是收費的開始日期',
    en: 'The day from which charges begin',
  },
  'means.propertyFromOn': {
    'zh-CN': '是物业费的开始日期',
    'zh-Hant': '是物業費的開始日期',
    en: 'The day from which the property fee begins',
  },
  'means.price': { 'zh-CN': '是单价', 'zh-Hant': '是單價', en: 'The price' },
  answer: { 'zh-CN': '就这样回答', 'zh-Hant': '就這樣回答', en: 'Answer so' },
  'answer.missing': {
    'zh-CN': '还有 {missing} 处没有选',
    'zh-Hant': '還有 {missing} 處沒有選',
    en: '{missing} still to be chosen',
  },
  answered: {
    'zh-CN': '已按您的选择重新核对',
    'zh-Hant': '已按您的選擇重新核對',
    en: 'Checked anew with your answers',
  },
} as const satisfies Texts
