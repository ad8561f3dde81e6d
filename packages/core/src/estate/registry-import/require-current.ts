import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import { answeredMeanwhile, previewOutdated } from './errors.ts'
import { importJobs } from './tables.ts'

/** Whether another import of the project was set going since the preview of one that waits: 1 or 0. */
export const isOutdated = sql<number>`${importJobs.state} = 'previewed' AND ${importJobs.appliedBefore} <>
  (SELECT coalesce(sum(o.runs), 0) FROM ${importJobs} o WHERE o.project_id = import_jobs.project_id AND o.id <> import_jobs.id)`

/**
 * Requires that nothing but this import was set going since its preview. One that is being applied is not among those
 * that the preview saw, whether it ends before this or after.
 */
export function requireCurrent(
  write: Write,
  { id, projectId, appliedBefore }: { id: string; projectId: string; appliedBefore: number },
): void {
  write.require(
    sql`(SELECT coalesce(sum(runs), 0) FROM import_jobs WHERE project_id = ${projectId} AND id <> ${id}) = ${appliedBefore}`,
    previewOutdated,
  )
}

/** Requires that nobody has said anything else of the workbook since it was read here: no answer is lost unseen. */
export function requireAnswersAsRead(write: Write, { id, revision }: { id: string; revision: number }): void {
  write.require(sql`(SELECT revision FROM import_jobs WHERE id = ${id}) = ${revision}`, answeredMeanwhile)
}
