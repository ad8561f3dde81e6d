import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { answeredMeanwhile, importNotFound, notPreviewed } from './errors.ts'
import { openPart } from './parts.ts'
import { calculateImport, unpackSheets } from './calculate-import.ts'
import { requireAsked } from './require-asked.ts'
import { requireAnswersAsRead } from './require-current.ts'
import { saidNext } from './remembered.ts'
import type { Question } from './question.ts'
import { answerImportSchema, type AnswerImport, type ImportSummary } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { importJobs, importParts } from './tables.ts'
import type { TariffPort } from './tariff-port.ts'
import { tariffPort } from './tariffs.ts'

/**
 * Says what a workbook left open, and calculates anew what it would do. An answer can be given again until the import is
 * confirmed; an empty one takes it back. Round trips: one to read the file as it was kept, those of the registry, one to
 * write.
 * @throws `request.invalid` for an answer to what is not asked, or that is no choice; `registry_import.not_found`,
 *   `registry_import.not_previewed`, `registry_import.answered_meanwhile`
 */
export async function answerImport(
  ctx: Ctx,
  raw: AnswerImport,
  port: TariffPort = tariffPort,
): Promise<ImportSummary> {
  const input = parse(answerImportSchema, raw)
  const { importId } = input
  return ctx.write('registry_import.answer', input, async (write) => {
    const [jobs, kept] = await ctx.db.orm.batch([
      ctx.db.orm.select().from(importJobs).where(eq(importJobs.id, importId)),
      ctx.db.orm
        .select({ sealed: importParts.sealed })
        .from(importParts)
        .where(and(eq(importParts.importId, importId), eq(importParts.kind, 'sheets')))
        .orderBy(asc(importParts.seq)),
    ])
    const [job] = jobs
    if (!job) throw importNotFound()
    ctx.require('registry.import', job.projectId)
    if (job.state !== 'previewed' || kept.length === 0) throw notPreviewed()
    if (input.revision !== undefined && input.revision !== job.revision) throw answeredMeanwhile()
    const parts = await Promise.all(
      kept.map(({ sealed }) =>
        openPart<Parameters<typeof unpackSheets>[0][number]>(ctx.vault, 'sheets', sealed),
      ),
    )
    const said = saidNext(job.questionsJson, input.answers)
    const calculated = await calculateImport(
      ctx,
      job.projectId,
      unpackSheets(parts),
      said,
      port,
      job.createdAt,
    )
    requireAsked(input.answers, questionsOf(job), questionsOf(calculated.job))
    const previewed = and(eq(importJobs.id, importId), eq(importJobs.state, 'previewed'))
    requireAnswersAsRead(write, job)
    write.changeOne(
      ctx.db.orm
        .update(importJobs)
        .set({ ...calculated.job, layout: job.layout, revision: job.revision + 1 })
        .where(previewed),
      notPreviewed,
    )
    write.change(sql`DELETE FROM import_parts WHERE import_id = ${importId}`)
    write.add(sql`INSERT INTO import_parts (import_id, kind, seq, sealed)
      SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(calculated.parts)})`)
    write.audit('registry_import.answered', importId, {
      projectId: job.projectId,
      detail: { open: calculated.job.openQuestions, counts: calculated.counts },
    })
    return summaryOf(ctx, { ...job, ...calculated.job, revision: job.revision + 1 }, calculated.charged)
  })
}

function questionsOf({ questionsJson }: { questionsJson: string }): Question[] {
  return JSON.parse(questionsJson) as Question[]
}
