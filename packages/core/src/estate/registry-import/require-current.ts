import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import { answeredMeanwhile, previewOutdated } from './errors.ts'

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
export function requireAnswersAsRead(
  write: Write,
  { id, questionsJson }: { id: string; questionsJson: string },
): void {
  write.require(
    sql`(SELECT questions_json FROM import_jobs WHERE id = ${id}) = ${questionsJson}`,
    answeredMeanwhile,
  )
}
