import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { entityName, requireNameFree } from './entities.ts'
import {
  closedBeforeOpened,
  closedInFuture,
  entityHasProjects,
  entityNotFound,
  lastEntity,
} from './errors.ts'
import { noProjectsFrom } from './placement.ts'
import { closeEntitySchema, type CloseEntity } from './schemas.ts'
import { legalEntities, projectEntities } from './tables.ts'

/**
 * Closes a legal entity from a day on, or opens it again. No project may work in its name from that day on, nor be about to:
 * it is handed over first, and another is open. Its receipts and payments under way stay its own.
 * @throws `organisation.entity_not_found`, `organisation.entity_has_projects`, `organisation.last_entity`,
 *   `organisation.closed_in_future`, `organisation.closed_before_opened`, `organisation.entity_name_taken`
 */
export async function closeEntity(ctx: Ctx, raw: CloseEntity): Promise<{ entityId: string }> {
  ctx.require('organisation.manage')
  const input = parse(closeEntitySchema, raw)
  const { entityId, closedOn } = input
  return ctx.write('organisation.close_entity', input, (write) => {
    if (closedOn !== null) {
      if (closedOn > todayOf(ctx)) throw closedInFuture()
      const itself = sql`SELECT 1 FROM ${legalEntities} WHERE id = ${entityId}`
      write.require(sql`NOT EXISTS (${itself} AND opened_on > ${closedOn})`, closedBeforeOpened)
      const free = noProjectsFrom(projectEntities, projectEntities.entityId, entityId, closedOn)
      write.require(free, entityHasProjects)
      const another = sql`SELECT 1 FROM ${legalEntities} WHERE id <> ${entityId} AND closed_on IS NULL`
      write.require(sql`EXISTS (${another} AND coalesce(opened_on, '') <= ${todayOf(ctx)})`, lastEntity)
    } else {
      requireNameFree(ctx, write, { id: entityId, name: entityName(ctx, sql`${entityId}`) })
    }
    const closed = ctx.db.orm.update(legalEntities).set({ closedOn, changedAt: ctx.now })
    write.changeOne(closed.where(eq(legalEntities.id, entityId)), entityNotFound)
    if (closedOn === null) write.audit('organisation.entity_reopened', entityId)
    else write.audit('organisation.entity_closed', entityId, { detail: { closedOn } })
    return { entityId }
  })
}
