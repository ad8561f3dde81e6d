import { projectTexts } from '@heju/core/estate/projects/texts'
import type { Texts } from '@heju/i18n'

export const projects = {
  ...projectTexts,
  title: { 'zh-CN': '项目', 'zh-Hant': '項目', en: 'Projects' },
  about: {
    'zh-CN': '公司管理的每个小区、大厦各是一个项目。收费标准、投诉和满意度都按项目分开。',
    'zh-Hant': '公司管理的每個社區、大廈各是一個項目。收費標準、投訴和滿意度都按項目分開。',
    en: 'Each estate or building under management is a project, with its own tariffs, complaints and satisfaction.',
  },
  empty: {
    'zh-CN': '还没有项目。先新建一个项目，再把手头的房屋表格导入进来。',
    'zh-Hant': '還沒有項目。先新建一個項目，再把手頭的房屋表格匯入進來。',
    en: 'No projects yet. Create one first, then import the room list that you have.',
  },
  unit: { 'zh-CN': '所属单元', 'zh-Hant': '所屬單元', en: 'Unit' },
  'unit.all': { 'zh-CN': '全部单元', 'zh-Hant': '全部單元', en: 'All units' },
  'unit.empty': {
    'zh-CN': '这个单元下没有项目。',
    'zh-Hant': '這個單元下沒有項目。',
    en: 'No project stands under this unit.',
  },
  entity: { 'zh-CN': '法人主体', 'zh-Hant': '法人主體', en: 'Legal entity' },
  'entity.hint': {
    'zh-CN': '以它的名义收款、开收据',
    'zh-Hant': '以它的名義收款、開收據',
    en: 'Money is received and receipted in its name',
  },
  create: { 'zh-CN': '新建项目', 'zh-Hant': '新建項目', en: 'New project' },
  created: { 'zh-CN': '项目已建好', 'zh-Hant': '項目已建好', en: 'Project created' },
  changed: { 'zh-CN': '已保存', 'zh-Hant': '已儲存', en: 'Saved' },
  change: { 'zh-CN': '修改项目', 'zh-Hant': '修改項目', en: 'Change project' },
  'change.short': { 'zh-CN': '修改', 'zh-Hant': '修改', en: 'Change' },
  actions: { 'zh-CN': '办理', 'zh-Hant': '辦理', en: 'Actions' },
  import: { 'zh-CN': '批量导入', 'zh-Hant': '批次匯入', en: 'Import' },
  rooms: { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Rooms' },
  parking: { 'zh-CN': '车位', 'zh-Hant': '車位', en: 'Parking spaces' },
  people: { 'zh-CN': '业主与住户', 'zh-Hant': '業主與住戶', en: 'People' },
  withoutOwner: {
    'zh-CN': '有 {count} 套房屋还没有登记业主，出账时会跳过。请在房屋页面登记，或补充表格后再导入。',
    'zh-Hant': '有 {count} 套房屋還沒有登記業主，出帳時會跳過。請在房屋頁面登記，或補充表格後再匯入。',
    en: '{count} rooms have no owner on record and are skipped when bills are made. Add the owners on the rooms’ pages, or import a completed list.',
  },
  begin: {
    'zh-CN': '这个项目还是空的',
    'zh-Hant': '這個項目還是空的',
    en: 'This project is still empty',
  },
  'begin.rooms': {
    'zh-CN': '楼栋有了，还没有房屋',
    'zh-Hant': '樓棟有了，還沒有房屋',
    en: 'There are buildings, but no rooms yet',
  },
  'begin.how': {
    'zh-CN':
      '有现成表格的，批量导入最快，房屋、业主、车位一次进来；没有表格的，先在下面添加楼栋，再逐套添加房屋。',
    'zh-Hant':
      '有現成表格的，批次匯入最快，房屋、業主、車位一次進來；沒有表格的，先在下面新增樓棟，再逐套新增房屋。',
    en: 'With a list at hand, importing it is quickest: rooms, owners and parking come in together. Without one, add a building below, then its rooms.',
  },
  'begin.import': { 'zh-CN': '导入表格', 'zh-Hant': '匯入表格', en: 'Import a list' },
  'begin.room': { 'zh-CN': '添加房屋', 'zh-Hant': '新增房屋', en: 'Add rooms' },
  buildings: { 'zh-CN': '楼栋', 'zh-Hant': '樓棟', en: 'Buildings' },
  'buildings.none': {
    'zh-CN': '还没有楼栋。导入房屋表格时会自动建好，也可以手工添加。',
    'zh-Hant': '還沒有樓棟。匯入房屋表格時會自動建好，也可以手工新增。',
    en: 'No buildings yet. An import makes them, or add them by hand.',
  },
  'building.create': { 'zh-CN': '添加楼栋', 'zh-Hant': '新增樓棟', en: 'Add a building' },
  'building.created': { 'zh-CN': '楼栋已添加', 'zh-Hant': '樓棟已新增', en: 'Building added' },
  'building.change': { 'zh-CN': '修改楼栋', 'zh-Hant': '修改樓棟', en: 'Change building' },
  'building.change.about': {
    'zh-CN': '改名后，这栋的 {rooms} 套房屋的名称一起改。',
    'zh-Hant': '改名後，這棟的 {rooms} 套房屋的名稱一起改。',
    en: 'The {rooms} rooms of this building take the new name.',
  },
  'building.changed': { 'zh-CN': '楼栋已修改', 'zh-Hant': '樓棟已修改', en: 'Building changed' },
  'building.name': { 'zh-CN': '楼栋名称', 'zh-Hant': '樓棟名稱', en: 'Building' },
  'building.name.hint': {
    'zh-CN': '例如：3栋、A座。3、3栋、三号楼算同一栋。',
    'zh-Hant': '例如：3棟、A座。3、3棟、三號樓算同一棟。',
    en: 'For example 3栋 or A座; 3, 3栋 and 三号楼 are one building.',
  },
  'building.floors': { 'zh-CN': '层数', 'zh-Hant': '層數', en: 'Floors' },
  'phone.none': {
    'zh-CN': '还没有填写，业主看不到联系电话',
    'zh-Hant': '還沒有填寫，業主看不到聯絡電話',
    en: 'None yet: owners see no number to call',
  },
  'priceRegime.change': {
    'zh-CN': '已经登记的价格不变；以后登记的价格按新的方式核对。',
    'zh-Hant': '已經登記的價格不變；以後登記的價格按新的方式核對。',
    en: 'Prices on record stay; prices entered from now on are checked by it.',
  },
  name: { 'zh-CN': '项目名称', 'zh-Hant': '項目名稱', en: 'Name' },
  'name.hint': {
    'zh-CN': '例如：翠湖花园',
    'zh-Hant': '例如：翠湖花園',
    en: 'For example: Lakeside Gardens',
  },
  type: { 'zh-CN': '物业类型', 'zh-Hant': '物業類型', en: 'Type' },
  serviceMode: { 'zh-CN': '服务模式', 'zh-Hant': '服務模式', en: 'Service mode' },
  priceRegime: { 'zh-CN': '价格管理方式', 'zh-Hant': '價格管理方式', en: 'Price regime' },
  'priceRegime.usual': {
    'zh-CN': '按物业类型的通常做法',
    'zh-Hant': '按物業類型的通常做法',
    en: 'As usual for the type',
  },
  address: { 'zh-CN': '地址', 'zh-Hant': '地址', en: 'Address' },
  phone: { 'zh-CN': '服务电话', 'zh-Hant': '服務電話', en: 'Service phone' },
  'phone.hint': {
    'zh-CN': '业主在手机上看到的电话',
    'zh-Hant': '業主在手機上看到的電話',
    en: 'The number that owners are told to call',
  },
} as const satisfies Texts
