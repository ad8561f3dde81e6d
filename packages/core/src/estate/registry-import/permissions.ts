import type { PermissionRules } from '../../permissions/rules.ts'

export const importPermissions = {
  'registry.import': {
    effect: 'changes',
    needs: ['registry.read'],
    roles: ['project_manager', 'front_desk'],
  },
} as const satisfies PermissionRules
