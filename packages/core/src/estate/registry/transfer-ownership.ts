import { addDays } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { noOwnerToTransfer, occupancyTaken, sharesExceedWhole, transferTooEarly } from './errors.ts'
import { placeColumns, projectOf, stillThere } from './place.ts'
import { owning } from './queries.ts'
import { wholeShareE4 } from './rules.ts'
import { transferOwnershipSchema, type TransferOwnership } from './people-schemas.ts'
import { occupancies } from './tables.ts'

/**
 * Records that a place has changed hands (民法典 945): the present owners end the day before, the new ones begin.
 * Debts stay with the owners of their time, because bills name who owned then.
 * @throws `registry.no_owner_to_transfer`, `registry.transfer_too_early` when a present owner began later,
 *   `registry.shares_exceed_whole`, `registry.not_of_one_project`, and what is not found
 */
export async function transferOwnership(ctx: Ctx, raw: TransferOwnership): Promise<{ placeId: string }> {
  const input = parse(transferOwnershipSchema, raw)
  const { place, fromOn, newOwners, householdLeaves } = input
  const ids = newOwners.map(({ personId }) => personId)
  if (newOwners.reduce((sum, { shareE4 }) => sum + (shareE4 ?? 0), 0) > wholeShareE4)
    throw sharesExceedWhole()
  return ctx.write('registry.transfer_ownership', input, async (write) => {
    const projectId = await projectOf(ctx, place, ids)
    ctx.require('registry.write', projectId)
    // It may have been archived since we looked.
    write.require(...stillThere(place))
    const column = sql.raw(place.kind === 'room' ? 'room_id' : 'parking_space_id')
    const open = sql`${column} = ${place.id} AND to_on IS NULL`
    const lastDay = addDays(fromOn, -1)
    write.require(
      sql`EXISTS (SELECT 1 FROM occupancies WHERE ${open} AND role IN (${owning}))`,
      noOwnerToTransfer,
    )
    write.change(
      sql`UPDATE occupancies SET to_on = ${lastDay}, changed_at = ${ctx.now} WHERE ${open} AND role IN (${owning})`,
      transferTooEarly,
    )
    if (householdLeaves) {
      write.change(sql`UPDATE occupancies SET to_on = max(${lastDay}, coalesce(from_on, ${lastDay})), changed_at = ${ctx.now}
        WHERE ${open} AND role IN ('family', 'user')`)
    }
    const rows = newOwners.map(({ occupancyId, personId, shareE4 }, at) => ({
      id: occupancyId,
      projectId,
      personId,
      ...placeColumns(place),
      role: at === 0 ? ('owner' as const) : ('co_owner' as const),
      shareE4,
      fromOn,
      createdAt: ctx.now,
      changedAt: ctx.now,
    }))
    write.add(ctx.db.orm.insert(occupancies).values(rows), occupancyTaken)
    if (place.kind === 'room') {
      write.change(
        sql`UPDATE rooms SET state = 'sold', changed_at = ${ctx.now} WHERE id = ${place.id} AND state = 'unsold'`,
      )
    }
    write.audit('registry.ownership_transferred', place.id, { projectId, detail: { fromOn, newOwners: ids } })
    return { placeId: place.id }
  })
}
