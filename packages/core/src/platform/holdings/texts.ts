import type { Texts } from '@heju/i18n'

/** What a colleague may hold. */
export const holdingTexts = {
  'kind.complaints_handled': {
    'zh-CN': '在办投诉',
    'zh-Hant': '在辦投訴',
    en: 'Complaints in hand',
  },
  'kind.complaints_received': {
    'zh-CN': '首问负责的投诉',
    'zh-Hant': '首問負責的投訴',
    en: 'Complaints answered for',
  },
  'kind.news_promised': {
    'zh-CN': '答应业主的消息',
    'zh-Hant': '答應業主的消息',
    en: 'News promised to owners',
  },
  'kind.tasks': { 'zh-CN': '点名的待办', 'zh-Hant': '點名的待辦', en: 'Tasks by name' },
  'kind.areas': {
    'zh-CN': '负责的管家责任区',
    'zh-Hant': '負責的管家責任區',
    en: 'Stewards’ areas responsible for',
  },
  'kind.areas_stand_in': {
    'zh-CN': '代班的管家责任区',
    'zh-Hant': '代班的管家責任區',
    en: 'Stewards’ areas stood in for',
  },
  'kind.dunning_areas': {
    'zh-CN': '负责的催缴责任区',
    'zh-Hant': '負責的催繳責任區',
    en: 'Areas of dunning responsible for',
  },
  'kind.dunning_areas_stand_in': {
    'zh-CN': '代班的催缴责任区',
    'zh-Hant': '代班的催繳責任區',
    en: 'Areas of dunning stood in for',
  },
  'kind.invitations': {
    'zh-CN': '发出的邀请链接',
    'zh-Hant': '發出的邀請連結',
    en: 'Links sent to colleagues',
  },
} as const satisfies Texts
