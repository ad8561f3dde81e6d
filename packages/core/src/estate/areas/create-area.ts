import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireNameFree } from '../registry/index.ts'
import { areaNameTaken } from './errors.ts'
import { areasBeside } from './names.ts'
import { createAreaSchema, type CreateArea } from './schemas.ts'
import { areas } from './tables.ts'
import { requireFromToday, writePlaces, writeStewards } from './write-area.ts'

/**
 * Makes a named area out of buildings, units and rooms of a project, with who is responsible for it from a day on.
 * @throws `areas.day_past`, `areas.name_taken`, `areas.place_not_found`, `areas.steward_cannot`
 */
export async function createArea(ctx: Ctx, raw: CreateArea): Promise<{ areaId: string }> {
  const input = parse(createAreaSchema, raw)
  const { areaId, projectId, kind, name, places, fromOn } = input
  ctx.require('areas.manage', projectId)
  requireFromToday(ctx, fromOn)
  return ctx.write('areas.create', input, async (write) => {
    const beside = areasBeside(ctx, input)
    requireNameFree(write, [name], { beside, read: await beside }, areaNameTaken)
    const row = { id: areaId, projectId, kind, name, createdAt: ctx.now, changedAt: ctx.now }
    write.add(ctx.db.orm.insert(areas).values(row), areaNameTaken)
    writePlaces(ctx, write, input, places)
    writeStewards(ctx, write, input, input)
    write.audit('areas.created', areaId, { projectId, detail: { fromOn, places: places.length } })
    return { areaId }
  })
}
