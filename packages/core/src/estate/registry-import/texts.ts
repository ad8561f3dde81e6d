import type { Texts } from '@heju/i18n'

/** Words of the stages of an import and of what it counts. */
export const importTexts = {
  'kind.buildings': { 'zh-CN': '楼栋', 'zh-Hant': '樓棟', en: 'Buildings' },
  'kind.units': { 'zh-CN': '单元', 'zh-Hant': '單元', en: 'Units' },
  'kind.rooms': { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'Rooms' },
  'kind.parkingSpaces': { 'zh-CN': '车位', 'zh-Hant': '車位', en: 'Parking spaces' },
  'kind.people': { 'zh-CN': '业主与住户', 'zh-Hant': '業主與住戶', en: 'People' },
  'kind.occupancies': {
    'zh-CN': '人与房屋、车位的关系',
    'zh-Hant': '人與房屋、車位的關係',
    en: 'Who is what where',
  },
  'kind.tariffs': { 'zh-CN': '收费标准', 'zh-Hant': '收費標準', en: 'Tariffs' },
  'kind.roomTariffs': {
    'zh-CN': '房屋适用的收费标准',
    'zh-Hant': '房屋適用的收費標準',
    en: 'Tariffs of rooms',
  },
  'stage.buildings': { 'zh-CN': '楼栋', 'zh-Hant': '樓棟', en: 'the buildings' },
  'stage.units': { 'zh-CN': '单元', 'zh-Hant': '單元', en: 'the units' },
  'stage.rooms': { 'zh-CN': '房屋', 'zh-Hant': '房屋', en: 'the rooms' },
  'stage.spaces': { 'zh-CN': '车位', 'zh-Hant': '車位', en: 'the parking spaces' },
  'stage.people': { 'zh-CN': '业主与住户', 'zh-Hant': '業主與住戶', en: 'the people' },
  'stage.occupancies': {
    'zh-CN': '人与房屋、车位的关系',
    'zh-Hant': '人與房屋、車位的關係',
    en: 'who is what where',
  },
  'stage.tariffs': { 'zh-CN': '收费标准', 'zh-Hant': '收費標準', en: 'the tariffs' },
  /** Of a row in a file to correct. */
  'row.along': {
    'zh-CN': '不用改：这一行没有问题，是要改正的行用到的，请留着一起上传。',
    'zh-Hant': '不用改：這一行沒有問題，是要改正的行用到的，請留著一起上傳。',
    en: 'Nothing to correct: rows that are to be corrected refer to this one. Leave it in and upload it with them.',
  },
} as const satisfies Texts
