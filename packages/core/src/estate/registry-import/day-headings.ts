import { combine } from './person-headings.ts'

/** A day is called so in each list: 搬离日期, 搬离时间, 搬离日. */
const forms = '日期 时间 日'

const dayOf = (what: string, more = '') => `${combine(what, forms)} ${more}`.trim()

export const handedOver = dayOf('交付 交房 收楼 收房 接房 入伙 交楼')

/** Of who is at a room. */
export const movedIn = dayOf('入住 业主入住 产权登记 购房 购买 过户 迁入 搬入 起始 开始')
export const movedOut = dayOf('迁出 搬离 搬出 迁离 结束 终止 截止')
export const tenantIn = dayOf(
  '起租 租赁开始 租赁起始 承租 租户入住 租户迁入 租户搬入 合同开始 合同起始 租期开始 租期起始',
  '租期起 租期开始 租期起始',
)
export const tenantOut = dayOf(
  '退租 租赁结束 租赁到期 租赁终止 租户迁出 租户搬离 租户搬出 合同结束 合同到期 合同终止 租期结束 租期到期 租期截止 租约到期',
  '租期止 租期结束 租期到期 租约到期',
)

/** Of who has a parking space. */
export const spaceFrom = dayOf(
  '开始 起租 起始 租赁开始 租赁起始 租期开始 租期起始 承租 购买 过户 生效 有效期开始 入住 迁入 搬入',
  '租期起 租期开始 有效期起',
)
export const spaceTo = dayOf(
  '结束 到期 租赁结束 租赁到期 租赁终止 租期结束 租期到期 退租 终止 截止 失效 有效期结束 有效期到期 迁出 搬离 搬出 迁离',
  '租期止 租期结束 租期到期 有效期止 有效期至',
)

/** From when a room is charged, whatever the charge. 收费时间 and 计费日 are days of other things. */
export const chargedFrom = dayOf(
  '费用开始 费用起始 计费开始 计费起始 收费起始 收费开始 收费起算 计费起算 起计 起费 起收 建账',
  '计费日期 计费时间',
)
/** The same of the property fee, which the price beside a room is of. */
export const propertyFrom = dayOf(
  `${combine('物业费 物业管理费 物业服务费 管理费 物管费', '开始 起始 起算 计费 计费开始 计费起始 收费开始 收费起始 起计 起收')} 单价开始 单价起始 单价生效 单价执行 价格生效 价格执行`,
)

/** Of a fee item. */
export const feeFrom = dayOf(
  '计费起始 计费开始 收费起始 收费开始 费用开始 费用起始 开始 生效 起始 执行 启用 起收',
)
export const feeTo = dayOf(
  '计费结束 计费终止 计费截止 收费结束 收费终止 收费截止 费用结束 费用终止 结束 终止 失效 截止 到期 停用 停收',
)
