import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import {
  crossedLine,
  givenByNobody,
  lacking,
  permissions,
  roles,
  type Role,
} from '../../permissions/index.ts'

/** What a role of the company's own may carry. */
export const grantable = permissions.filter((permission) => !givenByNobody.includes(permission))

/** Of which role one is made; none gives it everything. */
export const startingRoles = roles.filter(
  (role): role is Exclude<Role, 'company_admin'> => role !== 'company_admin',
)

const carriedSchema = v.pipe(
  v.array(v.picklist(grantable)),
  v.minLength(1, 'field.role_permissions'),
  v.transform((carried) => [...new Set(carried)]),
  v.check((carried) => crossedLine(carried) !== 'money', 'field.role_money'),
  v.check((carried) => crossedLine(carried) !== 'audit', 'field.role_audit'),
  v.check((carried) => lacking(carried).length === 0, 'field.role_needs'),
)

export const createRoleSchema = v.object({
  requestId: requestIdSchema,
  roleId: idSchema('role'),
  name: nameSchema(20),
  about: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  /** The role that it was made from: it gets that one's tasks and messages. */
  template: v.nullable(v.picklist(startingRoles)),
  permissions: carriedSchema,
})
export type CreateRole = v.InferInput<typeof createRoleSchema>

export const changeRoleSchema = v.object({
  ...v.omit(createRoleSchema, ['template']).entries,
  /** Its revision as it was shown. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
})
export type ChangeRole = v.InferInput<typeof changeRoleSchema>

export const retireRoleSchema = v.object({ requestId: requestIdSchema, roleId: idSchema('role') })
export type RetireRole = v.InferInput<typeof retireRoleSchema>

const roleSchema = v.object({
  id: v.string(),
  /** Null for those that every company has: each language has its own word for them. */
  name: v.nullable(v.string()),
  about: v.string(),
  template: v.nullable(v.picklist(roles)),
  permissions: v.array(v.picklist(permissions)),
  /** How many colleagues hold it, those who are shut out included. */
  holders: v.number(),
  revision: v.number(),
})
export const rolesSchema = v.object({ roles: v.array(roleSchema) })
export type Roles = v.InferOutput<typeof rolesSchema>
