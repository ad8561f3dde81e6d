import { companies } from '@heju/db/platform-tables'
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { JobMessage } from '../jobs/index.ts'
import { parse } from '../../input.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { upgradeAllSchema, type UpgradeAll } from './schemas.ts'

/** Sends messages to the queue, a hundred at most at once. */
export type SendJobs = (messages: JobMessage[]) => Promise<void>

const mostAtOnce = 100
const mostBatches = 50

/**
 * Sends a `migrate` message for each company that this code's schema was not sent for yet: after a deployment the
 * next tick finds them all, the tick after that none. Up to 5,000 a call; two round trips a hundred.
 * @returns how many were sent for
 */
export async function fanOutMigrations(ctx: PlatformCtx, latestTag: string, send: SendJobs): Promise<number> {
  let sent = 0
  for (let batch = 0; batch < mostBatches; batch++) {
    const rows = await ctx.db.orm.all<{ id: string }>(companiesToMigrate(latestTag))
    if (rows.length === 0) break
    // Sent before it is written down: better twice than never, since migrating again does nothing.
    await send(rows.map(({ id }) => ({ type: 'migrate', companyId: id })))
    const ids = rows.map(({ id }) => id)
    await ctx.db.orm.update(companies).set({ schemaSentTag: latestTag }).where(inArray(companies.id, ids))
    sent += rows.length
  }
  return sent
}

/** Named by its index: the planner would rather go through every company that is in use. */
export function companiesToMigrate(latestTag: string): SQL {
  return sql`SELECT id FROM ${companies} INDEXED BY companies_to_migrate
    WHERE schema_sent_tag < ${latestTag} AND state IN ('active', 'suspended') ORDER BY schema_sent_tag LIMIT ${mostAtOnce}`
}

/** The operator's “upgrade all”: every company that is behind is sent for again, also those that failed. */
export async function upgradeAll(
  ctx: PlatformCtx,
  raw: UpgradeAll,
  latestTag: string,
  send: SendJobs,
): Promise<number> {
  ctx.requireOperator()
  const input = parse(upgradeAllSchema, raw)
  await ctx.write('tenancy.upgrade_all', input, (write) => {
    write.change(
      sql`UPDATE ${companies} SET schema_sent_tag = '', schema_failure = NULL
        WHERE state IN ('active', 'suspended') AND coalesce(schema_tag, '') < ${latestTag}`,
    )
    write.audit('tenancy.upgrade_all', 'platform', { detail: { tag: latestTag } })
  })
  return fanOutMigrations(ctx, latestTag, send)
}

/**
 * Sends once more for a company that setting up or migrating failed for.
 * @throws `tenancy.company_unknown`
 */
export async function retryCompany(
  ctx: PlatformCtx,
  company: { id: string; state: string },
  send: SendJobs,
): Promise<void> {
  ctx.requireOperator()
  const type = company.state === 'provisioning' ? 'provision' : 'migrate'
  await ctx.writeAnew('tenancy.retry', (write) => write.audit(`tenancy.${type}_retried`, company.id))
  await send([{ type, companyId: company.id }])
}
