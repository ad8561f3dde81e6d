import { naturalSortKey } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../projects/index.ts'
import { buildings, units, wordKey } from '../registry/index.ts'
import { parentNotFound } from './errors.ts'
import type { CommonKind } from './rules.ts'

/** Under what a place stands. */
export interface Standing {
  projectId: string
  buildingId: string | null
  unitId: string | null
}

/** All under which a place may stand: projects, their buildings, the units of those. */
const parents = sql`(SELECT p.id, p.id AS project_id, NULL AS building_id, NULL AS unit_id FROM ${projects} AS p
  UNION ALL SELECT b.id, b.project_id, b.id, NULL FROM ${buildings} AS b
  UNION ALL SELECT u.id, b.project_id, b.id, u.id FROM ${units} AS u JOIN ${buildings} AS b ON b.id = u.building_id) AS parents`

/** Those of them that a condition finds: a query, for `orm.batch`. */
export function parentsWhere(ctx: Ctx, which: SQL) {
  return ctx.db.orm
    .select({
      id: sql<string>`parents.id`,
      projectId: sql<string>`parents.project_id`,
      buildingId: sql<string | null>`parents.building_id`,
      unitId: sql<string | null>`parents.unit_id`,
    })
    .from(parents)
    .where(which)
}

/** What a place is to stand under, of what was found. @throws `places.parent_not_found` */
export function foundParent([found]: readonly (Standing & { id: string })[]): Standing {
  if (found === undefined) throw parentNotFound()
  const { projectId, buildingId, unitId } = found
  return { projectId, buildingId, unitId }
}

/** The columns of what a place stands under; its order as that is when it is written, for a building may be renamed then. */
export function standingColumns(standing: Standing) {
  const { buildingId, unitId } = standing
  const standingKey = sql<string>`coalesce((SELECT sort_key FROM ${buildings} WHERE id = ${buildingId}), '')
    || coalesce(' ' || (SELECT sort_key FROM ${units} WHERE id = ${unitId}), '')`
  return { ...standing, standingKey }
}

/** What is said of a place itself, as it is kept. */
export function ownColumns({ kind, name, floor }: { kind: CommonKind; name: string; floor: number | null }) {
  const storey = floor === null ? '' : String(floor)
  // The whole estate before its floors, and those as one goes up.
  const order = floor === null ? '' : String(floor + 100).padStart(3, '0')
  return {
    kind,
    name,
    floor,
    key: `${storey}|${wordKey(name)}`,
    sortKey: `${order} ${naturalSortKey(name)}`,
  }
}
