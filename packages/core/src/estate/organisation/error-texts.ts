import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const organisation = {
  'organisation.unit_not_found': text(
    '没有找到这个组织单元，请刷新后再试。',
    '沒有找到這個組織單元，請重新整理後再試。',
    'There is no such unit. Please reload and try again.',
  ),
  'organisation.unit_is_root': text(
    '最上层单元代表整个公司，不能移动或关闭。',
    '最上層單元代表整個公司，不能移動或關閉。',
    'The unit at the top stands for the whole company: it is neither moved nor closed.',
  ),
  'organisation.unit_closed': text(
    '这个单元在所选日期不在运营，或已定了关闭日。请选择其他单元，或改日期。',
    '這個單元在所選日期不在營運，或已定了關閉日。請選擇其他單元，或改日期。',
    'That unit is not open on the day chosen, or is to close. Please choose another unit, or another day.',
  ),
  'organisation.kind_misplaced': text(
    '这类单元不能放在那里：集团只能在最上层，分公司下不能再设单元。',
    '這類單元不能放在那裡：集團只能在最上層，分公司下不能再設單元。',
    'Units of this kind cannot stand there: a group stands at the top, and nothing but projects under a branch.',
  ),
  'organisation.placed_since': text(
    '今天以前已经生效的归属不能改写。请选择上次变动之后的日期。',
    '今天以前已經生效的歸屬不能改寫。請選擇上次變動之後的日期。',
    'What has held since before today is not rewritten. Please choose a day after the last change.',
  ),
  'organisation.under_itself': text(
    '单元不能移到自己或自己的下级之下。请选择其他上级。',
    '單元不能移到自己或自己的下級之下。請選擇其他上級。',
    'A unit cannot stand under itself or under what stands under it. Please choose another.',
  ),
  'organisation.placed_there': text(
    '从这一天起本来就在那里，无需变动。',
    '從這一天起本來就在那裡，無需變動。',
    'It is there from that day on already: nothing needs to change.',
  ),
  'organisation.unit_has_units': text(
    '这个单元下还有未关闭的单元，或有单元将移入。请先移走或关闭它们。',
    '這個單元下還有未關閉的單元，或有單元將移入。請先移走或關閉它們。',
    'Units still stand under this one, or are about to. Please move or close them first.',
  ),
  'organisation.unit_has_projects': text(
    '这个单元下还有项目，或有项目将移入。请先把项目移到其他单元。',
    '這個單元下還有項目，或有項目將移入。請先把項目移到其他單元。',
    'Projects still stand under this unit, or are about to. Please move them first.',
  ),
  'organisation.tree_changed': text(
    '组织架构刚刚被同事修改，页面已更新。请核对后再试一次。',
    '組織架構剛剛被同事修改，頁面已更新。請核對後再試一次。',
    'A colleague has just changed the organisation. Please look at it again and repeat.',
  ),
  'organisation.unit_name_taken': text(
    '同一上级下已有同名的单元。请换个名称，例如加上地名。',
    '同一上級下已有同名的單元。請換個名稱，例如加上地名。',
    'There is a unit of this name under the same one. Please give another name, with its town for example.',
  ),
  'organisation.parent_closed': text(
    '它的上级那时已关闭。请先恢复上级，或选上级关闭日当天或更早的日期。',
    '它的上級那時已關閉。請先恢復上級，或選上級關閉日當天或更早的日期。',
    'What it stands under was closed by then. Please open that again first, or choose the day on which that closed or an earlier one.',
  ),
  'organisation.opened_after_use': text(
    '成立日太晚：在那之前已有单元或项目归它，或它已变动过上级。请选更早的日期，或留空。',
    '成立日太晚：在那之前已有單元或項目歸它，或它已變動過上級。請選更早的日期，或留空。',
    'That first day is too late: units or projects belonged to it before, or it was moved before. Please choose an earlier day, or leave it empty.',
  ),
  'organisation.closed_before_opened': text(
    '不能早于成立日就关闭或停用。请核对这两个日期。',
    '不能早於成立日就關閉或停用。請核對這兩個日期。',
    'It would close before its first day. Please check the two days.',
  ),
  'organisation.entity_not_found': text(
    '没有找到这个法人主体，请刷新后再试。',
    '沒有找到這個法人主體，請重新整理後再試。',
    'There is no such legal entity. Please reload and try again.',
  ),
  'organisation.entity_closed': text(
    '这个法人主体在所选日期不存续，或已停用。请选择其他主体，或改日期。',
    '這個法人主體在所選日期不存續，或已停用。請選擇其他主體，或改日期。',
    'That legal entity is not there on the day chosen, or is closed. Please choose another, or another day.',
  ),
  'organisation.no_entity': text(
    '公司没有存续的法人主体。请先在“组织架构 → 法人主体”恢复或新增一个。',
    '公司沒有存續的法人主體。請先在「組織架構 → 法人主體」恢復或新增一個。',
    'The company has no legal entity that is open. Please open one again or add one under Organisation, Legal entities.',
  ),
  'organisation.last_entity': text(
    '这是公司唯一存续的法人主体，不能停用：总要有一个主体收款。请先新增接替它的主体。',
    '這是公司唯一存續的法人主體，不能停用：總要有一個主體收款。請先新增接替它的主體。',
    'This is the only legal entity that is open, and one has to receive the money. Please add the one that replaces it first.',
  ),
  'organisation.entity_has_projects': text(
    '还有项目归这个法人主体，或将移交给它。请先把项目移交给其他主体。',
    '還有項目歸這個法人主體，或將移交給它。請先把項目移交給其他主體。',
    'Projects still belong to this entity, or are about to. Please hand them over first.',
  ),
  'organisation.entity_name_taken': text(
    '已有同名的法人主体。请核对名称。',
    '已有同名的法人主體。請核對名稱。',
    'There is a legal entity of this name already. Please check the name.',
  ),
  'organisation.credit_code_taken': text(
    '另一个法人主体已用了这个统一社会信用代码。请核对。',
    '另一個法人主體已用了這個統一社會信用代碼。請核對。',
    'Another legal entity has this unified social credit code. Please check it.',
  ),
  'organisation.series_taken': text(
    '另一个法人主体的收据已用这个代码。请换一个。',
    '另一個法人主體的收據已用這個代碼。請換一個。',
    'Another entity’s receipts bear this code. Please choose another.',
  ),
  'organisation.series_fixed': text(
    '{code, select, none {已开出不带代码的收据，不能再加代码。} other {已开出带代码 {code} 的收据，代码不能再改。}}',
    '{code, select, none {已開出不帶代碼的收據，不能再加代碼。} other {已開出帶代碼 {code} 的收據，代碼不能再改。}}',
    '{code, select, none {Receipts without a code were issued: none can be given any more.} other {Receipts bear the code {code}: it cannot be changed any more.}}',
  ),
  'organisation.series_needed': text(
    '请填写收据代码：只有最初的法人主体可以没有。',
    '請填寫收據代碼：只有最初的法人主體可以沒有。',
    'Please give a code for the receipts: only the first entity can do without.',
  ),
  'organisation.closed_in_future': text(
    '这一天还没到。最晚选今天，或到当天再操作。',
    '這一天還沒到。最晚選今天，或到當天再操作。',
    'It cannot be closed ahead of time: please do so on the day.',
  ),
  'organisation.project_not_found': text(
    '没有找到这个项目，请刷新后再试。',
    '沒有找到這個項目，請重新整理後再試。',
    'There is no such project. Please reload and try again.',
  ),
  'organisation.field.credit_code': text(
    '统一社会信用代码不正确：共 18 位，请对照营业执照核对每一位。',
    '統一社會信用代碼不正確：共 18 位，請對照營業執照核對每一位。',
    'This is no unified social credit code: it has 18 signs; please compare each with the business licence.',
  ),
  'organisation.field.series_code': text(
    '收据代码为 2–6 位大写字母或数字。',
    '收據代碼為 2–6 位大寫字母或數字。',
    'The code has 2 to 6 capital letters or digits.',
  ),
} as const satisfies Texts
