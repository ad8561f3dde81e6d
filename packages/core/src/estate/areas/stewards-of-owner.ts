import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { rooms, roomsOfOwner } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import { areaOfRoom, responsibleOn } from './resolve.ts'

/** Who of the company is there for an owner: the name alone, no number of their own. A query, for `orm.batch`. */
export function stewardsOfOwner(ctx: Ctx, ownerId: string) {
  const today = todayOf(ctx)
  const steward = responsibleOn(areaOfRoom('r', 'steward', today), 'steward_id', today)
  return ctx.db.orm
    .select({ roomName: sql<string>`r.name`, name: sql<string>`s.name` })
    .from(sql`${rooms} AS r`)
    .innerJoin(sql`${staff} AS s`, sql`s.id = ${steward}`)
    .where(sql`r.id IN (${roomsOfOwner(ctx, ownerId)}) AND r.archived_at IS NULL AND s.state = 'active'`)
    .orderBy(sql`r.sort_key`)
}
