import type { Ctx } from '../../context.ts'
import { freshRequestId } from '../../testing.ts'
import type { AddFeeItem } from './schemas.ts'
import { feeItems } from './tables.ts'

/** Two of a company's own: one of which a place has one charge, and one whose charges stand beside each other. */
export const ownItems: Readonly<Record<string, { name: string; exclusive: boolean }>> = {
  fitem_01kaqf3m7s8x2w9v4t6r0pjhz1: { name: '采暖费', exclusive: true },
  fitem_01kaqf3m7s8x2w9v4t6r0pjhz2: { name: '垃圾清运费', exclusive: false },
}

/** Gives a company those two, in use. */
export async function addOwnItems(ctx: Ctx): Promise<void> {
  const stamps = { createdAt: ctx.now, changedAt: ctx.now }
  const rows = Object.entries(ownItems).map(([id, item]) => ({
    ...itemFields,
    id,
    ...item,
    targetKinds: [...itemFields.targetKinds],
    ...stamps,
  }))
  await ctx.db.orm.insert(feeItems).values(rows)
}

const itemFields = {
  whoseMoney: 'passed_on',
  settleOrder: 40,
  targetKinds: ['room', 'parking'],
  exclusive: false,
} as const

/** A request that adds an item. */
export function itemAsked(feeItemId: AddFeeItem['feeItemId'], more: Partial<AddFeeItem> = {}): AddFeeItem {
  return {
    requestId: freshRequestId(),
    feeItemId,
    name: '公摊水费',
    ...itemFields,
    targetKinds: [...itemFields.targetKinds],
    ...more,
  }
}
