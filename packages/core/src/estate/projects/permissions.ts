import type { PermissionRules } from '../../permissions/rules.ts'

export const projectsPermissions = {
  'projects.read': {
    effect: 'reads',
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'squad_leader',
      'worker',
      'cashier',
      'arrears_collector',
      'accountant',
      'quality_inspector',
      'auditor',
    ],
  },
  'projects.manage': { effect: 'changes', companyWide: true, needs: ['projects.read'], roles: [] },
} as const satisfies PermissionRules
