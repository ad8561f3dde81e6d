import type { Texts } from '@heju/i18n'

/** Texts of who is what to which room or parking space. */
export const occupancies = {
  give: { 'zh-CN': '登记业主或住户', 'zh-Hant': '登記業主或住戶', en: 'Add an owner or resident' },
  'give.place': { 'zh-CN': '登记房屋或车位', 'zh-Hant': '登記房屋或車位', en: 'Add a room or parking space' },
  'give.owned': {
    'zh-CN': '这里已有业主。房子卖了请用“办理过户”，这里登记共有人、家属、租户和其他使用人。',
    'zh-Hant': '這裡已有業主。房子賣了請用「辦理過戶」，這裡登記共有人、家屬、租戶和其他使用人。',
    en: 'There is an owner already. If the place was sold, use “Transfer ownership”; add co-owners, family, tenants and other users here.',
  },
  given: { 'zh-CN': '已登记', 'zh-Hant': '已登記', en: 'Added' },
  person: { 'zh-CN': '谁', 'zh-Hant': '誰', en: 'Who' },
  place: { 'zh-CN': '房屋或车位', 'zh-Hant': '房屋或車位', en: 'Room or parking space' },
  find: {
    'zh-CN': '输入姓名、手机号或后四位查找',
    'zh-Hant': '輸入姓名、手機號或後四位查找',
    en: 'Type a name, phone or last four digits',
  },
  'find.none': {
    'zh-CN': '没有找到。还没登记过的人，请点下面的“登记新的人”。',
    'zh-Hant': '沒有找到。還沒登記過的人，請點下面的「登記新的人」。',
    en: 'Not found. Somebody new is added with the button below.',
  },
  findPlace: {
    'zh-CN': '输入房号或车位号查找',
    'zh-Hant': '輸入房號或車位號查找',
    en: 'Type a room or space number',
  },
  'findPlace.none': {
    'zh-CN': '没有找到这个房号或车位号。',
    'zh-Hant': '沒有找到這個房號或車位號。',
    en: 'No such room or space.',
  },
  role: { 'zh-CN': '身份', 'zh-Hant': '身分', en: 'Role' },
  share: { 'zh-CN': '份额（%）', 'zh-Hant': '份額（%）', en: 'Share (%)' },
  'share.hint': {
    'zh-CN': '可不填，按产权证填写',
    'zh-Hant': '可不填，按產權證填寫',
    en: 'May be left out; as the title says',
  },
  plate: { 'zh-CN': '车牌', 'zh-Hant': '車牌', en: 'Plate' },
  fromOn: { 'zh-CN': '开始日期', 'zh-Hant': '開始日期', en: 'First day' },
  'fromOn.hint': {
    'zh-CN': '不清楚可以留空。账单按这一天算起。',
    'zh-Hant': '不清楚可以留空。帳單按這一天算起。',
    en: 'Leave empty when not known. Bills are calculated from this day.',
  },
  toOn: { 'zh-CN': '结束日期', 'zh-Hant': '結束日期', en: 'Last day' },
  'toOn.hint': { 'zh-CN': '仍在的请留空', 'zh-Hant': '仍在的請留空', en: 'Empty while it goes on' },
  actions: { 'zh-CN': '办理', 'zh-Hant': '辦理', en: 'Actions' },
  end: { 'zh-CN': '结束', 'zh-Hant': '結束', en: 'End' },
  'end.about': {
    'zh-CN':
      '搬走或退租时填写最后一天。约定由其缴费的，约定同一天结束，之后由业主缴。记录会保留；填错了可以用“更正”改回来。',
    'zh-Hant':
      '搬走或退租時填寫最後一天。約定由其繳費的，約定同一天結束，之後由業主繳。記錄會保留；填錯了可以用「更正」改回來。',
    en: 'The last day before they moved out. If they pay the fees by agreement, it ends on that day and the owner pays from the next. The record stays; a slip is mended with “Correct”.',
  },
  'end.owner': {
    'zh-CN':
      '结束业主后，这里没有业主，之后的账单无人可出。已卖给别人的请改用“办理过户”。填错了可以用“更正”改回来。',
    'zh-Hant':
      '結束業主後，這裡沒有業主，之後的帳單無人可出。已賣給別人的請改用「辦理過戶」。填錯了可以用「更正」改回來。',
    en: 'Afterwards there is no owner here and nobody to bill. If it was sold, use “Transfer ownership” instead. A slip is mended with “Correct”.',
  },
  'end.lastDay': { 'zh-CN': '最后一天', 'zh-Hant': '最後一天', en: 'Last day' },
  ended: { 'zh-CN': '已结束', 'zh-Hant': '已結束', en: 'Ended' },
  correct: { 'zh-CN': '更正', 'zh-Hant': '更正', en: 'Correct' },
  'correct.about': {
    'zh-CN':
      '只改登记错的地方。已经出的账单不会跟着变；要改账单请到收费里办理。填了最后一天的，其缴费约定同一天结束；这一天填错了，改晚或去掉后，约定接着有效，除非已另约定由别人缴。',
    'zh-Hant':
      '只改登記錯的地方。已經出的帳單不會跟著變；要改帳單請到收費裡辦理。填了最後一天的，其繳費約定同一天結束；這一天填錯了，改晚或去掉後，約定接著有效，除非已另約定由別人繳。',
    en: 'For what was written down wrong. Bills that were made stay as they are; they are corrected under Fees. A last day ends an agreement by which they pay; when that day was wrong and is made later or taken away, the agreement goes on, unless somebody else has agreed to pay since.',
  },
  'corrected.agreement': {
    'zh-CN': '已更正。约定由其缴费的，约定接着有效。',
    'zh-Hant': '已更正。約定由其繳費的，約定接著有效。',
    en: 'Corrected. The agreement by which they pay goes on.',
  },
  'corrected.agreementTo': {
    'zh-CN': '已更正。约定由其缴费的，约定接着有效，到 {to} 为止。',
    'zh-Hant': '已更正。約定由其繳費的，約定接著有效，到 {to} 為止。',
    en: 'Corrected. The agreement by which they pay goes on until {to}.',
  },
  corrected: { 'zh-CN': '已更正', 'zh-Hant': '已更正', en: 'Corrected' },
} as const satisfies Texts
