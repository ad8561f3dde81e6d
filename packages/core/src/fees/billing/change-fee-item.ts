import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { itemChange, targetKinds, type ChangeFeeItem } from '../items/index.ts'
import { forKind } from './expand-scopes.ts'
import { tariffs } from './tables.ts'

/**
 * Changes a fee item. What a tariff in use charges by it, it stays for.
 * @throws `fee_items.kind_charged` with the tariffs, and what `items` throws
 */
export function changeFeeItem(ctx: Ctx, raw: ChangeFeeItem): Promise<{ feeItemId: string }> {
  return itemChange(ctx, raw, (feeItemId) => {
    const ofKinds = targetKinds.map(
      (kind) => sql`SELECT f.name AS name, ${kind} AS kind FROM ${tariffs} AS f
        WHERE f.fee_item = ${feeItemId} AND f.state = 'active' AND ${forKind(kind, 'f')}`,
    )
    return sql`${sql.join(ofKinds, sql` UNION ALL `)} ORDER BY name`
  })
}
