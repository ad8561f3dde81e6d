import type { PermissionRule } from '@heju/kernel'
import { complaintsPermissions } from '../desk/complaints/permissions.ts'
import { areasPermissions } from '../estate/areas/permissions.ts'
import { organisationPermissions } from '../estate/organisation/permissions.ts'
import { placesPermissions } from '../estate/places/permissions.ts'
import { projectsPermissions } from '../estate/projects/permissions.ts'
import { importPermissions } from '../estate/registry-import/permissions.ts'
import { registryPermissions } from '../estate/registry/permissions.ts'
import { billingPermissions } from '../fees/billing/permissions.ts'
import { paymentsPermissions } from '../fees/payments/permissions.ts'
import { remindersPermissions } from '../fees/reminders/permissions.ts'
import { satisfactionPermissions } from '../insight/satisfaction/permissions.ts'
import { identityPermissions } from '../people/identity/permissions.ts'
import { auditPermissions } from '../platform/audit/permissions.ts'
import { exportsPermissions } from '../platform/exports/permissions.ts'
import { messagesPermissions } from '../platform/messages/permissions.ts'
import { tenancyPermissions } from '../platform/tenancy/permissions.ts'
import { joined } from '../joined.ts'
import { isTemplate, type Role } from './roles.ts'
import type { PermissionRules } from './rules.ts'

/** All permissions of the product, by what belongs together for people. What is to say of one stands with its capability. */
const byArea = {
  company: joined(
    projectsPermissions,
    organisationPermissions,
    identityPermissions,
    tenancyPermissions,
    auditPermissions,
    exportsPermissions,
  ),
  registry: joined(registryPermissions, importPermissions, areasPermissions, placesPermissions),
  fees: joined(billingPermissions, paymentsPermissions),
  messages: joined(remindersPermissions, messagesPermissions),
  complaints: complaintsPermissions,
  satisfaction: satisfactionPermissions,
} as const satisfies Readonly<Record<string, PermissionRules>>

const table = joined(
  byArea.company,
  byArea.registry,
  byArea.fees,
  byArea.messages,
  byArea.complaints,
  byArea.satisfaction,
)

export type Permission = keyof typeof table
export const permissions = Object.keys(table) as readonly Permission[]
export const permissionRules: Readonly<Record<Permission, PermissionRule<Role, Permission>>> = table

export type PermissionArea = keyof typeof byArea
export const permissionAreas = Object.entries(byArea).map(([area, rules]) => ({
  area: area as PermissionArea,
  permissions: Object.keys(rules) as readonly Permission[],
}))

/** Whether a role that every company has carries a permission at all; one that is not among them carries nothing. */
export function roleGrants(role: string, permission: Permission): boolean {
  if (role === 'company_admin') return true
  return isTemplate(role) && permissionRules[permission].roles.includes(role)
}

/** All that a role carries that every company has. */
export function permissionsOfRole(role: Role): Permission[] {
  return permissions.filter((permission) => roleGrants(role, permission))
}
