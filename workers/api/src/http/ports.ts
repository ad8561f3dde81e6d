import { wakeJob } from '@heju/core/jobs'
import type { Ports } from '@heju/core/outbox'
import { portsOf } from '@heju/gateways/ports'
import type { HttpContext } from './env.ts'

/** The world outside, for a verb that a request runs. */
export function portsFor(c: HttpContext): Ports {
  const { company, now, deployment, trips } = c.var
  const wake = async (job: string, at: number) =>
    wakeJob(await deployment.platform(trips), company.id, job, at)
  return portsOf(c.env, { company, now, wake })
}
