import type { Permission } from '@heju/core/permissions'

/** Whoever holds one of these may have to see to work that stopped. A test holds it to what core says of each kind. */
export const stoppedPermissions: readonly Permission[] = [
  'bills.run',
  'company.settings',
  'complaints.assign',
  'complaints.escalated',
  'messages.resend',
  'payments.exceptions',
  'registry.import',
  'reminders.policy',
  'surveys.manage',
  'surveys.record',
]
