/**
 * The roles that every company begins with (D14). Each is a template as well: a company makes roles of its own from them. What
 * one may do follows the product, also when it learns something new; nobody edits it.
 */
export const roles = [
  'company_admin', // 公司管理员
  'head_office', // 总部
  'regional_manager', // 区域经理
  'project_manager', // 项目经理
  'front_desk', // 前台客服
  'housekeeper', // 管家
  'department_lead', // 部门主管
  'squad_leader', // 班长
  'worker', // 维修、保洁、秩序等现场人员
  'cashier', // 收费员
  'arrears_collector', // 催缴专员
  'accountant', // 会计
  'quality_inspector', // 品质督导
  'auditor', // 审计
] as const
export type Role = (typeof roles)[number]

/** Who sees what is charged, owed, paid and reminded of: whoever is asked about a bill has to be able to explain it. */
export const feeReaders = [
  'head_office',
  'regional_manager',
  'project_manager',
  'front_desk',
  'housekeeper',
  'cashier',
  'arrears_collector',
  'accountant',
  'auditor',
] as const satisfies readonly Role[]

export function isTemplate(role: string): role is Role {
  return (roles as readonly string[]).includes(role)
}
