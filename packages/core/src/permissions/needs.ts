import { permissionRules, permissions, type Permission } from './table.ts'

/** A permission that nothing can be done with, and what is missing: one of these. */
export interface Lack {
  permission: Permission
  needs: readonly Permission[]
}

/** What some permissions lack to be of use. */
export function lacking(carried: readonly Permission[]): Lack[] {
  return carried.flatMap((permission) =>
    (permissionRules[permission].needs ?? [])
      .map((need) => [need].flat())
      .filter((needs) => !needs.some((one) => carried.includes(one)))
      .map((needs) => ({ permission, needs })),
  )
}

/** Some permissions with all that they need: where one of several would do, the first. In the order of the table. */
export function withNeeds(carried: readonly Permission[]): Permission[] {
  const missing = lacking(carried).map(({ needs: [first] }) => first)
  const added = permissions.filter((one) => carried.includes(one) || missing.includes(one))
  return missing.length === 0 ? added : withNeeds(added)
}
