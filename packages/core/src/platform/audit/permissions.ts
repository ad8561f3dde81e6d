import type { PermissionRules } from '../../permissions/rules.ts'

export const auditPermissions = {
  'audit.read': { effect: 'reads', companyWide: true, needs: ['projects.read'], roles: ['auditor'] },
} as const satisfies PermissionRules
