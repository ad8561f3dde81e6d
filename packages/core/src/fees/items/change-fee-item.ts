import { databaseConflict } from '@heju/db'
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { itemsBeside, requireDistinct } from './distinct.ts'
import { itemFixed, itemKindCharged, itemNotFound, itemUnnamed } from './errors.ts'
import { productItems, type TargetKind } from './rules.ts'
import { changeFeeItemSchema, type ChangeFeeItem } from './schemas.ts'
import { feeItemNames, feeItems } from './tables.ts'

/** A tariff in use, and to what it charges an item. */
interface Charging {
  name: string
  kind: TargetKind
}

/**
 * Changes what is said of a fee item. Bills and receipts that were given out keep the name that they show. Whose money it is,
 * and whether a place has one charge of it, stay once a tariff charges it, and a kind of place that a tariff in use charges by
 * it stays as well: triggers refuse it otherwise. The verb that routes have is `billing`'s, which knows the tariffs.
 * @param charging a query of the tariffs in use that charge an item: rows of `Charging`
 * @throws `fee_items.not_found`, `fee_items.name_taken`, `fee_items.unnamed` for one of the company's own, `fee_items.fixed`,
 *   `fee_items.kind_charged` with the tariffs, `request.changed_meanwhile`
 */
export async function changeFeeItem(
  ctx: Ctx,
  raw: ChangeFeeItem,
  charging: (feeItemId: string) => SQL,
): Promise<{ feeItemId: string }> {
  ctx.require('company.settings')
  const input = parse(changeFeeItemSchema, raw)
  const { requestId: _, feeItemId, revision, ...fields } = input
  if (fields.name === '' && !productItems.some((id) => id === feeItemId)) throw itemUnnamed()
  return ctx.write('fee_items.change', input, async (write) => {
    const itself = eq(feeItems.id, feeItemId)
    const beside = itemsBeside(ctx, feeItemId)
    const [[before], read, tariffs] = await ctx.db.orm.batch([
      ctx.db.orm.select().from(feeItems).where(itself),
      beside,
      ctx.db.orm.all<Charging>(charging(feeItemId)),
    ])
    if (before === undefined) throw itemNotFound()
    requireAsShown(write, feeItems, { id: feeItemId, revision })
    const { exclusive, whoseMoney, targetKinds, ...rest } = fields
    const kept = tariffs.filter(
      ({ kind }) => before.targetKinds.includes(kind) && !targetKinds.includes(kind),
    )
    if (kept.length > 0) throw itemKindCharged({ names: kept.map(({ name }) => name).join('、') })
    write.changeOne(ctx.db.orm.update(feeItems).set({ exclusive, whoseMoney }).where(itself), itemFixed)
    // A tariff that came into use since is named to who asks again.
    write.changeOne(ctx.db.orm.update(feeItems).set({ targetKinds }).where(itself), databaseConflict)
    // Renamed twice at one moment, what was given out before it shows the first name.
    write.change(sql`INSERT INTO ${feeItemNames} (item_id, until_at, name)
      SELECT id, ${ctx.now}, name FROM ${feeItems} WHERE id = ${feeItemId} AND name <> ${fields.name}
      ON CONFLICT (item_id, until_at) DO NOTHING`)
    write.changeOne(
      ctx.db.orm
        .update(feeItems)
        .set({ ...rest, changedAt: ctx.now })
        .where(itself),
      itemNotFound,
    )
    if (before.retiredAt === null) requireDistinct(write, { id: feeItemId, ...fields }, { beside, read })
    write.audit('fee_items.changed', feeItemId, {
      detail: { feeItem: feeItemId, ...changesOf(before, fields) },
    })
    return { feeItemId }
  })
}
