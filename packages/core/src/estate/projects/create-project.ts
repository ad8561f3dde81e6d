import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projectNameTaken } from './errors.ts'
import { usualPriceRegime } from './rules.ts'
import { createProjectSchema, type CreateProject } from './schemas.ts'
import { projects } from './tables.ts'

/**
 * Takes a property under management (D5, D7, D117).
 * @throws `projects.name_taken`
 */
export async function createProject(ctx: Ctx, raw: CreateProject): Promise<{ projectId: string }> {
  ctx.require('projects.manage')
  const input = parse(createProjectSchema, raw)
  const { requestId: _, projectId, ...fields } = input
  return ctx.write('projects.create', input, (write) => {
    const priceRegime = fields.priceRegime ?? usualPriceRegime(fields.type)
    write.add(
      ctx.db.orm
        .insert(projects)
        .values({ ...fields, id: projectId, priceRegime, createdAt: ctx.now, changedAt: ctx.now }),
      projectNameTaken({ name: fields.name }),
    )
    write.audit('projects.created', projectId, { projectId })
    return { projectId }
  })
}
