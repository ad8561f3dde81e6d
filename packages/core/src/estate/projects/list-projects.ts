import { and, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Project } from './schemas.ts'
import { projects } from './tables.ts'

/** The projects that the actor works in, by name. One round trip. */
export async function listProjects(ctx: Ctx): Promise<Project[]> {
  const scope = ctx.projectsWhere('projects.read')
  const { id, name, type, serviceMode, priceRegime, address, phone, revision } = projects
  return ctx.db.orm
    .select({ id, name, type, serviceMode, priceRegime, address, phone, revision })
    .from(projects)
    .where(and(isNull(projects.archivedAt), scope === 'all' ? undefined : inArray(projects.id, [...scope])))
    .orderBy(projects.name)
}
