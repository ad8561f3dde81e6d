import { categoriesInUse, type Category } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { placesOfOwner, type OwnerPlace } from '../../estate/registry/index.ts'

/** What an owner chooses from who has something to report. */
export interface ComplaintForm {
  /** Rooms, each once. */
  rooms: OwnerPlace[]
  categories: Category[]
}

/** One round trip. */
export async function readComplaintForm(ctx: Ctx): Promise<ComplaintForm> {
  const ownerId = ctx.requireOwner()
  const [places, categories] = await ctx.db.orm.batch([placesOfOwner(ctx, ownerId), categoriesInUse(ctx)])
  const rooms = new Map(places.flatMap((place) => (place.roomId === null ? [] : [[place.roomId, place]])))
  return { rooms: [...rooms.values()], categories }
}
