import { and, asc, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'

/** The service phones of the company's projects, for whoever has no place there any more. A query, for `orm.batch`. */
export function servicePhones(ctx: Ctx) {
  return ctx.db.orm
    .select({ projectName: projects.name, projectPhone: projects.phone })
    .from(projects)
    .where(and(isNull(projects.archivedAt), sql`${projects.phone} <> ''`))
    .orderBy(asc(projects.name))
    .limit(10)
}
