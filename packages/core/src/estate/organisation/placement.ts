import { idTaken, type Write } from '@heju/db'
import { startOfDay, type CivilDate } from '@heju/kernel'
import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { entityClosed, noEntity, placedSince, placedThere, projectUnknown, unitClosed } from './errors.ts'
import { openEntity, takesOver } from './entities.ts'
import { projectEntities, projectUnits, type organisationUnitParents } from './tables.ts'
import { takesIn } from './tree.ts'

/** The tables that say where a project stands from a day on. */
type Placement = typeof projectUnits | typeof projectEntities

/** Whether no project stands there on a day or later, nor is about to. */
export function noProjectsFrom(table: Placement, column: Column, id: string, day: string): SQL {
  const next = sql`(SELECT min(n.from_on) FROM ${table} n WHERE n.project_id = ${table.projectId} AND n.from_on > ${table.fromOn})`
  return sql`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${id} AND (${next} IS NULL OR ${next} > ${day}))`
}

/**
 * Whether nothing stood there before a day: it cannot begin then. What stood there first has no day; it did so at the latest
 * when it was entered.
 */
export function nothingBefore(
  ctx: Ctx,
  table: Placement | typeof organisationUnitParents,
  column: Column,
  { id, day }: { id: string; day: CivilDate },
): SQL {
  const before = sql`iif(${table.fromOn} = '', ${table.createdAt} < ${startOfDay(day, ctx.company.zone)}, ${table.fromOn} < ${day})`
  return sql`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ${id} AND ${before})`
}

/** Says where a project begins: under which unit and with which entity, where one is named. Goes before the project itself. */
export function placeNewProject(
  ctx: Ctx,
  write: Write,
  { projectId, unitId, entityId }: { projectId: string; unitId: string; entityId?: string | undefined },
): void {
  const today = todayOf(ctx)
  const first = { projectId, fromOn: '', createdAt: ctx.now }
  write.require(takesIn(unitId, today), unitClosed)
  const whose = entityId === undefined ? openEntity(today) : sql`${entityId}`
  write.require(takesOver(whose, today), entityId === undefined ? noEntity : entityClosed)
  write.add(ctx.db.orm.insert(projectUnits).values({ ...first, unitId }), idTaken)
  write.add(ctx.db.orm.insert(projectEntities).values({ ...first, entityId: whose }), idTaken)
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
