import type { PermissionRules } from '../../permissions/rules.ts'

export const areasPermissions = {
  'areas.manage': { effect: 'changes', needs: ['registry.read', 'staff.read'], roles: ['project_manager'] },
} as const satisfies PermissionRules
