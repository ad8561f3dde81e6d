import type { Words } from './headings.ts'

/** The attributes of a person, to be put after whose they are: 业主 + 联系电话. */
export const nameOf = '姓名 名称 名字 名'
export const phoneOf =
  '电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 联系手机 移动电话 手机电话 联系号码 联系人电话 联络电话 联络方式 手提电话 手提 ' +
  '电话1 手机1 手机号1 联系电话1 本人电话 主要电话 tel phone mobile phonenumber telephone'
export const phone2Of =
  '电话2 手机2 手机号2 联系电话2 备用电话 备用手机 其他电话 其他联系方式 家庭电话 固定电话 座机 固话 住宅电话 第二联系电话 宅电'
export const idOf =
  '身份证 身份证号 身份证号码 证件号 证件号码 身份证件号码 身份证件号 身份号码 证件 证照号码 证照号 有效证件号码 有效证件 公民身份号码 统一社会信用代码 ' +
  '身份证/营业执照 身份证号/统一社会信用代码 idno idnumber idcard 身份证明号码'

const owner = '业主 户主 产权人 房主 权利人 购房人 所有权人 房东 客户 住户 业户 买方'
export const coOwner = '共有人 共有产权人 共同产权人 第二产权人 共同业主 第二业主 共同共有人'
export const family = '家属 家庭成员 家人 配偶'
export const tenant = '租户 租客 承租人 承租方 使用人 租赁人 租房人 现住户'

/** The attributes of somebody, each after each word for who that is. */
export function combine(whose: string, attributes: string): string {
  return whose
    .split(' ')
    .flatMap((who) => attributes.split(' ').map((attribute) => who + attribute))
    .join(' ')
}

export const person: Words = {
  number:
    '业主编号 客户编号 住户编号 户主编号 业主编码 客户编码 业主代码 客户代码 业户编号 住户编码 业主号 客户号 ownerno',
  name: `${owner} 姓名 业主/住户 业主或住户 购房者 姓名/单位 owner owners name ownername ${combine(owner, nameOf)}`,
  phone: `${phoneOf} phones ${combine(owner, phoneOf)}`,
  phone2: `${phone2Of} ${combine(owner, phone2Of)}`,
  idNumber: `${idOf} ${combine(owner, idOf)}`,
  gender: `性别 sex gender ${combine(owner, '性别')}`,
  role: '居住类型 入住类型 住户关系 业主类型 住户类型 与业主关系 与户主关系 和业主关系 关系 客户类型 人员类型 业主类别 成员关系 住户身份 客户类别 住户类别 人员身份 身份 与产权人关系 住户性质 业主性质 成员类型',
  share: '份额 产权份额 产权比例 所占份额 占比 持有比例 产权占比 份额比例 所有权比例 共有份额',
}
