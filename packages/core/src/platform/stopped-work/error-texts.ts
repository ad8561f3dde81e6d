import type { Texts } from '@heju/i18n'

export const stoppedWork = {
  'stopped_work.aside_already': {
    'zh-CN': '同事刚把这件事搁置了，您的操作未生效。请刷新列表；如仍要再试，请到“已搁置”里再试一次。',
    'zh-Hant': '同事剛把這件事擱置了，您的操作未生效。請重新整理列表；如仍要再試，請到「已擱置」裡再試一次。',
    en: 'A colleague has just set this aside, so yours was not done. Please reload the list; to try it all the same, look for it under what was set aside.',
  },
  'stopped_work.being_tried': {
    'zh-CN': '系统正在重试这件事（可能是同事刚要求的），您的操作未生效。请一分钟后刷新列表查看结果。',
    'zh-Hant': '系統正在重試這件事（可能是同事剛要求的），您的操作未生效。請一分鐘後重新整理列表查看結果。',
    en: 'This is being tried right now, perhaps because a colleague asked for it, so yours was not done. Please reload the list in a minute to see how it went.',
  },
  'stopped_work.not_found': {
    'zh-CN': '这件事已经完成，或已由同事处理。请刷新列表。',
    'zh-Hant': '這件事已經完成，或已由同事處理。請重新整理列表。',
    en: 'This was done meanwhile, or a colleague dealt with it. Please reload the list.',
  },
} as const satisfies Texts
