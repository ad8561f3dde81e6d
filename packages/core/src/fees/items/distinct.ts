import type { Write } from '@heju/db'
import { and, isNull, ne } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { requireNameFree, type Beside, type Named } from '../../estate/registry/index.ts'
import { itemNameTaken } from './errors.ts'
import { productItems } from './rules.ts'
import { feeItems } from './tables.ts'
import { feeItemTexts } from './texts.ts'

/** Under what readers of any language see an item. */
function namesOf({ id, name }: Named): string[] {
  if (name !== '') return [name]
  const own = productItems.find((item) => item === id)
  return own === undefined ? [] : Object.values(feeItemTexts[`item.${own}`])
}

/** The items in use beside which one is told by its name. A query, for `orm.batch`. */
export function itemsBeside(ctx: Ctx, feeItemId: string) {
  const { id, name, retiredAt } = feeItems
  return ctx.db.orm
    .select({ id, name })
    .from(feeItems)
    .where(and(isNull(retiredAt), ne(id, feeItemId)))
}

/**
 * Requires that no reader sees an item in use under the name of another.
 * @throws `fee_items.name_taken`; at the write `database.conflict` when another name came meanwhile
 */
export function requireDistinct(write: Write, item: Named, beside: Beside): void {
  requireNameFree(write, namesOf(item), { ...beside, namesOf }, itemNameTaken)
}
