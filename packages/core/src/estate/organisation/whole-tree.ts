import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { treeChanged } from './errors.ts'
import type { ProjectInTree, WholeTree } from './rules.ts'
import { organisationUnits, projectUnits } from './tables.ts'
import { parentsQuery, treeOf, unitsQuery, type Unit } from './tree.ts'

/** The tree with its projects, as scopes in it are judged before something changes. */
export interface TreeRead extends WholeTree {
  units: Unit[]
  projects: ProjectInTree[]
}

/**
 * What a change of the tree means for those whose scopes are units, judged as part of the write. The tree knows nothing of
 * them: who works in it says what is to be read along, and judges.
 */
export interface Judging {
  /** What they hold, as one JSON value. */
  held: SQL<string>
  judge: (write: Write, held: string, change: { before: WholeTree; after: WholeTree; fromOn: string }) => void
}

/** Queries of the tree with its projects, for `orm.batch` and `treeFrom`. */
export function treeQueries(ctx: Ctx) {
  const placed = ctx.db.orm.select().from(projectUnits).orderBy(projectUnits.fromOn)
  return [unitsQuery(ctx), parentsQuery(ctx), placed] as const
}

type Queries = ReturnType<typeof treeQueries>
type Rows = [Awaited<Queries[0]>, Awaited<Queries[1]>, Awaited<Queries[2]>]

export function treeFrom(...[units, parents, placed]: Rows): TreeRead {
  return { units: treeOf(units, parents), projects: projectsOf(placed) }
}

export function projectsOf(placed: Rows[2]): ProjectInTree[] {
  return [...Map.groupBy(placed, ({ projectId }) => projectId)].map(([projectId, stood]) => ({
    projectId,
    units: stood.map(({ unitId, fromOn }) => ({ unitId, fromOn: fromOn || null })),
  }))
}

/** Reads the tree, and with it what is judged by its change. One round trip. */
export async function readWhole(
  ctx: Ctx,
  judging: Judging | undefined,
): Promise<TreeRead & { held: string }> {
  const held = ctx.db.orm.select({ held: judging?.held ?? sql<string>`''` }).from(sql`(SELECT 1)`)
  const [ofUnits, ofParents, ofProjects] = treeQueries(ctx)
  const [units, parents, placed, [row]] = await ctx.readStanding([ofUnits, ofParents, ofProjects, held])
  return { ...treeFrom(units, parents, placed), held: row?.held ?? '' }
}

/** Requires in a write that the tree still has the shape that was read. @throws `organisation.tree_changed` */
export function requireTree(write: Write, { units }: TreeRead): void {
  const root = units.find(({ parents }) => parents.length === 0)!
  const { id, treeRevision } = organisationUnits
  write.require(
    sql`EXISTS (SELECT 1 FROM ${organisationUnits} WHERE ${id} = ${root.id} AND ${treeRevision} = ${root.treeRevision})`,
    treeChanged,
  )
}
