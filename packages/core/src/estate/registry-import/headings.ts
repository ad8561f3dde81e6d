import { wordKey } from '../registry/index.ts'
import {
  chargedFrom,
  feeFrom,
  feeTo,
  handedOver,
  movedIn,
  movedOut,
  propertyFrom,
  spaceFrom,
  spaceTo,
  tenantIn,
  tenantOut,
} from './day-headings.ts'
import { formsOf } from './heading-forms.ts'
import {
  coOwner,
  combine,
  family,
  idOf,
  nameOf,
  person,
  phone2Of,
  phoneOf,
  tenant,
} from './person-headings.ts'

export const tableKinds = ['rooms', 'people', 'parking', 'tariffs', 'buildings'] as const
export type TableKind = (typeof tableKinds)[number]

/** What a column may tell. `ignored`: known, and not part of the registry. */
export type Field =
  | 'estate'
  | 'building'
  | 'unit'
  | 'floor'
  | 'room'
  | 'address'
  | 'layout'
  | 'builtArea'
  | 'innerArea'
  | 'chargeArea'
  | 'use'
  | 'state'
  | 'handedOverOn'
  | 'remark'
  | 'number'
  | 'name'
  | 'phone'
  | 'phone2'
  | 'idNumber'
  | 'gender'
  | 'role'
  | 'share'
  | 'fromOn'
  | 'toOn'
  | 'coOwner'
  | 'coOwnerPhone'
  | 'coOwnerId'
  | 'family'
  | 'familyPhone'
  | 'tenant'
  | 'tenantPhone'
  | 'tenantId'
  | 'tenantFromOn'
  | 'tenantToOn'
  | 'tariffs'
  | 'tariffFromOn'
  | 'propertyFromOn'
  | 'areaPrice'
  | 'parking'
  | 'lot'
  | 'space'
  | 'kind'
  | 'area'
  | 'plate'
  | 'tenure'
  | 'code'
  | 'title'
  | 'recurrence'
  | 'cycle'
  | 'way'
  | 'price'
  | 'amount'
  | 'pricedBy'
  | 'floors'
  | 'elevator'
  | 'ignored'

export type Words = Readonly<Partial<Record<Field, string>>>

const vehicles = '车品牌 品牌 车型 车辆型号 车类型 车辆类型 颜色 车颜色 车身颜色 车主 行驶证'
const never =
  '序号 年龄 租金 民族 籍贯 国籍 职业 邮箱 电子邮箱 email 工作单位 出生日期 生日 证件类型 证件种类 证件名称 政治面貌 学历 婚姻状况 爱好 紧急联系人 紧急联系电话 紧急联系人电话 通讯地址 联系地址 邮寄地址 家庭住址 户籍地址 邮编 问题 原行号 no. no 行号 欠费 欠费金额 余额'

const building =
  '楼栋 楼栋号 楼栋编号 栋 栋号 栋数 幢 幢号 座 座号 座别 楼号 楼座 楼宇 楼宇名称 楼宇编号 大楼 大厦 楼栋名称 楼 几栋 几幢 号楼 楼幢 楼幢号 栋座 座栋 栋别 幢别 栋/座 栋/幢 楼栋/座 building block tower'
const unit = '单元 单元号 单元编号 单元名称 单元编码 单元楼 几单元 梯号 unit'
const room =
  '房号 房屋编号 房间号 房间编号 房间编码 房屋编码 房屋号 房产编号 房产编码 门牌 门牌号 门牌号码 室号 户号 房间 房屋 室 户室号 房室号 单元房号 铺号 商铺号 铺位号 商铺编号 房屋名称 ' +
  '房间名称 单位 单位号 室号/铺号 房间号码 楼房号 房 room roomno roomnumber'
const address =
  '房屋地址 地址 房产地址 物业地址 坐落 房屋坐落 详细地址 房屋全称 楼栋房号 房产 房产名称 物业名称 房屋位置 具体位置 住址 房产信息 楼栋单元房号 栋单元房号 完整房号 address'
const parkingSpace =
  '车位 车位号 车位编号 车位编码 车位名称 停车位 停车位号 停车位编号 泊位 泊位号 车位号码 产权车位 固定车位 parking parkingno'

/** What parts of a file speak of which estate or phase. Which one is meant is for a person to say. */
const estate =
  '小区 小区名称 小区名 小区编号 项目 项目名称 所属小区 所属项目 楼盘 楼盘名称 社区 园区 园区名称 物业项目 期 期数 分期 期区 组团 组团名称 苑 苑区 苑名 区 分区 片区 小区分区 区号 区域 地块 标段 组团号 期号 案名 案场 院落 村组 estate phase'

