import type { Texts } from '../locale.ts'

/** The words of the registry's closed lists, and of the files that are made from it. */
export const registryTexts = {
  'role.owner': { 'zh-CN': '业主', 'zh-Hant': '業主', en: 'Owner' },
  'role.co_owner': { 'zh-CN': '共有人', 'zh-Hant': '共有人', en: 'Co-owner' },
  'role.family': { 'zh-CN': '家属', 'zh-Hant': '家屬', en: 'Family' },
  'role.tenant': { 'zh-CN': '租户', 'zh-Hant': '租戶', en: 'Tenant' },
  'role.user': { 'zh-CN': '使用人', 'zh-Hant': '使用人', en: 'Other user' },
  'role.developer': { 'zh-CN': '建设单位', 'zh-Hant': '建設單位', en: 'Developer' },

  'use.residence': { 'zh-CN': '住宅', 'zh-Hant': '住宅', en: 'Home' },
  'use.apartment': { 'zh-CN': '公寓', 'zh-Hant': '公寓', en: 'Apartment' },
  'use.villa': { 'zh-CN': '别墅', 'zh-Hant': '別墅', en: 'Villa' },
  'use.office': { 'zh-CN': '办公', 'zh-Hant': '辦公', en: 'Office' },
  'use.shop': { 'zh-CN': '商铺', 'zh-Hant': '商鋪', en: 'Shop' },
  'use.dormitory': { 'zh-CN': '宿舍', 'zh-Hant': '宿舍', en: 'Dormitory' },
  'use.storage': { 'zh-CN': '储藏室', 'zh-Hant': '儲藏室', en: 'Storage' },
  'use.industrial': { 'zh-CN': '厂房', 'zh-Hant': '廠房', en: 'Industrial' },
  'use.public': { 'zh-CN': '公共用房', 'zh-Hant': '公共用房', en: 'Common' },
  'use.other': { 'zh-CN': '其他', 'zh-Hant': '其他', en: 'Other' },

  'state.unsold': { 'zh-CN': '未售', 'zh-Hant': '未售', en: 'Unsold' },
  'state.sold': { 'zh-CN': '已售未交', 'zh-Hant': '已售未交', en: 'Sold, not handed over' },
  'state.vacant': { 'zh-CN': '空置', 'zh-Hant': '空置', en: 'Vacant' },
  'state.renovating': { 'zh-CN': '装修', 'zh-Hant': '裝修', en: 'Renovating' },
  'state.occupied': { 'zh-CN': '自住', 'zh-Hant': '自住', en: 'Lived in' },
  'state.let': { 'zh-CN': '出租', 'zh-Hant': '出租', en: 'Let' },

  'parking.ground': { 'zh-CN': '地上', 'zh-Hant': '地上', en: 'Ground' },
  'parking.underground': { 'zh-CN': '地下', 'zh-Hant': '地下', en: 'Underground' },
  'parking.mechanical': { 'zh-CN': '机械', 'zh-Hant': '機械', en: 'Mechanical' },
  'tenure.owned': { 'zh-CN': '产权', 'zh-Hant': '產權', en: 'Owned' },
  'tenure.let': { 'zh-CN': '租赁', 'zh-Hant': '租賃', en: 'Let' },

  'person.natural': { 'zh-CN': '个人', 'zh-Hant': '個人', en: 'Person' },
  'person.organisation': { 'zh-CN': '单位', 'zh-Hant': '單位', en: 'Organisation' },
  'gender.male': { 'zh-CN': '先生', 'zh-Hant': '先生', en: 'Mr' },
  'gender.female': { 'zh-CN': '女士', 'zh-Hant': '女士', en: 'Ms' },
  'id.resident_id': { 'zh-CN': '居民身份证', 'zh-Hant': '居民身份證', en: 'Resident ID' },
  'id.uscc': { 'zh-CN': '统一社会信用代码', 'zh-Hant': '統一社會信用代碼', en: 'Unified social credit code' },
  'id.other': { 'zh-CN': '其他证件', 'zh-Hant': '其他證件', en: 'Other document' },

  'import.previewed': { 'zh-CN': '待确认', 'zh-Hant': '待確認', en: 'To be confirmed' },
  'import.applying': { 'zh-CN': '导入中', 'zh-Hant': '匯入中', en: 'Importing' },
  'import.applied': { 'zh-CN': '已导入', 'zh-Hant': '已匯入', en: 'Imported' },
  'import.discarded': { 'zh-CN': '已放弃', 'zh-Hant': '已放棄', en: 'Dropped' },

  'export.rooms': { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Rooms' },
  'export.room': { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Room' },
  'export.floor': { 'zh-CN': '楼层', 'zh-Hant': '樓層', en: 'Floor' },
  'export.area': { 'zh-CN': '面积(㎡)', 'zh-Hant': '面積(㎡)', en: 'Area (m²)' },
  'export.use': { 'zh-CN': '用途', 'zh-Hant': '用途', en: 'Use' },
  'export.state': { 'zh-CN': '状态', 'zh-Hant': '狀態', en: 'State' },
  'export.owners': { 'zh-CN': '业主', 'zh-Hant': '業主', en: 'Owners' },
  'export.phones': { 'zh-CN': '电话', 'zh-Hant': '電話', en: 'Phones' },
  'file.template': {
    'zh-CN': '房产登记模板.xlsx',
    'zh-Hant': '房產登記範本.xlsx',
    en: 'registry-template.xlsx',
  },
  'file.bad_rows': { 'zh-CN': '待改正的行.xlsx', 'zh-Hant': '待改正的行.xlsx', en: 'rows-to-correct.xlsx' },
} as const satisfies Texts
