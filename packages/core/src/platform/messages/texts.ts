import type { Texts } from '@heju/i18n'

/**
 * What people are told by SMS, by purpose. `{company}` is the company's name. Kept short: a message of more than 70
 * Chinese characters is sent, and charged, as two.
 */
export const messageTexts = {
  otp: {
    'zh-CN': '【{company}】验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    'zh-Hant': '【{company}】驗證碼 {code}，{minutes} 分鐘內有效。請勿告訴他人。',
    en: '[{company}] Your code is {code}, good for {minutes} minutes. Please keep it to yourself.',
  },
  payment_reminder_before: {
    'zh-CN':
      '【{company}】您好，{rooms}有{count}笔费用共{amount}将于{dueOn}到期，方便时可在手机上缴纳：{link} {note}',
    'zh-Hant':
      '【{company}】您好，{rooms}有{count}筆費用共{amount}將於{dueOn}到期，方便時可在手機上繳納：{link} {note}',
    en: '[{company}] Hello, {count} bills of {rooms}, {amount} in all, are due on {dueOn}. You can pay here: {link} {note}',
  },
  payment_reminder_after: {
    'zh-CN':
      '【{company}】您好，{rooms}有{count}笔费用共{amount}已到期，烦请抽空缴纳；如有疑问请致电{phone}。{link} {note}',
    'zh-Hant':
      '【{company}】您好，{rooms}有{count}筆費用共{amount}已到期，煩請抽空繳納；如有疑問請致電{phone}。{link} {note}',
    en: '[{company}] Hello, {count} bills of {rooms}, {amount} in all, are past due. Please pay when you can, or call {phone} with any question. {link} {note}',
  },
  complaint_registered: {
    'zh-CN': '【{company}】感谢您的反映，已登记为{number}，{dueAt}前会与您联系。进度：{link}',
    'zh-Hant': '【{company}】感謝您的反映，已登記為{number}，{dueAt}前會與您聯絡。進度：{link}',
    en: '[{company}] Thank you for telling us. Your matter is {number}; we will contact you before {dueAt}. Progress: {link}',
  },
  complaint_reply: {
    'zh-CN': '【{company}】您反映的{number}已有答复，请查看；若不满意可直接告诉我们：{link}',
    'zh-Hant': '【{company}】您反映的{number}已有答覆，請查看；若不滿意可直接告訴我們：{link}',
    en: '[{company}] There is a reply to your matter {number}. If it does not satisfy you, tell us here: {link}',
  },
  complaint_dissatisfied: {
    'zh-CN': '【{company}】{place}的投诉{number}业主回访不满意，已重新处理，请您跟进：{link}',
    'zh-Hant': '【{company}】{place}的投訴{number}業主回訪不滿意，已重新處理，請您跟進：{link}',
    en: '[{company}] The owner is not satisfied with the answer to {number} at {place}. It is open again; please look into it: {link}',
  },
  survey_open: {
    'zh-CN': '【{company}】想听听您对{project}服务的看法，约一分钟：{link}',
    'zh-Hant': '【{company}】想聽聽您對{project}服務的看法，約一分鐘：{link}',
    en: '[{company}] We would like to hear what you think of the service at {project}. It takes a minute: {link}',
  },
  survey_reminder: {
    'zh-CN': '【{company}】{project}的服务调查到{until}为止，还想听听您的看法，约一分钟：{link}',
    'zh-Hant': '【{company}】{project}的服務調查到{until}為止，還想聽聽您的看法，約一分鐘：{link}',
    en: '[{company}] Our survey about {project} is open until {until}. We would still like to hear from you; it takes a minute: {link}',
  },
} as const satisfies Texts
export type MessagePurpose = keyof typeof messageTexts
