import type { ImportCounts } from './import-rules.ts'
import type { ImportSummary } from './schemas.ts'
import type { importJobs } from './tables.ts'

type Job = Omit<
  typeof importJobs.$inferSelect,
  'fileSha256' | 'confirmedBy' | 'appliedBefore' | 'runs' | 'layout'
>

/** An import as people see it. */
export function summaryOf(job: Job): ImportSummary {
  const { countsJson, tablesJson, questionsJson, parts, partsDone, ...rest } = job
  const {
    id,
    projectId,
    fileName,
    state,
    errors,
    warnings,
    notes,
    createdAt,
    createdBy,
    confirmedAt,
    appliedAt,
    failure,
    failedStage,
    openQuestions,
  } = rest
  return {
    id,
    projectId,
    fileName,
    state,
    counts: JSON.parse(countsJson) as ImportCounts,
    tables: JSON.parse(tablesJson) as ImportSummary['tables'],
    errors,
    warnings,
    notes,
    progress: state === 'applied' ? 1 : partsDone / Math.max(parts, 1),
    createdAt,
    createdBy,
    confirmedAt,
    appliedAt,
    failure,
    failedStage,
    questions: JSON.parse(questionsJson) as ImportSummary['questions'],
    openQuestions,
  }
}
