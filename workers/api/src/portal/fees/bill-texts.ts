import type { Texts } from '@heju/i18n'

/** An owner's bills and how each amount came about. */
export const portalBills = {
  title: { 'zh-CN': '待缴账单', 'zh-Hant': '待繳帳單', en: 'Bills to pay' },
  total: { 'zh-CN': '待缴合计', 'zh-Hant': '待繳合計', en: 'To pay in all' },
  none: { 'zh-CN': '没有待缴的账单', 'zh-Hant': '沒有待繳的帳單', en: 'No bills to pay' },
  noneText: {
    'zh-CN': '每月账单发布后会显示在这里。',
    'zh-Hant': '每月帳單發布後會顯示在這裡。',
    en: 'Each month’s bills will show up here.',
  },
  history: { 'zh-CN': '缴费记录和收据', 'zh-Hant': '繳費記錄和收據', en: 'Payments and receipts' },
  roomSum: {
    'zh-CN': '{bills} 笔，{amount}',
    'zh-Hant': '{bills} 筆，{amount}',
    en: '{bills, plural, one {One bill} other {# bills}}, {amount}',
  },
  chooseAll: { 'zh-CN': '全选', 'zh-Hant': '全選', en: 'Choose all' },
  chooseNone: { 'zh-CN': '全不选', 'zh-Hant': '全不選', en: 'Choose none' },
  choose: { 'zh-CN': '选择 {bill}', 'zh-Hant': '選擇 {bill}', en: 'Choose {bill}' },
  chosen: { 'zh-CN': '已选', 'zh-Hant': '已選', en: 'Chosen' },
  dueOn: { 'zh-CN': '{day}前缴', 'zh-Hant': '{day}前繳', en: 'due {day}' },
  lateSince: { 'zh-CN': '{day}已到期', 'zh-Hant': '{day}已到期', en: 'was due {day}' },
  paidPart: {
    'zh-CN': '已缴 {paid}，还欠 {owed}',
    'zh-Hant': '已繳 {paid}，還欠 {owed}',
    en: '{paid} paid, {owed} left',
  },
  beingPaid: { 'zh-CN': '付款未完成', 'zh-Hant': '付款未完成', en: 'payment not finished' },
  pay: { 'zh-CN': '用微信支付', 'zh-Hant': '用微信支付', en: 'Pay with WeChat Pay' },
  payByCode: {
    'zh-CN': '显示二维码，用微信扫码付',
    'zh-Hant': '顯示二維碼，用微信掃碼付',
    en: 'Show a code to scan with WeChat',
  },
  payByCodeNote: {
    'zh-CN': '家人也可以用自己的微信扫码代缴。',
    'zh-Hant': '家人也可以用自己的微信掃碼代繳。',
    en: 'Somebody of your family can scan it as well.',
  },
  inWechat: {
    'zh-CN':
      '您正在微信里打开本页。请点右上角“…”，选择“在浏览器打开”后再付款；或显示二维码，用另一部手机扫码。',
    'zh-Hant':
      '您正在微信裡開啟本頁。請點右上角「…」，選擇「在瀏覽器開啟」後再付款；或顯示二維碼，用另一部手機掃碼。',
    en: 'You opened this page inside WeChat. Please tap “…” at the top, choose “Open in browser” and pay there; or show a code and scan it with another phone.',
  },
  nothingChosen: {
    'zh-CN': '还没有选择账单。请至少勾选一笔再付款。',
    'zh-Hant': '還沒有選擇帳單。請至少勾選一筆再付款。',
    en: 'No bill is chosen. Please tick at least one.',
  },
  tooMany: {
    'zh-CN': '一次最多付 {most} 笔，已先勾选最早的 {most} 笔。',
    'zh-Hant': '一次最多付 {most} 筆，已先勾選最早的 {most} 筆。',
    en: 'Up to {most} bills can be paid at a time; the first {most} are ticked.',
  },
  atDesk: {
    'zh-CN': '也可以到物业服务中心用现金、刷卡或转账缴纳。',
    'zh-Hant': '也可以到物業服務中心用現金、刷卡或轉帳繳納。',
    en: 'You can also pay at the service centre, in cash, by card or by transfer.',
  },

  billTitle: { 'zh-CN': '账单详情', 'zh-Hant': '帳單詳情', en: 'The bill' },
  payer: { 'zh-CN': '户名', 'zh-Hant': '戶名', en: 'Name' },
  place: { 'zh-CN': '房产', 'zh-Hant': '房產', en: 'Place' },
  fee: { 'zh-CN': '收费项目', 'zh-Hant': '收費項目', en: 'Charge' },
  period: { 'zh-CN': '账期', 'zh-Hant': '帳期', en: 'Period' },
  amount: { 'zh-CN': '账单金额', 'zh-Hant': '帳單金額', en: 'Made out for' },
  due: { 'zh-CN': '缴费期限', 'zh-Hant': '繳費期限', en: 'Due' },
  paid: { 'zh-CN': '已缴', 'zh-Hant': '已繳', en: 'Paid' },
  'state.owed': { 'zh-CN': '待缴', 'zh-Hant': '待繳', en: 'To pay' },
  'state.late': { 'zh-CN': '已逾期', 'zh-Hant': '已逾期', en: 'Overdue' },
  'state.paid': { 'zh-CN': '已缴清', 'zh-Hant': '已繳清', en: 'Paid' },
  'state.void': {
    'zh-CN': '已作废，不需要缴',
    'zh-Hant': '已作廢，不需要繳',
    en: 'Withdrawn, nothing to pay',
  },
  voidReason: { 'zh-CN': '作废原因', 'zh-Hant': '作廢原因', en: 'Why withdrawn' },
  offline: {
    'zh-CN': '本项目暂未开通网上缴费。请到物业服务中心用现金、刷卡或转账缴纳，或致电咨询。',
    'zh-Hant': '本項目暫未開通網上繳費。請到物業服務中心用現金、刷卡或轉帳繳納，或致電諮詢。',
    en: 'Bills of this project cannot be paid online yet. Please pay at the service centre, in cash, by card or by transfer, or call and ask.',
  },
  payThis: { 'zh-CN': '去缴费', 'zh-Hant': '去繳費', en: 'Pay' },
  payments: { 'zh-CN': '已缴记录', 'zh-Hant': '已繳記錄', en: 'Payments' },

  how: { 'zh-CN': '怎么算出来的', 'zh-Hant': '怎麼算出來的', en: 'How it was worked out' },
  detail: { 'zh-CN': '账单详情', 'zh-Hant': '帳單詳情', en: 'The whole bill' },
  'basis.title': { 'zh-CN': '价格依据', 'zh-Hant': '價格依據', en: 'What the price stands on' },
  'basis.owners_committee': {
    'zh-CN': '业主委员会同意',
    'zh-Hant': '業主委員會同意',
    en: 'agreed to by the owners’ committee',
  },
  'basis.contract': {
    'zh-CN': '物业服务合同约定',
    'zh-Hant': '物業服務合約約定',
    en: 'agreed in the service contract',
  },
  'basis.authority': {
    'zh-CN': '主管部门备案或批准',
    'zh-Hant': '主管部門備案或核准',
    en: 'filed with or approved by the authority',
  },
  'basis.with': { 'zh-CN': '{basis}（{more}）', 'zh-Hant': '{basis}（{more}）', en: '{basis} ({more})' },
  'basis.guided': {
    'zh-CN': '政府指导价：{grade}，基准价 {base} 元，可上下浮动 {range}%',
    'zh-Hant': '政府指導價：{grade}，基準價 {base} 元，可上下浮動 {range}%',
    en: 'Price guided by the government: {grade}, base ¥{base}, up to {range} % above or below',
  },
} as const satisfies Texts
