import { impersonal } from '@heju/db'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { unitKinds } from './rules.ts'

/** A unit of the company's tree above its projects (D4). Never deleted: what closed stays in the history of what stood under it. */
export const organisationUnits = sqliteTable('organisation_units', {
  id: text().primaryKey(),
  kind: text({ enum: unitKinds }).notNull(),
  /** Empty for a root that nobody has named: then it is called as the company is. */
  name: impersonal(text()).notNull(),
  /** Its first day; null where nobody has said. */
  openedOn: text('opened_on'),
  /** The first day on which it is there no more. */
  closedOn: text('closed_on'),
  /** Of the root: raised by each change of the tree's shape, so that what was judged by one shape is not written into another. */
  treeRevision: integer('revision').notNull().default(0),
  /** How often what its form holds was changed: triggers count it. */
  revision: integer('said_revision').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** Under what a unit stands from a day on, until its next row: one at a time, and the history with it. The root has none. */
export const organisationUnitParents = sqliteTable(
  'organisation_unit_parents',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => organisationUnits.id),
    /** Empty for where it stood first. */
    fromOn: text('from_on').notNull(),
    parentId: text('parent_id')
      .notNull()
      .references(() => organisationUnits.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.fromOn] })],
)

/** A legal person in whose name money is received: merchants and receipt series are its own. */
export const legalEntities = sqliteTable(
  'legal_entities',
  {
    id: text().primaryKey(),
    /** As registered; empty for the first one while nobody has named it: then it is called as the company is. */
    name: impersonal(text()).notNull(),
    /** 统一社会信用代码, empty where it is not known. */
    creditCode: impersonal(text('credit_code')).notNull().default(''),
    /** Registered address. */
    address: impersonal(text()).notNull().default(''),
    phone: impersonal(text()).notNull().default(''),
    /** Stands in its receipts' numbers. Empty for one: the series that was there before there were several. */
    seriesCode: impersonal(text('series_code')).notNull(),
    openedOn: text('opened_on'),
    /** The first day on which it is there no more. */
    closedOn: text('closed_on'),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [uniqueIndex('legal_entities_by_series').on(table.seriesCode)],
)

/** Under which unit a project stands from a day on, until its next row. Each project has a row of its beginning. */
export const projectUnits = sqliteTable(
  'project_units',
  {
    projectId: text('project_id').notNull(),
    /** Empty for where it stood first. */
    fromOn: text('from_on').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => organisationUnits.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.fromOn] }),
    index('project_units_by_unit').on(table.unitId),
  ],
)

/** In whose name a project works from a day on, until its next row. Each project has a row of its beginning. */
export const projectEntities = sqliteTable(
  'project_entities',
  {
    projectId: text('project_id').notNull(),
    /** Empty for whose it was first. */
    fromOn: text('from_on').notNull(),
    entityId: text('entity_id')
      .notNull()
      .references(() => legalEntities.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.fromOn] }),
    index('project_entities_by_entity').on(table.entityId),
  ],
)
