import { PlatformCtx, type PlatformActor } from '@heju/core'
import type { SendJobs } from '@heju/core/platform/tenancy'
import type { HttpContext } from '../http/env.ts'

const visitor: PlatformActor = { kind: 'visitor', id: 'visitor' }

/** The context of a verb about companies as a whole. */
export async function platformCtxOf(c: HttpContext, actor: PlatformActor = visitor): Promise<PlatformCtx> {
  const { deployment, now, requestId, platformTrips } = c.var
  const db = await deployment.platform(platformTrips)
  return new PlatformCtx({ deployment, db, actor, now, requestId, vaultKey: c.env.VAULT_KEY })
}

/** The queue, as verbs that send many messages take it. */
export function sendJobsOf(c: HttpContext): SendJobs {
  return async (messages) => void (await c.env.JOBS.sendBatch(messages.map((body) => ({ body }))))
}
