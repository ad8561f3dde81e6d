import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { mostTriesOf } from '../../another-try.ts'
import type { Ctx } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { requireAllowed } from './allow-charges.ts'
import { importMoved, importNotFound } from './errors.ts'
import { failImport } from './fail-import.ts'
import { openPart } from './parts.ts'
import { addPart, type ApplyPart } from './statements.ts'
import { importJobs, importParts } from './tables.ts'
import type { TariffPort } from './tariff-port.ts'
import { tariffPort } from './tariffs.ts'

/** Parts that are read at once: their rows lie in memory together. */
const partsOfRead = 4
/**
 * Parts of one event, a multiple of those that are read at once: a queue message has 30 s of CPU time, and a part of 1,000
 * people, whose phones and ID numbers are sealed, takes up to half a second.
 */
const partsOfEvent = 12

type Job = typeof importJobs.$inferSelect

/**
 * Applies a confirmed import, part after part, and keeps count of them. A part and its count are one write under a
 * key of its own, so that a message which comes again, or comes twice at once, goes on where it stands and adds
 * nothing. Round trips: five for every four parts of up to 1,000 rows.
 * @param most parts at most; the last of them publishes an event that goes on with what is left
 * @throws `registry_import.not_found`, `registry_import.refused` when a rule of the registry speaks against a part
 */
export async function applyImport(
  ctx: Ctx,
  { importId }: { importId: string },
  port: TariffPort = tariffPort,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  ctx.requireJob()
  for (let applied = 0; applied < most;) {
    const [job, parts] = await nextParts(ctx, importId)
    if (job.state !== 'applying') return
    // Another consumer has just applied the last of them, or dropped it.
    if (parts.length === 0) throw importMoved()
    for (const { seq, sealed } of parts) {
      applied += 1
      const part = await openPart<ApplyPart>(ctx.vault, 'apply', sealed)
      await applyPart(ctx, job, { seq, part, handsOn: applied === most }, port)
    }
  }
}

/**
 * Carries out a confirmation. What no further try will heal ends the import as failed, with its reason, so that it can be
 * tried again or dropped and holds nothing up.
 */
export const applyConfirmedImport: EventHandler = async (ctx, event) => {
  const importId = String(event.payload['importId'])
  try {
    await applyImport(ctx, { importId }, tariffPort, partsOfEvent)
  } catch (error) {
    if (event.attempt < mostTriesOf(error)) throw error
    await failImport(ctx, importId, failureOf(error).code)
  }
}

async function nextParts(ctx: Ctx, importId: string): Promise<[Job, { seq: number; sealed: string }[]]> {
  const done = ctx.db.orm
    .select({ n: importJobs.partsDone })
    .from(importJobs)
    .where(eq(importJobs.id, importId))
  const [jobs, parts] = await ctx.db.orm.batch([
    ctx.db.orm.select().from(importJobs).where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ seq: importParts.seq, sealed: importParts.sealed })
      .from(importParts)
      .where(
        and(eq(importParts.importId, importId), eq(importParts.kind, 'apply'), gte(importParts.seq, done)),
      )
      .orderBy(asc(importParts.seq))
      .limit(partsOfRead),
  ])
  if (!jobs[0]) throw importNotFound()
  return [jobs[0], parts]
}

async function applyPart(
  ctx: Ctx,
  job: Job,
  { seq, part, handsOn }: { seq: number; part: ApplyPart; handsOn: boolean },
  port: TariffPort,
): Promise<void> {
  const { id, projectId, parts } = job
  const last = seq === parts - 1
  await ctx.writeOnce(productKey('registry_import.apply_part', `${id}-${seq}`), async (write) => {
    if (part.stage === 'tariffs') {
      for (const draft of part.rows) {
        requireAllowed(write, job, draft, port)
        port.add(ctx, write, projectId, draft)
      }
    } else await addPart(ctx, write, projectId, part)
    write.change(
      sql`UPDATE import_parts SET sealed = '' WHERE import_id = ${id} AND kind = 'apply' AND seq = ${seq}`,
    )
    const finished = last ? { state: 'applied' as const, appliedAt: ctx.now } : {}
    write.changeOne(
      ctx.db.orm
        .update(importJobs)
        .set({ partsDone: seq + 1, ...finished })
        .where(and(eq(importJobs.id, id), eq(importJobs.partsDone, seq), eq(importJobs.state, 'applying'))),
      importMoved,
    )
    // Not at once: this message would take it up, and have its time for all parts together.
    if (handsOn && !last) write.publish({ type: 'registry_import.confirmed', importId: id }, ctx.now + 1)
    if (last) write.audit('registry_import.applied', id, { projectId, detail: { parts } })
    return null
  })
}
