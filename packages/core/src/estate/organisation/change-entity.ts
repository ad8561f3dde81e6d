import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { requireDistinct } from './entities.ts'
import { closedBeforeOpened, entityNotFound, openedAfterUse, seriesFixed, seriesNeeded } from './errors.ts'
import { nothingBefore } from './placement.ts'
import { changeEntitySchema, type ChangeEntity } from './schemas.ts'
import { legalEntities, projectEntities } from './tables.ts'

/**
 * Changes what is known of a legal entity. Receipts that were issued keep the name that they show. The code of its series
 * stays once a receipt bears it: a trigger refuses another.
 * @throws `organisation.entity_not_found`, `organisation.entity_name_taken`, `organisation.credit_code_taken`,
 *   `organisation.series_taken`, `organisation.series_fixed`, `organisation.series_needed` where its code would be taken away,
 *   `organisation.opened_after_use`, `organisation.closed_before_opened`, `request.changed_meanwhile`
 */
export async function changeEntity(ctx: Ctx, raw: ChangeEntity): Promise<{ entityId: string }> {
  ctx.require('organisation.manage')
  const input = parse(changeEntitySchema, raw)
  const { requestId: _, entityId, revision, seriesCode, ...fields } = input
  return ctx.write('organisation.change_entity', input, async (write) => {
    const itself = eq(legalEntities.id, entityId)
    const [[row]] = await ctx.readStanding([ctx.db.orm.select().from(legalEntities).where(itself)])
    if (row === undefined) throw entityNotFound()
    // What it was is told as it was read.
    requireAsShown(write, legalEntities, { id: entityId, revision: revision ?? row.revision })
    if (seriesCode === '' && row.seriesCode !== '') throw seriesNeeded()
    requireDistinct(ctx, write, { id: entityId, seriesCode, ...fields })
    if (fields.openedOn !== null && fields.openedOn !== row.openedOn) {
      const from = { id: entityId, day: fields.openedOn }
      write.require(nothingBefore(ctx, projectEntities, projectEntities.entityId, from), openedAfterUse)
      const closed = sql`SELECT 1 FROM ${legalEntities} WHERE ${itself} AND closed_on < ${fields.openedOn}`
      write.require(sql`NOT EXISTS (${closed})`, closedBeforeOpened)
    }
    if (seriesCode !== row.seriesCode)
      write.changeOne(
        ctx.db.orm.update(legalEntities).set({ seriesCode }).where(itself),
        seriesFixed({ code: row.seriesCode || 'none' }),
      )
    write.changeOne(
      ctx.db.orm
        .update(legalEntities)
        .set({ ...fields, changedAt: ctx.now })
        .where(itself),
      entityNotFound,
    )
    write.audit('organisation.entity_changed', entityId, {
      detail: changesOf(row, { ...fields, seriesCode }),
    })
    return { entityId }
  })
}
