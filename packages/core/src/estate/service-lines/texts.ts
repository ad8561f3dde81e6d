import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** The eight service lines as every page and file calls them. */
export const serviceLineTexts = {
  serviceLine: text('服务条线', '服務條線', 'Service line'),
  'line.building_fabric': text('房屋建筑本体', '房屋建築本體', 'Building fabric'),
  'line.building_equipment': text('房屋设施设备', '房屋設施設備', 'Building equipment'),
  'line.cleaning': text('清洁卫生', '清潔衛生', 'Cleaning'),
  'line.greenery': text('绿化养护', '綠化養護', 'Greenery'),
  'line.security': text('安全护卫', '安全護衛', 'Security'),
  'line.fire_safety': text('消防', '消防', 'Fire safety'),
  'line.traffic': text('车辆道路', '車輛道路', 'Vehicles and roads'),
  'line.customer_service': text('客户服务管理', '客戶服務管理', 'Customer service'),
  'line.unset': text('尚未选择条线', '尚未選擇條線', 'No line chosen yet'),
} as const satisfies Texts
