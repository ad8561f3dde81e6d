import type { Write } from '@heju/db'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { itemNotForTarget, itemNotInUse, itemOfHeadOffice } from './errors.ts'
import type { TargetKind } from './rules.ts'
import { feeItems } from './tables.ts'

/** Whether a place has one charge of an item a day: then its tariffs displace each other. Of no item at all: no. */
export function isExclusive(item: SQL): SQL {
  // A subquery that names nothing of the statement around it, so that it is answered once.
  return sql`${item} IN (SELECT id FROM ${feeItems} WHERE exclusive = 1)`
}

/** The same as a value, for statements that ask it of few rows. */
export function exclusiveOf(item: SQL): SQL {
  return sql`(SELECT i.exclusive FROM ${feeItems} i WHERE i.id = ${item})`
}

/** Where an item stands among those that are owed for the same month. */
export function settledAs(item: SQL): SQL {
  return sql`(SELECT i.settle_order FROM ${feeItems} i WHERE i.id = ${item})`
}

/** What a receipt calls a charge of an item, which its tariff names. */
export function receiptNameOf(item: SQL, tariffName: SQL): SQL<string> {
  return sql<string>`coalesce((SELECT nullif(i.receipt_name, '') FROM ${feeItems} i WHERE i.id = ${item}), ${tariffName})`
}

/** Whether an item may be charged by what is in use: a condition. */
export function itemInUse(item: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${feeItems} i WHERE i.id = ${item} AND i.retired_at IS NULL)`
}

/**
 * Requires that an item may be charged to a kind of place, when a tariff of it comes into use: whoever keeps the items may
 * take it out of use, or away from these places, at that moment.
 * @throws at the write `fee_items.not_in_use`, `fee_items.not_for_target`
 */
export function requireItemFor(write: Write, item: string, kind: TargetKind): void {
  write.require(itemInUse(sql`${item}`), itemNotInUse)
  const kinds = sql`SELECT 1 FROM ${feeItems} i, json_each(i.target_kinds) AS k WHERE i.id = ${item} AND k.value = ${kind}`
  write.require(sql`EXISTS (${kinds})`, itemNotForTarget)
}

/** Those that may be charged, with their names, in their order. A query, for `orm.batch`. */
export function itemsInUse(ctx: Ctx) {
  const { id, name, settleOrder, retiredAt } = feeItems
  return ctx.db.orm.select({ id, name }).from(feeItems).where(isNull(retiredAt)).orderBy(settleOrder, id)
}

export type ItemTraits = Pick<
  typeof feeItems.$inferSelect,
  'exclusive' | 'guided' | 'targetKinds' | 'chargedBy'
>

/** What of an item in use decides about its tariffs. A query, for `orm.batch`. */
export function itemTraits(ctx: Ctx, item: string) {
  const { exclusive, guided, targetKinds, chargedBy } = feeItems
  return ctx.db.orm
    .select({ exclusive, guided, targetKinds, chargedBy })
    .from(feeItems)
    .where(and(eq(feeItems.id, item), isNull(feeItems.retiredAt)))
}

/**
 * Whether the actor may charge an item to a kind of place.
 * @throws `fee_items.not_in_use`, `fee_items.not_for_target`, `fee_items.of_head_office`
 */
export function requireChargeable(ctx: Ctx, item: ItemTraits | undefined, kind: TargetKind): ItemTraits {
  if (item === undefined) throw itemNotInUse()
  if (!item.targetKinds.includes(kind)) throw itemNotForTarget()
  requireCharger(ctx, item)
  return item
}

/**
 * Whether the actor may say what an item costs and who is charged it.
 * @throws `fee_items.of_head_office`
 */
export function requireCharger(ctx: Ctx, { chargedBy }: Pick<ItemTraits, 'chargedBy'>): void {
  if (chargedBy === 'head_office' && ctx.projectsWhere('tariffs.write') !== 'all') throw itemOfHeadOffice()
}
