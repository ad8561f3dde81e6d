import type { PermissionRules } from '../../permissions/rules.ts'

export const identityPermissions = {
  'staff.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'squad_leader',
      'quality_inspector',
      'auditor',
    ],
  },
  'staff.manage': { effect: 'changes', companyWide: true, needs: ['staff.read'], roles: [] },
} as const satisfies PermissionRules
