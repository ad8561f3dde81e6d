import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { itemsBeside, requireDistinct } from './distinct.ts'
import { itemCharged, itemNotFound } from './errors.ts'
import { retireFeeItemSchema, type RetireFeeItem } from './schemas.ts'
import { feeItems } from './tables.ts'

/**
 * Takes a fee item out of use, or back into it. What was billed by it stays; no tariff in use may charge it, which a trigger
 * holds. One that is as it is to be stays so, and has been since the first time.
 * @throws `fee_items.not_found`, `fee_items.charged`, `fee_items.name_taken` for one that comes back
 */
export async function retireFeeItem(ctx: Ctx, raw: RetireFeeItem): Promise<{ feeItemId: string }> {
  ctx.require('company.settings')
  const input = parse(retireFeeItemSchema, raw)
  const { feeItemId, retired } = input
  return ctx.write('fee_items.retire', input, async (write) => {
    const { id, name, retiredAt } = feeItems
    const beside = itemsBeside(ctx, feeItemId)
    const [[item], read] = await ctx.db.orm.batch([
      ctx.db.orm.select({ id, name, retiredAt }).from(feeItems).where(eq(id, feeItemId)),
      beside,
    ])
    if (item === undefined) throw itemNotFound()
    if (retired === (item.retiredAt !== null)) return { feeItemId }
    const set = { retiredAt: retired ? ctx.now : null, changedAt: ctx.now }
    write.requireAsRead(feeItems, { id: feeItemId, retiredAt: item.retiredAt })
    write.changeOne(ctx.db.orm.update(feeItems).set(set).where(eq(id, feeItemId)), itemCharged)
    if (!retired) requireDistinct(write, item, { beside, read })
    const detail = { feeItem: feeItemId }
    if (retired) write.audit('fee_items.retired', feeItemId, { detail })
    else write.audit('fee_items.restored', feeItemId, { detail })
    return { feeItemId }
  })
}
