import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireDistinct } from './entities.ts'
import { entityNotFound, seriesFixed, seriesNeeded } from './errors.ts'
import { changeEntitySchema, type ChangeEntity } from './schemas.ts'
import { legalEntities } from './tables.ts'

/**
 * Changes what is known of a legal entity. Receipts that were issued keep the name that they show. The code of its series
 * stays once a receipt bears it: a trigger refuses another.
 * @throws `organisation.entity_not_found`, `organisation.entity_name_taken`, `organisation.credit_code_taken`,
 *   `organisation.series_taken`, `organisation.series_fixed`, `organisation.series_needed` where its code would be taken away
 */
export async function changeEntity(ctx: Ctx, raw: ChangeEntity): Promise<{ entityId: string }> {
  ctx.require('organisation.manage')
  const input = parse(changeEntitySchema, raw)
  const { requestId: _, entityId, seriesCode, ...fields } = input
  return ctx.write('organisation.change_entity', input, async (write) => {
    const itself = eq(legalEntities.id, entityId)
    const [[row]] = await ctx.readStanding([ctx.db.orm.select().from(legalEntities).where(itself)])
    if (row === undefined) throw entityNotFound()
    if (seriesCode === '' && row.seriesCode !== '') throw seriesNeeded()
    requireDistinct(ctx, write, { id: entityId, seriesCode, ...fields })
    if (seriesCode !== row.seriesCode)
      write.changeOne(ctx.db.orm.update(legalEntities).set({ seriesCode }).where(itself), seriesFixed)
    write.changeOne(
      ctx.db.orm
        .update(legalEntities)
        .set({ ...fields, changedAt: ctx.now })
        .where(itself),
      entityNotFound,
    )
    write.audit('organisation.entity_changed', entityId, {
      detail: { seriesCode, openedOn: fields.openedOn },
    })
    return { entityId }
  })
}
