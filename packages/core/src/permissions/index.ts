export { may, permissionsOf, projectsWhere, type Assignment, type OwnRole } from './access.ts'
export { crossedBy, crossedLine, givenByNobody } from './lines.ts'
export { lacking, withNeeds, type Lack } from './needs.ts'
export { isTemplate, roles, type Role } from './roles.ts'
export {
  permissionAreas,
  permissionRules,
  permissions,
  permissionsOfRole,
  roleGrants,
  type Permission,
} from './table.ts'
