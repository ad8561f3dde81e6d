import type { Texts } from '@heju/i18n'

export const reminders = {
  'reminders.wording_forbidden': {
    'zh-CN':
      '这段话含有停水、停电、停气、停暖或限制出入的意思。{article}不允许用这些方式催交物业费，请改写后再保存。',
    'zh-Hant':
      '這段話含有停水、停電、停氣、停暖或限制出入的意思。{article}不允許用這些方式催繳物業費，請改寫後再儲存。',
    en: 'These words threaten to cut water, power, gas, heat or access. The law ({article}) forbids collecting fees that way; please reword.',
  },
  'reminders.stages_unordered': {
    'zh-CN': '各次提醒的天数要一次比一次晚。请调整后再保存。',
    'zh-Hant': '各次提醒的天數要一次比一次晚。請調整後再儲存。',
    en: 'Each stage must fall on a later day than the one before. Please adjust the days.',
  },
  'reminders.daytime_unusable': {
    'zh-CN': '提醒只能在白天发送：开始时间要早于结束时间，并在 08:00 到 21:00 之间。',
    'zh-Hant': '提醒只能在白天發送：開始時間要早於結束時間，並在 08:00 到 21:00 之間。',
    en: 'Reminders go out by day only: from before to, both between 08:00 and 21:00.',
  },
  'reminders.not_found': {
    'zh-CN': '找不到这次提醒。请刷新列表。',
    'zh-Hant': '找不到這次提醒。請重新整理列表。',
    en: 'This reminder is not there. Please reload the list.',
  },
  'reminders.evidence_in_future': {
    'zh-CN': '送达时间不能晚于现在。',
    'zh-Hant': '送達時間不能晚於現在。',
    en: 'It cannot have arrived later than now.',
  },
} as const satisfies Texts
