import { sha256Hex } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { readTables } from '../../platform/spreadsheets/index.ts'
import { calculateImport } from './calculate-import.ts'
import { previewImportSchema, type ImportSummary, type PreviewImport } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { importJobs } from './tables.ts'
import type { TariffPort } from './tariff-port.ts'
import { tariffPort } from './tariffs.ts'

/**
 * Reads an upload, compares it with the project's registry and keeps what it would do, or what is to be asked first.
 * Nothing is changed yet. Round trips: the registry is read by thousands of rows, everything is written at once.
 * @param file an `.xlsx` or `.csv`
 * @throws what `readTables` throws
 */
export async function previewImport(
  ctx: Ctx,
  raw: PreviewImport,
  file: Uint8Array,
  port: TariffPort = tariffPort,
): Promise<ImportSummary> {
  const input = parse(previewImportSchema, raw)
  const { projectId, importId, fileName } = input
  ctx.require('registry.import', projectId)
  const fileSha256 = await sha256Hex(file)
  const request = { ...input, fileSha256 }
  return ctx.write('registry_import.preview', request, async (write) => {
    const sheets = await readTables(file, fileName)
    const calculated = await calculateImport(ctx, projectId, sheets, null, port)
    const named = { id: importId, projectId, fileName, fileSha256, state: 'previewed' as const }
    const job = { ...named, ...calculated.job, createdAt: ctx.now, createdBy: ctx.actor.id }
    write.add(ctx.db.orm.insert(importJobs).values(job))
    write.add(sql`INSERT INTO import_parts (import_id, kind, seq, sealed)
      SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(calculated.parts)})`)
    write.audit('registry_import.previewed', importId, {
      projectId,
      detail: { fileSha256, counts: calculated.counts },
    })
    const notYet = { revision: 0, partsDone: 0, confirmedAt: null, confirmedBy: null, appliedAt: null }
    return summaryOf(ctx, { ...notYet, failure: null, failedStage: null, ...job }, calculated.charged)
  })
}
