import type { Texts } from '@heju/i18n'

/** What lies on somebody's desk, by kind of task. */
export const taskTexts = {
  complaint_major: {
    'zh-CN': '{place}有重大投诉，请马上了解情况',
    'zh-Hant': '{place}有重大投訴，請馬上了解情況',
    en: 'A major complaint at {place}: please look into it now',
  },
  complaint_overdue: {
    'zh-CN': '{number}（{place}）已超过处理时限，请督办',
    'zh-Hant': '{number}（{place}）已超過處理時限，請督辦',
    en: '{number} ({place}) has missed its term: please see to it',
  },
  complaint_dissatisfied: {
    'zh-CN': '{number}（{place}）业主不满意，已重新办理，请跟进',
    'zh-Hant': '{number}（{place}）業主不滿意，已重新辦理，請跟進',
    en: '{number} ({place}): the owner is not content, it was taken up again',
  },
  complaint_revisit: {
    'zh-CN': '回访业主：{number}（{place}）',
    'zh-Hant': '回訪業主：{number}（{place}）',
    en: 'Ask the owner of {number} ({place}) whether they are content',
  },
  complaint_update: {
    'zh-CN': '答应告知业主进展：{number}（{place}）',
    'zh-Hant': '答應告知業主進展：{number}（{place}）',
    en: 'News promised to the owner of {number} ({place})',
  },
  reminder_by_hand: {
    'zh-CN': '{rooms} 收不到短信，欠费 {amount}，请打电话、上门或送书面通知',
    'zh-Hant': '{rooms} 收不到簡訊，欠費 {amount}，請打電話、上門或送書面通知',
    en: '{rooms} takes no messages and owes {amount}: please call, visit or write',
  },
  handed_over: {
    'zh-CN': '有同事把 {count} 件事交接给您，请看一下投诉和待办',
    'zh-Hant': '有同事把 {count} 件事交接給您，請看一下投訴和待辦',
    en: 'A colleague handed {count} things over to you: please look through your complaints and tasks',
  },
  survey_low: {
    'zh-CN':
      '有住户对{dimension, select, cleanliness {清洁卫生} quiet {安静舒适} warmth {热情亲切} attentiveness {主动周到} flexibility {灵活机动} other {尊重得体}}不满意并留了言，请查看',
    'zh-Hant':
      '有住戶對{dimension, select, cleanliness {清潔衛生} quiet {安靜舒適} warmth {熱情親切} attentiveness {主動周到} flexibility {靈活機動} other {尊重得體}}不滿意並留了言，請查看',
    en: 'A household is not content with how {dimension, select, cleanliness {clean} quiet {quiet} warmth {friendly} attentiveness {attentive} flexibility {flexible} other {respectful}} we are, and says why: please look',
  },
} as const satisfies Texts
