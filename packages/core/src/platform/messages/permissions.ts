import type { PermissionRules } from '../../permissions/rules.ts'

export const messagesPermissions = {
  'messages.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'cashier',
      'arrears_collector',
      'auditor',
    ],
  },
  'messages.resend': {
    effect: 'changes',
    needs: ['messages.read'],
    roles: ['project_manager', 'front_desk', 'cashier', 'arrears_collector'],
  },
} as const satisfies PermissionRules
