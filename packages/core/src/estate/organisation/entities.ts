import type { Write } from '@heju/db'
import { sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { creditCodeTaken, entityNameTaken, seriesTaken } from './errors.ts'
import { legalEntities, projectEntities } from './tables.ts'

export type EntityRow = typeof legalEntities.$inferSelect

/** All entities, the first of them first. A query, for `orm.batch`. */
export function entitiesQuery(ctx: Ctx) {
  return ctx.db.orm.select().from(legalEntities).orderBy(legalEntities.id)
}

/**
 * Requires that what is to be told of an entity is told of no other.
 * @throws at the write `organisation.entity_name_taken`, `organisation.credit_code_taken`, `organisation.series_taken`
 */
export function requireDistinct(
  ctx: Ctx,
  write: Write,
  { id, name, creditCode, seriesCode }: Pick<EntityRow, 'id' | 'name' | 'creditCode' | 'seriesCode'>,
): void {
  const others = sql`SELECT 1 FROM ${legalEntities} WHERE id <> ${id}`
  requireNameFree(ctx, write, { id, name: sql`${name}` })
  write.require(
    sql`NOT EXISTS (${others} AND credit_code <> '' AND credit_code = ${creditCode})`,
    creditCodeTaken,
  )
  // Also that of one that closed: its receipts bear it.
  write.require(sql`NOT EXISTS (${others} AND series_code = ${seriesCode})`, seriesTaken)
}

/** The name of one that closed may be another's by now. @throws at the write `organisation.entity_name_taken` */
export function requireNameFree(ctx: Ctx, write: Write, { id, name }: { id: string; name: SQL }): void {
  const called = sql`coalesce(nullif(o.name, ''), ${ctx.company.name})`
  const open = sql`SELECT 1 FROM ${legalEntities} o WHERE o.id <> ${id} AND o.closed_on IS NULL`
  write.require(sql`NOT EXISTS (${open} AND ${called} = ${name})`, entityNameTaken)
}

/** Whose a project is on a day: the id of its legal entity, for SQL. */
export function entityOfProject(project: SQL | Column, day: string): SQL<string> {
  return sql<string>`(SELECT e.entity_id FROM ${projectEntities} e WHERE e.project_id = ${project} AND e.from_on <= ${day}
    ORDER BY e.from_on DESC LIMIT 1)`
}

/** What an entity is called, for SQL: as the company is, where nobody has named it. */
export function entityName(ctx: Ctx, entityId: SQL | Column): SQL<string> {
  return sql<string>`(SELECT coalesce(nullif(e.name, ''), ${ctx.company.name}) FROM ${legalEntities} e WHERE e.id = ${entityId})`
}

/** The entity of whatever names none: the first that is open on a day, which is the only one where no other is. For SQL. */
export function openEntity(day: string): SQL<string> {
  return sql<string>`(SELECT o.id FROM ${legalEntities} o WHERE o.closed_on IS NULL AND coalesce(o.opened_on, '') <= ${day}
    ORDER BY o.id LIMIT 1)`
}

/** Whether an entity takes over what is given to it on a day: it is there then, and no end of it is known. */
export function takesOver(entityId: SQL | string, day: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${legalEntities} e WHERE e.id = ${entityId} AND e.closed_on IS NULL
    AND coalesce(e.opened_on, '') <= ${day})`
}
