import type { Texts } from '@heju/i18n'

/** Words of roles. */
export const identityTexts = {
  'role.company_admin': { 'zh-CN': '公司管理员', 'zh-Hant': '公司管理員', en: 'Company administrator' },
  'role.head_office': { 'zh-CN': '总部', 'zh-Hant': '總部', en: 'Head office' },
  'role.project_manager': { 'zh-CN': '项目经理', 'zh-Hant': '項目經理', en: 'Project manager' },
  'role.front_desk': { 'zh-CN': '前台客服', 'zh-Hant': '前台客服', en: 'Front desk' },
  'role.department_lead': { 'zh-CN': '部门主管', 'zh-Hant': '部門主管', en: 'Department lead' },
  'role.worker': { 'zh-CN': '现场人员', 'zh-Hant': '現場人員', en: 'Worker' },
  'role.cashier': { 'zh-CN': '收费员', 'zh-Hant': '收費員', en: 'Cashier' },
  'role.accountant': { 'zh-CN': '会计', 'zh-Hant': '會計', en: 'Accountant' },
  'role.auditor': { 'zh-CN': '审计', 'zh-Hant': '稽核', en: 'Auditor' },
} as const satisfies Texts
