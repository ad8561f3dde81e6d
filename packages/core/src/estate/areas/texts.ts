import type { Texts } from '@heju/i18n'

export const areaTexts = {
  'kind.steward': { 'zh-CN': '管家责任区', 'zh-Hant': '管家責任區', en: 'Stewards’ areas' },
  'kind.dunning': { 'zh-CN': '催缴责任区', 'zh-Hant': '催繳責任區', en: 'Areas of dunning' },
  'file.areas': { 'zh-CN': '责任区', 'zh-Hant': '責任區', en: 'Areas' },
  'file.rooms': { 'zh-CN': '责任区房屋', 'zh-Hant': '責任區房屋', en: 'Rooms of areas' },
  'column.name': { 'zh-CN': '责任区', 'zh-Hant': '責任區', en: 'Area' },
  'column.steward': { 'zh-CN': '负责人', 'zh-Hant': '負責人', en: 'Responsible' },
  'column.standIn': { 'zh-CN': '代班', 'zh-Hant': '代班', en: 'Stand-in' },
  'column.rooms': { 'zh-CN': '房屋数', 'zh-Hant': '房屋數', en: 'Rooms' },
  'column.households': { 'zh-CN': '户数', 'zh-Hant': '戶數', en: 'Households' },
  'column.closedOn': { 'zh-CN': '撤销日', 'zh-Hant': '撤銷日', en: 'Closed' },
  'column.room': { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Room' },
  'column.household': { 'zh-CN': '有住户', 'zh-Hant': '有住戶', en: 'Lived in' },
  yes: { 'zh-CN': '是', 'zh-Hant': '是', en: 'Yes' },
} as const satisfies Texts
