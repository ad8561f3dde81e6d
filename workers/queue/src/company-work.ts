import { Ctx, companyOf, failureOf, Vault } from '@heju/core'
import { finishJob, eventHandlers, jobUnknown, scheduledJobs, wakeJob, type DueJob } from '@heju/core/jobs'
import { sealAudit } from '@heju/core/audit'
import { recordReports } from '@heju/core/messages'
import { drainOutbox, noteJobFailure, noteJobRan, type Ports, type ScheduledJob } from '@heju/core/outbox'
import { portsOf } from '@heju/gateways/ports'
import { noTrips } from '@heju/db'
import { decisionOn } from './decisions.ts'
import type { MessageOf, Work } from './work.ts'

interface Place {
  ctx: Ctx
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
  return { ctx, ports: portsOf(env, { company, now: platform.now, wake }) }
}

/** Queues take a delay of up to twelve hours; what waits longer is looked at again on the way. */
const longestDelaySeconds = 12 * 60 * 60

/** Carries out a company's outbox, seals its audit log, and comes again when what still waits is due. */
export async function carryOutOutbox({ companyId }: MessageOf<'outbox'>, work: Work): Promise<void> {
  const place = await placeOf(companyId, 'outbox', work)
  if (place === undefined) return
  const next = await drainOutbox(place.ctx, eventHandlers, place.ports)
  await sealAudit(place.ctx)
  if (next !== null) await comeAgain(companyId, next - work.platform.now, work)
}

/** Writes down what the SMS provider reported about a company's messages. */
export async function noteReports({ companyId, reports }: MessageOf<'reports'>, work: Work): Promise<void> {
  const place = await placeOf(companyId, 'reports', work)
  if (place !== undefined) await recordReports(place.ctx, reports)
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
  if (place.ctx.published) await comeAgain(companyId, 0, work)
}

/** Tries before a company is shown that a job of its own does not get on: what passes within seconds is no news. */
const triesBeforeNoted = 3

async function runNoted(
  scheduled: ScheduledJob,
  { ctx, ports }: Place,
  due: DueJob,
  { attempt }: Work,
): Promise<number | null> {
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

async function comeAgain(companyId: string, afterMs: number, { env }: Work): Promise<void> {
  const delaySeconds = Math.min(Math.max(Math.ceil(afterMs / 1000), 0), longestDelaySeconds)
  await env.JOBS.send({ type: 'outbox', companyId }, { delaySeconds })
}
