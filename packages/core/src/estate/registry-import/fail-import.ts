import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { importMoved } from './errors.ts'
import { importJobs, importParts } from './tables.ts'
import type { ApplyPart } from './statements.ts'
import { openPart } from './parts.ts'

/**
 * Ends an import that cannot go on, with the reason and what it was writing. What was written before stays: each part is
 * whole, and every stage stands without the later ones. Two round trips.
 * @param code of the error that stopped it
 */
export async function failImport(ctx: Ctx, importId: string, code: string): Promise<void> {
  ctx.requireJob()
  const [jobs, parts] = await ctx.db.orm.batch([
    ctx.db.orm.select().from(importJobs).where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ sealed: importParts.sealed })
      .from(importParts)
      .innerJoin(importJobs, eq(importJobs.id, importParts.importId))
      .where(
        and(
          eq(importParts.importId, importId),
          eq(importParts.kind, 'apply'),
          eq(importParts.seq, importJobs.partsDone),
        ),
      ),
  ])
  const [job] = jobs
  if (job?.state !== 'applying') return
  const failedStage = await stageOf(ctx, parts[0]?.sealed)
  const key = productKey('registry_import.fail', `${importId}-failed-${job.runs}`)
  await ctx.writeOnce(key, (write) => {
    write.changeOne(
      ctx.db.orm
        .update(importJobs)
        .set({ state: 'failed', failure: code, failedStage })
        .where(
          and(
            eq(importJobs.id, importId),
            eq(importJobs.state, 'applying'),
            sql`parts_done = ${job.partsDone}`,
          ),
        ),
      importMoved,
    )
    write.audit('registry_import.failed', importId, {
      projectId: job.projectId,
      detail: { code, stage: failedStage, partsDone: job.partsDone, parts: job.parts },
    })
    return null
  })
}

/** Null where even the part cannot be opened. */
async function stageOf(ctx: Ctx, sealed: string | undefined) {
  if (sealed === undefined || sealed === '') return null
  const part = await openPart<ApplyPart>(ctx.vault, 'apply', sealed).catch(() => null)
  return part?.stage ?? null
}
