import type { Texts } from '@heju/i18n'

export const handingOver = {
  'handing_over.still_held': {
    'zh-CN': '这位同事手上还有没交接的事，没有保存。请先选好由谁接手。',
    'zh-Hant': '這位同事手上還有沒交接的事，沒有儲存。請先選好由誰接手。',
    en: 'This colleague still holds things, so nothing was saved. Please choose who takes them over.',
  },
  'handing_over.held_by_role': {
    'zh-CN': '有同事手上还有要靠这个角色才能办的事，没有保存。请先交接：{names}',
    'zh-Hant': '有同事手上還有要靠這個角色才能辦的事，沒有儲存。請先交接：{names}',
    en: 'Colleagues hold things that they need this role for, so nothing was saved. Please hand over first: {names}',
  },
  'handing_over.held_otherwise': {
    'zh-CN': '这位同事手上的事刚有变化，没有交接。请看一下最新的清单，再交接一次。',
    'zh-Hant': '這位同事手上的事剛有變化，沒有交接。請看一下最新的清單，再交接一次。',
    en: 'What this colleague holds has just changed, so nothing was handed over. Please look at the list again.',
  },
  'handing_over.receiver_cannot': {
    'zh-CN': '接手的同事已停用，或在该项目没有相应的角色，没有交接。请换一位。',
    'zh-Hant': '接手的同事已停用，或在該項目沒有相應的角色，沒有交接。請換一位。',
    en: 'Whoever should take over is shut out or has no role for it there, so nothing was handed over. Please choose another.',
  },
  'handing_over.staff_not_found': {
    'zh-CN': '没有这位同事。请回到员工列表重新选择。',
    'zh-Hant': '沒有這位同事。請回到員工清單重新選擇。',
    en: 'There is no such colleague. Please choose one from the list of staff.',
  },
  'handing_over.field.group_twice': {
    'zh-CN': '同一类、同一项目的事只能选一位接手人。',
    'zh-Hant': '同一類、同一項目的事只能選一位接手人。',
    en: 'Things of one kind in one project go to one colleague.',
  },
  'handing_over.field.to_oneself': {
    'zh-CN': '不能交接给本人。请换一位。',
    'zh-Hant': '不能交接給本人。請換一位。',
    en: 'Nobody takes over from themselves. Please choose another.',
  },
} as const satisfies Texts
