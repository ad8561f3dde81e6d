import type { Texts } from '@heju/i18n'

export const parking = {
  title: { 'zh-CN': '车位', 'zh-Hant': '車位', en: 'Parking' },
  about: {
    'zh-CN': '每个车位是谁的、谁在用。可用车位号、车牌、姓名、手机号或后四位查找。',
    'zh-Hant': '每個車位是誰的、誰在用。可用車位號、車牌、姓名、手機號或後四位查找。',
    en: 'Who owns and who uses each space. Look up by number, plate, name, phone or its last four digits.',
  },
  search: {
    'zh-CN': '车位号、车牌、姓名、手机号',
    'zh-Hant': '車位號、車牌、姓名、手機號',
    en: 'Number, plate, name or phone',
  },
  empty: {
    'zh-CN': '这个项目还没有车位。可以导入车位表格，也可以逐个添加。',
    'zh-Hant': '這個項目還沒有車位。可以匯入車位表格，也可以逐個新增。',
    en: 'This project has no parking spaces yet. Import a list, or add them one by one.',
  },
  'empty.found': {
    'zh-CN': '没有找到。请换一个车位号、车牌或姓名再试。',
    'zh-Hant': '沒有找到。請換一個車位號、車牌或姓名再試。',
    en: 'Nothing found. Try another number, plate or name.',
  },
  create: { 'zh-CN': '添加车位', 'zh-Hant': '新增車位', en: 'Add a space' },
  created: { 'zh-CN': '车位已添加', 'zh-Hant': '車位已新增', en: 'Space added' },
  change: { 'zh-CN': '修改', 'zh-Hant': '修改', en: 'Change' },
  changed: { 'zh-CN': '已保存', 'zh-Hant': '已儲存', en: 'Saved' },
  lot: { 'zh-CN': '停车场', 'zh-Hant': '停車場', en: 'Lot' },
  'lot.hint': {
    'zh-CN': '例如：地库 B1。只有一个停车场的可不填。',
    'zh-Hant': '例如：地庫 B1。只有一個停車場的可不填。',
    en: 'For example: Basement 1. Empty where there is one lot.',
  },
  code: { 'zh-CN': '车位号', 'zh-Hant': '車位號', en: 'Number' },
  'change.about': {
    'zh-CN':
      '停车场或车位号改了，仍是同一个车位：业主、收费和账单都跟着它。账单显示新的名称，开过的收据不变。',
    'zh-Hant':
      '停車場或車位號改了，仍是同一個車位：業主、收費和帳單都跟著它。帳單顯示新的名稱，開過的收據不變。',
    en: 'With another lot or number it is still the same space: its people, charges and bills go with it. Bills show the new name; receipts that were issued stay as they are.',
  },
  kind: { 'zh-CN': '类型', 'zh-Hant': '類型', en: 'Kind' },
  tenure: { 'zh-CN': '产权或租赁', 'zh-Hant': '產權或租賃', en: 'Tenure' },
  area: { 'zh-CN': '面积（㎡）', 'zh-Hant': '面積（㎡）', en: 'Area (㎡)' },
  holders: { 'zh-CN': '业主或使用人', 'zh-Hant': '業主或使用人', en: 'Who has it' },
  'holders.none': { 'zh-CN': '空着', 'zh-Hant': '空著', en: 'Nobody' },
  'history.none': {
    'zh-CN': '还没有人用这个车位。点“登记业主或住户”写下是谁的。',
    'zh-Hant': '還沒有人用這個車位。點「登記業主或住戶」寫下是誰的。',
    en: 'Nobody has had this space yet. Add whose it is with the button above.',
  },
} as const satisfies Texts
