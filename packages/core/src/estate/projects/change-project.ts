import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { projectNameTaken, projectNotFound } from './errors.ts'
import { changeProjectSchema, type ChangeProject } from './schemas.ts'
import { projects } from './tables.ts'

/**
 * Changes what is known of a project (D5, D7, D117). Prices that were approved under another regime stay as they are:
 * the regime decides about prices that are entered from now on.
 * @throws `projects.not_found`, `projects.name_taken`, `request.changed_meanwhile`
 */
export async function changeProject(ctx: Ctx, raw: ChangeProject): Promise<{ projectId: string }> {
  const input = parse(changeProjectSchema, raw)
  const { requestId: _, projectId, revision, ...fields } = input
  ctx.require('projects.manage', projectId)
  return ctx.write('projects.change', input, async (write) => {
    const there = and(eq(projects.id, projectId), isNull(projects.archivedAt))
    const [found] = await ctx.db.orm.select({ name: projects.name }).from(projects).where(there)
    if (!found) throw projectNotFound()
    requireAsShown(write, projects, { id: projectId, revision })
    const update = ctx.db.orm.update(projects).set({ ...fields, changedAt: ctx.now })
    write.changeOne(
      update.where(there),
      fields.name === found.name ? projectNotFound : projectNameTaken({ name: fields.name }),
    )
    write.audit('projects.changed', projectId, {
      projectId,
      detail: {
        type: fields.type,
        serviceMode: fields.serviceMode,
        priceRegime: fields.priceRegime,
      },
    })
    return { projectId }
  })
}
