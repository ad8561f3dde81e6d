import { wordKey } from '../registry/index.ts'

/** What else companies keep in workbooks, by headings that no list of rooms or people has. */
const subjects = {
  stock: {
    name: /物品|库存|仓库|物料|耗材|出入库|采购/,
    words:
      '物品名称 物品编号 物品编码 库存 库存数量 告警库存 规格 规格型号 供应商 入库数量 出库数量 入库时间 出库时间 领用人 采购价',
  },
  readings: {
    name: /抄表|读数|水表|电表|表具/,
    words:
      '上期读数 本期读数 上次读数 本次读数 起度 止度 起码 止码 抄表日期 抄表时间 抄表人 表号 表类型 表编号 用量 倍率',
  },
  payments: {
    name: /缴费|收费记录|收款|流水|账单|欠费明细|实收|票据/,
    words:
      '应缴金额 实缴金额 应收金额 实收金额 已收金额 缴费时间 缴费日期 收款时间 收款日期 收费时间 支付方式 缴费方式 收款方式 收银员 收款人 票据号 收据号 交易号 流水号 账期 费用月份 费用期间',
  },
  staff: {
    name: /员工|职工|通讯录|人事|考勤|排班|工资|花名册/,
    words: '部门 岗位 职务 工号 员工编号 入职日期 入职时间 离职日期 工资 班次 直属上级 员工姓名',
  },
  matters: {
    name: /报修|投诉|工单|巡检|巡查/,
    words:
      '报修内容 报修时间 投诉内容 投诉时间 处理人 处理结果 工单号 工单编号 维修人员 巡检时间 巡检点 派单时间',
  },
  devices: {
    name: /设备|资产台账/,
    words: '设备名称 设备编号 资产名称 资产编号 安装位置 出厂日期 保养周期 维保单位',
  },
} as const
export type Subject = keyof typeof subjects

/**
 * What a sheet is about, when it is no part of a registry.
 * @returns `sure` with two headings of the subject, or one where the sheet's name says so too
 */
export function otherSubject(
  name: string,
  headings: Iterable<string>,
): { subject: Subject; sure: boolean } | null {
  const keys = [...headings].map((heading) => wordKey(heading).split(/[(【[]/, 1)[0]!)
  const found = (Object.entries(subjects) as [Subject, (typeof subjects)[Subject]][]).map(
    ([subject, { name: called, words }]) => {
      const known = new Set(words.split(' '))
      return { subject, marks: keys.filter((key) => known.has(key)).length, named: called.test(name) }
    },
  )
  const best = found.toSorted((a, b) => b.marks - a.marks)[0]!
  if (best.marks === 0) return null
  return { subject: best.subject, sure: best.marks >= 2 || best.named }
}
