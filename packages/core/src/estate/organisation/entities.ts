import type { Ctx } from '../../context.ts'
import { creditCodeTaken, entityNameTaken, entityNotFound, seriesTaken } from './errors.ts'
import { legalEntities } from './tables.ts'

export type EntityRow = typeof legalEntities.$inferSelect

/** All entities, the first of them first. A query, for `orm.batch`. */
export function entitiesQuery(ctx: Ctx) {
  return ctx.db.orm.select().from(legalEntities).orderBy(legalEntities.id)
}

/** Reads the entities, as they are judged before one is changed. One round trip. */
export async function readEntities(ctx: Ctx): Promise<EntityRow[]> {
  const [rows] = await ctx.readStanding([entitiesQuery(ctx)])
  return rows
}

/** @throws `organisation.entity_not_found` */
export function entityOf(rows: readonly EntityRow[], entityId: string): EntityRow {
  const row = rows.find(({ id }) => id === entityId)
  if (row === undefined) throw entityNotFound()
  return row
}

/**
 * What is to be told of an entity may not be told of another that is there as well.
 * @throws `organisation.entity_name_taken`, `organisation.credit_code_taken`, `organisation.series_taken`
 */
export function requireDistinct(
  ctx: Ctx,
  rows: readonly EntityRow[],
  { id, name, creditCode, seriesCode }: Pick<EntityRow, 'id' | 'name' | 'creditCode' | 'seriesCode'>,
): void {
  const others = rows.filter((row) => row.id !== id)
  const open = others.filter(({ closedOn }) => closedOn === null)
  if (open.some((row) => (row.name || ctx.company.name) === name)) throw entityNameTaken()
  if (creditCode !== '' && others.some((row) => row.creditCode === creditCode)) throw creditCodeTaken()
  // Also that of one that closed: its receipts bear it.
  if (others.some((row) => row.seriesCode === seriesCode)) throw seriesTaken()
}
