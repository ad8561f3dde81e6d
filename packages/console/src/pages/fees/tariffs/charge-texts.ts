import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** By what one place is charged, and who pays. */
export const charges = {
  title: text('怎么收费', '怎麼收費', 'Charges'),
  about: text(
    '{place}按什么收费、由谁缴。',
    '{place}按什麼收費、由誰繳。',
    'By what {place} is charged, and who pays.',
  ),
  tariffs: text('收费标准', '收費標準', 'Tariffs'),
  'tariffs.none': text(
    '还没有收费标准。到“收费标准”里选一项，适用到这里。',
    '還沒有收費標準。到「收費標準」裡選一項，適用到這裡。',
    'No tariff yet. Open one under Tariffs and assign it here.',
  ),
  span: text('从哪天到哪天', '從哪天到哪天', 'From when to when'),
  'span.from': text('从 {from} 起', '從 {from} 起', 'from {from}'),
  'standing.coming': text('还没开始', '還沒開始', 'Not begun'),
  'standing.over': text('已结束', '已結束', 'Ended'),
  now: text('至今', '至今', 'until further notice'),
  changes: text('收费标准的变动', '收費標準的變動', 'Changes of the tariffs'),
  'changes.about': text(
    '单独为这里（或和别的房屋、车位一起点名）收或停收的。按楼栋、用途或整个项目改的，见收费标准页。',
    '單獨為這裡（或和別的房屋、車位一起點名）收或停收的。按樓棟、用途或整個項目改的，見收費標準頁。',
    'What was assigned to this place or ended for it by name. Changes by building, use or project stand on the tariff’s page.',
  ),
  'changes.at': text('什么时候', '什麼時候', 'When'),
  'changes.by': text('谁', '誰', 'Who'),
  'changes.what': text('做了什么', '做了什麼', 'What'),
  'changes.assigned': text('从 {from} 起收', '從 {from} 起收', 'Charged from {from}'),
  'changes.assignedAtOnce': text('随标准一起收', '隨標準一起收', 'Charged as the tariff was made'),
  'changes.ended': text('收到 {to} 为止', '收到 {to} 為止', 'Charged until {to}'),
  agreements: text('由谁缴', '由誰繳', 'Who pays'),
  'agreements.about': text(
    '通常由业主缴；未售的由建设单位缴。和业主约定由租客或使用人缴的，在这里登记；搬走的，约定同一天结束。业主仍负连带责任（物业管理条例第四十一条）。',
    '通常由業主繳；未售的由建設單位繳。和業主約定由租客或使用人繳的，在這裡登記；搬走的，約定同一天結束。業主仍負連帶責任（物業管理條例第四十一條）。',
    'The owner pays, and the developer for what is not sold. An agreement that a tenant or user pays is entered here and ends on the day they move out; the owner stays jointly liable (物业管理条例 41).',
  ),
  'agreements.none': text('没有约定，由业主缴。', '沒有約定，由業主繳。', 'No agreement: the owner pays.'),
  agree: text('登记约定缴费人', '登記約定繳費人', 'Enter an agreement'),
  'agree.person': text('租客或使用人', '租客或使用人', 'Tenant or user'),
  'agree.until': text('{name}（到 {to} 为止）', '{name}（到 {to} 為止）', '{name} (there until {to})'),
  'agree.nobody': text(
    '这里没有登记租客或使用人，请先登记。',
    '這裡沒有登記租客或使用人，請先登記。',
    'No tenant or user is entered here yet. Enter one first.',
  ),
  'agree.enter': text('去登记', '去登記', 'Enter one'),
  'agree.from': text('开始日期', '開始日期', 'First day'),
  'agree.to': text('到哪天止', '到哪天止', 'Until'),
  'agree.to.hint': text(
    '租约到期日；不填则到其搬走那天为止',
    '租約到期日；不填則到其搬走那天為止',
    'The end of the lease; empty: until they move out',
  ),
  'agree.done': text(
    '已登记，之后的账单开给约定缴费人',
    '已登記，之後的帳單開給約定繳費人',
    'Entered: bills from then on are made out to them',
  ),
  end: text('结束约定', '結束約定', 'End it'),
  'end.about': text(
    '{name} 缴到这一天，之后由业主缴。',
    '{name} 繳到這一天，之後由業主繳。',
    '{name} pays until this day; then the owner does.',
  ),
  'end.done': text(
    '约定已结束，{day} 之后由业主缴',
    '約定已結束，{day} 之後由業主繳',
    'Ended: after {day} the owner pays',
  ),
  'end.day': text('最后一天', '最後一天', 'Last day'),
  bills: text('看账单', '看帳單', 'Bills'),
} as const satisfies Texts
