import { accessBy, type Holding } from '@heju/kernel'
import type { Role } from './roles.ts'
import { permissionRules, permissions, roleGrants, type Permission } from './table.ts'

/** A role as it reaches today: one that every company has, or one of the company's own with what it carries now. */
export interface Assignment extends Holding {
  role: string
  /** Of a role of the company's own. */
  own?: OwnRole
}

export interface OwnRole {
  /** The role that it was made from: it gets that one's tasks and messages. */
  template: Role | null
  permissions: readonly Permission[]
}

export const { may, projectsWhere, permissionsOf } = accessBy<Permission, Assignment>({
  permissions,
  isCompanyWide: (permission) => permissionRules[permission].companyWide === true,
  grants: ({ role, own }, permission) =>
    own === undefined ? roleGrants(role, permission) : own.permissions.includes(permission),
})
