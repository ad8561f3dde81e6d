import type { Texts } from '@heju/i18n'

export const projects = {
  'projects.not_found': {
    'zh-CN': '没有找到这个项目，可能已归档，或不在您的负责范围内。',
    'zh-Hant': '沒有找到這個項目，可能已歸檔，或不在您的負責範圍內。',
    en: 'There is no such project, or it is not among yours.',
  },
  'projects.name_taken': {
    'zh-CN': '已有名为“{name}”的项目。请换一个名称，或直接使用已有项目。',
    'zh-Hant': '已有名為「{name}」的項目。請換一個名稱，或直接使用已有項目。',
    en: 'There is a project named “{name}” already. Choose another name or use that project.',
  },
} as const satisfies Texts
