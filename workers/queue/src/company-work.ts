import { Ctx, companyOf, failureOf, Vault } from '@heju/core'
import {
  eventHandlers,
  finishJob,
  jobUnknown,
  nextLook,
  scheduledJobs,
  wakeJob,
  type DueJob,
} from '@heju/core/platform/jobs'
import { sealAudit, sealJob } from '@heju/core/platform/audit-chain'
import { takeReports } from '@heju/core/platform/messages'
import {
  drainOutbox,
  leaseMs,
  noteJobBegun,
  noteJobFailure,
  noteJobRan,
  type Ports,
  type ScheduledJob,
} from '@heju/core/platform/outbox'
import { noteStorageFree } from '@heju/core/platform/tenancy'
import { portsOf } from '@heju/gateways/ports'
import { noTrips } from '@heju/db'
import { decisionOn } from './decisions.ts'
import type { MessageOf, Work } from './work.ts'

interface Place {
  ctx: Ctx
  /** As far as the register knew when the place was looked up. */
  storageFull: boolean
  ports: Ports
}

/**
 * The context of a job within a company, or undefined when there is nothing to do there: it is closed, or was never
 * finished. A suspended company's events are carried out still: a payment may be among them.
 */
async function placeOf(
  companyId: string,
  jobId: string,
  { env, platform }: Work,
): Promise<Place | undefined> {
  const row = await platform.deployment.company(companyId, platform.now, noTrips())
  if (row === undefined || (row.state !== 'active' && row.state !== 'suspended')) return undefined
  const company = companyOf(row)
  const ctx = new Ctx({
    company,
    actor: { kind: 'job', id: jobId },
    now: platform.now,
    requestId: platform.requestId,
    db: await platform.deployment.tenant(row),
    vault: await Vault.open(env.VAULT_KEY, companyId),
  })
  const wake = (job: string, at: number) => wakeJob(platform.db, companyId, job, at)
  const storageFull = row.storageFullAt !== null
  return { ctx, storageFull, ports: portsOf(env, { company, now: platform.now, wake }) }
}

/** Carries out a company's outbox, comes again when what still waits is due, and seals its audit log. */
export async function carryOutOutbox({ companyId }: MessageOf<'outbox'>, work: Work): Promise<void> {
  const place = await placeOf(companyId, 'outbox', work)
  if (place === undefined) return
  const { db, now } = work.platform
  const begun = Date.now()
  const hasTime = () => Date.now() - begun < leaseMs / 2
  const next = await drainOutbox(place.ctx, eventHandlers, place.ports, hasTime)
  // What is due soon is noted as well, a little later: the message about it may be given up, or get lost.
  await nextLook(db, companyId, next === null ? null : Math.max(next, now + soonMs), now)
  if (next !== null) await comeAgain(companyId, next, work)
  await seal(place, work)
}

/** What is due within this is for the queue, to the second; what is due later for the ticks, to the minute. */
const soonMs = 60_000

async function comeAgain(companyId: string, at: number, { env, platform }: Work): Promise<void> {
  const waitMs = at - platform.now
  if (waitMs > soonMs) return
  await env.JOBS.send({ type: 'outbox', companyId }, { delaySeconds: Math.max(0, Math.ceil(waitMs / 1000)) })
}

/** What keeps the log from being sealed becomes work of its own: it must keep no event waiting, nor repeat any. */
async function seal({ ctx, storageFull }: Place, { platform }: Work): Promise<void> {
  try {
    await sealAudit(ctx)
    // What was published and entered had been written, and this was as well.
    if (storageFull) await noteStorageFree(platform, ctx.company.id)
  } catch {
    await wakeJob(platform.db, ctx.company.id, sealJob.name, platform.now + soonMs)
  }
}

/** Takes in what the SMS provider reported about a company's messages. */
export async function noteReports({ companyId, reports }: MessageOf<'reports'>, work: Work): Promise<void> {
  const place = await placeOf(companyId, 'reports', work)
  if (place === undefined) return
  await takeReports(place.ctx, reports)
  await comeAgain(companyId, work.platform.now, work)
}

/** Runs a job that is due and writes down when it is due next. */
export async function runScheduled(message: MessageOf<'scheduled'>, work: Work): Promise<void> {
  const { companyId, job, dueAt } = message
  const scheduled = scheduledJobs[job]
  if (scheduled === undefined) throw jobUnknown({ job })
  const place = await placeOf(companyId, job, work)
  if (place === undefined || place.ctx.company.state !== 'active') return
  const next = await runNoted(scheduled, place, { companyId, job, dueAt }, work)
  await finishJob(work.platform.db, { companyId, job, dueAt }, next)
  await noteJobRan(place.ctx, job)
  if (place.ctx.published) await comeAgain(companyId, work.platform.now, work)
}

/** Tries before a company is shown that a job of its own does not get on: what passes within seconds is no news. */
const triesBeforeNoted = 3

async function runNoted(
  scheduled: ScheduledJob,
  { ctx, ports }: Place,
  due: DueJob,
  { attempt }: Work,
): Promise<number | null> {
  if (attempt >= triesBeforeNoted) await noteJobBegun(ctx, due).catch(() => undefined)
  try {
    return await scheduled.run(ctx, ports, due.dueAt)
  } catch (thrown) {
    const error = failureOf(thrown)
    if (decisionOn(error, attempt) === 'dead' || attempt >= triesBeforeNoted)
      // The job's own error is what the queue decides by, also when its database takes no note.
      await noteJobFailure(ctx, due, error.code).catch(() => undefined)
    throw thrown
  }
}
