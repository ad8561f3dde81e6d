import type { PermissionRules } from '../../permissions/rules.ts'

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
  // To see what one received or was given: whoever is asked first stays answerable, in every role (D41).
  'complaints.own': {
    effect: 'reads',
    needs: ['projects.read'],
    roles: [
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'squad_leader',
      'worker',
      'cashier',
      'arrears_collector',
      'quality_inspector',
    ],
  },
  'complaints.receive': {
    effect: 'changes',
    needs: [['complaints.own', 'complaints.read']],
    roles: [
      'project_manager',
      'front_desk',
      'housekeeper',
      'department_lead',
      'squad_leader',
      'worker',
      'cashier',
      'arrears_collector',
      'quality_inspector',
    ],
  },
  'complaints.assign': {
    effect: 'changes',
    needs: [['complaints.own', 'complaints.read']],
    roles: ['project_manager', 'front_desk', 'department_lead', 'squad_leader'],
  },
  'complaints.handle': {
    effect: 'changes',
    needs: [['complaints.own', 'complaints.read']],
    roles: ['project_manager', 'front_desk', 'housekeeper', 'department_lead', 'squad_leader', 'worker'],
  },
  'complaints.close': {
    effect: 'changes',
    needs: [['complaints.own', 'complaints.read']],
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
