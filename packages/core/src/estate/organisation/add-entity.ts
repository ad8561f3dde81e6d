import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireDistinct } from './entities.ts'
import { seriesTaken } from './errors.ts'
import { addEntitySchema, type AddEntity } from './schemas.ts'
import { legalEntities } from './tables.ts'

/**
 * Adds a legal entity in whose name projects may work (D4). Its receipts have numbers of their own, told apart by a code.
 * @throws `organisation.entity_name_taken`, `organisation.credit_code_taken`, `organisation.series_taken`
 */
export async function addEntity(ctx: Ctx, raw: AddEntity): Promise<{ entityId: string }> {
  ctx.require('organisation.manage')
  const input = parse(addEntitySchema, raw)
  const { requestId: _, entityId, ...fields } = input
  return ctx.write('organisation.add_entity', input, (write) => {
    requireDistinct(ctx, write, { id: entityId, ...fields })
    write.add(
      ctx.db.orm
        .insert(legalEntities)
        .values({ ...fields, id: entityId, createdAt: ctx.now, changedAt: ctx.now }),
      seriesTaken,
    )
    write.audit('organisation.entity_added', entityId, { detail: { seriesCode: fields.seriesCode } })
    return { entityId }
  })
}
