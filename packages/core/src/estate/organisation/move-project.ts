import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { unitClosed } from './errors.ts'
import { placeProject } from './placement.ts'
import { moveProjectSchema, type MoveProject } from './schemas.ts'
import { projectUnits } from './tables.ts'
import { takesIn } from './tree.ts'

/**
 * Puts a project under another unit from a day on. Figures of days before stay where they were: the history says under which
 * unit it stood.
 * @throws `organisation.unit_closed` also for one that is not there, `organisation.project_not_found`,
 *   `organisation.placed_since`, `organisation.placed_there`
 */
export async function moveProject(ctx: Ctx, raw: MoveProject): Promise<{ projectId: string }> {
  ctx.require('organisation.manage')
  const input = parse(moveProjectSchema, raw)
  const { projectId, unitId, fromOn } = input
  return ctx.write('organisation.move_project', input, (write) => {
    placeProject(ctx, write, projectUnits, { projectId, placeId: unitId, fromOn })
    write.require(takesIn(unitId, fromOn), unitClosed)
    write.audit('organisation.project_moved', projectId, { projectId, detail: { unitId, fromOn } })
    return { projectId }
  })
}
