import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

export const places = {
  'places.not_found': text(
    '没有找到这个公共部位。请刷新后重试。',
    '沒有找到這個公共部位。請重新整理後再試。',
    'There is no such common place. Reload and try again.',
  ),
  'places.name_taken': text(
    '这里已有在用的“{name}”。请换一个名称或楼层，或直接用已有的那一处。',
    '這裡已有在用的「{name}」。請換一個名稱或樓層，或直接用已有的那一處。',
    'There is a {name} in use here already. Choose another name or floor, or use that one.',
  ),
  'places.parent_not_found': text(
    '没有找到所属的楼栋或单元，或它不在同一个项目。请刷新后重新选择。',
    '沒有找到所屬的樓棟或單元，或它不在同一個項目。請重新整理後重新選擇。',
    'There is no such building or unit, or it is of another project. Reload and choose again.',
  ),
  'places.too_many': text(
    '一次最多新建 {most} 处。请减少所选的类型，分几次新建。',
    '一次最多新建 {most} 處。請減少所選的類型，分幾次新建。',
    'At most {most} are made at once. Choose fewer kinds, and go on from there.',
  ),
} as const satisfies Texts
