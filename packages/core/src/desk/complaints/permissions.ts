import type { PermissionRules } from '../../permissions/rules.ts'

/** Who comes to have complaints: whoever is asked first stays answerable, in every role (D41). */
const answerable = [
  'project_manager',
  'front_desk',
  'housekeeper',
  'department_lead',
  'squad_leader',
  'worker',
  'cashier',
  'arrears_collector',
  'quality_inspector',
] as const
/** What is done with a complaint takes that one sees it. */
const seen = [['complaints.own', 'complaints.read']] as const

export const complaintsPermissions = {
  'complaints.read': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'head_office',
      'regional_manager',
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'quality_inspector',
      'auditor',
    ],
  },
  // To see what one received or was given.
  'complaints.own': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: answerable,
  },
  'complaints.receive': {
    effect: 'changes',
    needs: seen,
    roles: answerable,
  },
  'complaints.assign': {
    effect: 'changes',
    needs: seen,
    roles: ['project_manager', 'front_desk', 'department_lead', 'squad_leader'],
  },
  'complaints.handle': {
    effect: 'changes',
    needs: seen,
    roles: ['project_manager', 'front_desk', 'housekeeper', 'department_lead', 'squad_leader', 'worker'],
  },
  'complaints.close': {
    effect: 'changes',
    needs: seen,
    roles: ['project_manager', 'front_desk'],
  },
  'complaints.escalated': {
    effect: 'changes',
    needs: ['complaints.read'],
    roles: ['head_office', 'regional_manager', 'project_manager'],
  },
  'revisits.record': {
    effect: 'changes',
    needs: ['complaints.read'],
    roles: ['project_manager', 'front_desk', 'housekeeper', 'quality_inspector'],
  },
} as const satisfies PermissionRules
