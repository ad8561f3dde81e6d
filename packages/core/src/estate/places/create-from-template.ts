import { databaseConflict } from '@heju/db'
import { newId } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projectNotFound, projects } from '../projects/index.ts'
import { tooManyAtOnce } from './errors.ts'
import { mostAtOnce, type Span } from './rules.ts'
import { createFromTemplateSchema, type CreateFromTemplate } from './schemas.ts'
import { ownColumns, parentsWhere, standingColumns, type Standing } from './standing.ts'
import { commonPlaces } from './tables.ts'

/**
 * Puts on record what every project, building or unit has, such as a lobby and a lift hall for each unit. What is there already
 * under its name is left as it is, so that a template may be used again when buildings were added.
 * @returns how many are new, and of how many there was one
 * @throws `places.too_many`, `database.conflict` when somebody else puts one of them on record at that moment
 */
export async function createPlacesFromTemplate(
  ctx: Ctx,
  raw: CreateFromTemplate,
): Promise<{ created: number; present: number }> {
  const input = parse(createFromTemplateSchema, raw)
  const { projectId, rows } = input
  ctx.require('places.manage', projectId)
  return ctx.write('places.create_from_template', input, async (write) => {
    const { parents, taken } = await readProject(ctx, projectId)
    // Where it names no parent nothing else would tell that there is no such project.
    write.require(sql`EXISTS (SELECT 1 FROM ${projects} WHERE id = ${projectId})`, projectNotFound)
    // What two rows name alike under one parent is one place.
    const wanted = new Map(
      rows.flatMap(({ per, ...said }) => {
        const own = ownColumns({ ...said, floor: null })
        return standingUnder(parents, per).map(
          ({ id, ...standing }) => [`${id} ${own.key}`, { ...standingColumns(standing), ...own }] as const,
        )
      }),
    )
    const fresh = [...wanted].filter(([key]) => !taken.has(key))
    if (fresh.length > mostAtOnce) throw tooManyAtOnce({ most: mostAtOnce })
    const made = { createdAt: ctx.now, changedAt: ctx.now }
    const values = fresh.map(([, row]) => ({ id: newId('place', ctx.now), ...row, ...made }))
    // A statement takes only so many parameters.
    for (let from = 0; from < values.length; from += rowsOfStatement)
      write.add(
        ctx.db.orm.insert(commonPlaces).values(values.slice(from, from + rowsOfStatement)),
        databaseConflict,
      )
    const created = values.length
    write.audit('places.created_from_template', projectId, { projectId, detail: { commonPlaces: created } })
    return { created, present: wanted.size - created }
  })
}

const rowsOfStatement = 500

/** What a place may stand under, and which names are taken there. One round trip. */
async function readProject(ctx: Ctx, projectId: string) {
  const [parents, there] = await ctx.db.orm.batch([
    parentsWhere(ctx, sql`parents.project_id = ${projectId}`),
    ctx.db.orm
      .select({ parentId: commonPlaces.parentId, key: commonPlaces.key })
      .from(commonPlaces)
      .where(and(eq(commonPlaces.projectId, projectId), isNull(commonPlaces.retiredAt))),
  ])
  return { parents, taken: new Set(there.map(({ parentId, key }) => `${parentId} ${key}`)) }
}

type Parent = Standing & { id: string }

/** Under what a row of a template comes; a building that has no units stands for one. */
function standingUnder(parents: readonly Parent[], per: Span): Parent[] {
  if (per === 'project') return parents.filter(({ buildingId }) => buildingId === null)
  const buildings = parents.filter(({ buildingId, unitId }) => buildingId !== null && unitId === null)
  if (per === 'building') return buildings
  return buildings.flatMap((building) => {
    const units = parents.filter(
      ({ unitId, buildingId }) => unitId !== null && buildingId === building.buildingId,
    )
    return units.length === 0 ? [building] : units
  })
}
