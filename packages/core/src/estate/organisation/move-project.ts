import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { unitClosed } from './errors.ts'
import { placeProject } from './placement.ts'
import { withProjectAt } from './rules.ts'
import { moveProjectSchema, type MoveProject } from './schemas.ts'
import { projectUnits } from './tables.ts'
import { reshape, takesIn } from './tree.ts'
import { readWhole, type Judging } from './whole-tree.ts'

/**
 * Puts a project under another unit from a day on. Figures of days before stay where they were: the history says under which
 * unit it stood. The verb that routes have is `identity`'s, which judges what it means for those who work for a unit.
 * @throws `organisation.unit_closed` also for one that is not there, `organisation.project_not_found`,
 *   `organisation.placed_since`, `organisation.placed_there`, `organisation.tree_changed`
 */
export async function moveProject(
  ctx: Ctx,
  raw: MoveProject,
  judging?: Judging,
): Promise<{ projectId: string }> {
  ctx.require('organisation.manage')
  const input = parse(moveProjectSchema, raw)
  const { projectId, unitId, fromOn } = input
  return ctx.write('organisation.move_project', input, async (write) => {
    const { units, projects, held } = await readWhole(ctx, judging)
    write.require(takesIn(unitId, fromOn), unitClosed)
    placeProject(ctx, write, projectUnits, { projectId, placeId: unitId, fromOn })
    const after = { units, projects: withProjectAt(projects, projectId, { unitId, fromOn }) }
    judging?.judge(write, held, { before: { units, projects }, after, fromOn })
    reshape(ctx, write, units)
    write.audit('organisation.project_moved', projectId, { projectId, detail: { unitId, fromOn } })
    return { projectId }
  })
}
