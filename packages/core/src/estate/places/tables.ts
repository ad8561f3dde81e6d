import { impersonal } from '@heju/db'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from '../projects/index.ts'
import { buildings, units } from '../registry/index.ts'
import { commonKinds } from './rules.ts'

/**
 * A common place (共用部位): it stands under a project, a building or a unit of one. Never deleted: matters point to it.
 * Its whole name is made of what it stands under as that is called today (`commonPlaceName`).
 */
export const commonPlaces = sqliteTable(
  'common_places',
  {
    id: text().primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    buildingId: text('building_id').references(() => buildings.id),
    /** With its building only. */
    unitId: text('unit_id').references(() => units.id),
    floor: integer(),
    kind: text({ enum: commonKinds }).notNull(),
    name: impersonal(text()).notNull(),
    /** Floor and name as they compare: one of them under each parent. */
    key: impersonal(text()).notNull(),
    /** The order of what it stands under: empty for the project. Triggers on buildings and units keep it. */
    standingKey: impersonal(text('standing_key')).notNull(),
    sortKey: impersonal(text('sort_key')).notNull(),
    /** Out of use since; null while it is in use. */
    retiredAt: integer('retired_at'),
    /** How often what its form holds was changed: triggers count it. */
    revision: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    /** What it stands under, the nearest. */
    parentId: text('parent_id').generatedAlwaysAs(sql`coalesce(unit_id, building_id, project_id)`, {
      mode: 'virtual',
    }),
  },
  (table) => [
    uniqueIndex('common_places_by_name')
      .on(table.parentId, table.key)
      .where(sql`retired_at IS NULL`),
    index('common_places_in_order').on(table.projectId, table.standingKey, table.sortKey, table.id),
    check('common_places_unit_of_building', sql`unit_id IS NULL OR building_id IS NOT NULL`),
  ],
)
