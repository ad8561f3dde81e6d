import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { creditCodeTaken, entityNameTaken, seriesTaken } from './errors.ts'
import { legalEntities } from './tables.ts'

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
  const called = sql`coalesce(nullif(name, ''), ${ctx.company.name})`
  write.require(sql`NOT EXISTS (${others} AND closed_on IS NULL AND ${called} = ${name})`, entityNameTaken)
  write.require(
    sql`NOT EXISTS (${others} AND credit_code <> '' AND credit_code = ${creditCode})`,
    creditCodeTaken,
  )
  // Also that of one that closed: its receipts bear it.
  write.require(sql`NOT EXISTS (${others} AND series_code = ${seriesCode})`, seriesTaken)
}
