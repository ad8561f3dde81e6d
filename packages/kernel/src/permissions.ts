/** The roles of a property company (D14). */
export const roles = [
  'company_admin', // 公司管理员
  'head_office', // 总部
  'project_manager', // 项目经理
  'front_desk', // 前台客服
  'department_lead', // 部门主管
  'worker', // 维修、保洁、秩序等现场人员
  'cashier', // 收费员
  'accountant', // 会计
  'auditor', // 审计
] as const
export type Role = (typeof roles)[number]

/**
 * Which roles may do what, by `<capability>.<verb>`. The company administrator may do everything and is not repeated.
 * Three lines are drawn on purpose: who takes money (cashier) neither makes the bills nor corrects a payment; the
 * auditor reads everything and changes nothing; a worker sees the complaints in their own hands and nothing else.
 */
const table = {
  'projects.read': [
    'head_office',
    'project_manager',
    'front_desk',
    'department_lead',
    'worker',
    'cashier',
    'accountant',
    'auditor',
  ],
  'projects.manage': [],
  'organisation.manage': [],
  'staff.read': ['head_office', 'project_manager', 'front_desk', 'department_lead', 'auditor'],
  'staff.manage': [],
  'company.settings': [],
  'audit.read': ['auditor'],
  'exports.create': ['head_office', 'project_manager', 'front_desk', 'cashier', 'accountant', 'auditor'],

  'registry.read': [
    'head_office',
    'project_manager',
    'front_desk',
    'department_lead',
    'cashier',
    'accountant',
    'auditor',
  ],
  'registry.write': ['project_manager', 'front_desk'],
  'registry.import': ['project_manager', 'front_desk'],
  'people.unmask': ['project_manager', 'front_desk', 'cashier'],

  'tariffs.read': ['head_office', 'project_manager', 'front_desk', 'cashier', 'accountant', 'auditor'],
  'tariffs.write': ['project_manager', 'accountant'],
  'bills.read': ['head_office', 'project_manager', 'front_desk', 'cashier', 'accountant', 'auditor'],
  'bills.run': ['project_manager', 'accountant'],
  'bills.publish': ['project_manager', 'accountant'],
  'bills.correct': ['project_manager', 'accountant'],

  'payments.read': ['head_office', 'project_manager', 'front_desk', 'cashier', 'accountant', 'auditor'],
  'payments.record': ['cashier'],
  'payments.reverse': ['accountant'],
  'payments.exceptions': ['cashier', 'accountant'],
  'receipts.print': ['front_desk', 'cashier', 'accountant'],
  'merchant.write': [],

  'reminders.read': ['head_office', 'project_manager', 'front_desk', 'cashier', 'accountant', 'auditor'],
  'reminders.policy': ['head_office', 'project_manager'],
  'messages.read': ['head_office', 'project_manager', 'front_desk', 'cashier', 'auditor'],
  'messages.resend': ['project_manager', 'front_desk', 'cashier'],

  'complaints.read': ['head_office', 'project_manager', 'front_desk', 'department_lead', 'auditor'],
  // To see what one received or was given: whoever is asked first stays answerable, in every role (D41).
  'complaints.own': ['project_manager', 'front_desk', 'department_lead', 'worker', 'cashier'],
  'complaints.receive': ['project_manager', 'front_desk', 'department_lead', 'worker', 'cashier'],
  'complaints.assign': ['project_manager', 'front_desk', 'department_lead'],
  'complaints.handle': ['project_manager', 'front_desk', 'department_lead', 'worker'],
  'complaints.close': ['project_manager', 'front_desk'],
  'complaints.escalated': ['head_office', 'project_manager'],
  'revisits.record': ['project_manager', 'front_desk'],

  'surveys.read': ['head_office', 'project_manager', 'front_desk', 'auditor'],
  'surveys.manage': ['head_office'],
  // To note down what a household says by phone or on a visit, and to see which one asked to be spoken with.
  'surveys.record': ['project_manager', 'front_desk'],
  'satisfaction.compare': ['head_office', 'project_manager', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof table
export const permissions = Object.keys(table) as readonly Permission[]

/**
 * What concerns the company as a whole takes an assignment to all projects. Otherwise an administrator of one project
 * could appoint themselves to the others.
 */
const companyWide: ReadonlySet<Permission> = new Set<Permission>([
  'projects.manage',
  'organisation.manage',
  'staff.manage',
  'company.settings',
  'audit.read',
  'merchant.write',
])

/** A role held in all projects, present and future, or in those listed. */
export interface Assignment {
  role: Role
  projects: 'all' | readonly string[]
}

/** Whether a role carries a permission at all. The console shows this table to administrators. */
export function roleGrants(role: Role, permission: Permission): boolean {
  const granted: readonly Role[] = table[permission]
  return role === 'company_admin' || granted.includes(role)
}

/**
 * The projects in which someone holds a permission; `[]` when they hold it nowhere. A permission that concerns the
 * whole company is held everywhere or nowhere.
 */
export function projectsWhere(assignments: readonly Assignment[], permission: Permission): 'all' | string[] {
  const listed = new Set<string>()
  for (const { role, projects } of assignments) {
    if (!roleGrants(role, permission)) continue
    if (projects === 'all') return 'all'
    if (!companyWide.has(permission)) for (const id of projects) listed.add(id)
  }
  return [...listed]
}

/** Assignments as far as they reach into some projects: what takes two permissions is done where both are held. */
export function assignmentsWithin(
  assignments: readonly Assignment[],
  within: 'all' | readonly string[],
): readonly Assignment[] {
  if (within === 'all') return assignments
  return assignments.map(({ role, projects }) => ({
    role,
    projects: projects === 'all' ? within : projects.filter((id) => within.includes(id)),
  }))
}

/**
 * Whether someone holds a permission in a project. Without a project it says whether they hold it in any: enough to
 * show a menu entry, or for a verb that then narrows its rows by `projectsWhere`; never enough to act on one project.
 */
export function may(assignments: readonly Assignment[], permission: Permission, projectId?: string): boolean {
  const projects = projectsWhere(assignments, permission)
  if (projects === 'all') return true
  return projectId === undefined ? projects.length > 0 : projects.includes(projectId)
}

/** Everything that someone may do in at least one project, in the order of the table. */
export function permissionsOf(assignments: readonly Assignment[]): Permission[] {
  return permissions.filter((permission) => may(assignments, permission))
}
