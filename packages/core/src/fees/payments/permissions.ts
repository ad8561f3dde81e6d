import { feeReaders } from '../../permissions/roles.ts'
import type { PermissionRules } from '../../permissions/rules.ts'

export const paymentsPermissions = {
  'payments.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: feeReaders,
  },
  'payments.record': {
    effect: 'changes',
    needs: ['payments.read', 'bills.read', 'registry.read'],
    roles: ['cashier'],
  },
  'payments.reverse': { effect: 'changes', needs: ['payments.read'], roles: ['accountant'] },
  'payments.exceptions': { effect: 'changes', needs: ['payments.read'], roles: ['cashier', 'accountant'] },
  'receipts.print': {
    effect: 'changes',
    needs: ['payments.read'],
    roles: ['front_desk', 'cashier', 'accountant'],
  },
  'merchant.write': { effect: 'changes', companyWide: true, needs: ['projects.read'], roles: [] },
} as const satisfies PermissionRules
