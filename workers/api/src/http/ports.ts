import { wakeJob } from '@heju/core/platform/jobs'
import type { Ports } from '@heju/core/platform/outbox'
import { countTrip } from '@heju/db'
import { portsOf } from '@heju/gateways/ports'
import type { HttpContext } from './env.ts'

/** The world outside, for a verb that a request runs. */
export function portsFor(c: HttpContext): Ports {
  const { company, now, deployment, platformTrips, providerCalls } = c.var
  const wake = async (job: string, at: number) =>
    wakeJob(await deployment.platform(platformTrips), company.id, job, at)
  const counted: typeof fetch = (input, init) => countTrip(providerCalls, () => fetch(input, init))
  return portsOf(c.env, { company, now, wake, fetch: counted })
}
