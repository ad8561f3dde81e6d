import type { Texts } from '@heju/i18n'

/** What the owner's projects charge for, as it is made public (民法典 943). */
export const portalTariffs = {
  title: { 'zh-CN': '收费标准公示', 'zh-Hant': '收費標準公示', en: 'What is charged' },
  about: {
    'zh-CN':
      '您所在项目现在执行的收费项目、标准和依据。不一定每一项都用于您的房产；您的每笔费用怎么算，见账单。',
    'zh-Hant':
      '您所在項目現在執行的收費項目、標準和依據。不一定每一項都用於您的房產；您的每筆費用怎麼算，見帳單。',
    en: 'All that your project charges for today, at which price, and what each price stands on. Not all of it is for your rooms; each bill says how its amount came about.',
  },
  none: {
    'zh-CN': '还没有公示的收费标准',
    'zh-Hant': '還沒有公示的收費標準',
    en: 'No charges have been made public yet',
  },
  noneText: {
    'zh-CN': '收费标准登记了依据并开始执行后，会显示在这里。有疑问请联系物业服务中心。',
    'zh-Hant': '收費標準登記了依據並開始執行後，會顯示在這裡。有疑問請聯絡物業服務中心。',
    en: 'They show up here once they are in force with what they stand on. Please ask the service centre if in doubt.',
  },
  'per.area': {
    'zh-CN': '每平方米每月 {price} 元',
    'zh-Hant': '每平方公尺每月 {price} 元',
    en: '¥{price} per ㎡ and month',
  },
  'per.room': {
    'zh-CN': '每户每月 {price} 元',
    'zh-Hant': '每戶每月 {price} 元',
    en: '¥{price} per room and month',
  },
  'per.parking_space': {
    'zh-CN': '每个车位每月 {price} 元',
    'zh-Hant': '每個車位每月 {price} 元',
    en: '¥{price} per parking space and month',
  },
  addition: {
    'zh-CN': '另收每月附加 {amount}',
    'zh-Hant': '另收每月附加 {amount}',
    en: 'plus {amount} a month',
  },
  kind: { 'zh-CN': '费用类别', 'zh-Hant': '費用類別', en: 'Kind' },
  inForce: { 'zh-CN': '执行时间', 'zh-Hant': '執行時間', en: 'In force' },
  since: { 'zh-CN': '{from}起', 'zh-Hant': '{from}起', en: 'since {from}' },
  span: { 'zh-CN': '{from}至{to}', 'zh-Hant': '{from}至{to}', en: '{from} to {to}' },
  basis: { 'zh-CN': '收费依据', 'zh-Hant': '收費依據', en: 'Stands on' },
  noBasis: {
    'zh-CN': '没有登记，请向物业服务中心查询',
    'zh-Hant': '沒有登記，請向物業服務中心查詢',
    en: 'Not on file; please ask the service centre',
  },
} as const satisfies Texts
