import type { Texts } from '@heju/i18n'

/** Words of the kinds of units. */
export const organisationTexts = {
  'kind.group': { 'zh-CN': '集团', 'zh-Hant': '集團', en: 'Group' },
  'kind.region': { 'zh-CN': '大区', 'zh-Hant': '大區', en: 'Region' },
  'kind.company': { 'zh-CN': '公司', 'zh-Hant': '公司', en: 'Company' },
  'kind.branch': { 'zh-CN': '分公司', 'zh-Hant': '分公司', en: 'Branch' },
} as const satisfies Texts
