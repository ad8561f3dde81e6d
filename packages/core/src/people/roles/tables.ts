import { impersonal } from '@heju/db'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { roles } from '../../permissions/index.ts'
import { scopeKinds } from './scope.ts'

/** Roles of the company's own, beside those that every company has (D14). One that is retired stays in what was done under it. */
export const ownRoles = sqliteTable(
  'roles',
  {
    id: text().primaryKey(),
    name: impersonal(text()).notNull(),
    about: impersonal(text()).notNull().default(''),
    /** The role that it was made from: it gets that one's tasks and messages. */
    template: text({ enum: roles }),
    /** Raised by each change, so that what was judged by one version is not written over another. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (table) => [
    uniqueIndex('roles_by_name')
      .on(table.name)
      .where(sql`retired_at IS NULL`),
  ],
)

/** What roles of the company's own carry. A name that the product has no more carries nothing. */
export const rolePermissions = sqliteTable(
  'role_permissions',
  {
    roleId: text('role_id')
      .notNull()
      .references(() => ownRoles.id),
    permission: impersonal(text()).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roleId, table.permission] }),
    index('role_permissions_by_permission').on(table.permission, table.roleId),
  ],
)

/** Who holds which role, and in which scope (scope.ts). */
export const roleAssignments = sqliteTable(
  'role_assignments',
  {
    staffId: text('staff_id').notNull(),
    /** One that every company has, or the id of one of its own. */
    role: impersonal(text()).notNull(),
    scopeKind: text('scope_kind', { enum: scopeKinds }).notNull(),
    /** Empty for the company. */
    scopeId: text('scope_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.staffId, table.role, table.scopeKind, table.scopeId] }),
    index('role_assignments_by_scope').on(table.scopeKind, table.scopeId, table.role),
    index('role_assignments_by_role').on(table.role, table.staffId),
  ],
)
