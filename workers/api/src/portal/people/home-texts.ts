import type { Texts } from '@heju/i18n'

/** The owners' first page, and the page about themselves. */
export const portalHome = {
  title: { 'zh-CN': '首页', 'zh-Hant': '首頁', en: 'Home' },
  hello: { 'zh-CN': '您好，{name}', 'zh-Hant': '您好，{name}', en: 'Hello, {name}' },
  helloAll: { 'zh-CN': '您好', 'zh-Hant': '您好', en: 'Hello' },
  owed: { 'zh-CN': '待缴费用', 'zh-Hant': '待繳費用', en: 'To pay' },
  owedDetail: {
    'zh-CN': '共 {bills} 笔，最早的应在 {day}前缴',
    'zh-Hant': '共 {bills} 筆，最早的應在 {day}前繳',
    en: '{bills, plural, one {One bill} other {# bills}}, the first due {day}',
  },
  owedLate: {
    'zh-CN': '共 {bills} 笔，最早的 {day}已到期',
    'zh-Hant': '共 {bills} 筆，最早的 {day}已到期',
    en: '{bills, plural, one {One bill} other {# bills}}, the first was due {day}',
  },
  pay: { 'zh-CN': '查看并缴费', 'zh-Hant': '查看並繳費', en: 'See and pay' },
  paidUp: { 'zh-CN': '目前没有待缴的费用', 'zh-Hant': '目前沒有待繳的費用', en: 'Nothing to pay at present' },
  paidUpText: {
    'zh-CN': '有新账单时，会显示在这里。',
    'zh-Hant': '有新帳單時，會顯示在這裡。',
    en: 'New bills will show up here.',
  },
  paidBefore: { 'zh-CN': '缴费记录和收据', 'zh-Hant': '繳費記錄和收據', en: 'Payments and receipts' },
  orderOpen: {
    'zh-CN': '有一笔 {amount} 的付款还没有完成',
    'zh-Hant': '有一筆 {amount} 的付款還沒有完成',
    en: 'A payment of {amount} is not finished',
  },
  orderOvertaken: {
    'zh-CN': '有一笔 {amount} 的付款请不要再付',
    'zh-Hant': '有一筆 {amount} 的付款請不要再付',
    en: 'Please do not pay the payment of {amount} any more',
  },
  orderChecked: {
    'zh-CN': '收到您的一笔 {amount}，正在核对，请不要重复付款',
    'zh-Hant': '收到您的一筆 {amount}，正在核對，請不要重複付款',
    en: 'We have {amount} from you and are checking it. Please do not pay again',
  },
  orderCheckedPart: {
    'zh-CN': '您付的 {paid} 里有 {amount} 与账单对不上，正在核对',
    'zh-Hant': '您付的 {paid} 裡有 {amount} 與帳單對不上，正在核對',
    en: 'Of the {paid} that you paid, {amount} does not match the bills; we are checking it',
  },
  orderHeld: {
    'zh-CN': '您付的 {amount} 暂记在您名下，可用于以后的账单或退回',
    'zh-Hant': '您付的 {amount} 暫記在您名下，可用於以後的帳單或退回',
    en: 'We keep {amount} that you paid to your credit, for later bills or to be given back',
  },
  continue: { 'zh-CN': '继续', 'zh-Hant': '繼續', en: 'Go on' },
  look: { 'zh-CN': '查看', 'zh-Hant': '查看', en: 'Look' },
  complaints: { 'zh-CN': '您反映的事', 'zh-Hant': '您反映的事', en: 'What you reported' },
  newComplaint: { 'zh-CN': '我要报事', 'zh-Hant': '我要報事', en: 'Report something' },
  newComplaintText: {
    'zh-CN': '报修、投诉、建议都可以，24 小时内会有人处理',
    'zh-Hant': '報修、投訴、建議都可以，24 小時內會有人處理',
    en: 'Repairs, complaints, ideas: somebody sees to it within 24 hours',
  },
  survey: {
    'zh-CN': '请您评一评{month}的服务',
    'zh-Hant': '請您評一評{month}的服務',
    en: 'How was the service in {month}?',
  },
  surveyText: {
    'zh-CN': '{room}，大约一分钟，{day}前有效',
    'zh-Hant': '{room}，大約一分鐘，{day}前有效',
    en: '{room}, about a minute, until {day}',
  },
  rooms: { 'zh-CN': '我的房产', 'zh-Hant': '我的房產', en: 'My rooms' },
  noRooms: {
    'zh-CN': '您的手机号目前没有登记在任何房产上',
    'zh-Hant': '您的手機號碼目前沒有登記在任何房產上',
    en: 'Your number is not on file for any room at present',
  },
  noRoomsText: {
    'zh-CN': '如果您是业主或住户，请带身份证件到物业服务中心登记，登记后刷新本页即可。',
    'zh-Hant': '如果您是業主或住戶，請帶身分證件到物業服務中心登記，登記後重新整理本頁即可。',
    en: 'If you own a place or live here, please go to the service centre with your ID, and then reload this page.',
  },
  'role.owner': { 'zh-CN': '业主', 'zh-Hant': '業主', en: 'Owner' },
  'role.co_owner': { 'zh-CN': '共有人', 'zh-Hant': '共有人', en: 'Co-owner' },
  'role.family': { 'zh-CN': '家庭成员', 'zh-Hant': '家庭成員', en: 'Family' },
  'role.tenant': { 'zh-CN': '租户', 'zh-Hant': '租戶', en: 'Tenant' },
  'role.user': { 'zh-CN': '使用人', 'zh-Hant': '使用人', en: 'User' },
  'role.developer': { 'zh-CN': '建设单位', 'zh-Hant': '建設單位', en: 'Developer' },

  me: { 'zh-CN': '我的', 'zh-Hant': '我的', en: 'Me' },
  phone: { 'zh-CN': '手机尾号 {last4}', 'zh-Hant': '手機尾號 {last4}', en: 'Number ending in {last4}' },
  settings: { 'zh-CN': '显示', 'zh-Hant': '顯示', en: 'Display' },
  stewards: { 'zh-CN': '您的管家', 'zh-Hant': '您的管家', en: 'Your steward' },
  service: { 'zh-CN': '服务电话', 'zh-Hant': '服務電話', en: 'Service phones' },
  wrong: {
    'zh-CN': '登记有误？请联系服务中心更正。',
    'zh-Hant': '登記有誤？請聯絡服務中心更正。',
    en: 'Something wrong here? The service centre will correct it.',
  },
  signOut: { 'zh-CN': '退出登录', 'zh-Hant': '登出', en: 'Sign out' },
  signOutEverywhere: {
    'zh-CN': '在所有手机和电脑上退出',
    'zh-Hant': '在所有手機和電腦上登出',
    en: 'Sign out on every device',
  },
  signOutEverywhereText: {
    'zh-CN': '手机丢了，或在别人的设备上登录过，请用这一项。',
    'zh-Hant': '手機遺失，或在別人的裝置上登入過，請用這一項。',
    en: 'For a lost phone, or when you signed in on somebody else’s device.',
  },
} as const satisfies Texts
