import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as v from 'valibot'
import { bills, tariffs } from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { rooms } from '../../estate/registry/index.ts'

/** What a company does before its work goes on by itself, in this order. */
const beginningSteps = ['project', 'rooms', 'tariff', 'bills'] as const

export const beginningSchema = v.object({
  steps: v.array(v.object({ step: v.picklist(beginningSteps), done: v.boolean() })),
})
export type Beginning = v.InferOutput<typeof beginningSchema>

/**
 * How far the actor's projects are: a project, rooms, a tariff in use, bills that went out. Empty for who can do none of
 * that. One round trip, and it stops at the first that it finds.
 */
export async function readBeginning(ctx: Ctx): Promise<Beginning> {
  const scope = ctx.projectsWhere('projects.read')
  if (!ctx.may('registry.import')) return { steps: [] }
  const theirs =
    scope === 'all'
      ? sql`p.archived_at IS NULL`
      : sql`p.archived_at IS NULL AND p.id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`
  const found = (what: SQLiteTable, condition: SQL) =>
    sql`EXISTS (SELECT 1 FROM ${projects} p CROSS JOIN ${what} x ON x.project_id = p.id WHERE ${theirs} AND ${condition})`
  const [row] = await ctx.db.orm.all<Record<(typeof beginningSteps)[number], number>>(sql`SELECT
    EXISTS (SELECT 1 FROM ${projects} p WHERE ${theirs}) AS project,
    ${found(rooms, sql`x.archived_at IS NULL`)} AS rooms,
    ${found(tariffs, sql`x.state = 'active'`)} AS tariff,
    ${found(bills, sql`x.state <> 'draft'`)} AS bills`)
  return { steps: beginningSteps.map((step) => ({ step, done: row?.[step] === 1 })) }
}
