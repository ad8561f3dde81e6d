import type { Texts } from '@heju/i18n'

export const handover = {
  'handover.received_since': {
    'zh-CN': '这一天或之后已以原法人主体的名义收款并开出收据。请选择最后一张收据次日或更晚的日期。',
    'zh-Hant': '這一天或之後已以原法人主體的名義收款並開出收據。請選擇最後一張收據次日或更晚的日期。',
    en: 'Money was received in the other entity’s name on that day or later. Please choose a day after the last receipt.',
  },
} as const satisfies Texts
