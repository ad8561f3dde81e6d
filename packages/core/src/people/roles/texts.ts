import type { Text, Texts } from '@heju/i18n'

const text = (zhCN: string, zhHant: string, en: string): Text => ({ 'zh-CN': zhCN, 'zh-Hant': zhHant, en })

/** Words of the roles that every company has. */
export const roleTexts = {
  'role.company_admin': text('公司管理员', '公司管理員', 'Company administrator'),
  'role.head_office': text('总部', '總部', 'Head office'),
  'role.regional_manager': text('区域经理', '區域經理', 'Regional manager'),
  'role.project_manager': text('项目经理', '項目經理', 'Project manager'),
  'role.front_desk': text('前台客服', '前台客服', 'Front desk'),
  'role.housekeeper': text('管家', '管家', 'Housekeeper'),
  'role.department_lead': text('部门主管', '部門主管', 'Department lead'),
  'role.squad_leader': text('班长', '班長', 'Squad leader'),
  'role.worker': text('现场人员', '現場人員', 'Worker'),
  'role.cashier': text('收费员', '收費員', 'Cashier'),
  'role.arrears_collector': text('催缴专员', '催繳專員', 'Arrears collector'),
  'role.accountant': text('会计', '會計', 'Accountant'),
  'role.quality_inspector': text('品质督导', '品質督導', 'Quality inspector'),
  'role.auditor': text('审计', '稽核', 'Auditor'),
} as const satisfies Texts
