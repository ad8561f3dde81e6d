import type { Texts } from '@heju/i18n'

export const complaintCategories = {
  title: { 'zh-CN': '投诉类别', 'zh-Hant': '投訴類別', en: 'Categories of complaints' },
  about: {
    'zh-CN': '业主和前台登记时可以选的类别，最多两级。停用的不再能选，已有的投诉不变。',
    'zh-Hant': '業主和前台登記時可以選的類別，最多兩級。停用的不再能選，已有的投訴不變。',
    en: 'What owners and the desk choose from, in two levels. One that is put away is offered no longer; complaints under it stay.',
  },
  empty: {
    'zh-CN': '还没有类别。点“添加类别”开始。',
    'zh-Hant': '還沒有類別。點「新增類別」開始。',
    en: 'No category yet. Begin with “Add a category”.',
  },
  add: { 'zh-CN': '添加类别', 'zh-Hant': '新增類別', en: 'Add a category' },
  'add.about': {
    'zh-CN': '保存后，业主在手机上和前台登记时马上可以选。',
    'zh-Hant': '儲存後，業主在手機上和前台登記時馬上可以選。',
    en: 'Once saved, owners and the desk can choose it at once.',
  },
  change: { 'zh-CN': '修改', 'zh-Hant': '修改', en: 'Change' },
  'change.about': {
    'zh-CN': '改名后，已有的投诉也显示新名称。',
    'zh-Hant': '改名後，已有的投訴也顯示新名稱。',
    en: 'Complaints that are under it show the new name, too.',
  },
  saved: { 'zh-CN': '类别已保存', 'zh-Hant': '類別已儲存', en: 'Category saved' },
  name: { 'zh-CN': '类别', 'zh-Hant': '類別', en: 'Category' },
  'name.product': {
    'zh-CN': '不填就用系统自带的名称，按各人的语言显示',
    'zh-Hant': '不填就用系統自帶的名稱，按各人的語言顯示',
    en: 'Left empty it has its usual name, in each reader’s language',
  },
  parent: { 'zh-CN': '归在', 'zh-Hant': '歸在', en: 'Under' },
  'parent.none': { 'zh-CN': '一级类别', 'zh-Hant': '一級類別', en: 'None: first level' },
  'parent.hasBelow': {
    'zh-CN': '它下面有类别，所以只能是一级',
    'zh-Hant': '它下面有類別，所以只能是一級',
    en: 'It has others below it and stays on the first level',
  },
  'line.hint': {
    'zh-CN': '投诉、满意度都按服务条线汇总；它下面的类别同属这条线',
    'zh-Hant': '投訴、滿意度都按服務條線彙總；它下面的類別同屬這條線',
    en: 'Complaints and satisfaction are added up by service line; what is below is of the same line',
  },
  'line.inherited': {
    'zh-CN': '与上级类别相同',
    'zh-Hant': '與上級類別相同',
    en: 'That of the category above',
  },
  position: { 'zh-CN': '次序', 'zh-Hant': '次序', en: 'Order' },
  'position.hint': {
    'zh-CN': '数字小的排在前面',
    'zh-Hant': '數字小的排在前面',
    en: 'Lower numbers come first',
  },
  aboutFees: { 'zh-CN': '关于收费', 'zh-Hant': '關於收費', en: 'About fees' },
  'aboutFees.yes': { 'zh-CN': '暂停缴费提醒', 'zh-Hant': '暫停繳費提醒', en: 'Pauses reminders' },
  'aboutFees.hint': {
    'zh-CN': '这类投诉没有结案时，暂停对这户的缴费提醒。改动对没有结案的投诉马上生效。',
    'zh-Hant': '這類投訴沒有結案時，暫停對這戶的繳費提醒。改動對沒有結案的投訴馬上生效。',
    en: 'While such a complaint is open, payment reminders to the household pause. A change holds at once for open ones.',
  },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.used': { 'zh-CN': '在用', 'zh-Hant': '在用', en: 'In use' },
  'state.archived': { 'zh-CN': '已停用', 'zh-Hant': '已停用', en: 'Put away' },
  archive: { 'zh-CN': '停用', 'zh-Hant': '停用', en: 'Put away' },
  'archive.title': { 'zh-CN': '停用“{name}”？', 'zh-Hant': '停用「{name}」？', en: 'Put away “{name}”?' },
  'archive.about': {
    'zh-CN': '新的投诉不能再选它；已有的投诉不变，随时可以恢复。',
    'zh-Hant': '新的投訴不能再選它；已有的投訴不變，隨時可以恢復。',
    en: 'New complaints cannot choose it; those under it stay, and it can be taken up again at any time.',
  },
  'archive.below': {
    'zh-CN': '新的投诉不能再选它；已有的投诉不变，随时可以恢复。它下面的类别仍然可以选：{names}。',
    'zh-Hant': '新的投訴不能再選它；已有的投訴不變，隨時可以恢復。它下面的類別仍然可以選：{names}。',
    en: 'New complaints cannot choose it; those under it stay, and it can be taken up again at any time. Still offered below it: {names}.',
  },
  archived: { 'zh-CN': '已停用', 'zh-Hant': '已停用', en: 'Put away' },
  restore: { 'zh-CN': '恢复', 'zh-Hant': '恢復', en: 'Take up again' },
  restored: { 'zh-CN': '已恢复使用', 'zh-Hant': '已恢復使用', en: 'In use again' },
} as const satisfies Texts
