import type { Ctx } from '../../context.ts'
import { isShown } from './ask-who-pays.ts'
import { mayCharge, type ComingUnder } from './coming-under.ts'
import type { ImportCounts } from './import-rules.ts'
import type { Question } from './question.ts'
import type { ImportSummary } from './schemas.ts'
import type { importJobs } from './tables.ts'

type Job = Omit<
  typeof importJobs.$inferSelect,
  'fileSha256' | 'confirmedBy' | 'appliedBefore' | 'runs' | 'layout' | 'chargesJson' | 'chargesAllowedBy'
>

/**
 * An import as the actor sees it.
 * @param charged what rooms on record would be charged by it as it stands now
 * @param outdated whether another was set going since its preview
 */
export function summaryOf(
  ctx: Ctx,
  job: Job,
  charged: readonly ComingUnder[],
  outdated = false,
): ImportSummary {
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
    revision,
  } = rest
  return {
    id,
    projectId,
    fileName,
    state,
    outdated,
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
    questions: (JSON.parse(questionsJson) as Question[]).filter(isShown),
    openQuestions,
    revision,
    charges: charged.map(([tariff, rooms]) => ({ tariff, rooms })),
    mayCharge: mayCharge(ctx, projectId, charged),
  }
}
