import type { Texts } from '@heju/i18n'

/** Texts of the owners' portal that every page shares. */
export const portal = {
  'tab.home': { 'zh-CN': '首页', 'zh-Hant': '首頁', en: 'Home' },
  'tab.bills': { 'zh-CN': '缴费', 'zh-Hant': '繳費', en: 'Pay' },
  'tab.complaints': { 'zh-CN': '报事', 'zh-Hant': '報事', en: 'Report' },
  'tab.me': { 'zh-CN': '我的', 'zh-Hant': '我的', en: 'Me' },
  'main.skip': { 'zh-CN': '跳到正文', 'zh-Hant': '跳到正文', en: 'Skip to content' },
  'nav.label': { 'zh-CN': '主要栏目', 'zh-Hant': '主要欄目', en: 'Sections' },
  back: { 'zh-CN': '返回', 'zh-Hant': '返回', en: 'Back' },
  call: { 'zh-CN': '打电话给服务中心', 'zh-Hant': '打電話給服務中心', en: 'Call the service centre' },
  callProject: {
    'zh-CN': '{project}服务中心',
    'zh-Hant': '{project}服務中心',
    en: '{project} service centre',
  },
  parking: { 'zh-CN': '车位 {code}', 'zh-Hant': '車位 {code}', en: 'Parking {code}' },
  more: { 'zh-CN': '更早的记录', 'zh-Hant': '更早的記錄', en: 'Earlier ones' },
  'error.title': { 'zh-CN': '没有完成', 'zh-Hant': '沒有完成', en: 'Not done' },
  'error.form': {
    'zh-CN': '有几处需要修改，改好后请再提交',
    'zh-Hant': '有幾處需要修改，改好後請再提交',
    en: 'A few things to mend, then please send again',
  },
  'error.home': { 'zh-CN': '回到首页', 'zh-Hant': '回到首頁', en: 'Back to the start' },
  'error.retry': { 'zh-CN': '再试一次', 'zh-Hant': '再試一次', en: 'Try again' },
  'error.reference': { 'zh-CN': '编号', 'zh-Hant': '編號', en: 'Reference' },
  'upgrading.title': { 'zh-CN': '系统正在升级', 'zh-Hant': '系統正在升級', en: 'Being upgraded' },
  'closed.title': { 'zh-CN': '服务已结束', 'zh-Hant': '服務已結束', en: 'The service has ended' },
  'suspended.title': { 'zh-CN': '线上服务暂停', 'zh-Hant': '線上服務暫停', en: 'Suspended' },
  suspended: {
    'zh-CN': '{company}的线上服务目前暂停，只能查看，暂不能缴费或提交。',
    'zh-Hant': '{company}的線上服務目前暫停，只能檢視，暫不能繳費或提交。',
    en: 'The online service of {company} is suspended: you can look things up but not pay or send.',
  },
  'suspended.reason': { 'zh-CN': '原因：{reason}', 'zh-Hant': '原因：{reason}', en: 'Reason: {reason}' },
  'suspended.todo': {
    'zh-CN': '缴费或报事，请到物业服务中心办理。',
    'zh-Hant': '繳費或報事，請到物業服務中心辦理。',
    en: 'To pay or to report something, please go to the service centre.',
  },
  'size.large': { 'zh-CN': '大字', 'zh-Hant': '大字', en: 'Large type' },
  'size.normal': { 'zh-CN': '标准字', 'zh-Hant': '標準字', en: 'Normal type' },
  'size.label': { 'zh-CN': '字号', 'zh-Hant': '字號', en: 'Type size' },
  'language.label': { 'zh-CN': '语言', 'zh-Hant': '語言', en: 'Language' },
} as const satisfies Texts
