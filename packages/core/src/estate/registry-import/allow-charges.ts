import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { changesCharges, previewOutdated } from './errors.ts'
import type { ImportCounts } from './import-rules.ts'
import { openPart } from './parts.ts'
import type { ApplyPart } from './statements.ts'
import type { importJobs } from './tables.ts'
import type { TariffsToAdd } from './tariff-port.ts'
import { tariffPort } from './tariffs.ts'

/** The last part that an import applies, sealed, which is the one of its tariffs where it has any: in a query of imports. */
export const lastPart = sql<string | null>`(SELECT p.sealed FROM import_parts p
  WHERE p.import_id = import_jobs.id AND p.kind = 'apply' AND p.seq = import_jobs.parts - 1)`

/**
 * Lets an import charge rooms on record from here on, where the actor may; else it is refused where it does, or comes to by the
 * time that it is written: as where a draft has come into use, or a room that was to come with the import is on record by then.
 * @param sealed `lastPart`
 */
export async function allowCharges(
  ctx: Ctx,
  write: Write,
  job: Pick<typeof importJobs.$inferSelect, 'id' | 'projectId' | 'countsJson' | 'chargesAllowedBy'>,
  sealed: string | null,
): Promise<void> {
  const { id, projectId } = job
  if (ctx.may('tariffs.write', projectId))
    return write.change(sql`UPDATE import_jobs SET charges_allowed_by = ${ctx.actor.id} WHERE id = ${id}`)
  // A part that was applied is empty.
  if (job.chargesAllowedBy !== null || !chargesRooms(job) || !sealed) return
  const part = await openPart<TariffsPart>(ctx.vault, 'apply', sealed)
  for (const draft of part.rows) {
    if (draft.newRooms === undefined) throw previewOutdated()
    requireAllowed(write, job, draft)
  }
}

/** Whether an import that stopped for what it charges would stop the actor again: by what is in use and on record now. */
export async function isStillRefused(
  ctx: Ctx,
  job: Pick<typeof importJobs.$inferSelect, 'projectId' | 'countsJson' | 'chargesAllowedBy'>,
  sealed: string | null,
): Promise<boolean> {
  const { projectId, chargesAllowedBy } = job
  if (ctx.may('tariffs.write', projectId) || chargesAllowedBy !== null || !chargesRooms(job) || !sealed)
    return false
  const part = await openPart<TariffsPart>(ctx.vault, 'apply', sealed)
  const charges = part.rows.map((draft) => tariffPort.chargesOnRecord(projectId, draft))
  const found = await ctx.db.orm.get<{ refused: number }>(
    sql`SELECT (${sql.join(charges, sql` OR `)}) AS refused`,
  )
  return found.refused === 1
}

type TariffsPart = Extract<ApplyPart, { stage: 'tariffs' }>

function chargesRooms({ countsJson }: { countsJson: string }): boolean {
  const { roomTariffs } = JSON.parse(countsJson) as ImportCounts
  return roomTariffs.created + roomTariffs.changed > 0
}

/** Requires that an import charges rooms on record only as somebody has let it who may. */
export function requireAllowed(
  write: Write,
  { id, projectId }: { id: string; projectId: string },
  draft: TariffsToAdd,
  port = tariffPort,
): void {
  const isAllowed = sql`EXISTS (SELECT 1 FROM import_jobs WHERE id = ${id} AND charges_allowed_by IS NOT NULL)`
  write.require(sql`(${isAllowed} OR NOT ${port.chargesOnRecord(projectId, draft)})`, changesCharges)
}
