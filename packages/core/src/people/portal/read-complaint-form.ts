import { categoriesInUse, type Category } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { commonPlacesOfOwner } from '../../estate/places/index.ts'
import { placesOfOwner, type OwnerPlace } from '../../estate/registry/index.ts'

/** What an owner chooses from who has something to report. */
export interface ComplaintForm {
  /** Rooms, each once. */
  rooms: OwnerPlace[]
  /** Of their projects and buildings. */
  commonPlaces: { id: string; projectId: string; projectName: string; name: string }[]
  categories: Category[]
}

/** One round trip. */
export async function readComplaintForm(ctx: Ctx): Promise<ComplaintForm> {
  const ownerId = ctx.requireOwner()
  const [places, commonPlaces, categories] = await ctx.db.orm.batch([
    placesOfOwner(ctx, ownerId),
    commonPlacesOfOwner(ctx, ownerId),
    categoriesInUse(ctx),
  ])
  const rooms = new Map(places.flatMap((place) => (place.roomId === null ? [] : [[place.roomId, place]])))
  return { rooms: [...rooms.values()], commonPlaces, categories }
}
