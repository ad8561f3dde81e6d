import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { itemsBeside, requireDistinct } from './distinct.ts'
import { addFeeItemSchema, type AddFeeItem } from './schemas.ts'
import { feeItems } from './tables.ts'

/**
 * Adds a fee item of the company's own (公摊水费, 垃圾清运费, 广告位…), for all its projects.
 * @throws `fee_items.name_taken`
 */
export async function addFeeItem(ctx: Ctx, raw: AddFeeItem): Promise<{ feeItemId: string }> {
  ctx.require('company.settings')
  const input = parse(addFeeItemSchema, raw)
  const { requestId: _, feeItemId, ...fields } = input
  return ctx.write('fee_items.add', input, async (write) => {
    const beside = itemsBeside(ctx, feeItemId)
    requireDistinct(write, { id: feeItemId, name: fields.name }, { beside, read: await beside })
    write.add(
      ctx.db.orm
        .insert(feeItems)
        .values({ ...fields, id: feeItemId, createdAt: ctx.now, changedAt: ctx.now }),
    )
    const { whoseMoney, exclusive } = fields
    write.audit('fee_items.added', feeItemId, { detail: { feeItem: feeItemId, whoseMoney, exclusive } })
    return { feeItemId }
  })
}