/** How often is charged or paid. */
const cycle =
  '缴费周期 收费周期 周期 计费周期 付款周期 缴费周期月 付费周期 交费周期 缴款周期 收款周期 结算周期 物业费缴费周期 物业费收费周期 缴费频率 收费频率 付款频率 缴费方式 付款方式 付费方式 交费方式 缴款方式 缴纳方式 支付方式 billingcycle paymentcycle'

const rooms: Words = {
  estate,
  building,
  unit,
  room,
  address,
  floor: '楼层 房屋楼层 所在楼层 层 层数 层号 所在层 层次 楼层号 floor',
  layout: '户型 房屋户型 房型 户型结构 房屋结构 户型图 layout',
  chargeArea: 'area chargedarea 计费面积 收费面积 物业费面积 计费建筑面积 缴费面积 收费建筑面积 应收面积',
  builtArea:
    '建筑面积 建面 产权面积 房产面积 房屋面积 面积 产证面积 销售面积 合同面积 实测面积 实测建筑面积 房屋建筑面积 总面积 房产证面积 登记面积 areasqm builtarea',
  innerArea:
    '套内面积 室内面积 套内建筑面积 使用面积 实用面积 套内 室内使用面积 套内使用面积 室内建筑面积 innerarea',
  use: '房屋类型 房屋用途 用途 物业类型 房产类型 业态 房屋性质 类型 物业类别 使用性质 房间类型 房屋类别 房产性质 产权性质 规划用途 性质 use',
  state:
    '房屋状态 状态 入住状态 房态 交付状态 使用状态 入住情况 居住状态 房屋现状 居住情况 房间状态 销售状态 装修状态 使用情况 现状 state',
  handedOverOn: handedOver,
  remark: '备注 备注信息 备注说明 注 remark remarks note',
  ...person,
  fromOn: movedIn,
  toOn: movedOut,
  coOwner: `${coOwner} ${combine(coOwner, nameOf)}`,
  coOwnerPhone: combine(coOwner, phoneOf),
  coOwnerId: combine(coOwner, idOf),
  family: `${family} ${combine(family, nameOf)}`,
  familyPhone: combine(family, phoneOf),
  tenant: `${tenant} ${combine(tenant, nameOf)}`,
  tenantPhone: combine(tenant, phoneOf),
  tenantId: combine(tenant, idOf),
  tenantFromOn: tenantIn,
  tenantToOn: tenantOut,
  tariffs: '房屋费用 费用编号 收费项目编号 费用 收费项目 费用项 收费编号 收费标准编号',
  tariffFromOn: chargedFrom,
  propertyFromOn: propertyFrom,
  areaPrice:
    '物业费单价 物业费标准 物业费收费标准 物业管理费单价 管理费单价 物业服务费单价 物业服务费标准 收费标准 单价 收费单价 物业费价格 物管费单价',
  cycle: `${cycle} 收费方式`,
  pricedBy: '计费单位 计价单位 收费单位 单价单位 价格单位',
  parking: parkingSpace,
  ignored: `${never} 公摊面积 分摊面积 车牌 车牌号 车牌号码 ${vehicles}`,
}

const people: Words = {
  ...person,
  estate,
  name: `${person.name} 名称 客户 联系人`,
  number: `${person.number} 编号 所属业主编号 所属业主`,
  role: `${person.role} 类型 类别`,
  fromOn: `${movedIn} ${tenantIn}`,
  toOn: `${movedOut} ${tenantOut}`,
  remark: rooms.remark!,
  ignored: never,
}

const parking: Words = {
  ...person,
  name: `${person.name} 使用人 使用者 holders holder 租用人 承租人 车位业主`,
  phone: `${person.phone} phones`,
  estate: estate.replaceAll(/(?<= )(?:区|分区|片区|区域|区号)(?= )/g, ''),
  lot: '停车场 lot 停车场编号 车场 车库 停车场名称 停车区域 区域 车库名称 车库编号 停车场编码 片区 分区 车场名称 所在车库',
  space: `${parkingSpace} 编号 number`,
  kind: '停车场类型 kind 车位类型 类型 车场类型 停车位类型 车位位置类型 车位种类',
  area: '面积 车位面积 产权面积 建筑面积',
  tenure:
    '出租还是出售 产权或租赁 tenure 租售 租售状态 车位性质 产权性质 使用性质 租售类型 出租出售 租/售 性质 使用方式 车位状态 状态 使用状态 产权类型',
  plate: '车牌 plates 车牌号 车牌号码 车辆牌照 车号 牌照号 plate plateno',
  room: `${room} 关联房号 所属房号 绑定房屋 对应房号 关联房屋 所属房屋 业主房号`,
  address: '房屋地址 地址 房产地址 房屋全称 楼栋房号',
  building,
  unit,
  fromOn: spaceFrom,
  toOn: spaceTo,
  remark: rooms.remark!,
  ignored: `${never} ${vehicles} 月租金 月租费 停车费`,
}

