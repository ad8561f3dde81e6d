import { and, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { idSchema } from '../../input.ts'
import { holdingKinds } from '../../platform/holdings/index.ts'
import { defineList } from '../../platform/lists/index.ts'
import { holdingOf } from './registry.ts'

const heldThingSchema = v.object({
  id: v.string(),
  projectId: v.nullable(v.string()),
  title: v.string(),
  dueAt: v.nullable(v.number()),
})

/** The things of one kind that a colleague holds: what stands behind a count of theirs. */
export const heldList = defineList({
  theirs: (ctx) => {
    ctx.require('staff.manage')
    return undefined
  },
  filter: {
    staffId: idSchema('stf'),
    kind: v.picklist(holdingKinds),
    projectId: v.optional(idSchema('proj')),
  },
  item: heldThingSchema,
  where: (_ctx, { projectId }) => [projectId === undefined ? undefined : sql`held.project_id = ${projectId}`],
  order: { by: { id: { sql: sql`held.id`, type: 'string' } }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }, { staffId, kind }) =>
    ctx.db.orm
      .select({
        id: sql<string>`held.id`,
        projectId: sql<string | null>`held.project_id`,
        title: sql<string>`held.title`,
        dueAt: sql<number | null>`held.due_at`,
      })
      .from(sql`(${holdingOf(kind).rows(staffId, ctx)}) AS held`)
      .where(and(where))
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => row,
})
