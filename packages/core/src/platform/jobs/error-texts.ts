import type { Texts } from '@heju/i18n'

export const jobs = {
  'jobs.message_unknown': {
    'zh-CN': '队列里有一条本版本还不认识的任务，升级完成后会自动处理。',
    'zh-Hant': '佇列裡有一筆本版本還不認識的任務，升級完成後會自動處理。',
    en: 'The queue holds a task that this version does not know yet; it is done once the upgrade is complete.',
  },
  'jobs.message_cut_off': {
    'zh-CN': '这项任务每次都做到一半被中断，已停止重试。请查看日志，处理后再次发送。',
    'zh-Hant': '這項任務每次都做到一半被中斷，已停止重試。請查看日誌，處理後再次發送。',
    en: 'This task was cut off in the middle each time and is not tried again. Look at the logs, then send it again.',
  },
  'jobs.job_unknown': {
    'zh-CN': '计划任务“{job}”在本版本中还不存在，升级完成后会自动处理。',
    'zh-Hant': '排程任務「{job}」在本版本中還不存在，升級完成後會自動處理。',
    en: 'This version does not know the scheduled job “{job}” yet; it is done once the upgrade is complete.',
  },
  'jobs.dead_job_not_found': {
    'zh-CN': '这条任务已经重新发送过了。请刷新列表。',
    'zh-Hant': '這筆任務已經重新發送過了。請重新整理列表。',
    en: 'This task was sent again already. Please reload the list.',
  },
} as const satisfies Texts
