import type { Texts } from '../../locale.ts'

export const people = {
  title: { 'zh-CN': '业主与住户', 'zh-Hant': '業主與住戶', en: 'People' },
  about: {
    'zh-CN': '手机号和证件号只显示一部分。可用姓名、完整手机号、后四位或业主编号查找。',
    'zh-Hant': '手機號和證件號只顯示一部分。可用姓名、完整手機號、後四位或業主編號查找。',
    en: 'Phones and ID numbers are masked. Look up by name, whole phone, last four digits or customer number.',
  },
  empty: {
    'zh-CN': '这个项目还没有登记业主或住户。可以批量导入手头的业主表格，也可以逐个登记。',
    'zh-Hant': '這個項目還沒有登記業主或住戶。可以批次匯入手頭的業主表格，也可以逐個登記。',
    en: 'Nobody is on record in this project yet. Import the list that you have, or add people one by one.',
  },
  'empty.found': {
    'zh-CN': '没有找到。姓名请从姓开始输入；手机号请输入完整号码或后四位。',
    'zh-Hant': '沒有找到。姓名請從姓開始輸入；手機號請輸入完整號碼或後四位。',
    en: 'Nothing found. Names are found by their beginning, phones in full or by their last four digits.',
  },
  search: {
    'zh-CN': '姓名、手机号或后四位',
    'zh-Hant': '姓名、手機號或後四位',
    en: 'Name, phone or last four digits',
  },
  create: { 'zh-CN': '登记新的人', 'zh-Hant': '登記新的人', en: 'Add a person' },
  created: { 'zh-CN': '已登记', 'zh-Hant': '已登記', en: 'Added' },
  name: { 'zh-CN': '姓名或单位名称', 'zh-Hant': '姓名或單位名稱', en: 'Name' },
  number: { 'zh-CN': '业主编号', 'zh-Hant': '業主編號', en: 'Customer number' },
  kind: { 'zh-CN': '类别', 'zh-Hant': '類別', en: 'Kind' },
  gender: { 'zh-CN': '称呼', 'zh-Hant': '稱呼', en: 'Title' },
  phone: { 'zh-CN': '电话', 'zh-Hant': '電話', en: 'Phone' },
  'phone.hint': {
    'zh-CN': '缴费通知和回访电话用这个号码',
    'zh-Hant': '繳費通知和回訪電話用這個號碼',
    en: 'Used for notices of payment and for calls',
  },
  idDocument: { 'zh-CN': '证件', 'zh-Hant': '證件', en: 'ID document' },
  idKind: { 'zh-CN': '证件类别', 'zh-Hant': '證件類別', en: 'Kind of document' },
  idNumber: { 'zh-CN': '证件号码', 'zh-Hant': '證件號碼', en: 'Number of the document' },
  'idNumber.hint': {
    'zh-CN': '可不填。加密保存，平时只显示一部分。',
    'zh-Hant': '可不填。加密保存，平時只顯示一部分。',
    en: 'May be left out. Kept encrypted and shown masked.',
  },
  remark: { 'zh-CN': '备注', 'zh-Hant': '備註', en: 'Remark' },
  none: { 'zh-CN': '未登记', 'zh-Hant': '未登記', en: 'Not on record' },
  unmask: { 'zh-CN': '查看完整号码', 'zh-Hant': '檢視完整號碼', en: 'Show in full' },
  'unmask.audited': {
    'zh-CN': '查看完整号码会记入操作记录：{name} 于何时看了谁的号码。请只在工作需要时查看。',
    'zh-Hant': '檢視完整號碼會記入操作記錄：{name} 於何時看了誰的號碼。請只在工作需要時檢視。',
    en: 'Showing numbers in full is recorded under your name, {name}. Please do so only when your work needs it.',
  },
  'unmask.done': {
    'zh-CN': '这次查看已记入操作记录，离开本页后恢复遮挡。',
    'zh-Hant': '這次檢視已記入操作記錄，離開本頁後恢復遮擋。',
    en: 'This look has been recorded. The numbers are masked again when you leave the page.',
  },
  places: { 'zh-CN': '房屋与车位', 'zh-Hant': '房屋與車位', en: 'Rooms and parking' },
  'places.none': {
    'zh-CN': '名下还没有房屋或车位。点上面的“登记房屋或车位”添加；过户请到房屋页面办理。',
    'zh-Hant': '名下還沒有房屋或車位。點上面的「登記房屋或車位」新增；過戶請到房屋頁面辦理。',
    en: 'No room or parking space yet. Add one with the button above; ownership is transferred on the page of the room.',
  },
  place: { 'zh-CN': '房屋或车位', 'zh-Hant': '房屋或車位', en: 'Place' },
  'place.parking': { 'zh-CN': '车位 {name}', 'zh-Hant': '車位 {name}', en: 'Parking {name}' },
} as const satisfies Texts
