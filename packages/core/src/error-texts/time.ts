import type { Texts } from '@heju/i18n'

/** Dates, months, hours and zones that cannot be read. */
export const time = {
  'time.invalid_date': {
    'zh-CN': '这不是一个有效的日期。请按 2026-11-22 的样子填写。',
    'zh-Hant': '這不是一個有效的日期。請按 2026-11-22 的樣子填寫。',
    en: 'This is not a valid date. Please write it like 2026-11-22.',
  },
  'time.invalid_period': {
    'zh-CN': '这不是一个有效的月份。请按 2026-11 的样子填写。',
    'zh-Hant': '這不是一個有效的月份。請按 2026-11 的樣子填寫。',
    en: 'This is not a valid month. Please write it like 2026-11.',
  },
  'time.invalid_time': {
    'zh-CN': '这不是一个有效的时间。请按 09:00 的样子填写，最晚 24:00。',
    'zh-Hant': '這不是一個有效的時間。請按 09:00 的樣子填寫，最晚 24:00。',
    en: 'This is not a valid time of day. Please write it like 09:00; the latest is 24:00.',
  },
  'time.invalid_zone': {
    'zh-CN': '没有这个时区。请从列表中选择，例如 Asia/Shanghai。',
    'zh-Hant': '沒有這個時區。請從清單中選擇，例如 Asia/Shanghai。',
    en: 'There is no such time zone. Please choose one from the list, such as Asia/Shanghai.',
  },
  'time.invalid_hours': {
    'zh-CN':
      '服务时间填写不正确。请按先后填写每一段的起止时间，各段不能重叠，例如 09:00–12:00、13:30–17:00。',
    'zh-Hant':
      '服務時間填寫不正確。請按先後填寫每一段的起訖時間，各段不能重疊，例如 09:00–12:00、13:30–17:00。',
    en: 'The service hours are not right. Please give each stretch from and to, in order and without overlap, such as 09:00–12:00 and 13:30–17:00.',
  },
  'time.invalid_day_count': {
    'zh-CN': '工作日天数应为 1 或以上的整数。请修改后再提交。',
    'zh-Hant': '工作日天數應為 1 或以上的整數。請修改後再提交。',
    en: 'The number of working days must be a whole number, one or more. Please correct it and send again.',
  },
} as const satisfies Texts
