import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { owning, runsToday } from './queries.ts'
import type { RegistryContents } from './schemas.ts'

/** How much of a project is on record, and of how many rooms nobody knows whose they are. One round trip. */
export async function readContents(ctx: Ctx, projectId: string): Promise<RegistryContents> {
  ctx.require('registry.read', projectId)
  const inProject = sql`project_id = ${projectId} AND archived_at IS NULL`
  const owned = sql`SELECT 1 FROM occupancies o WHERE o.room_id = r.id AND o.role IN (${owning}) AND ${runsToday(ctx, 'o')}`
  const [counted] = await ctx.db.orm.all<RegistryContents>(sql`SELECT
    (SELECT count(*) FROM buildings WHERE project_id = ${projectId}) AS buildings,
    (SELECT count(*) FROM rooms WHERE ${inProject}) AS rooms,
    (SELECT count(*) FROM rooms r WHERE ${inProject} AND NOT EXISTS (${owned})) AS roomsWithoutOwner,
    (SELECT count(*) FROM parking_spaces WHERE ${inProject}) AS parkingSpaces,
    (SELECT count(*) FROM people WHERE project_id = ${projectId}) AS people`)
  return counted!
}
