import type { Texts } from '@heju/i18n'

export const outbox = {
  'outbox.not_yet': {
    'zh-CN': '还没到时间，到时会自动执行。',
    'zh-Hant': '還沒到時間，到時會自動執行。',
    en: 'It is not time yet; it is done by itself when it is.',
  },
  'outbox.cut_off': {
    'zh-CN': '做到一半被中断了，多半是数据太多、时间或内存不够。请再试一次；仍不行时请告诉平台支持。',
    'zh-Hant': '做到一半被中斷了，多半是資料太多、時間或記憶體不夠。請再試一次；仍不行時請告訴平台支援。',
    en: 'It was stopped in the middle, most likely for too much data at once. Please try again; if that does not help, tell support.',
  },
  'outbox.event_unknown': {
    'zh-CN': '本版本还不认识这类任务，升级完成后会自动处理。',
    'zh-Hant': '本版本還不認識這類任務，升級完成後會自動處理。',
    en: 'This version does not know this kind of task yet; it is done once the upgrade is complete.',
  },
} as const satisfies Texts
