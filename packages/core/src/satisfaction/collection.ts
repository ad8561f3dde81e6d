import type { Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../context.ts'
import { projects } from '../projects/index.ts'

/** What a project billed for a month, and what of that is paid by now. */
export interface Collected {
  projectId: string
  billedFen: number
  paidFen: number
}

/** Sums of the published bills of a month, by project; the index by project and month serves it. */
export function collectionQuery(ctx: Ctx, period: Period, scope: 'all' | readonly string[]) {
  const wanted =
    scope === 'all'
      ? sql`SELECT id FROM ${projects} WHERE archived_at IS NULL`
      : sql`SELECT value FROM json_each(${JSON.stringify(scope)})`
  return ctx.db.orm
    .all<Collected>(sql`SELECT project_id AS projectId, sum(amount_fen) AS billedFen, sum(paid_fen) AS paidFen
    FROM ${bills} WHERE project_id IN (${wanted}) AND period = ${period} AND state = 'published' GROUP BY project_id`)
}
