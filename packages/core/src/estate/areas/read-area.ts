import { desc, eq, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { notAllowed, type Ctx } from '../../context.ts'
import { idSchema, parse } from '../../input.ts'
import { staff } from '../../people/identity/index.ts'
import { nameOfPlaceRef } from '../places/index.ts'
import { buildings, rooms, units } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import { areaNotFound } from './errors.ts'
import { areaChosenFor, areaOfRoom, responsibleOn } from './resolve.ts'
import { ofProjectSchema, ofRoomSchema, type AreaPage } from './schemas.ts'
import { areaPlaces, areas, areaStewards } from './tables.ts'

export const ofAreaSchema = v.object({ areaId: idSchema('area') })

const nameOfStaff = (id: SQL) => sql<string | null>`(SELECT name FROM ${staff} WHERE id = ${id})`

/** An area with its places and its history. One round trip. @throws `areas.not_found` */
export async function readArea(ctx: Ctx, raw: v.InferInput<typeof ofAreaSchema>): Promise<AreaPage> {
  ctx.require('registry.read')
  const { areaId } = parse(ofAreaSchema, raw)
  const today = todayOf(ctx)
  const { orm } = ctx.db
  const its = eq(areaPlaces.areaId, areaId)
  const after = areaChosenFor(
    sql`area_places.place_id`,
    sql`area_places.kind`,
    sql`max(area_places.from_on, ${today})`,
  )
  const next = sql`(SELECT min(later.from_on) FROM ${areaPlaces} AS later WHERE later.kind = area_places.kind
    AND later.place_id = area_places.place_id AND later.from_on > area_places.from_on)`
  const [[area], places, stewards, joined, left] = await orm.batch([
    orm
      .select({
        id: areas.id,
        projectId: areas.projectId,
        kind: areas.kind,
        name: areas.name,
        closedOn: areas.closedOn,
        revision: areas.revision,
        stewardId: responsibleOn(sql`areas.id`, 'steward_id', today),
        stewardName: nameOfStaff(responsibleOn(sql`areas.id`, 'steward_id', today)),
        standInId: responsibleOn(sql`areas.id`, 'stand_in_id', today),
        standInName: nameOfStaff(responsibleOn(sql`areas.id`, 'stand_in_id', today)),
      })
      .from(areas)
      .where(eq(areas.id, areaId)),
    orm
      .select({
        id: areaPlaces.placeId,
        name: sql<string>`coalesce(${nameOfPlaceRef(sql`area_places.place_id`)}, '')`,
        fromOn: areaPlaces.fromOn,
      })
      .from(areaPlaces)
      .where(
        sql`${its} AND ${after} = ${areaId} AND (${next} IS NULL OR ${next} > ${today})
          AND NOT EXISTS (SELECT 1 FROM ${rooms} AS gone WHERE gone.id = area_places.place_id AND gone.archived_at IS NOT NULL)`,
      )
      .orderBy(areaPlaces.placeId),
    orm
      .select({
        fromOn: areaStewards.fromOn,
        stewardName: nameOfStaff(sql`area_stewards.steward_id`),
        standInName: nameOfStaff(sql`area_stewards.stand_in_id`),
      })
      .from(areaStewards)
      .where(eq(areaStewards.areaId, areaId))
      .orderBy(desc(areaStewards.fromOn)),
    orm
      .select({
        fromOn: areaPlaces.fromOn,
        name: sql<string>`coalesce(${nameOfPlaceRef(sql`area_places.place_id`)}, '')`,
      })
      .from(areaPlaces)
      .where(its),
    orm
      .select({
        fromOn: sql<string>`${next}`,
        name: sql<string>`coalesce(${nameOfPlaceRef(sql`area_places.place_id`)}, '')`,
      })
      .from(areaPlaces)
      .where(sql`${its} AND ${next} IS NOT NULL`),
  ])
  if (area === undefined || !ctx.may('registry.read', area.projectId)) throw areaNotFound()
  const { stewardId, stewardName, standInId, standInName, ...known } = area
  const history = [
    ...joined.map((row) => ({ ...row, joins: true })),
    ...left.map((row) => ({ ...row, joins: false })),
  ].toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : a.fromOn > b.fromOn ? -1 : a.name < b.name ? -1 : 1))
  return {
    ...known,
    steward: stewardId === null ? null : { id: stewardId, name: stewardName ?? '' },
    standIn: standInId === null ? null : { id: standInId, name: standInName ?? '' },
    places,
    stewards,
    history,
  }
}

/** The buildings, units and rooms of a project to choose from, with where each belongs by itself today. One round trip. */
export async function placesToChoose(ctx: Ctx, raw: v.InferInput<typeof ofProjectSchema>) {
  const { projectId, kind } = parse(ofProjectSchema, raw)
  ctx.require('registry.read', projectId)
  const today = todayOf(ctx)
  const chosen = areaChosenFor(sql`p.id`, kind, today)
  const found = sql`SELECT id, NULL AS parent_id, name, sort_key, 0 AS level FROM ${buildings} WHERE project_id = ${projectId}
    UNION ALL SELECT u.id, u.building_id, u.name, u.sort_key, 1 FROM ${units} AS u JOIN ${buildings} AS b ON b.id = u.building_id
      WHERE b.project_id = ${projectId}
    UNION ALL SELECT id, coalesce(unit_id, building_id), name, sort_key, 2 FROM ${rooms}
      WHERE project_id = ${projectId} AND archived_at IS NULL`
  const places = await ctx.db.orm.all<{
    id: string
    parentId: string | null
    name: string
    areaId: string | null
    areaName: string | null
  }>(sql`SELECT p.id, p.parent_id AS parentId, p.name, a.id AS areaId, a.name AS areaName
    FROM (${found}) AS p LEFT JOIN ${areas} AS a ON a.id = ${chosen} ORDER BY p.level, p.sort_key, p.id`)
  return { places }
}

/** The areas to which a room belongs today, one of a kind at most, with who is responsible. One round trip. */
export async function areasOfRoom(ctx: Ctx, raw: v.InferInput<typeof ofRoomSchema>) {
  const { roomId } = parse(ofRoomSchema, raw)
  if (!ctx.may('registry.read') && !ctx.may('complaints.own'))
    throw notAllowed({ permission: 'registry.read' })
  const today = todayOf(ctx)
  const who = (column: 'steward_id' | 'stand_in_id') => responsibleOn(sql`a.id`, column, today)
  const found = await ctx.db.orm.all<{
    projectId: string
    areaId: string
    name: string
    kind: AreaPage['kind']
    stewardId: string | null
    stewardName: string | null
    standInId: string | null
    standInName: string | null
  }>(sql`SELECT a.project_id AS projectId, a.id AS areaId, a.name, a.kind,
      ${who('steward_id')} AS stewardId, ${nameOfStaff(who('steward_id'))} AS stewardName,
      ${who('stand_in_id')} AS standInId, ${nameOfStaff(who('stand_in_id'))} AS standInName
    FROM ${rooms} AS r JOIN ${areas} AS a ON a.project_id = r.project_id AND a.id = ${areaOfRoom('r', sql`a.kind`, today)}
    WHERE r.id = ${roomId} ORDER BY a.kind DESC`)
  const theirs = found.filter(
    ({ projectId }) => ctx.may('complaints.own', projectId) || ctx.may('registry.read', projectId),
  )
  return { areas: theirs.map(({ projectId: _projectId, ...area }) => area) }
}
