import type { PermissionRules } from '../../permissions/rules.ts'

export const satisfactionPermissions = {
  'surveys.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'quality_inspector',
      'auditor',
    ],
  },
  'surveys.manage': { effect: 'changes', needs: ['surveys.read'], roles: ['head_office'] },
  // To note down what a household says by phone or on a visit, and to see which one asked to be spoken with.
  'surveys.record': {
    effect: 'changes',
    needs: ['surveys.read'],
    roles: ['project_manager', 'front_desk', 'housekeeper'],
  },
  'satisfaction.compare': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: ['head_office', 'regional_manager', 'project_manager', 'quality_inspector', 'auditor'],
  },
} as const satisfies PermissionRules
