import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { placeNewProject } from '../organisation/index.ts'
import { projectNameTaken } from './errors.ts'
import { usualPriceRegime } from './rules.ts'
import { createProjectSchema, type CreateProject } from './schemas.ts'
import { projects } from './tables.ts'

/**
 * Takes a property under management (D5, D7, D117), under a unit and in the name of a legal entity (D4).
 * @throws `projects.name_taken`, `organisation.unit_closed`, `organisation.entity_closed`, `organisation.no_entity`
 */
export async function createProject(ctx: Ctx, raw: CreateProject): Promise<{ projectId: string }> {
  ctx.require('projects.manage')
  const input = parse(createProjectSchema, raw)
  const { requestId: _, projectId, unitId, entityId, ...fields } = input
  return ctx.write('projects.create', input, (write) => {
    const priceRegime = fields.priceRegime ?? usualPriceRegime(fields.type)
    placeNewProject(ctx, write, { projectId, unitId, entityId })
    write.add(
      ctx.db.orm
        .insert(projects)
        .values({ ...fields, id: projectId, priceRegime, createdAt: ctx.now, changedAt: ctx.now }),
      projectNameTaken({ name: fields.name }),
    )
    write.audit('projects.created', projectId, {
      projectId,
      detail: { unitId, ...(entityId && { entityId }) },
    })
    return { projectId }
  })
}
