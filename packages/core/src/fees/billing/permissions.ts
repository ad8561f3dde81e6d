import { feeReaders } from '../../permissions/roles.ts'
import type { PermissionRules } from '../../permissions/rules.ts'

export const billingPermissions = {
  'tariffs.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: feeReaders,
  },
  'tariffs.write': {
    effect: 'changes',
    needs: ['tariffs.read', 'registry.read'],
    roles: ['project_manager', 'accountant'],
  },
  'bills.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: feeReaders,
  },
  'bills.run': { effect: 'changes', needs: ['bills.read'], roles: ['project_manager', 'accountant'] },
  'bills.publish': { effect: 'changes', needs: ['bills.read'], roles: ['project_manager', 'accountant'] },
  'bills.correct': { effect: 'changes', needs: ['bills.read'], roles: ['project_manager', 'accountant'] },
} as const satisfies PermissionRules
