import { Ctx, companyOf, Vault } from '@heju/core'
import { finishJob, eventHandlers, scheduledJobs, wakeJob } from '@heju/core/jobs'
import { sealAudit } from '@heju/core/audit'
import { drainOutbox, type Ports } from '@heju/core/outbox'
import { portsOf } from '@heju/gateways/ports'
import { defineError } from '@heju/kernel'
import { noTrips } from '@heju/db'
import type { MessageOf, Work } from './work.ts'

export const jobUnknown = defineError('jobs.job_unknown', 'upgrading')

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

/** Runs a job that is due and writes down when it is due next. */
export async function runScheduled(message: MessageOf<'scheduled'>, work: Work): Promise<void> {
  const { companyId, job, dueAt } = message
  const scheduled = scheduledJobs[job]
  if (scheduled === undefined) throw jobUnknown({ job })
  const place = await placeOf(companyId, job, work)
  if (place === undefined || place.ctx.company.state !== 'active') return
  const next = await scheduled.run(place.ctx, place.ports, dueAt)
  await finishJob(work.platform.db, { companyId, job, dueAt }, next)
  if (place.ctx.published) await comeAgain(companyId, 0, work)
}

async function comeAgain(companyId: string, afterMs: number, { env }: Work): Promise<void> {
  const delaySeconds = Math.min(Math.max(Math.ceil(afterMs / 1000), 0), longestDelaySeconds)
  await env.JOBS.send({ type: 'outbox', companyId }, { delaySeconds })
}
