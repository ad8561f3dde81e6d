import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { occupancyTaken, ownerPresent } from './errors.ts'
import { placeColumns, projectOf, stillThere } from './place.ts'
import { giveOccupancySchema, type GiveOccupancy } from './people-schemas.ts'
import { isTitle, requireOrder, titleFree } from './title.ts'
import { occupancies } from './tables.ts'

/**
 * Says what a person is to a room or parking space, from when (D22, D25). A place has one owner at a time; others are
 * co-owners, and another owner comes by `transferOwnership`.
 * @throws `registry.owner_present`, `registry.occupancy_taken`, `registry.not_of_one_project`, and what is not found
 */
export async function giveOccupancy(ctx: Ctx, raw: GiveOccupancy): Promise<{ occupancyId: string }> {
  const input = parse(giveOccupancySchema, raw)
  const { requestId: _requestId, occupancyId, place, ...fields } = input
  requireOrder(fields)
  return ctx.write('registry.give_occupancy', input, async (write) => {
    const projectId = await projectOf(ctx, place, [fields.personId])
    ctx.require('registry.write', projectId)
    // It may have been archived since we looked.
    write.require(...stillThere(place))
    if (isTitle(fields.role)) write.require(titleFree(ctx, place, fields), ownerPresent)
    const row = {
      ...fields,
      ...placeColumns(place),
      id: occupancyId,
      projectId,
      createdAt: ctx.now,
      changedAt: ctx.now,
    }
    write.add(ctx.db.orm.insert(occupancies).values(row), occupancyTaken)
    write.audit('registry.occupancy_given', place.id, {
      projectId,
      detail: { occupancyId, role: fields.role },
    })
    return { occupancyId }
  })
}
