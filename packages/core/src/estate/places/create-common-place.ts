import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { commonPlaceTaken } from './errors.ts'
import { createCommonPlaceSchema, type CreateCommonPlace } from './schemas.ts'
import { foundParent, ownColumns, parentsWhere, standingColumns } from './standing.ts'
import { commonPlaces } from './tables.ts'

/**
 * Puts a common place on record, under a project, a building or a unit.
 * @throws `places.parent_not_found`, `places.name_taken`
 */
export async function createCommonPlace(
  ctx: Ctx,
  raw: CreateCommonPlace,
): Promise<{ commonPlaceId: string }> {
  ctx.require('places.manage')
  const input = parse(createCommonPlaceSchema, raw)
  const { commonPlaceId, under } = input
  return ctx.write('places.create', input, async (write) => {
    const standing = foundParent(await parentsWhere(ctx, sql`parents.id = ${under}`))
    ctx.require('places.manage', standing.projectId)
    const said = { ...standingColumns(standing), ...ownColumns(input) }
    write.add(
      ctx.db.orm
        .insert(commonPlaces)
        .values({ id: commonPlaceId, ...said, createdAt: ctx.now, changedAt: ctx.now }),
      commonPlaceTaken({ name: input.name }),
    )
    write.audit('places.created', commonPlaceId, {
      projectId: standing.projectId,
      detail: { commonKind: input.kind, under },
    })
    return { commonPlaceId }
  })
}
