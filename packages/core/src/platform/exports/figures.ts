import { projects } from '../../estate/projects/index.ts'
import type { Ctx } from '../../context.ts'

/**
 * Figures of projects and months as rows of a file, with the names of their projects. They are as many as projects and months,
 * and come at once: after them there are none.
 * @param after where the file goes on
 */
export async function figuresAtOnce<R extends { projectId: string }>(
  ctx: Ctx,
  after: string | undefined,
  read: () => Promise<readonly R[]>,
): Promise<(R & { projectName: string })[]> {
  if (after !== undefined) return []
  const { id, name } = projects
  const [figures, named] = await Promise.all([read(), ctx.db.orm.select({ id, name }).from(projects)])
  const names = new Map(named.map((project) => [project.id, project.name]))
  return figures.map((row) => ({ ...row, projectName: names.get(row.projectId) ?? '' }))
}

/** What is kept as a whole number of hundredths, as it is written; nothing where there is none. */
export function hundredth(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : value / 100
}
