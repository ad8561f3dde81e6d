import { impersonal } from '@heju/db'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { priceRegimes, projectTypes, serviceModes } from './rules.ts'

/** A property under management (小区, 大厦 …). */
export const projects = sqliteTable(
  'projects',
  {
    id: text().primaryKey(),
    name: impersonal(text()).notNull(),
    type: text({ enum: projectTypes }).notNull(),
    serviceMode: text('service_mode', { enum: serviceModes }).notNull(),
    priceRegime: text('price_regime', { enum: priceRegimes }).notNull(),
    address: impersonal(text()).notNull().default(''),
    /** Service phone that owners are told to call. */
    phone: impersonal(text()).notNull().default(''),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (table) => [uniqueIndex('projects_by_name').on(table.name)],
)
