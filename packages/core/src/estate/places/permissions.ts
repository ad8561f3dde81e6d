import type { PermissionRules } from '../../permissions/rules.ts'

export const placesPermissions = {
  'places.manage': { effect: 'changes', needs: ['registry.read'], roles: ['project_manager', 'front_desk'] },
} as const satisfies PermissionRules
