import type { PermissionRules } from '../../permissions/rules.ts'

export const exportsPermissions = {
  // It takes away what is shown and changes nothing; each file is an entry in the log.
  'exports.create': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'cashier',
      'arrears_collector',
      'accountant',
      'quality_inspector',
      'auditor',
    ],
  },
} as const satisfies PermissionRules
