import { translator } from '@heju/i18n'
import { eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { idSchema } from '../../input.ts'
import { staff } from '../../people/identity/index.ts'
import { defineList } from '../../platform/lists/index.ts'
import { projects } from '../projects/index.ts'
import { isHousehold, rooms } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import { areaOfRoom, responsibleOn } from './resolve.ts'
import { areaKinds } from './rules.ts'
import { areaRoomSchema, listedAreaSchema } from './schemas.ts'
import { areas } from './tables.ts'
import { areaTexts } from './texts.ts'

const { id, projectId, kind, name, closedOn } = areas

/** The areas of a project by name, with who is responsible today and how many rooms and households each has. */
export const areaList = defineList({
  permission: 'registry.read',
  filter: { projectId: idSchema('proj'), kind: v.optional(v.picklist(areaKinds), 'steward') },
  item: listedAreaSchema,
  project: areas.projectId,
  where: (ctx, filter) => [
    eq(kind, filter.kind),
    sql`(${closedOn} IS NULL OR ${closedOn} > ${todayOf(ctx)})`,
  ],
  order: { by: { name, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }, filter) => {
    const today = todayOf(ctx)
    const nameOf = (column: 'steward_id' | 'stand_in_id') =>
      sql<
        string | null
      >`(SELECT name FROM ${staff} WHERE id = ${responsibleOn(sql`areas.id`, column, today)})`
    // Counted once for all areas of the page, and not once for each.
    const counted = (what: SQL, at: SQL) => sql<number>`coalesce((SELECT json_group_object(area_id, n) FROM (
      SELECT coalesce(area_id, '') AS area_id, ${what} AS n FROM (
        SELECT ${areaOfRoom('r', filter.kind, today)} AS area_id, ${isHousehold(ctx, 'r')} AS household
        FROM ${rooms} AS r WHERE r.project_id = ${filter.projectId} AND r.archived_at IS NULL) AS sorted GROUP BY 1) AS counted)
      ->> ${at}, 0)`
    const ofIt = sql`('$.' || areas.id)`
    return ctx.db.orm
      .select({
        id,
        projectId,
        kind,
        name,
        closedOn,
        stewardId: responsibleOn(sql`areas.id`, 'steward_id', today),
        stewardName: nameOf('steward_id'),
        standInName: nameOf('stand_in_id'),
        rooms: counted(sql`count(*)`, ofIt),
        households: counted(sql`sum(household)`, ofIt),
        projectName: sql<string>`(SELECT name FROM ${projects} WHERE id = areas.project_id)`,
      })
      .from(areas)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: ({ projectName: _projectName, ...area }) => area,
  file: {
    action: 'areas.exported',
    table: (_ctx, locale) => {
      const say = translator(areaTexts, locale)
      return {
        name: say('file.areas'),
        columns: [
          [say('column.name'), (row) => row.name, { width: 18 }],
          [say('column.steward'), (row) => row.stewardName, { width: 12 }],
          [say('column.standIn'), (row) => row.standInName, { width: 12 }],
          [say('column.rooms'), (row) => row.rooms, { kind: 'number', width: 10 }],
          [say('column.households'), (row) => row.households, { kind: 'number', width: 10 }],
          [say('column.closedOn'), (row) => row.closedOn, { kind: 'date' }],
        ],
      }
    },
  },
})

/** The rooms of an area today, or those that belong to none, in their order. */
export const areaRoomList = defineList({
  permission: 'registry.read',
  filter: {
    projectId: idSchema('proj'),
    kind: v.optional(v.picklist(areaKinds), 'steward'),
    /** Left out: the rooms that belong to none. */
    areaId: v.optional(idSchema('area')),
  },
  item: areaRoomSchema,
  project: rooms.projectId,
  where: (ctx, filter) => [
    sql`${rooms.archivedAt} IS NULL AND ${areaOfRoom('rooms', filter.kind, todayOf(ctx))} IS ${filter.areaId ?? null}`,
  ],
  order: { by: { sortKey: rooms.sortKey, id: rooms.id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id: rooms.id,
        name: rooms.name,
        sortKey: rooms.sortKey,
        household: sql<number>`${isHousehold(ctx, 'rooms')}`,
      })
      .from(rooms)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ sortKey: _sortKey, household, ...room }) => ({ ...room, household: household === 1 }),
  file: {
    action: 'areas.rooms_exported',
    table: (_ctx, locale) => {
      const say = translator(areaTexts, locale)
      return {
        name: say('file.rooms'),
        columns: [
          [say('column.room'), (row) => row.name, { width: 22 }],
          [say('column.household'), (row) => (row.household === 1 ? say('yes') : ''), { width: 10 }],
        ],
      }
    },
  },
})
