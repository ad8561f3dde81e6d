import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { changesOf, requireAsShown } from '../../revisions.ts'
import { requireNameFree } from '../registry/index.ts'
import { areaClosed, areaNameTaken, areaNotFound } from './errors.ts'
import { areasBeside } from './names.ts'
import { areaChosenFor, responsibleOn } from './resolve.ts'
import { changeAreaSchema, closeAreaSchema, type ChangeArea, type CloseArea } from './schemas.ts'
import { areaPlaces, areas, areaStewards } from './tables.ts'
import { requireFromToday, writePlaces, writeStewards } from './write-area.ts'

/** An area that is about to be changed: a query, for `orm.batch`. */
function areaToChange(ctx: Ctx, areaId: string) {
  ctx.require('areas.manage')
  const { projectId, kind } = areas
  return ctx.db.orm.select({ projectId, kind }).from(areas).where(eq(areas.id, areaId))
}

/** What the log says of an area as it would be on a day without the change: a query, for `orm.batch`. */
function areaOn(ctx: Ctx, areaId: string, day: string) {
  const its = sql`SELECT DISTINCT place_id, kind FROM ${areaPlaces} WHERE area_id = ${areaId}`
  return ctx.db.orm
    .select({
      name: areas.name,
      places: sql<number>`(SELECT count(*) FROM (${its}) AS p WHERE ${areaChosenFor(sql`p.place_id`, sql`p.kind`, day)} = ${areaId})`,
      stewardId: responsibleOn(sql`${areaId}`, 'steward_id', day),
      standInId: responsibleOn(sql`${areaId}`, 'stand_in_id', day),
    })
    .from(areas)
    .where(eq(areas.id, areaId))
}

/** @throws `areas.not_found`, `access.not_allowed` */
function found<A extends { projectId: string }>(ctx: Ctx, [area]: readonly A[]): A {
  if (area === undefined) throw areaNotFound()
  ctx.require('areas.manage', area.projectId)
  return area
}

const isOpen = sql`closed_on IS NULL`

/**
 * Changes an area: its name at once, its places and who is responsible from a day on. What held before stays in the history.
 * @throws `areas.not_found`, `areas.closed`, `areas.day_past`, `areas.name_taken`, `areas.place_not_found`,
 *   `areas.steward_cannot`, `request.changed_meanwhile`
 */
export async function changeArea(ctx: Ctx, raw: ChangeArea): Promise<{ areaId: string }> {
  const input = parse(changeAreaSchema, raw)
  const { areaId, revision, name, places, fromOn, stewardId, standInId } = input
  return ctx.write('areas.change', input, async (write) => {
    const its = (column: 'project_id' | 'kind') =>
      sql`(SELECT own.${sql.raw(column)} FROM ${areas} AS own WHERE own.id = ${areaId})`
    const beside = areasBeside(ctx, { areaId, projectId: its('project_id'), kind: its('kind') })
    const before = areaOn(ctx, areaId, fromOn)
    const [own, read, [was]] = await ctx.db.orm.batch([areaToChange(ctx, areaId), beside, before])
    const area = found(ctx, own)
    requireFromToday(ctx, fromOn)
    requireNameFree(write, [name], { beside, read }, areaNameTaken)
    write.require(sql`EXISTS (SELECT 1 FROM ${areas} WHERE id = ${areaId} AND ${isOpen})`, areaClosed)
    requireAsShown(write, areas, { id: areaId, revision })
    write.change(
      ctx.db.orm.update(areas).set({ name, changedAt: ctx.now }).where(eq(areas.id, areaId)),
      areaNameTaken,
    )
    const on = { areaId, ...area, fromOn }
    writePlaces(ctx, write, on, places)
    writeStewards(ctx, write, on, input)
    const told = { name, places: new Set(places).size, stewardId, standInId }
    const detail = { fromOn, ...changesOf({ ...was }, told) }
    write.audit('areas.changed', areaId, { projectId: area.projectId, detail })
    return { areaId }
  })
}

/**
 * Closes an area from a day on: its rooms belong to none, and nobody is responsible for it.
 * @throws `areas.not_found`, `areas.closed`, `areas.day_past`
 */
export async function closeArea(ctx: Ctx, raw: CloseArea): Promise<{ areaId: string }> {
  const input = parse(closeAreaSchema, raw)
  const { areaId, fromOn } = input
  return ctx.write('areas.close', input, async (write) => {
    const area = found(ctx, await areaToChange(ctx, areaId))
    requireFromToday(ctx, fromOn)
    write.changeOne(
      ctx.db.orm
        .update(areas)
        .set({ closedOn: fromOn, changedAt: ctx.now })
        .where(and(eq(areas.id, areaId), isOpen)),
      areaClosed,
    )
    const on = { areaId, ...area, fromOn }
    writePlaces(ctx, write, on, [])
    writeStewards(ctx, write, on, { stewardId: null, standInId: null })
    // Whoever was planned for a day after its end.
    write.change(sql`DELETE FROM ${areaStewards} WHERE area_id = ${areaId} AND from_on > ${fromOn}`)
    write.audit('areas.closed', areaId, { projectId: area.projectId, detail: { fromOn } })
    return { areaId }
  })
}
