import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of what is charged: how, for what, on whose approval and where. */
export const tariffTexts = {
  'basis.area': text('元/㎡·月', '元/㎡·月', 'yuan per ㎡ and month'),
  'basis.room': text('元／户·月', '元／戶·月', 'yuan per room and month'),
  'basis.parking_space': text('元／车位·月', '元／車位·月', 'yuan per space and month'),
  'approval.owners_committee': text('业委会同意', '業委會同意', 'Owners’ committee'),
  'approval.contract': text('合同约定', '合同約定', 'Contract'),
  'approval.authority': text('主管部门备案／批准', '主管部門備案／批准', 'Authority'),
  'scope.project': text('整个项目', '整個項目', 'The whole project'),
  'scope.room_use': text('某种用途的房屋', '某種用途的房屋', 'Rooms of one use'),
  'scope.parking_kind': text('某类车位', '某類車位', 'Spaces of one kind'),
  'scope.building': text('某栋楼', '某棟樓', 'One building'),
  'scope.places': text('逐个选房屋或车位', '逐個選房屋或車位', 'Single rooms or spaces'),
} as const satisfies Texts
