import type { Ctx } from '../../context.ts'
import { requireCharger, type ItemTraits } from '../items/index.ts'
import { tariffNotFound } from './errors.ts'

/**
 * Requires that a tariff is there, in a project whose tariffs the actor may write, and of an item that they may charge: whoever
 * may not create it may not price it, assign it or bring it into use either.
 * @throws `billing.tariff_not_found`, `fee_items.of_head_office`
 */
export function requireChangeable<T extends Pick<ItemTraits, 'chargedBy'> & { projectId: string }>(
  ctx: Ctx,
  tariff: T | undefined,
): T {
  if (tariff === undefined || !ctx.may('tariffs.write', tariff.projectId)) throw tariffNotFound()
  requireCharger(ctx, tariff)
  return tariff
}
