import type { PermissionRules } from '../../permissions/rules.ts'

export const registryPermissions = {
  'registry.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'cashier',
      'arrears_collector',
      'accountant',
      'quality_inspector',
      'auditor',
    ],
  },
  'registry.write': { effect: 'changes', needs: ['registry.read'], roles: ['project_manager', 'front_desk'] },
  // It reveals and changes nothing; each look is an entry in the log.
  'people.unmask': {
    effect: 'reads',
    needs: [['registry.read', 'complaints.own', 'complaints.read']],
    roles: [
      'project_manager',
      'front_desk',
      'housekeeper',
      'cashier',
      'arrears_collector',
      'quality_inspector',
    ],
  },
} as const satisfies PermissionRules
