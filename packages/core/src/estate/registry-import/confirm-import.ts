import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { allowCharges, lastPart } from './allow-charges.ts'
import { chargedNow, mayCharge, type ComingUnder } from './coming-under.ts'
import {
  answeredMeanwhile,
  changesCharges,
  hasErrors,
  importNotFound,
  lotsMeanwhile,
  notPreviewed,
  nothingToImport,
  payersMeanwhile,
  previewOutdated,
  unanswered,
} from './errors.ts'
import type { ImportCounts } from './import-rules.ts'
import { openPart } from './parts.ts'
import { stillAsRead, type PlaceAsRead } from './places-as-read.ts'
import { areSpacesAsRead, type SpacesAsRead } from './spaces-as-read.ts'
import { requireAnswersAsRead, requireCurrent } from './require-current.ts'
import { confirmImportSchema, type ConfirmImport } from './schemas.ts'
import { importJobs, importParts } from './tables.ts'

/**
 * Lets an import be applied as it was shown: the good rows, the bad ones left out when that is agreed to. A job carries it
 * out.
 * @throws `registry_import.unanswered`, `.has_errors`, `.nothing_to_import`, `.not_previewed`, `.answered_meanwhile`,
 *   `.changes_charges` where rooms that are charged already would be charged otherwise and the actor may write no tariffs,
 *   `.outdated` when another import was confirmed since the preview, `.payers_meanwhile` when who could owe the fees of its
 *   places has changed since: it is calculated anew with the answers, none of which need be given, and asks again where who
 *   pays is another; `.lots_meanwhile` likewise when other spaces have the codes of the file, or in other lots; `.not_found`
 */
export async function confirmImport(ctx: Ctx, raw: ConfirmImport): Promise<{ importId: string }> {
  const input = parse(confirmImportSchema, raw)
  const { importId } = input
  return ctx.write('registry_import.confirm', input, async (write) => {
    const { job, charged, last, asRead, spaces } = await readJob(ctx, importId)
    if (job.state !== 'previewed') throw notPreviewed()
    if (job.revision !== input.revision) throw answeredMeanwhile()
    if (job.openQuestions > 0) throw unanswered({ questions: job.openQuestions })
    if (job.errors > 0 && !input.leaveBadRows) throw hasErrors({ errors: job.errors })
    if (job.parts === 0) throw nothingToImport()
    // Whoever takes money and imports lists would correct what is owed by the hand of a workbook.
    if (!mayCharge(ctx, job.projectId, charged)) throw changesCharges()
    // Previewed before who pays was asked: the people who would come in were not looked at.
    if (bringsPeople(job) && asRead.length === 0) throw previewOutdated()
    const change = { state: 'applying' as const, confirmedAt: ctx.now, confirmedBy: ctx.actor.id, runs: 1 }
    const previewed = and(eq(importJobs.id, importId), eq(importJobs.state, 'previewed'))
    await allowCharges(ctx, write, job, last)
    requireAnswersAsRead(write, job)
    write.changeOne(ctx.db.orm.update(importJobs).set(change).where(previewed), notPreviewed)
    requireCurrent(write, job)
    for (const read of spaces) write.require(areSpacesAsRead(job.projectId, read), lotsMeanwhile)
    for (const places of asRead) write.require(stillAsRead(job.projectId, places), payersMeanwhile)
    write.change(
      sql`DELETE FROM import_parts WHERE import_id = ${importId} AND kind IN ('sheets', 'as_read', 'spaces_as_read')`,
    )
    write.audit('registry_import.confirmed', importId, {
      projectId: job.projectId,
      detail: { leaveBadRows: input.leaveBadRows },
    })
    write.publish({ type: 'registry_import.confirmed', importId })
    return { importId }
  })
}

function bringsPeople({ countsJson }: { countsJson: string }): boolean {
  const { occupancies } = JSON.parse(countsJson) as ImportCounts
  return occupancies.created + occupancies.changed > 0
}

/** The import, who was at its places when it was compared with them, and the spaces on record of its codes. */
async function readJob(ctx: Ctx, importId: string) {
  const [[found], kept] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ job: importJobs, charged: chargedNow, last: lastPart })
      .from(importJobs)
      .where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ kind: importParts.kind, sealed: importParts.sealed })
      .from(importParts)
      .where(
        and(eq(importParts.importId, importId), inArray(importParts.kind, ['as_read', 'spaces_as_read'])),
      ),
  ])
  if (!found) throw importNotFound()
  const { job, charged, last } = found
  ctx.require('registry.import', job.projectId)
  const opened = <T>(wanted: 'as_read' | 'spaces_as_read') =>
    Promise.all(
      kept.filter(({ kind }) => kind === wanted).map(({ sealed }) => openPart<T>(ctx.vault, wanted, sealed)),
    )
  return {
    job,
    charged: JSON.parse(charged) as ComingUnder[],
    last,
    asRead: await opened<PlaceAsRead[]>('as_read'),
    spaces: await opened<SpacesAsRead>('spaces_as_read'),
  }
}
