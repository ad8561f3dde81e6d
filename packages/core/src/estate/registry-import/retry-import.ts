import { and, eq, or, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { replaceGivenUp } from '../../platform/outbox/index.ts'
import { allowCharges } from './allow-charges.ts'
import { notFailed } from './errors.ts'
import { givenUp } from './given-up.ts'
import { importById } from './import-by-id.ts'
import { requireCurrent } from './require-current.ts'
import { ofImportSchema, type OfImport } from './schemas.ts'
import { importJobs } from './tables.ts'

/**
 * Lets an import that stopped go on from where it stopped.
 * @throws `registry_import.not_failed`, `registry_import.outdated` when another import was confirmed meanwhile: then the
 *   file is to be uploaded again, `.changes_charges` where it would charge rooms on record and the actor may write no tariffs
 */
export async function retryImport(ctx: Ctx, raw: OfImport): Promise<{ importId: string }> {
  const input = parse(ofImportSchema, raw)
  const { importId } = input
  return ctx.write('registry_import.retry', input, async (write) => {
    const { job, last } = await importById(ctx, importId)
    const again = { state: 'applying' as const, failure: null, failedStage: null, runs: sql`runs + 1` }
    const failed = and(eq(importJobs.id, importId), or(eq(importJobs.state, 'failed'), givenUp(importId)))
    write.changeOne(ctx.db.orm.update(importJobs).set(again).where(failed), notFailed)
    await allowCharges(ctx, write, job, last)
    requireCurrent(write, job)
    write.audit('registry_import.retried', importId, { projectId: job.projectId })
    replaceGivenUp(write, 'registry_import.confirmed', 'importId', importId)
    write.publish({ type: 'registry_import.confirmed', importId })
    return { importId }
  })
}
