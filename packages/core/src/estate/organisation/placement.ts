import { idTaken, type Write } from '@heju/db'
import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entityClosed, placedSince, placedThere, projectUnknown, unitClosed } from './errors.ts'
import { legalEntities, projectEntities, projectUnits } from './tables.ts'
import { takesIn, todayOf } from './tree.ts'

/** The tables that say where a project stands from a day on. */
type Placement = typeof projectUnits | typeof projectEntities

/** Whose a project is on a day: the id of its legal entity, for SQL. */
export function entityOfProject(project: SQL | Column, day: string): SQL<string> {
  return sql<string>`(SELECT e.entity_id FROM ${projectEntities} e WHERE e.project_id = ${project} AND e.from_on <= ${day}
    ORDER BY e.from_on DESC LIMIT 1)`
}

/** What an entity is called, for SQL: as the company is, where nobody has named it. */
export function entityName(ctx: Ctx, entityId: SQL | Column): SQL<string> {
  return sql<string>`(SELECT coalesce(nullif(e.name, ''), ${ctx.company.name}) FROM ${legalEntities} e WHERE e.id = ${entityId})`
}

/** Whether an entity takes over what is given to it on a day: it is there then, and no end of it is known. */
export function takesOver(entityId: SQL | string, day: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${legalEntities} e WHERE e.id = ${entityId} AND e.closed_on IS NULL
    AND coalesce(e.opened_on, '') <= ${day})`
}

/** Whether no project stands there on a day or later, nor is about to. */
export function noProjectsFrom(table: Placement, column: Column, id: string, day: string): SQL {
  const next = sql`(SELECT min(n.from_on) FROM ${table} n WHERE n.project_id = ${table.projectId} AND n.from_on > ${table.fromOn})`
  return sql`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${id} AND (${next} IS NULL OR ${next} > ${day}))`
}

/** Says where a project begins: under which unit and with which entity. Goes before the project itself. */
export function placeNewProject(
  ctx: Ctx,
  write: Write,
  { projectId, unitId, entityId }: { projectId: string; unitId: string; entityId: string },
): void {
  const today = todayOf(ctx)
  const first = { projectId, fromOn: '', createdAt: ctx.now }
  write.require(takesIn(unitId, today), unitClosed)
  write.require(takesOver(entityId, today), entityClosed)
  write.add(ctx.db.orm.insert(projectUnits).values({ ...first, unitId }), idTaken)
  write.add(ctx.db.orm.insert(projectEntities).values({ ...first, entityId }), idTaken)
}

/**
 * Places a project anew from a day on. What has held since before today stays; what begins on that day or later, and not
 * before today, gives way.
 * @throws at the write `organisation.project_not_found`, `organisation.placed_since`, `organisation.placed_there`
 */
export function placeProject(
  ctx: Ctx,
  write: Write,
  table: Placement,
  { projectId, placeId, fromOn }: { projectId: string; placeId: string; fromOn: string },
): void {
  const place = 'unitId' in table ? table.unitId : table.entityId
  const theirs = sql`${table} WHERE ${table.projectId} = ${projectId}`
  const onTheDay = sql`(SELECT ${place} FROM ${theirs} AND ${table.fromOn} <= ${fromOn} ORDER BY ${table.fromOn} DESC LIMIT 1)`
  write.require(sql`EXISTS (SELECT 1 FROM ${theirs})`, projectUnknown)
  const since = sql`${table.fromOn} >= ${fromOn} AND ${table.fromOn} < ${todayOf(ctx)}`
  write.require(sql`NOT EXISTS (SELECT 1 FROM ${theirs} AND ${since})`, placedSince)
  const isPlanned = sql`EXISTS (SELECT 1 FROM ${theirs} AND ${table.fromOn} > ${fromOn})`
  write.require(sql`${onTheDay} <> ${placeId} OR ${isPlanned}`, placedThere)
  write.change(sql`DELETE FROM ${theirs} AND ${table.fromOn} >= ${fromOn}`)
  // Whose plan to leave is dropped is where it was.
  write.change(sql`INSERT INTO ${table} (project_id, from_on, ${sql.identifier(place.name)}, created_at)
    SELECT ${projectId}, ${fromOn}, ${placeId}, ${ctx.now} WHERE ${onTheDay} <> ${placeId}`)
}
