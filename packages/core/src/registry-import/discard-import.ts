import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { notPreviewed } from './errors.ts'
import { importById } from './import-by-id.ts'
import { ofImportSchema, type OfImport } from './schemas.ts'
import { importJobs } from './tables.ts'

/** Drops an import that was not confirmed, with all that it brought. @throws `registry_import.not_previewed` */
export async function discardImport(ctx: Ctx, raw: OfImport): Promise<{ importId: string }> {
  const input = parse(ofImportSchema, raw)
  const { importId } = input
  const job = await importById(ctx, importId)
  return ctx.write('registry_import.discard', input, (write) => {
    const previewed = and(eq(importJobs.id, importId), eq(importJobs.state, 'previewed'))
    write.changeOne(ctx.db.orm.update(importJobs).set({ state: 'discarded' }).where(previewed), notPreviewed)
    write.change(sql`DELETE FROM import_parts WHERE import_id = ${importId}`)
    write.audit('registry_import.discarded', importId, { projectId: job.projectId })
    return { importId }
  })
}
