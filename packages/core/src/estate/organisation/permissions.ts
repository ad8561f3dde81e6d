import type { PermissionRules } from '../../permissions/rules.ts'

export const organisationPermissions = {
  'organisation.manage': { effect: 'changes', companyWide: true, needs: ['projects.read'], roles: [] },
} as const satisfies PermissionRules
