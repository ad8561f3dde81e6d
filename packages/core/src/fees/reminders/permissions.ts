import { feeReaders } from '../../permissions/roles.ts'
import type { PermissionRules } from '../../permissions/rules.ts'

export const remindersPermissions = {
  'reminders.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: feeReaders,
  },
  'reminders.policy': {
    effect: 'changes',
    needs: ['reminders.read'],
    roles: ['head_office', 'project_manager'],
  },
} as const satisfies PermissionRules
