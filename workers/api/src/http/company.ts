import { companyOf, failureOf } from '@heju/core'
import { actorOf } from '@heju/core/people/identity'
import { isBehind } from '@heju/core/platform/tenancy'
import { databaseFull } from '@heju/db'
import { defineError } from '@heju/kernel'
import { createMiddleware } from 'hono/factory'
import { latestTag } from '../../../../migrations/tenant/latest.ts'
import { setCompanyRow } from './context.ts'
import type { HttpEnv } from './env.ts'
import { readSession } from './sessions.ts'

export { withCtx, withVisitor } from './context.ts'

const companyNotFound = defineError('company.not_found', 'not_found')
const companyUpgrading = defineError('company.upgrading', 'upgrading')
const companyClosed = defineError('company.closed', 'not_found')

/** Finds the company of the host, refuses one that cannot be served, and reads who is signed in. */
export const atCompany = createMiddleware<HttpEnv>(async (c, next) => {
  const row = await c.var.deployment.companyAt(new URL(c.req.url).host, c.var.now, c.var.platformTrips)
  if (row === undefined || row.state === 'provisioning') throw companyNotFound()
  // Known even to the pages that say why it cannot be served.
  c.set('company', companyOf(row))
  if (row.state === 'closed') throw companyClosed()
  if (isBehind(row.schemaTag, latestTag)) {
    // Read anew next time: a company should be served in the moment its upgrade is done.
    c.var.deployment.forget(row.id)
    throw companyUpgrading()
  }
  setCompanyRow(c, row)
  const session = await readSession(c)
  c.set('session', session)
  c.set('actor', session && actorOf(session, { now: c.var.now, zone: c.var.company.zone }))
  await next()
  // The register is written by the queue: this Worker's part is to say what it met.
  if (row.storageFullAt === null && c.error !== undefined && databaseFull.is(failureOf(c.error)))
    c.executionCtx.waitUntil(c.env.JOBS.send({ type: 'storage_full', companyId: row.id }))
  if (c.var.published) c.executionCtx.waitUntil(c.env.JOBS.send({ type: 'outbox', companyId: row.id }))
})
