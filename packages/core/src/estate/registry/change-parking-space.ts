import { and, eq, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { spaceNotFound, spaceTaken } from './errors.ts'
import { spaceKey, spaceSortKey } from './room-name.ts'
import { changeParkingSpaceSchema, type ChangeParkingSpace } from './schemas.ts'
import { spaceName } from './space-name.ts'
import { parkingSpaces } from './tables.ts'

/**
 * Changes what is known of a parking space, its lot and code too: whoever has it, its tariffs and its bills go with it.
 * @throws `registry.space_not_found`, `registry.space_taken` with the one that is so called, `request.changed_meanwhile`,
 *   `database.conflict` when somebody else changes it at that moment
 */
export async function changeParkingSpace(
  ctx: Ctx,
  raw: ChangeParkingSpace,
): Promise<{ parkingSpaceId: string }> {
  const input = parse(changeParkingSpaceSchema, raw)
  const { requestId: _requestId, parkingSpaceId, revision, ...fields } = input
  const { lot, code } = fields
  return ctx.write('registry.change_parking_space', input, async (write) => {
    const { space, taken } = await withNamesake(ctx, parkingSpaceId, spaceKey(lot, code))
    ctx.require('registry.write', space.projectId)
    const isRenamed = lot !== space.lot || code !== space.code
    if (isRenamed && taken !== null) throw spaceTaken({ space: taken })
    requireAsShown(write, parkingSpaces, { id: parkingSpaceId, revision })
    // Whoever sends no revision would put back a name that somebody is giving it, and the log would tell another one of before.
    write.requireAsRead(parkingSpaces, { id: parkingSpaceId, revision: space.revision })
    // Under its name of now it keeps the key of now: by a later rule another space may have come to the same.
    const named = isRenamed ? { key: spaceKey(lot, code), sortKey: spaceSortKey(lot, code) } : {}
    const update = ctx.db.orm.update(parkingSpaces).set({ ...fields, ...named, changedAt: ctx.now })
    const there = and(eq(parkingSpaces.id, parkingSpaceId), isNull(parkingSpaces.archivedAt))
    write.changeOne(
      update.where(there),
      isRenamed ? spaceTaken({ space: lot === '' ? code : `${lot}-${code}` }) : spaceNotFound,
    )
    const detail = changesOf(asLogged(space), asLogged(fields))
    write.audit('registry.parking_space_changed', parkingSpaceId, { projectId: space.projectId, detail })
    return { parkingSpaceId }
  })
}

/** What its form holds, as the log calls it: `code` is there that of a reason. */
function asLogged(
  space: Pick<typeof parkingSpaces.$inferSelect, 'lot' | 'code' | 'kind' | 'tenure' | 'areaE2'>,
) {
  const { lot, code: spaceCode, kind, tenure, areaE2 } = space
  return { lot, spaceCode, kind, tenure, areaE2 }
}

/** A space, and what another of its project is called that has a key, if any. One round trip. @throws `registry.space_not_found` */
async function withNamesake(ctx: Ctx, id: string, key: string) {
  const other = alias(parkingSpaces, 'other')
  const isOther = and(
    eq(other.projectId, parkingSpaces.projectId),
    eq(other.key, key),
    ne(other.id, parkingSpaces.id),
  )
  const [found] = await ctx.db.orm
    .select({ space: parkingSpaces, taken: spaceName('other') })
    .from(parkingSpaces)
    .leftJoin(other, isOther)
    .where(eq(parkingSpaces.id, id))
  if (!found) throw spaceNotFound()
  return found as { space: typeof found.space; taken: string | null }
}
