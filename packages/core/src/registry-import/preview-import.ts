import { sha256Hex } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { indexPhone, idField } from '../registry/index.ts'
import { badRows } from './bad-rows.ts'
import type { RegistryDraft } from './draft.ts'
import { readExisting, type Existing } from './existing.ts'
import { rowsOfPart } from './import-rules.ts'
import type { PersonIndexes } from './match-people.ts'
import { chunked, sealPart } from './parts.ts'
import { numberKey } from './people-book.ts'
import { planImport, type Plan } from './plan.ts'
import { Problems, type Problem } from './problems.ts'
import { readTables } from '../spreadsheets/index.ts'
import { readRegistry } from './read-registry.ts'
import { previewImportSchema, type ImportSummary, type PreviewImport } from './schemas.ts'
import type { Sheet } from './sheet.ts'
import type { ApplyPart } from './statements.ts'
import { summaryOf } from './summary.ts'
import { importJobs } from './tables.ts'
import type { TariffPort } from './tariff-port.ts'
import { namesByKey, tariffPort } from './tariffs.ts'

/**
 * Reads an upload, compares it with the project's registry and keeps what it would do. Nothing is changed yet.
 * Round trips: the registry is read by thousands of rows, everything is written at once.
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
    const existing = await readExisting(ctx, projectId)
    const { draft, tables, problems: found } = readRegistry(sheets, numbered(existing))
    const problems = new Problems(found)
    const [indexes, known] = await Promise.all([indexPeople(ctx, draft), port.known(ctx, projectId, draft)])
    const plan = planImport({ draft, existing, indexes, known, problems, now: ctx.now })
    const parts = await sealParts(ctx, sheets, { draft, tables, problems: problems.list }, plan)
    const severity = (wanted: Problem['severity']) =>
      problems.list.filter((problem) => problem.severity === wanted).length
    const job: typeof importJobs.$inferInsert = {
      id: importId,
      projectId,
      fileName,
      fileSha256,
      state: 'previewed',
      countsJson: JSON.stringify(plan.counts),
      tablesJson: JSON.stringify(tables),
      errors: severity('error'),
      warnings: severity('warning'),
      notes: severity('note'),
      parts: parts.filter(([kind]) => kind === 'apply').length,
      appliedBefore: existing.appliedImports,
      createdAt: ctx.now,
      createdBy: ctx.actor.id,
    }
    write.add(ctx.db.orm.insert(importJobs).values(job))
    write.add(sql`INSERT INTO import_parts (import_id, kind, seq, sealed)
      SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(parts)})`)
    write.audit('registry_import.previewed', importId, {
      projectId,
      detail: { fileSha256, counts: plan.counts },
    })
    return summaryOf({
      partsDone: 0,
      confirmedAt: null,
      confirmedBy: null,
      appliedAt: null,
      failure: null,
      failedStage: null,
      questionsJson: '[]',
      ...job,
    })
  })
}

/** Names by the company's number, as far as one number means one person. */
function numbered({ people }: Existing): ReadonlyMap<string, string> {
  const byNumber = Map.groupBy(
    people.filter(({ number }) => number !== null),
    ({ number }) => numberKey(number!),
  )
  return new Map(
    [...byNumber].flatMap(([number, [one, other]]) => (one && !other ? [[number, one.name]] : [])),
  )
}

async function indexPeople(ctx: Ctx, draft: RegistryDraft): Promise<ReadonlyMap<string, PersonIndexes>> {
  const indexed = await Promise.all(
    draft.people.map(async ({ key, phones, idNumber }) => {
      const id = idNumber === null ? null : await ctx.vault.index(idField, idNumber)
      return [
        key,
        { phones: await Promise.all(phones.map((phone) => indexPhone(ctx.vault, phone))), id },
      ] as const
    }),
  )
  return new Map(indexed)
}

type SealedPart = [kind: string, seq: number, sealed: string]

async function sealParts(
  ctx: Ctx,
  sheets: readonly Sheet[],
  reading: Parameters<typeof badRows>[1],
  plan: Plan,
): Promise<SealedPart[]> {
  const kinds: [string, unknown[]][] = [
    ['apply', applyParts(plan, reading.draft)],
    ['changes', chunked(plan.changes, rowsOfPart)],
    ['problems', chunked(reading.problems, rowsOfPart)],
    ['bad_rows', badRows(sheets, reading, true)],
  ]
  // One after the other: packed all at once, the rows of a large workbook would lie in memory several times.
  const sealed: SealedPart[] = []
  for (const [kind, parts] of kinds) {
    for (const [seq, part] of parts.entries()) sealed.push([kind, seq, await sealPart(ctx.vault, kind, part)])
  }
  return sealed
}

function applyParts(plan: Plan, draft: RegistryDraft): ApplyPart[] {
  const { tariffs, roomTariffs } = plan
  const names = Object.fromEntries(namesByKey(draft.tariffs))
  return [
    ...chunked(plan.buildings, rowsOfPart).map((rows) => ({ stage: 'buildings' as const, rows })),
    ...chunked(plan.units, rowsOfPart).map((rows) => ({ stage: 'units' as const, rows })),
    ...chunked(plan.rooms, rowsOfPart).map((rows) => ({ stage: 'rooms' as const, rows })),
    ...chunked(plan.spaces, rowsOfPart).map((rows) => ({ stage: 'spaces' as const, rows })),
    ...chunked(plan.people, rowsOfPart).map((rows) => ({ stage: 'people' as const, rows })),
    ...chunked(plan.occupancies, rowsOfPart).map((rows) => ({ stage: 'occupancies' as const, rows })),
    ...(tariffs.length + roomTariffs.length > 0
      ? [{ stage: 'tariffs' as const, rows: [{ tariffs, roomTariffs, names }] }]
      : []),
  ]
}
