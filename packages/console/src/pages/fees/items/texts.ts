import type { Text, Texts } from '@heju/i18n'
import { feeItemTexts } from '@heju/core/fees/items/texts'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const feeItems = {
  ...feeItemTexts,
  about: text(
    '钱是为什么收的：叫什么、归谁、怎么计税、先冲抵哪一项。收费标准从这里选收费项目。',
    '錢是為什麼收的：叫什麼、歸誰、怎麼計稅、先沖抵哪一項。收費標準從這裡選收費項目。',
    'What money is asked for: what it is called, whose it is, how it is taxed, and what is settled first. Tariffs choose from these.',
  ),
  empty: text('还没有收费项目。', '還沒有收費項目。', 'There are no fee items yet.'),
  'empty.retired': text(
    '没有停用的收费项目。不再收的项目停用后会列在这里，随时可以恢复。',
    '沒有停用的收費項目。不再收的項目停用後會列在這裡，隨時可以恢復。',
    'None is out of use. Items that you no longer charge will stand here, and can be taken up again.',
  ),
  add: text('新增收费项目', '新增收費項目', 'Add a fee item'),
  'add.about': text(
    '如公摊水费、垃圾清运费、广告位使用费。保存后，各项目新建收费标准时马上可以选。',
    '如公攤水費、垃圾清運費、廣告位使用費。儲存後，各項目新建收費標準時馬上可以選。',
    'Such as shared water, waste removal, advertising space. Once saved, all projects can choose it for their tariffs.',
  ),
  added: text('已新增收费项目', '已新增收費項目', 'Fee item added'),
  change: text('修改', '修改', 'Change'),
  'change.about': text(
    '改名后，已公布的账单和已开的收据仍显示原来的名称。',
    '改名後，已公佈的帳單和已開的收據仍顯示原來的名稱。',
    'Bills and receipts that were given out keep the name that they show.',
  ),
  saved: text('收费项目已保存', '收費項目已儲存', 'Fee item saved'),
  'state.filter': text('全部状态', '全部狀態', 'All states'),
  'tax.none': text('未填', '未填', 'not told'),
  actions: text('操作', '操作', 'Actions'),
  'section.names': text('名称', '名稱', 'Names'),
  'section.money': text('归属与税', '歸屬與稅', 'Money and tax'),
  'section.charged': text('怎么收', '怎麼收', 'How it is charged'),
  'name.product': text(
    '不填就用系统自带的名称，按各人的语言显示',
    '不填就用系統自帶的名稱，按各人的語言顯示',
    'Left empty it has its usual name, in each reader’s language',
  ),
  'receiptName.hint': text(
    '不填就用收费标准的名称',
    '不填就用收費標準的名稱',
    'Left empty: as the tariff is named',
  ),
  'invoiceName.hint': text('不填就用上面的名称', '不填就用上面的名稱', 'Left empty: the name above'),
  'taxCode.hint': text('19 位数字，可留空', '19 位數字，可留空', '19 digits; may be left empty'),
  'account.hint': text('如 6001.01，可留空', '如 6001.01，可留空', 'Such as 6001.01; may be left empty'),
  'fixed.hint': text(
    '有收费标准使用后不能再改',
    '有收費標準使用後不能再改',
    'Stays as it is once a tariff charges it',
  ),
  'settleOrder.hint': text(
    '同一个月欠的几项，数字小的先冲抵，列表也按它排',
    '同一個月欠的幾項，數字小的先沖抵，列表也按它排',
    'Of what is owed for one month, lower numbers are settled first; lists follow it too',
  ),
  'guided.hint': text(
    '项目实行政府指导价时，这一项的单价要填等级和基准价，不能超出幅度',
    '項目實行政府指導價時，這一項的單價要填等級和基準價，不能超出幅度',
    'In projects with guided prices it names grade and base price, and stays within the range',
  ),
  retire: text('停用', '停用', 'Take out of use'),
  'retire.title': text('停用“{name}”？', '停用「{name}」？', 'Take “{name}” out of use?'),
  'retire.about': text(
    '新的收费标准不能再选它；已出的账单不变，随时可以恢复。',
    '新的收費標準不能再選它；已出的帳單不變，隨時可以恢復。',
    'New tariffs can choose it no longer; bills stay as they are, and it can be taken up again.',
  ),
  retired: text('已停用', '已停用', 'Out of use'),
  restore: text('恢复', '恢復', 'Take up again'),
  restored: text('已恢复使用', '已恢復使用', 'In use again'),
} as const satisfies Texts