const tariffs: Words = {
  code: '费用编号 编号 收费编号 收费项目编号 项目编号 代码 费用代码 标准编号 费用项编号',
  title:
    '收费项目 收费项目名称 费用名称 费用项目 项目 项目名称 名称 收费名称 费用项 费用项名称 科目 收费科目 标准名称',
  kind: '费用类型 收费类型 费用类别 收费类别 费用大类 类型',
  recurrence: '费用标识 费用性质 收费性质 周期类型',
  cycle,
  way: '计算公式 计费方式 计算方式 收费方式 计费公式 公式 计价方式 计费依据 收费依据',
  price: '计费单价 单价 收费单价 收费标准 价格 标准 单价元 费率 物业费单价',
  amount: '固定费用 附加费 固定金额 金额 附加费用 附加/固定费用 固定收费 固定费',
  pricedBy: '单位 计费单位 计价单位 收费单位',
  fromOn: feeFrom,
  toOn: feeTo,
  remark: `${rooms.remark!} 收取说明 收费说明 计费说明 费用说明 收费备注 费用备注`,
  ignored: '序号 付费类型 出账类型 预付费 滞纳金 违约金 税率 小数位 no. no 问题',
}

const buildings: Words = {
  estate: estate,
  building: `${building} 名称 编号`,
  unit,
  floors: '总层数 层数 楼层数 地上层数 总楼层 楼层 总楼层数 单元层数 最高楼层 floors',
  elevator: '是否有电梯 电梯 有无电梯 电梯房 有电梯 elevator',
  remark: rooms.remark!,
  ignored:
    '序号 单元数 总户数 户数 总面积 建筑面积 电梯数 电梯数量 竣工日期 建成年份 结构 建筑结构 地下层数 问题 原行号 no. no 楼长 管家',
}

const dictionaries: Record<TableKind, ReadonlyMap<string, { field: Field; rank: number }>> = {
  rooms: index(rooms),
  people: index(people),
  parking: index(parking),
  tariffs: index(tariffs),
  buildings: index(buildings),
}

function index(words: Words): Map<string, { field: Field; rank: number }> {
  const entries = Object.entries(words) as [Field, string][]
  return new Map(
    // The first meaning of a word stands: a Map keeps the last, so the pairs are turned round.
    entries
      .flatMap(([field, list]) =>
        list.split(' ').map((word, rank) => [wordKey(word), { field, rank }] as const),
      )
      .toReversed(),
  )
}

/** The words by which a column of a kind of table is known; for tests that try each of them. */
export function headingWords(kind: TableKind): ReadonlyMap<string, Field> {
  return new Map([...dictionaries[kind]].map(([word, { field }]) => [word, field]))
}

const bareAttributes = new Set(`${phoneOf} ${phone2Of} ${idOf} 性别`.split(' ').map(wordKey))

/**
 * The field of a heading that stands right of a column about somebody: 电话 after 租户 is the tenant's.
 * @param whose the field of the nearest column to the left that names a person
 */
export function fieldAfter(
  kind: TableKind,
  whose: Field | null,
  heading: string,
): { field: Field; rank: number } | null {
  const word =
    whose === 'tenant' ? '租户' : whose === 'coOwner' ? '共有人' : whose === 'family' ? '家属' : null
  const bare = formsOf(heading).keys.find((key) => bareAttributes.has(key))
  if (word === null || bare === undefined) return fieldOf(kind, heading)
  return fieldOf(kind, word + bare) ?? { field: 'ignored', rank: 0 }
}

/** What a column tells, and how usual the word is (0 is the most usual), or null. */
export function fieldOf(kind: TableKind, heading: string): { field: Field; rank: number } | null {
  return fieldsOf(kind, heading)[0] ?? null
}

/**
 * What a column may tell, the likeliest first. A heading that names two things (单元/座, 铺位号/房号) may be either, unless
 * it puts a whole address together (楼栋/单元/房号).
 */
export function fieldsOf(kind: TableKind, heading: string): { field: Field; rank: number }[] {
  const dictionary = dictionaries[kind]
  const { keys, halves } = formsOf(heading)
  for (const key of keys) {
    const found = dictionary.get(key)
    if (found) return [found]
  }
  const told = halves.flatMap((half) => dictionary.get(half) ?? dictionary.get(`${half}号`) ?? [])
  if (halves.length < 2 || told.length === 0) return []
  const fields = new Set(told.map(({ field }) => field))
  const whole = fields.has('room') && (fields.has('building') || fields.has('unit'))
  return whole ? [{ field: 'address', rank: 0 }] : told.filter(({ field }) => field !== 'ignored')
}
