import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { notPreviewed } from './errors.ts'
import { importById } from './import-by-id.ts'
import { givenUp } from './given-up.ts'
import { statesBefore } from './import-rules.ts'
import { ofImportSchema, type OfImport } from './schemas.ts'
import { importJobs } from './tables.ts'

/**
 * Drops an import that was not confirmed, or that stopped, with all that it still had to bring. What it had written
 * before it stopped stays: a corrected file completes it.
 * @throws `registry_import.not_previewed`
 */
export async function discardImport(ctx: Ctx, raw: OfImport): Promise<{ importId: string }> {
  const input = parse(ofImportSchema, raw)
  const { importId } = input
  return ctx.write('registry_import.discard', input, async (write) => {
    const { job } = await importById(ctx, importId)
    const idle = and(
      eq(importJobs.id, importId),
      or(inArray(importJobs.state, statesBefore('discarded')), givenUp(importId)),
    )
    write.changeOne(ctx.db.orm.update(importJobs).set({ state: 'discarded' }).where(idle), notPreviewed)
    write.change(sql`DELETE FROM import_parts WHERE import_id = ${importId}`)
    write.audit('registry_import.discarded', importId, { projectId: job.projectId })
    return { importId }
  })
}
