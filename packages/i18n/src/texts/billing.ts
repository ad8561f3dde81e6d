import type { Texts } from '../locale.ts'

/** The file of bills. */
export const billingTexts = {
  bills: { 'zh-CN': '账单', 'zh-Hant': '帳單', en: 'Bills' },
  place: { 'zh-CN': '房号/车位', 'zh-Hant': '房號/車位', en: 'Room or space' },
  payer: { 'zh-CN': '缴费人', 'zh-Hant': '繳費人', en: 'Payer' },
  fee: { 'zh-CN': '收费项目', 'zh-Hant': '收費項目', en: 'Charge' },
  feeItem: { 'zh-CN': '费用类别', 'zh-Hant': '費用類別', en: 'Kind' },
  'feeItem.property': { 'zh-CN': '物业公共服务费', 'zh-Hant': '物業公共服務費', en: 'Property service' },
  'feeItem.parking': { 'zh-CN': '机动车停放费', 'zh-Hant': '機動車停放費', en: 'Parking' },
  'feeItem.other': { 'zh-CN': '其他服务收费', 'zh-Hant': '其他服務收費', en: 'Other services' },
  period: { 'zh-CN': '费用月份', 'zh-Hant': '費用月份', en: 'Month' },
  quantity: { 'zh-CN': '面积或数量', 'zh-Hant': '面積或數量', en: 'Area or quantity' },
  price: { 'zh-CN': '单价（元/月）', 'zh-Hant': '單價（元/月）', en: 'Price (yuan/month)' },
  addition: { 'zh-CN': '附加费（元/月）', 'zh-Hant': '附加費（元/月）', en: 'Addition (yuan/month)' },
  days: { 'zh-CN': '计费天数', 'zh-Hant': '計費天數', en: 'Days' },
  amount: { 'zh-CN': '应缴（元）', 'zh-Hant': '應繳（元）', en: 'Amount (yuan)' },
  paid: { 'zh-CN': '已缴（元）', 'zh-Hant': '已繳（元）', en: 'Paid (yuan)' },
  owed: { 'zh-CN': '未缴（元）', 'zh-Hant': '未繳（元）', en: 'Owed (yuan)' },
  due: { 'zh-CN': '缴费期限', 'zh-Hant': '繳費期限', en: 'Due' },
  state: { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'state.draft': { 'zh-CN': '草稿', 'zh-Hant': '草稿', en: 'Draft' },
  'state.owed': { 'zh-CN': '待缴', 'zh-Hant': '待繳', en: 'To pay' },
  'state.paid': { 'zh-CN': '已缴清', 'zh-Hant': '已繳清', en: 'Paid' },
  'state.void': { 'zh-CN': '已作废', 'zh-Hant': '已作廢', en: 'Void' },
} as const satisfies Texts
