import type { Texts } from '@heju/i18n'

export const satisfaction = {
  'satisfaction.not_found': {
    'zh-CN': '没有找到这份调查。它可能不包括这套房屋，或房屋已不在您名下；如有疑问，请联系服务中心。',
    'zh-Hant': '沒有找到這份調查。它可能不包括這套房屋，或房屋已不在您名下；如有疑問，請聯絡服務中心。',
    en: 'There is no such survey. It may not include this room, or the room is no longer yours. Please ask the service centre.',
  },
  'satisfaction.closed': {
    'zh-CN': '这次调查已经结束，没能收下这份回答。下个月初会有新的一期；有急事请直接向服务中心反映。',
    'zh-Hant': '這次調查已經結束，沒能收下這份回答。下個月初會有新的一期；有急事請直接向服務中心反映。',
    en: 'This survey has closed, so the answer could not be taken. The next one opens early next month; please tell the service centre what cannot wait.',
  },
  'satisfaction.answered_by_household': {
    'zh-CN': '这一户已经自己填写过，以住户自己的回答为准，不能代填。',
    'zh-Hant': '這一戶已經自己填寫過，以住戶自己的回答為準，不能代填。',
    en: 'This household has answered by itself. Its own answer stands and cannot be replaced by one noted down for it.',
  },
  'satisfaction.answered_too_often': {
    'zh-CN': '同一期调查最多填写 {most} 次，以最近一次为准。还想补充，请联系服务中心。',
    'zh-Hant': '同一期調查最多填寫 {most} 次，以最近一次為準。還想補充，請聯絡服務中心。',
    en: 'A survey can be answered {most} times at most; the latest counts. To add something, please speak to the service centre.',
  },
  'satisfaction.asked_already': {
    'zh-CN': '这些住户刚刚已经通知过，系统会自动核对，不用再发。',
    'zh-Hant': '這些住戶剛剛已經通知過，系統會自動核對，不用再發。',
    en: 'These households have just been told. The system checks by itself; nothing needs to be sent again.',
  },
  'satisfaction.no_round': {
    'zh-CN': '这个项目在这个月没有满意度调查。请换一个月份查看。',
    'zh-Hant': '這個項目在這個月沒有滿意度調查。請換一個月份查看。',
    en: 'This project has no satisfaction survey for that month. Please look at another month.',
  },
  'satisfaction.field.months': {
    'zh-CN': '请选择 1 到 36 个月，结束月份不能早于开始月份。',
    'zh-Hant': '請選擇 1 到 36 個月，結束月份不能早於開始月份。',
    en: 'Please choose 1 to 36 months, the last not before the first.',
  },
} as const satisfies Texts
