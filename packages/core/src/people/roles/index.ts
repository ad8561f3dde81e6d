export { assignmentsFrom, assignmentsJson, assignmentsOf, requireLines, scopesJson } from './assignments.ts'
export { changeRole as roleChange } from './change-role.ts'
export { createRole } from './create-role.ts'
export * from './errors.ts'
export { crossesByChange, requireLinesFrom } from './lines-in-tree.ts'
export { widens } from './widening.ts'
export {
  actsAs,
  carries,
  ownRolesFrom,
  ownRolesJson,
  ownRolesOf,
  ownRolesQuery,
  rolesStamp,
  type OwnRoleJson,
} from './own-roles.ts'
export { reachedBy, reaches } from './reaches.ts'
export { readRoles } from './read-roles.ts'
export { retireRole } from './retire-role.ts'
export { roleAssignments, rolePermissions } from './tables.ts'
export * from './shape.ts'
