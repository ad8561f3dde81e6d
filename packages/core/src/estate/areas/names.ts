import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { areas } from './tables.ts'

interface Whose {
  areaId: string
  projectId: string | SQL
  kind: string | SQL
}

/**
 * The areas beside which one is told by its name: those of its project and kind that are there today. One that closes on a day
 * to come has its name until then. A query, for `orm.batch`.
 */
export function areasBeside(ctx: Ctx, { areaId, projectId, kind }: Whose) {
  const { id, name, closedOn } = areas
  return ctx.db.orm
    .select({ id, name })
    .from(areas)
    .where(
      sql`${areas.projectId} = ${projectId} AND ${areas.kind} = ${kind} AND ${id} <> ${areaId}
        AND (${closedOn} IS NULL OR ${closedOn} > ${todayOf(ctx)})`,
    )
}
