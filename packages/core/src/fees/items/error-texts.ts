import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const feeItems = {
  'fee_items.not_found': text(
    '没有找到这个收费项目，请刷新后再试。',
    '沒有找到這個收費項目，請重新整理後再試。',
    'There is no such fee item. Please reload and try again.',
  ),
  'fee_items.name_taken': text(
    '已有同名的收费项目。请换一个名称。',
    '已有同名的收費項目。請換一個名稱。',
    'There is a fee item of this name already. Choose another name.',
  ),
  'fee_items.unnamed': text(
    '请填写名称：只有系统自带的收费项目可以不填。',
    '請填寫名稱：只有系統自帶的收費項目可以不填。',
    'Please give it a name: only those of the product can do without.',
  ),
  'fee_items.fixed': text(
    '已有收费标准用了这个收费项目，款项归属和“同一处收几项”不能再改。需要不同的，请新增一个收费项目。',
    '已有收費標準用了這個收費項目，款項歸屬和「同一處收幾項」不能再改。需要不同的，請新增一個收費項目。',
    'Tariffs charge this item already: whose money it is, and how its charges stand to each other, stay. Add another item where you need it otherwise.',
  ),
  'fee_items.charged': text(
    '还有在用的收费标准在收这个项目，不能停用。请先停用那些收费标准。',
    '還有在用的收費標準在收這個項目，不能停用。請先停用那些收費標準。',
    'Tariffs in use still charge this item. Please switch them off first.',
  ),
  'fee_items.kind_charged': text(
    '还有在用的收费标准按这个项目收这类对象，不能去掉。请先停用：{names}',
    '還有在用的收費標準按這個項目收這類對象，不能去掉。請先停用：{names}',
    'Tariffs in use charge this item to what you left out. Please switch them off first: {names}',
  ),
  'fee_items.not_in_use': text(
    '这个收费项目已停用或不存在。请选择其他收费项目，或先恢复它。',
    '這個收費項目已停用或不存在。請選擇其他收費項目，或先恢復它。',
    'This fee item is out of use, or there is none. Choose another, or take it up again first.',
  ),
  'fee_items.not_for_target': text(
    '这个收费项目不能用于所选的收费方式：请核对它的收费对象是房屋还是车位。',
    '這個收費項目不能用於所選的收費方式：請核對它的收費對象是房屋還是車位。',
    'This fee item is not for what the tariff charges: look whether it is for rooms or for parking spaces.',
  ),
  'fee_items.of_head_office': text(
    '这个收费项目的收费标准只能由管全部项目的人设置。请联系总部。',
    '這個收費項目的收費標準只能由管全部項目的人設定。請聯絡總部。',
    'Tariffs of this fee item are set by those who do so in all projects. Please ask the head office.',
  ),
  'fee_items.field.tax_code': text(
    '税收分类编码是 19 位数字，可留空。',
    '稅收分類編碼是 19 位數字，可留空。',
    'A tax code has 19 digits; it may be left empty.',
  ),
  'fee_items.field.account': text(
    '会计科目只能填数字、字母、点和短横线，最多 30 位。',
    '會計科目只能填數字、字母、點和短橫線，最多 30 位。',
    'An account has digits, letters, dots and hyphens, 30 at most.',
  ),
} as const satisfies Texts
