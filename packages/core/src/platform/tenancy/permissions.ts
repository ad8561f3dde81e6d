import type { PermissionRules } from '../../permissions/rules.ts'

export const tenancyPermissions = {
  'company.settings': { effect: 'changes', companyWide: true, needs: ['projects.read'], roles: [] },
} as const satisfies PermissionRules
