import type { Texts } from '@heju/i18n'

/** Words of what a project is, how it is served and how its prices are set. */
export const projectTexts = {
  'type.residential': { 'zh-CN': '住宅小区', 'zh-Hant': '住宅社區', en: 'Housing estate' },
  'type.office': { 'zh-CN': '商务办公', 'zh-Hant': '商務辦公', en: 'Offices' },
  'type.apartment': { 'zh-CN': '高级公寓', 'zh-Hant': '高級公寓', en: 'Apartments' },
  'type.villa': { 'zh-CN': '别墅区', 'zh-Hant': '別墅區', en: 'Villas' },
  'type.hospital': { 'zh-CN': '医院', 'zh-Hant': '醫院', en: 'Hospital' },
  'type.mixed': { 'zh-CN': '商住混合', 'zh-Hant': '商住混合', en: 'Mixed use' },
  'mode.hotel': { 'zh-CN': '酒店式', 'zh-Hant': '酒店式', en: 'Hotel style' },
  'mode.apartment': { 'zh-CN': '公寓式', 'zh-Hant': '公寓式', en: 'Apartment style' },
  'mode.butler': { 'zh-CN': '管家式', 'zh-Hant': '管家式', en: 'Butler style' },
  'mode.custom': { 'zh-CN': '自定', 'zh-Hant': '自訂', en: 'Own style' },
  'regime.market': { 'zh-CN': '市场调节价', 'zh-Hant': '市場調節價', en: 'Market price' },
  'regime.guided': { 'zh-CN': '政府指导价', 'zh-Hant': '政府指導價', en: 'Guided price' },
} as const satisfies Texts
