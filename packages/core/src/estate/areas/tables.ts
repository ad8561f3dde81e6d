import { impersonal } from '@heju/db'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { staff } from '../../people/identity/index.ts'
import { projects } from '../projects/index.ts'
import { areaKinds } from './rules.ts'

/** A named area of rooms in a project (责任区). Never deleted: what closed stays in the history. */
export const areas = sqliteTable(
  'areas',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text({ enum: areaKinds }).notNull(),
    name: impersonal(text()).notNull(),
    /** The first day on which it is there no more. */
    closedOn: text('closed_on'),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('areas_by_name')
      .on(table.projectId, table.kind, table.name)
      .where(sql`closed_on IS NULL`),
    index('areas_in_order').on(table.projectId, table.name, table.id),
  ],
)

/**
 * To which area a building, unit or room belongs from a day on, until its next row; null: to none by itself. One at a time by
 * the key. What is said of a room goes before what is said of its unit, and that before what is said of its building.
 */
export const areaPlaces = sqliteTable(
  'area_places',
  {
    kind: text({ enum: areaKinds }).notNull(),
    /** Of a building, a unit or a room. */
    placeId: text('place_id').notNull(),
    fromOn: text('from_on').notNull(),
    areaId: text('area_id').references(() => areas.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.placeId, table.fromOn] }),
    index('area_places_of_area').on(table.areaId, table.placeId, table.fromOn),
  ],
)

/** Who is responsible for an area from a day on, until its next row. */
export const areaStewards = sqliteTable(
  'area_stewards',
  {
    areaId: text('area_id')
      .notNull()
      .references(() => areas.id),
    fromOn: text('from_on').notNull(),
    stewardId: text('steward_id').references(() => staff.id),
    /** Who stands in where they are away. */
    standInId: text('stand_in_id').references(() => staff.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.areaId, table.fromOn] }),
    index('area_stewards_by_steward').on(table.stewardId, table.areaId),
    index('area_stewards_by_stand_in').on(table.standInId, table.areaId),
  ],
)
