import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { hasErrors, notPreviewed, nothingToImport, unanswered } from './errors.ts'
import { importById } from './import-by-id.ts'
import { requireAnswersAsRead, requireCurrent } from './require-current.ts'
import { confirmImportSchema, type ConfirmImport } from './schemas.ts'
import { importJobs } from './tables.ts'

/**
 * Lets an import be applied: the good rows, the bad ones left out when that is agreed to. A job carries it out.
 * @throws `registry_import.unanswered`, `.has_errors`, `.nothing_to_import`, `.not_previewed`, `.answered_meanwhile`,
 *   `.outdated` when another import was confirmed since the preview, `.not_found`
 */
export async function confirmImport(ctx: Ctx, raw: ConfirmImport): Promise<{ importId: string }> {
  const input = parse(confirmImportSchema, raw)
  const { importId } = input
  return ctx.write('registry_import.confirm', input, async (write) => {
    const job = await importById(ctx, importId)
    if (job.openQuestions > 0) throw unanswered({ questions: job.openQuestions })
    if (job.errors > 0 && !input.leaveBadRows) throw hasErrors({ errors: job.errors })
    if (job.parts === 0) throw nothingToImport()
    const change = { state: 'applying' as const, confirmedAt: ctx.now, confirmedBy: ctx.actor.id, runs: 1 }
    const previewed = and(eq(importJobs.id, importId), eq(importJobs.state, 'previewed'))
    requireAnswersAsRead(write, job)
    write.changeOne(ctx.db.orm.update(importJobs).set(change).where(previewed), notPreviewed)
    requireCurrent(write, job)
    write.change(sql`DELETE FROM import_parts WHERE import_id = ${importId} AND kind = 'sheets'`)
    write.audit('registry_import.confirmed', importId, {
      projectId: job.projectId,
      detail: { leaveBadRows: input.leaveBadRows },
    })
    write.publish({ type: 'registry_import.confirmed', importId })
    return { importId }
  })
}
